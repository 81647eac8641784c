// The page of digits: sends strokes, shows what the network sees, says, and why.
import { ask, byId, calm, colour, complain, Latest, make, percent, tidy, unpacked } from "./common.js";
import { chosen, Networks } from "./networks.js";
import { blank, changes, evidence, field, gray, signed } from "./pixels.js";

const pad = byId("pad"), pen = pad.getContext("2d");
const PEN = 0.055; // of the side, as the server draws it
const EMPTY = "Draw, and it answers with every stroke.";
let strokes = [], current = null, photo = null;
let digits = [], place = 0, asker = 0; // what was seen, which of it is explained, and by which of the networks
let reading = null, grid = null;

// -- drawing -------------------------------------------------------------------------------------------------------------

function redraw() {
  pen.fillStyle = colour("--pad");
  pen.fillRect(0, 0, pad.width, pad.height);
  pen.strokeStyle = pen.fillStyle = colour("--pen");
  pen.lineWidth = PEN * pad.width;
  pen.lineCap = pen.lineJoin = "round";
  for (const stroke of strokes) {
    pen.beginPath();
    for (const [x, y] of stroke) pen.lineTo(x * pad.width, y * pad.height);
    if (stroke.length === 1) pen.lineTo(stroke[0][0] * pad.width + 0.1, stroke[0][1] * pad.height);
    pen.stroke();
  }
  byId("pad-hint").hidden = Boolean(strokes.length || photo);
  byId("undo").disabled = !strokes.length;
  byId("clear").disabled = !strokes.length && !photo;
}

const round = (value) => Math.round(value * 1e4) / 1e4;
const point = (event) => {
  const box = pad.getBoundingClientRect();
  return [round((event.clientX - box.left) / box.width), round((event.clientY - box.top) / box.height)];
};
const inside = (value) => Math.min(2, Math.max(-1, value));

pad.addEventListener("pointerdown", (event) => {
  if (event.button > 0) return;
  event.preventDefault();
  pad.setPointerCapture(event.pointerId);
  if (photo) clear();
  current = [point(event)];
  strokes.push(current);
  drawn();
});
pad.addEventListener("pointermove", (event) => {
  if (!current) return;
  const events = event.getCoalescedEvents?.() ?? [];
  for (const each of events.length ? events : [event]) current.push(point(each).map(inside));
  drawn();
});
for (const end of ["pointerup", "pointercancel"]) pad.addEventListener(end, () => { current = null; keep(); });

function drawn() {
  redraw();
  if (chosen().length) latest.ask({ strokes, networks: chosen() });
}

function clear() {
  strokes = [];
  photo = null;
  place = 0;
  byId("example").value = "";
}

// The drawing stays while one looks at another page.
function keep() {
  try { sessionStorage.setItem("strokes", JSON.stringify(strokes)); } catch { /* a browser that keeps nothing */ }
}

byId("undo").addEventListener("click", () => { strokes.pop(); drawn(); keep(); });
byId("clear").addEventListener("click", () => { clear(); drawn(); keep(); });
byId("example").addEventListener("change", async (event) => {
  if (event.target.value === "") return;
  const hands = await ask("/static/strokes.json");
  strokes = structuredClone(hands[event.target.value]);
  photo = null;
  drawn();
  keep();
});

// -- asking --------------------------------------------------------------------------------------------------------------

const latest = new Latest("/digits/read", show);

byId("photo").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  clear();
  photo = file;
  await sendPhoto();
});

async function sendPhoto() {
  redraw();
  await showPhoto();
  const sent = photo, query = new URLSearchParams(chosen().map((id) => ["network", id]));
  byId("verdict").textContent = "Looking at the photo …";
  let answer = { problem: "The server does not answer. Is gradbook play still running?" };
  try {
    const got = await fetch(`/digits/photo?${query}`, { method: "POST", body: photo, headers: { "Content-Type": "application/octet-stream" } });
    answer = got.ok ? await got.json() : { problem: (await got.text()).trim() };
  } catch { /* it has ended */ }
  if (photo === sent) show(answer);
}

async function showPhoto() {
  try {
    const bitmap = await createImageBitmap(photo);
    const scale = Math.min(pad.width / bitmap.width, pad.height / bitmap.height);
    const [width, height] = [bitmap.width * scale, bitmap.height * scale];
    pen.drawImage(bitmap, (pad.width - width) / 2, (pad.height - height) / 2, width, height);
  } catch { /* a kind that the browser cannot show, such as HEIC; the server may read it */ }
}

