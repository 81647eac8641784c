// The graph page: sends the function, its numbers and the place of the walk; shows the picture that comes back.
import { ask, byId, calm, complain, data, Latest, make, plot, tidy } from "./common.js";
import { Picture } from "./picture.js";

const text = byId("text"), inputs = byId("inputs");
const first = data();
const START = "Press Play, or → on the keyboard: forward through the graph node by node, and then back with the gradients.";
let state = first.state;
let sliders = new Map();
let stops = 0, forward = 0, place = first.place; // place 0 is before the walk, and k is after its k-th stop
let trail = [], origin = null, output = "", query = "";

// -- asking and showing ---------------------------------------------------------------------------------------------

const latest = new Latest("/graph/show", show);
const picture = new Picture(byId("picture"), set);
let stale = false; // whether the picture on the page is of another function
let leap = false; // whether what comes next is another place in the browser's history
let address = location.href; // of what is shown; the browser's own follows when it calms down, since browsers forbid a flood
const note = () => history.replaceState(null, "", address);
const noteSoon = calm(250, note);

function refresh({ redraw = false } = {}) {
  stale ||= redraw;
  latest.ask({ ...state, picture: stale, stop: place > 0 ? place - 1 : null });
}

function show(answer, asked) {
  complain(answer.problem);
  byId("picture").classList.toggle("outdated", Boolean(answer.problem));
  if (answer.problem) return;
  ({ stops, forward, output } = answer);
  place = Math.min(place, stops);
  if (answer.svg) { stale = false; drawn(answer); }
  picture.write(answer.numbers);
  byId("notes").textContent = answer.notes.join(" ");
  walked(answer.step);
  const at = answer.step ? asked.stop + 1 : 0; // while one is ahead of the answers, it is not yet `place`
  if (leap) { note(); history.pushState(null, "", ""); }
  leap = false;
  query = answer.query;
  address = `/graph?${query}${at ? `&step=${at}` : ""}`;
  noteSoon();
  byId("download").href = `/graph/graph.svg?${query}`;
  showExample();
}

function drawn(answer) {
  if (answer !== first.shown) picture.draw(answer.svg);
  byId("whole").ariaPressed = "false";
  state.values = Object.fromEntries(answer.inputs.map(({ name, value }) => [name, value]));
  picture.makeSliders(answer.inputs);
  fillSliders(answer.inputs);
}

// -- the function and its numbers -------------------------------------------------------------------------------------

const statements = (source) => source.split(/[;\n]/).map((line) => line.trim()).filter(Boolean).join("; ");

function showText() {
  text.rows = Math.min(10, Math.max(3, text.value.split("\n").length));
}

function showExample() {
  const known = first.examples.findIndex((example) => statements(example.text) === statements(state.text));
  byId("examples").value = known < 0 ? "" : String(known);
}

text.addEventListener("input", () => {
  showText();
  state = { ...state, text: text.value, moves: null };
  showExample();
  halt(); place = 0; forget();
  refresh({ redraw: true });
});
text.addEventListener("change", () => { note(); history.pushState(null, "", ""); });

byId("examples").addEventListener("change", (event) => {
  if (!event.target.value) return;
  const example = first.examples[event.target.value];
  state = { ...example, values: Object.fromEntries(example.values) };
  text.value = state.text.replaceAll("; ", "\n");
  byId("rate").value = state.rate;
  showText();
  halt(); place = 0; forget();
  leap = true;
  refresh({ redraw: true });
});
addEventListener("popstate", () => location.reload()); // the address holds all of it

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
  }
}

/** Write an input's number everywhere but where it was typed; a slider that is too short grows. */
function showNumber(name, value, typed = null) {
  const { number, range } = sliders.get(name);
  const most = Math.abs(value);
  if (most > Number(range.max)) {
    const bound = Number((2 * most).toPrecision(1));
    Object.assign(range, { min: -bound, max: bound, step: bound / 200 });
  }
  if (range !== document.activeElement || range.valueAsNumber !== value) range.value = value;
  if (number !== typed) number.value = Number(value.toPrecision(5));
  picture.set(name, value);
}

function set(name, value, typed = null) {
  state.values = { ...state.values, [name]: value };
  showNumber(name, value, typed);
  forget();
  refresh();
}

for (const [id, act] of Object.entries({
  smaller: () => picture.scaleTo(picture.scale / 1.25),
  larger: () => picture.scaleTo(picture.scale * 1.25),
  whole: () => { byId("whole").ariaPressed = String(picture.toggleWhole()); },
})) byId(id).addEventListener("click", act);

// -- the walk ------------------------------------------------------------------------------------------------------------

let timer = 0;

function go(to) {
  const now = Math.max(0, Math.min(stops, to));
  if (now === place) return;
  place = now;
  refresh();
}

