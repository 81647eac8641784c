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
      const frame = new Promise(requestAnimationFrame);
      const answer = await ask(this.address, asked);
      if (this.question === undefined || !answer.problem) this.show(answer, asked);
      if (this.question !== undefined) await frame;
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

/** Say what a learner can mend; the place of a fault, which the terminal marks with ^, is kept in its lines. */
export function complain(message) {
  const lines = (message ?? "").split("\n"), place = byId("trouble");
  if (lines.at(-1).trim() !== "^") { place.textContent = message ?? ""; return; }
  place.replaceChildren(lines.slice(0, -2).join("\n"), make("code", { className: "excerpt" }, lines.slice(-2).join("\n")));
}

const POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Write a number with four digits, a very large or small one as 1.678·10⁷. */
export function tidy(value) {
  const sign = (text) => text.replace("-", "−");
  if (!Number.isFinite(value)) return sign(String(value));
  if (value === 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6)) return sign(Number(value.toPrecision(4)).toString());
  const [digits, power] = value.toExponential(3).split("e");
  const raised = String(Math.abs(Number(power))).replace(/\d/g, (digit) => POWERS[digit]);
  return `${sign(Number(digits).toString())}·10${Number(power) < 0 ? "⁻" : ""}${raised}`;
}

/** Write a share as the terminal does, but never round it to nothing or to all. */
export function percent(share) {
  if (share > 0 && share < 0.0005) return "<0.1%";
  if (share < 1 && share > 0.9995) return ">99.9%";
  return `${(100 * share).toFixed(1)}%`;
}

const SVG = "http://www.w3.org/2000/svg";

export function svgElement(name, attributes, text = "") {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

/** Return round numbers that take in both ends. */
function ticks(least, most) {
  const rough = (most - least) / 3, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough * 0.999);
  const [from, to] = [Math.floor(least / step + 1e-9), Math.ceil(most / step - 1e-9)];
  return Array.from({ length: to - from + 1 }, (_, k) => Number(((from + k) * step).toPrecision(12)));
}

/** Draw a curve into an SVG element, with its axes; without points, say `empty` instead. */
export function plot(svg, points, { low, high, across = "", dots = false, empty = "", write = tidy } = {}) {
  const width = Math.max(200, svg.clientWidth || 480), height = svg.clientHeight || 150;
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.replaceChildren();
  if (!points.length) {
    svg.append(svgElement("rect", { class: "grid empty", x: 1, y: 1, width: width - 2, height: height - 2, rx: 8 }));
    svg.append(svgElement("text", { class: "tick", x: width / 2, y: height / 2 + 4, "text-anchor": "middle" }, empty));
    return;
  }
  const ys = points.map(([, y]) => y);
  let least = low ?? Math.min(...ys), most = high ?? Math.max(...ys);
  if (least === most) { least -= Math.abs(least) * 0.1 || 1; most += Math.abs(most) * 0.1 || 1; }
  const marks = ticks(least, most), written = marks.map(write);
  [least, most] = [marks[0], marks.at(-1)];
  const [right, top, bottom] = [12, 10, 26], left = 14 + 7.4 * Math.max(...written.map((text) => text.length));
  const start = points[0][0], end = Math.max(start + 1, points.at(-1)[0]);
  const x = (value) => left + (width - left - right) * (value - start) / (end - start);
  const y = (value) => top + (height - top - bottom) * (1 - (value - least) / (most - least));
  marks.forEach((value, k) => {
    svg.append(svgElement("line", { class: "grid", x1: left, x2: width - right, y1: y(value), y2: y(value) }));
    svg.append(svgElement("text", { class: "tick", x: left - 8, y: y(value) + 4, "text-anchor": "end" }, written[k]));
  });
  svg.append(svgElement("text", { class: "tick", x: left, y: height - 7, "text-anchor": "middle" }, String(start)));
  svg.append(svgElement("text", { class: "tick", x: width - right, y: height - 7, "text-anchor": "end" }, `${across} ${points.at(-1)[0]}`));
  const path = points.map(([a, b]) => `${x(a).toFixed(1)} ${y(Math.min(most, Math.max(least, b))).toFixed(1)}`).join(" L");
  svg.append(svgElement("path", { class: "curve", d: `M${path}` }));
  const marked = dots ? points.slice(-60) : points.slice(-1);
  for (const [a, b] of marked) svg.append(svgElement("circle", { class: "dot", cx: x(a), cy: y(b), r: 3 }));
}