function again() {
  if (photo) sendPhoto(); else drawn();
}

// -- showing -------------------------------------------------------------------------------------------------------------

const bars = [...Array(10).keys()].map((digit) => {
  const name = make("span", { className: "class" }, String(digit));
  const fills = [make("span", { className: "fill" }), make("span", { className: "fill other" })];
  const values = [make("span", { className: "share" }, "–"), make("span", { className: "share other" })];
  const element = make("li", {}, name, make("span", { className: "track" }, ...fills), ...values);
  byId("bars").append(element);
  return { element, name, fills, values };
});

function show(answer) {
  complain(answer.problem);
  if (answer.problem) { showNothing(photo ? "" : EMPTY); return; }
  const [before, read, after] = answer.verdict;
  digits = answer.digits;
  if (!digits.length) { showNothing(after ? before + after : EMPTY); return; }
  byId("verdict").replaceChildren(before, ...(read ? [make("b", {}, read)] : []), after);
  place = Math.min(place, digits.length - 1);
  showChoice();
  showDigit();
}

/** Offer each digit of a number, and each of two networks, to be explained. */
function showChoice() {
  const several = digits.length > 1, two = digits[0].readings.length > 1;
  if (!several) byId("several").replaceChildren();
  else if (byId("several").children.length !== digits.length) {
    byId("several").replaceChildren(...digits.map((_, k) => {
      const button = make("button", { type: "button", className: "quiet" }, make("canvas", { width: 28, height: 28, ariaHidden: "true" }), make("span"));
      button.addEventListener("click", () => { place = k; showChoice(); showDigit(); });
      return button;
    }));
  }
  if (several) {
    [...byId("several").children].forEach((button, k) => {
      const [first] = digits[k].readings;
      gray(button.firstChild, unpacked(digits[k].seen));
      button.lastChild.textContent = `${first.classes[first.winner]} ${percent(first.probabilities[first.winner])}`;
      button.ariaPressed = String(k === place);
    });
  }
  byId("askers").hidden = !two;
  asker = two ? asker : 0;
  if (two) {
    byId("askers").replaceChildren(...digits[0].readings.map(({ name }, k) => {
      const button = make("button", { type: "button", className: "quiet", ariaPressed: String(k === asker) }, name);
      button.addEventListener("click", () => {
        asker = k;
        showChoice();
        showDigit();
        byId("askers").children[k].focus();
      });
      return button;
    }));
  }
}

const key = (kind, text) => make("span", { className: `${kind}-key` }, text);

function showDigit() {
  const { seen, readings } = digits[place], [first, second] = readings, explained = readings[asker];
  byId("bars").classList.toggle("two", Boolean(second));
  bars.forEach(({ element, name, fills, values }, digit) => {
    name.textContent = first.classes[digit];
    element.classList.toggle("winner", digit === first.winner);
    readings.forEach((each, k) => {
      fills[k].style.width = `${100 * each.probabilities[digit]}%`;
      values[k].textContent = percent(each.probabilities[digit]);
    });
  });
  byId("compared").textContent = second
    ? `Striped: ${second.name} reads ${second.classes[second.winner]}, ${percent(second.probabilities[second.winner])} sure.`
    : "";
  reading = {
    ...explained, seen: unpacked(seen), packed: seen, hidden: unpacked(explained.hidden, Int8Array),
    contributions: unpacked(explained.contributions, Int8Array),
  };
  const [winner, runner] = [reading.winner, reading.runner_up].map((digit) => reading.classes[digit]);
  gray(byId("seen"), reading.seen);
  evidence(byId("evidence"), reading.contributions, reading.seen);
  byId("evidence-text").replaceChildren("Ink that speaks",
    key("raise", `for ${winner}: +${tidy(explained.raised)}`), key("lower", `against it: ${tidy(explained.lowered)} (dotted)`));
  changes(byId("change"), reading.seen, null);
  byId("change-text").textContent = `What would make it ${runner}?`;
  byId("firing").textContent = `${explained.firing} of ${reading.hidden.length} fire. The brighter, the stronger. Pick one to see what it looks for.`;
  showField();
  wonder();
}