function walked(step) {
  const stop = byId("stop");
  stop.max = stops;
  stop.value = place;
  stop.ariaValueText = place === 0 ? "before the walk" : `${place} of ${stops}, ${place > forward ? "back" : "forward"}`;
  byId("way-forward").classList.toggle("on", place > 0 && place <= forward);
  byId("way-back").classList.toggle("on", place > forward);
  byId("back").disabled = byId("first").disabled = place === 0;
  byId("forward").disabled = byId("last").disabled = place === stops;
  byId("play").disabled = stop.disabled = stops === 0;
  if (place === 0) {
    picture.light(null);
    byId("sentence").textContent = stops ? START : "This graph is too large to walk through: its picture does not show all of it.";
    byId("formula").replaceChildren();
    return;
  }
  if (!step) return;
  picture.light(step);
  byId("sentence").textContent = step.sentence;
  // A long equation is broken at its equals signs.
  byId("formula").replaceChildren(...step.formula.map((part, k) => {
    const element = make("span", {}, k ? "= " : "");
    element.insertAdjacentHTML("beforeend", part);
    return element;
  }));
}

function halt() {
  clearInterval(timer);
  timer = 0;
  byId("play").ariaPressed = "false";
  byId("play").querySelector("span").textContent = "Play";
}

function play() {
  if (timer || !stops) { halt(); return; }
  if (place === stops) go(0);
  go(place + 1);
  timer = setInterval(() => (place < stops ? go(place + 1) : halt()), Number(byId("speed").value));
  byId("play").ariaPressed = "true";
  byId("play").querySelector("span").textContent = "Pause";
}

const keys = {
  ArrowRight: () => go(place + 1), ArrowLeft: () => go(place - 1), Home: () => go(0), End: () => go(stops), Escape: () => go(0),
};
for (const [id, act] of Object.entries({ first: keys.Home, back: keys.ArrowLeft, forward: keys.ArrowRight, last: keys.End })) {
  byId(id).addEventListener("click", () => { halt(); act(); });
}
byId("play").addEventListener("click", play);
byId("speed").addEventListener("change", () => { if (timer) { halt(); play(); } });
byId("stop").addEventListener("input", (event) => { halt(); go(event.target.valueAsNumber); });
addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select"), pressing = event.target.closest("button, a");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const size = { "+": "larger", "=": "larger", "-": "smaller", 0: "whole" }[event.key];
  if (event.key === " ") { if (pressing) return; play(); } else if (size) byId(size).click();
  else if (keys[event.key]) { halt(); keys[event.key](); } else return;
  event.preventDefault();
});

// -- down the gradient ---------------------------------------------------------------------------------------------------

const STEPS = byId("fall").textContent;

function forget() {
  if (!trail.length) return;
  trail = []; origin = null;
  byId("reset").disabled = true;
  byId("fall").textContent = STEPS;
  drawTrail();
}

function drawTrail() {
  plot(byId("trail"), trail.map((value, step) => [step, value]), { across: "step", dots: true, empty: "Each step adds a point here." });
}

function descended({ before, after }) {
  const now = tidy(after), number = trail.length - 1;
  if (after === before) return `Step ${number}: ${output} stays ${now}.`;
  const change = tidy(before) === now ? `by ${tidy(Math.abs(before - after))}, to ${now}` : `from ${tidy(before)} to ${now}`;
  if (after < before) return `Step ${number}: ${output} fell ${change}.`;
  return `Step ${number}: ${output} rose ${change}. The rate is too large: the step leaps over the valley.`;
}

async function descend(count) {
  for (const id of ["step", "steps"]) byId(id).disabled = true;
  for (let k = 0; k < count; k += 1) {
    const asked = state, answer = await ask("/graph/descend", asked);
    if (state !== asked) break; // something else was changed meanwhile
    if (answer.problem) {
      const begin = trail.length ? `After ${trail.length - 1} ${trail.length === 2 ? "step" : "steps"} it falls apart. ` : "";
      byId("fall").textContent = begin + answer.problem;
      break;
    }
    origin ??= state.values;
    if (!trail.length) trail.push(answer.before);
    trail.push(answer.after);
    state = { ...state, values: answer.values };
    for (const name of sliders.keys()) showNumber(name, state.values[name]);
    byId("fall").textContent = descended(answer);
    byId("reset").disabled = false;
    drawTrail();
    refresh();
    if (count > 1) await new Promise((done) => { setTimeout(done, 60); });
    if (!trail.length) break;
  }
  for (const id of ["step", "steps"]) byId(id).disabled = false;
}

byId("step").addEventListener("click", () => descend(1));
byId("steps").addEventListener("click", () => descend(10));
byId("reset").addEventListener("click", () => {
  state = { ...state, values: origin };
  forget();
  byId("fall").textContent = "Back at the start.";
  refresh({ redraw: true });
});
byId("rate").addEventListener("input", (event) => {
  const rate = event.target.valueAsNumber;
  if (!(rate > 0)) return;
  state = { ...state, rate };
  refresh();
});

// -- taking it along -----------------------------------------------------------------------------------------------------

async function copy(button, format) {
  const answer = await fetch(`/graph/graph.${format}?${query}`), content = await answer.text();
  if (!answer.ok) { complain(content.trim()); return; }
  const said = button.textContent;
  try {
    await navigator.clipboard.writeText(content);
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser does not let us copy";
  }
  setTimeout(() => { button.textContent = said; }, 1600);
}

byId("copy-python").addEventListener("click", (event) => copy(event.target, "py"));
byId("copy-markdown").addEventListener("click", (event) => copy(event.target, "md"));

showText();
complain(byId("trouble").textContent);
if (first.shown.svg) { const said = byId("trouble").textContent; show(first.shown, { stop: place - 1 }); complain(said); }
drawTrail();
addEventListener("resize", drawTrail);
