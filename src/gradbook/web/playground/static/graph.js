// The graph page: sends the function, its numbers and the place of the walk; shows the picture that comes back.
import { ask, byId, data, Latest, make, plot, tidy } from "./common.js";

const picture = byId("picture"), trouble = byId("trouble"), text = byId("text"), inputs = byId("inputs");
const first = data();
let state = first.state;
let labels = new Map(), shares = new Map(), sliders = new Map(), boxes = new Map();
let stops = 0, forward = 0, place = 0; // place 0 is before the walk, and k is after its k-th stop
let trail = [], origin = null;

// -- asking and showing ---------------------------------------------------------------------------------------------

const latest = new Latest("/graph/show", show);

function refresh({ picture = false } = {}) {
  latest.ask({ ...state, picture: picture || stale, stop: place > 0 ? place - 1 : null });
  stale ||= picture;
}

let stale = false; // whether the picture on the page is of another function

function show(answer, asked) {
  trouble.textContent = answer.problem ?? "";
  picture.classList.toggle("outdated", Boolean(answer.problem));
  if (answer.problem) return;
  if (answer.svg) { stale = false; drawn(answer); }
  ({ stops, forward } = answer);
  byId("stop").max = stops;
  place = Math.min(place, stops);
  for (const [name, value, gradient] of answer.numbers.nodes) {
    const label = labels.get(name);
    if (label?.value && value !== null) label.value.textContent = value;
    if (label?.gradient && gradient !== null) label.gradient.textContent = gradient;
  }
  for (const [from, to, share] of answer.numbers.edges) {
    const label = shares.get(`${from} ${to}`)?.querySelector("text");
    if (label) label.textContent = share;
  }
  byId("notes").textContent = answer.notes.join(" ");
  walked(answer.step);
  history.replaceState(null, "", `/graph?${answer.query}`);
  byId("download").href = `/graph/graph.svg?${answer.query}`;
  const name = (query) => new URLSearchParams(query).get("f");
  const chosen = [...byId("examples").options].find((option) => name(option.value) === name(answer.query));
  byId("examples").value = chosen ? chosen.value : "";
}

function drawn(answer) {
  picture.innerHTML = answer.svg;
  found();
  const values = {};
  for (const input of answer.inputs) values[input.name] = input.value;
  state.values = values;
  fillSliders(answer.inputs);
}

function found() {
  labels = new Map(); shares = new Map(); boxes = new Map();
  for (const node of picture.querySelectorAll("[data-node]")) {
    boxes.set(node.dataset.node, node);
    labels.set(node.dataset.node, { value: node.querySelector(".v"), gradient: node.querySelector(".g") });
  }
  for (const edge of picture.querySelectorAll("[data-from]")) shares.set(`${edge.dataset.from} ${edge.dataset.to}`, edge);
}

// -- the function and its numbers -------------------------------------------------------------------------------------

text.addEventListener("input", () => {
  state.text = text.value;
  state.moves = null;
  halt(); place = 0; forget();
  refresh({ picture: true });
});

byId("examples").addEventListener("change", (event) => {
  if (event.target.value) location.assign(`/graph?${event.target.value}`);
});

function fillSliders(list) {
  inputs.replaceChildren();
  sliders = new Map();
  for (const { name, value, bound, step, moves } of list) {
    const number = make("input", { type: "number", step: "any", value: String(value), inputMode: "decimal", ariaLabel: `${name}, as a number` });
    const range = make("input", { type: "range", min: -bound, max: bound, step, value, ariaLabel: name });
    const tick = make("input", { type: "checkbox", checked: moves, ariaLabel: `A step changes ${name}`, title: `A step changes ${name}` });
    range.addEventListener("input", () => set(name, range.valueAsNumber));
    number.addEventListener("input", () => { if (Number.isFinite(number.valueAsNumber)) set(name, number.valueAsNumber, number); });
    tick.addEventListener("change", () => {
      state.moves = [...sliders].filter(([, slider]) => slider.tick.checked).map(([other]) => other);
      refresh();
    });
    sliders.set(name, { number, range, tick });
    inputs.append(make("div", { className: "input" }, tick, make("span", { className: "name" }, name), range, number));
    boxes.get(name)?.classList.add("drag");
  }
}

function set(name, value, typed = null) {
  state.values = { ...state.values, [name]: value };
  const slider = sliders.get(name);
  if (slider && slider.range !== document.activeElement) slider.range.value = value;
  if (slider && typed !== slider.number) slider.number.value = value;
  forget();
  refresh();
}

// The numbers of inputs can be dragged on the picture itself: a slider's step for each two pixels.
picture.addEventListener("pointerdown", (event) => {
  const name = event.target.closest(".drag")?.dataset.node;
  if (name === undefined || !sliders.has(name)) return;
  event.preventDefault();
  picture.setPointerCapture(event.pointerId);
  const step = Number(sliders.get(name).range.step), from = state.values[name], x = event.clientX;
  const move = (now) => {
    const value = from + Math.round((now.clientX - x) / 2) * step;
    set(name, Number(value.toPrecision(10)));
  };
  const end = () => {
    picture.removeEventListener("pointermove", move);
    picture.classList.remove("dragging");
  };
  picture.classList.add("dragging");
  picture.addEventListener("pointermove", move);
  picture.addEventListener("pointerup", end, { once: true });
  picture.addEventListener("pointercancel", end, { once: true });
});