function showNothing(said) {
  reading = null;
  digits = [];
  byId("verdict").textContent = said;
  byId("compared").textContent = "";
  byId("several").replaceChildren();
  byId("askers").hidden = true;
  for (const { element, fills, values } of bars) {
    element.classList.remove("winner");
    for (const fill of fills) fill.style.width = "0";
    values[0].textContent = "–";
    values[1].textContent = "";
  }
  for (const id of ["seen", "evidence", "change"]) blank(byId(id));
  byId("evidence-text").replaceChildren("Ink that speaks", key("raise", "for what it reads"), key("lower", "against it (dotted)"));
  byId("change-text").replaceChildren("What would make it something else:", key("fill", "pixels to fill (+)"), key("erase", "pixels to empty (−)"));
  byId("firing").textContent = "The brighter, the stronger it fires. Pick one to see what it looks for.";
  showField();
}

const pixels = (count) => `${count} ${count === 1 ? "pixel" : "pixels"}`;

const wonder = calm(160, async () => {
  if (!reading) return;
  const asked = reading;
  const answer = await ask("/digits/change", { seen: asked.packed, network: asked.network, wanted: asked.runner_up });
  if (reading !== asked) return;
  const runner = asked.classes[asked.runner_up];
  if (answer.problem || !answer.reached) {
    byId("change-text").textContent = answer.problem ?? `No small change makes it ${runner}.`;
    return;
  }
  asked.changed = unpacked(answer.picture);
  changes(byId("change"), asked.seen, asked.changed);
  byId("change-text").replaceChildren(`It would read ${runner} with`,
    ...(answer.added ? [key("fill", `${pixels(answer.added)} filled (+)`)] : []),
    ...(answer.erased ? [key("erase", `${pixels(answer.erased)} emptied (−)`)] : []));
});

// -- neurons -------------------------------------------------------------------------------------------------------------

const asked = () => chosen()[asker] ?? chosen()[0];
let neurons = 500;

function showField() {
  const values = reading?.hidden ?? new Int8Array(neurons);
  neurons = values.length;
  byId("neuron").max = neurons;
  grid = field(byId("hidden"), values, byId("neuron").valueAsNumber - 1);
}

function fitField() {
  const canvas = byId("hidden"), wide = canvas.clientWidth > 560;
  [canvas.width, canvas.height] = wide ? [1000, 240] : [500, 400];
}
addEventListener("resize", () => { fitField(); showField(); });

const showNeuron = calm(40, async () => {
  const number = byId("neuron").valueAsNumber - 1, network = asked();
  if (!network || !Number.isInteger(number) || number < 0) return;
  const answer = await ask("/digits/neuron", { network, number });
  byId("neuron-text").textContent = answer.problem ?? "";
  if (answer.problem) return;
  signed(byId("weights").getContext("2d"), unpacked(answer.weights, Int8Array), 0, 0, 28);
  const order = answer.out.map((value, digit) => [value, digit]).sort((a, b) => b[0] - a[0]);
  const say = ([value, digit]) => `${reading?.classes[digit] ?? digit} (${value > 0 ? "+" : ""}${tidy(value)})`;
  byId("neuron-text").textContent = `It speaks most for ${say(order[0])} and most against ${say(order[9])}.`;
  showField();
});

byId("hidden").addEventListener("pointerdown", (event) => {
  const box = byId("hidden").getBoundingClientRect(), scale = byId("hidden").width / box.width;
  const column = Math.floor((event.clientX - box.left) * scale / grid.size);
  const number = Math.floor((event.clientY - box.top) * scale / grid.size) * grid.columns + column;
  if (number < neurons) { byId("neuron").value = number + 1; showNeuron(); }
});
byId("neuron").addEventListener("input", showNeuron);
byId("askers").addEventListener("click", showNeuron);

// -- the page ------------------------------------------------------------------------------------------------------------

new Networks(() => {
  asker = 0;
  showNeuron();
  if (strokes.length || photo) again();
});

function repaint() {
  redraw();
  if (photo) showPhoto();
  if (reading) {
    evidence(byId("evidence"), reading.contributions, reading.seen);
    changes(byId("change"), reading.seen, reading.changed ?? null);
  } else for (const id of ["seen", "evidence", "change"]) blank(byId(id));
  showNeuron();
  showField();
}

addEventListener("themechange", repaint);
try { strokes = JSON.parse(sessionStorage.getItem("strokes")) ?? []; } catch { /* a browser that keeps nothing */ }
redraw();
fitField();
showNothing(EMPTY);
