// The page of digits: sends strokes, shows what the network sees, says, and why.
import { ask, byId, calm, colour, Latest, make, percent, tidy, unpacked } from "./common.js";
import { changes, evidence, field, gray, signed } from "./pixels.js";

const pad = byId("pad"), pen = pad.getContext("2d"), trouble = byId("trouble");
const PEN = 0.055; // of the side, as the server draws it
let strokes = [], current = null, reading = null, photo = null, grid = null;

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
  photo = null;
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
for (const end of ["pointerup", "pointercancel"]) pad.addEventListener(end, () => { current = null; });

function drawn() {
  redraw();
  latest.ask({ strokes, networks: chosen() });
}

byId("undo").addEventListener("click", () => { strokes.pop(); drawn(); });
byId("clear").addEventListener("click", () => { strokes = []; photo = null; byId("example").value = ""; drawn(); });
byId("example").addEventListener("change", async (event) => {
  if (event.target.value === "") return;
  const hands = await ask("/static/strokes.json");
  strokes = structuredClone(hands[event.target.value]);
  photo = null;
  drawn();
});

// -- asking --------------------------------------------------------------------------------------------------------------

const chosen = () => [byId("network").value, byId("other").value].filter((id, place, all) => id && all.indexOf(id) === place);
const latest = new Latest("/digits/read", show);

byId("photo").addEventListener("change", async (event) => {
  [photo] = event.target.files;
  event.target.value = "";
  if (photo) await sendPhoto();
});

async function sendPhoto() {
  strokes = [];
  redraw();
  await showPhoto();
  const query = new URLSearchParams(chosen().map((id) => ["network", id]));
  try {
    const answer = await fetch(`/digits/photo?${query}`, { method: "POST", body: photo, headers: { "Content-Type": "application/octet-stream" } });
    show(answer.ok ? await answer.json() : { problem: (await answer.text()).trim() });
  } catch {
    show({ problem: "The server does not answer. Is gradbook play still running?" });
  }
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
byId("network").addEventListener("change", again);
byId("other").addEventListener("change", again);

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
  trouble.textContent = answer.problem ?? "";
  if (answer.problem) { showNothing(""); return; }
  const [first, second] = answer.readings;
  if (!first) {
    showNothing(answer.said || "Draw, and it answers with every stroke.");
    return;
  }
  reading = { ...first, seen: unpacked(answer.seen), packed: answer.seen, hidden: unpacked(first.hidden, Int8Array) };
  byId("bars").classList.toggle("two", Boolean(second));
  bars.forEach(({ element, name, fills, values }, digit) => {
    name.textContent = first.classes[digit];
    element.classList.toggle("winner", digit === first.winner);
    [first, second].forEach((from, k) => {
      const share = from ? from.probabilities[digit] : 0;
      fills[k].style.width = `${100 * share}%`;
      values[k].textContent = from ? percent(share) : "";
    });
  });
  const [winner, runner] = [first.classes[first.winner], first.classes[first.runner_up]];
  byId("verdict").replaceChildren("It reads ", make("b", {}, winner), `, ${percent(first.probabilities[first.winner])} sure.${answer.said && ` Note: ${answer.said}.`}`);
  byId("compared").textContent = second
    ? `The other network (striped) reads ${second.classes[second.winner]}, ${percent(second.probabilities[second.winner])} sure.`
    : "";
  gray(byId("seen"), reading.seen);
  reading.contributions = unpacked(first.contributions, Int8Array);
  evidence(byId("evidence"), reading.contributions, reading.seen);
  byId("evidence-text").textContent = `Ink that speaks for ${winner}: +${tidy(first.raised)}; against it: ${tidy(first.lowered)}`;
  changes(byId("change"), reading.seen, null);
  byId("change-text").textContent = `What would make it ${runner}?`;
  byId("firing").textContent = `${first.firing} of ${reading.hidden.length} fire. The brighter, the stronger. Pick one to see what it looks for.`;
  showField();
  wonder();
}

function showNothing(said) {
  reading = null;
  byId("verdict").textContent = said;
  byId("compared").textContent = "";
  for (const { element, fills, values } of bars) {
    element.classList.remove("winner");
    for (const fill of fills) fill.style.width = "0";
    values[0].textContent = "–";
    values[1].textContent = "";
  }
  const nothing = new Uint8Array(784);
  gray(byId("seen"), nothing);
  evidence(byId("evidence"), new Int8Array(784), nothing);
  changes(byId("change"), nothing, null);
  byId("evidence-text").textContent = "What speaks for it, and what against it";
  byId("change-text").textContent = "What would make it something else";
}

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
  const parts = [answer.added && `${answer.added} pixels filled`, answer.erased && `${answer.erased} emptied`].filter(Boolean);
  byId("change-text").textContent = `With ${parts.join(" and ")} it would read ${runner}`;
});

// -- neurons -------------------------------------------------------------------------------------------------------------

function showField() {
  if (!reading) return;
  byId("neuron").max = reading.hidden.length;
  grid = field(byId("hidden"), reading.hidden, byId("neuron").valueAsNumber - 1);
}

const showNeuron = calm(40, async () => {
  const number = byId("neuron").valueAsNumber - 1, network = byId("network").value;
  if (!network || !Number.isInteger(number) || number < 0) return;
  const answer = await ask("/digits/neuron", { network, number });
  byId("neuron-text").textContent = answer.problem ?? "";
  if (answer.problem) return;
  const context = byId("weights").getContext("2d");
  signed(context, unpacked(answer.weights, Int8Array), 0, 0, 28);
  const order = answer.out.map((value, digit) => [value, digit]).sort((a, b) => b[0] - a[0]);
  const say = ([value, digit]) => `${digit} (${value > 0 ? "+" : ""}${tidy(value)})`;
  byId("neuron-text").textContent = `It speaks most for ${say(order[0])} and most against ${say(order[9])}.`;
  showField();
});

byId("hidden").addEventListener("pointerdown", (event) => {
  if (!grid) return;
  const box = byId("hidden").getBoundingClientRect(), scale = byId("hidden").width / box.width;
  const column = Math.floor((event.clientX - box.left) * scale / grid.size);
  const number = Math.floor((event.clientY - box.top) * scale / grid.size) * grid.columns + column;
  if (number < reading.hidden.length) { byId("neuron").value = number + 1; showNeuron(); }
});
byId("neuron").addEventListener("input", showNeuron);
byId("network").addEventListener("change", showNeuron);

// -- the networks --------------------------------------------------------------------------------------------------------

async function networks() {
  const answer = await ask("/digits/networks");
  trouble.textContent = answer.problem ?? "";
  if (answer.problem) { byId("making").textContent = ""; return; }
  if (answer.making) {
    byId("making").textContent = `No network is trained yet, so one is being trained now (${percent(answer.making.share)}). Draw meanwhile.`;
    setTimeout(networks, 400);
    return;
  }
  byId("making").textContent = "";
  byId("network").replaceChildren(...answer.networks.map(({ id, title }) => make("option", { value: id }, title)));
  byId("other").append(...answer.networks.map(({ id, title }) => make("option", { value: id }, title)));
  showNeuron();
  if (strokes.length || photo) again();
}

function repaint() {
  redraw();
  if (!reading) { showNothing(byId("verdict").textContent); return; }
  evidence(byId("evidence"), reading.contributions, reading.seen);
  changes(byId("change"), reading.seen, reading.changed ?? null);
  showNeuron();
}

addEventListener("themechange", repaint);
redraw();
showNothing("Draw, and it answers with every stroke.");
networks();