// -- the walk ------------------------------------------------------------------------------------------------------------

let timer = 0;

function go(to) {
  const now = Math.max(0, Math.min(stops, to));
  if (now === place) return;
  place = now;
  refresh();
}

function walked(step) {
  byId("stop").value = place;
  byId("stop").ariaValueText = place === 0 ? "before the walk" : `${place} of ${stops}, ${place > forward ? "back" : "forward"}`;
  const svg = picture.querySelector("svg");
  svg?.classList.toggle("walking", place > 0);
  for (const element of picture.querySelectorAll(".now, .lit, .known-value, .known-gradient")) {
    element.classList.remove("now", "lit", "known-value", "known-gradient");
  }
  byId("back").disabled = byId("first").disabled = place === 0;
  byId("forward").disabled = byId("last").disabled = place === stops;
  if (place === 0) {
    byId("sentence").textContent = stops
      ? "Press → to go forward through the graph node by node, and then back with the gradients."
      : "This graph is too large to walk through: its picture does not show all of it.";
    byId("formula").replaceChildren();
    return;
  }
  if (!step) return;
  for (const name of step.values) boxes.get(name)?.classList.add("known-value");
  for (const name of step.gradients) boxes.get(name)?.classList.add("known-gradient");
  boxes.get(step.node)?.classList.add("now");
  for (const [from, to] of step.edges) shares.get(`${from} ${to}`)?.classList.add("lit");
  byId("sentence").textContent = step.sentence;
  byId("formula").innerHTML = step.formula;
}

function halt() {
  clearInterval(timer);
  timer = 0;
  byId("play").ariaPressed = "false";
  byId("play").querySelector("span").textContent = "Play";
}

function play() {
  if (timer) { halt(); return; }
  if (place === stops) go(0);
  go(place + 1);
  timer = setInterval(() => (place < stops ? go(place + 1) : halt()), Number(byId("speed").value));
  byId("play").ariaPressed = "true";
  byId("play").querySelector("span").textContent = "Pause";
}

const keys = { ArrowRight: () => go(place + 1), ArrowLeft: () => go(place - 1), Home: () => go(0), End: () => go(stops), Escape: () => go(0) };
for (const [id, act] of Object.entries({ first: keys.Home, back: keys.ArrowLeft, forward: keys.ArrowRight, last: keys.End })) {
  byId(id).addEventListener("click", () => { halt(); act(); });
}
byId("play").addEventListener("click", play);
byId("speed").addEventListener("change", () => { if (timer) { halt(); play(); } });
byId("stop").addEventListener("input", (event) => { halt(); go(event.target.valueAsNumber); });
addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select, button, a") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === " ") play(); else if (keys[event.key]) { halt(); keys[event.key](); } else return;
  event.preventDefault();
});

// -- down the gradient ---------------------------------------------------------------------------------------------------

function forget() {
  trail = []; origin = null;
  byId("reset").disabled = true;
  drawTrail();
}

function drawTrail() {
  plot(byId("trail"), trail.map((value, step) => [step, value]), { across: trail.length ? "step" : "", dots: true });
}

async function descend(count) {
  for (let k = 0; k < count; k += 1) {
    const answer = await ask("/graph/descend", state);
    if (answer.problem) {
      byId("fall").textContent = trail.length ? `After ${trail.length - 1} steps it falls apart: ${answer.problem}` : answer.problem;
      return;
    }
    origin ??= state.values;
    if (!trail.length) trail.push(answer.before);
    trail.push(answer.after);
    state.values = answer.values;
    for (const [name, { number, range }] of sliders) { number.value = tidyNumber(state.values[name]); range.value = state.values[name]; }
    const way = answer.after < answer.before ? "fell" : answer.after > answer.before ? "rose: the rate is too large" : "stayed";
    byId("fall").textContent = `Step ${trail.length - 1}: it ${way}, from ${tidy(answer.before)} to ${tidy(answer.after)}.`;
    byId("reset").disabled = false;
    drawTrail();
    refresh();
    if (count > 1) await new Promise((done) => { setTimeout(done, 60); });
  }
}

const tidyNumber = (value) => Number(value.toPrecision(5));

byId("step").addEventListener("click", () => descend(1));
byId("steps").addEventListener("click", () => descend(10));
byId("reset").addEventListener("click", () => {
  state.values = origin;
  forget();
  byId("fall").textContent = "Back at the start.";
  refresh({ picture: true });
});
byId("rate").addEventListener("input", (event) => {
  const rate = event.target.valueAsNumber;
  if (!(rate > 0)) return;
  state.rate = rate;
  refresh();
});

// -- taking it along -----------------------------------------------------------------------------------------------------

async function copy(button, format) {
  const answer = await fetch(`/graph/graph.${format}${location.search}`);
  const said = button.textContent;
  try {
    await navigator.clipboard.writeText(await answer.text());
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser does not let us copy";
  }
  setTimeout(() => { button.textContent = said; }, 1600);
}

byId("copy-python").addEventListener("click", (event) => copy(event.target, "py"));
byId("copy-markdown").addEventListener("click", (event) => copy(event.target, "md"));

if (first.shown.svg) { found(); show(first.shown, {}); }
drawTrail();
addEventListener("resize", drawTrail);
