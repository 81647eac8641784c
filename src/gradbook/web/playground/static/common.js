// What all pages share: asking the server, small drawing helpers, and what the browser keeps.

export const byId = (id) => document.getElementById(id);

export const data = () => JSON.parse(byId("data").textContent);

/** Ask the server, and return its answer; what a learner can mend comes as `problem`. */
export async function ask(address, question) {
  try {
    const answer = await fetch(address, question === undefined ? {} : {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(question),
    });
    return answer.ok ? await answer.json() : { problem: (await answer.text()).trim() };
  } catch {
    return { problem: "The server does not answer. Is gradbook play still running?" };
  }
}

/** Asks at most once a frame and never twice at a time; of what is asked meanwhile, only the last counts. */
export class Latest {
  constructor(address, show) {
    this.address = address;
    this.show = show;
    this.question = undefined;
    this.busy = false;
  }

  async ask(question) {
    this.question = question;
    if (this.busy) return;
    this.busy = true;
    while (this.question !== undefined) {
      const asked = this.question;
      this.question = undefined;
      const answer = await ask(this.address, asked);
      if (this.question === undefined || !answer.problem) this.show(answer, asked);
      if (this.question !== undefined) await new Promise(requestAnimationFrame);
    }
    this.busy = false;
  }
}

/** Put something off until nothing has happened for a while. */
export function calm(milliseconds, act) {
  let timer = 0;
  return (...args) => { clearTimeout(timer); timer = setTimeout(act, milliseconds, ...args); };
}

export const kept = {
  get(name, otherwise) {
    try { return JSON.parse(localStorage.getItem(name)) ?? otherwise; } catch { return otherwise; }
  },
  set(name, value) {
    try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* a browser that keeps nothing */ }
  },
};

/** Make an element: its name, its properties, what is in it. Text is text, never HTML. */
export function make(name, properties = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value; else element.setAttribute(key, value);
  }
  element.append(...inside);
  return element;
}

export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function unpacked(text, Kind = Uint8Array) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Kind(bytes.buffer);
}

export const tidy = (value) => Number(value.toPrecision(4)).toString().replace("-", "−");
export const percent = (share) => `${(100 * share).toFixed(share > 0.0995 && share < 0.9995 ? 0 : 1)} %`;

const SVG = "http://www.w3.org/2000/svg";

export function svgElement(name, attributes, text = "") {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

/** Draw a curve into an SVG element, with the ends of both axes written. */
export function plot(svg, points, { low, high, across = "", dots = false } = {}) {
  const width = Math.max(240, svg.clientWidth || 480), height = svg.clientHeight || 150;
  const [left, right, top, bottom] = [58, 12, 12, 24];
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.replaceChildren();
  const ys = points.map(([, y]) => y);
  let least = low ?? Math.min(...ys), most = high ?? Math.max(...ys);
  if (!points.length) [least, most] = [low ?? 0, high ?? 1];
  if (least === most) { least -= Math.abs(least) * 0.1 || 1; most += Math.abs(most) * 0.1 || 1; }
  const end = Math.max(1, points.length ? points.at(-1)[0] : 1), start = points.length ? points[0][0] : 0;
  const x = (value) => left + (width - left - right) * (value - start) / Math.max(1, end - start);
  const y = (value) => top + (height - top - bottom) * (1 - (value - least) / (most - least));
  for (const value of [least, (least + most) / 2, most]) {
    svg.append(svgElement("line", { class: "grid", x1: left, x2: width - right, y1: y(value), y2: y(value) }));
    svg.append(svgElement("text", { class: "tick", x: left - 8, y: y(value) + 4, "text-anchor": "end" }, tidy(value)));
  }
  svg.append(svgElement("text", { class: "tick", x: width - right, y: height - 6, "text-anchor": "end" }, across && `${across} ${end}`));
  if (!points.length) return;
  const path = points.map(([a, b]) => `${x(a).toFixed(1)} ${y(Math.min(most, Math.max(least, b))).toFixed(1)}`).join(" L");
  svg.append(svgElement("path", { class: "curve", d: `M${path}` }));
  const marked = dots ? points.slice(-60) : points.slice(-1);
  for (const [a, b] of marked) svg.append(svgElement("circle", { class: "dot", cx: x(a), cy: y(b), r: 3 }));
}
