// The page on which a network is watched: starts a training, and shows the events that come from it.
import { ask, byId, make, percent, plot, tidy, unpacked } from "./common.js";
import { gray, signed } from "./pixels.js";

const trouble = byId("trouble"), status = byId("status");
let training = null, source = null, losses = [], accuracies = [], tests = [], presets = [], weights = null, neurons = 0;

function value(id) {
  const input = byId(id);
  return input.value === "" || input.value === input.dataset.preset ? null : input.valueAsNumber;
}

function fill() {
  const preset = presets.find(({ name }) => name === byId("preset").value);
  for (const id of ["learning_rate", "hidden_size", "epochs"]) {
    byId(id).value = byId(id).dataset.preset = preset[id];
  }
}

async function begin(event) {
  event.preventDefault();
  close();
  trouble.textContent = "";
  const answer = await ask("/training/start", {
    preset: byId("preset").value,
    learning_rate: value("learning_rate"),
    hidden_size: value("hidden_size"),
    epochs: value("epochs"),
    optimizer: byId("optimizer").value,
    schedule: byId("schedule").value,
    pace: Number(byId("pace").value),
    name: byId("name").value.trim(),
  });
  if (answer.problem) { trouble.textContent = answer.problem; return; }
  status.textContent = "Loading the data …";
  attend(answer);
}

function attend(started) {
  training = started;
  losses = []; accuracies = []; tests = [];
  source = new EventSource(`/training/events/${started.id}`);
  source.onmessage = (message) => take(JSON.parse(message.data));
  source.onerror = () => { if (source?.readyState === EventSource.CLOSED) ended("The training was stopped."); };
  byId("pause").disabled = false;
  byId("stop").disabled = !started.play;
  going(true);
}

function take(event) {
  if (event.kind === "start") started(event);
  else if (event.kind === "progress") progressed(event);
  else if (event.kind === "problem") { close(); trouble.textContent = event.message; ended(""); }
  else {
    const where = event.folder ? ` It is kept as ${event.folder}, and can be chosen on the page Digits.` : "";
    close();
    ended(`Done in ${event.seconds} s of training: ${event.accuracy} right.${where}`);
  }
}

function started(event) {
  status.textContent = `Learning from ${event.data}.`;
  byId("accuracy-of").textContent = `of ${event.judged.toLocaleString("en")} unseen images right`;
  neurons = event.neurons;
  const images = unpacked(event.images);
  byId("tests").replaceChildren();
  tests = event.truths.map((truth, k) => {
    const canvas = make("canvas", { width: 28, height: 28, role: "img", ariaLabel: `A ${event.classes[truth]}` });
    gray(canvas, images.subarray(784 * k, 784 * (k + 1)));
    const said = make("b", {}, "?"), sure = make("span", { className: "soft" });
    const element = make("li", {}, canvas, said, sure);
    byId("tests").append(element);
    return { element, said, sure, truth, classes: event.classes };
  });
}

function progressed(event) {
  losses.push(...event.losses);
  accuracies.push([event.done, event.accuracy]);
  byId("progress").value = event.done / event.total;
  byId("loss").textContent = tidy(losses.at(-1)[1]);
  byId("accuracy").textContent = percent(event.accuracy);
  byId("epoch").textContent = `${event.epoch} of ${event.epochs}`;
  curves();
  event.certainties.forEach((row, k) => {
    const test = tests[k];
    if (!test) return;
    const best = row.indexOf(Math.max(...row)), right = best === test.truth;
    test.said.textContent = test.classes[best];
    test.sure.textContent = `${right ? "✓" : "✗"} ${percent(row[best])}`;
    test.element.className = right ? "good" : "bad";
  });
  if (event.weights) { weights = unpacked(event.weights, Int8Array); layer(); }
}

function curves() {
  plot(byId("losses"), losses, { low: 0, across: "batch" });
  plot(byId("accuracies"), accuracies, { low: 0, high: 1, across: "batch" });
}

function layer() {
  const canvas = byId("layer"), context = canvas.getContext("2d");
  context.clearRect(0, 0, canvas.width, canvas.height);
  if (!weights) return;
  for (let k = 0; k < neurons; k += 1) {
    signed(context, weights.subarray(784 * k, 784 * (k + 1)), k % 10 * 60 + 2, Math.floor(k / 10) * 60 + 2, 56);
  }
}

function going(yes) {
  byId("pause").textContent = yes ? "Pause" : "Go on";
  byId("pause").ariaPressed = String(!yes);
}

function close() {
  source?.close();
  source = null;
}

function ended(said) {
  status.textContent = said;
  byId("pause").disabled = byId("stop").disabled = true;
  going(true);
  training = null;
}

const tell = async (command, pace = 0) => {
  const answer = await ask("/training/command", { id: training.id, command, pace });
  trouble.textContent = answer.problem ?? "";
};

byId("settings").addEventListener("submit", begin);
byId("preset").addEventListener("change", fill);
byId("pause").addEventListener("click", async () => {
  const pausing = byId("pause").ariaPressed === "false";
  await tell(pausing ? "pause" : "go");
  going(!pausing);
});
byId("stop").addEventListener("click", () => { tell("stop"); close(); ended("Stopped."); });
byId("pace").addEventListener("change", () => { if (training) tell("pace", Number(byId("pace").value)); });
addEventListener("themechange", layer);
addEventListener("resize", curves);

curves();
byId("start").disabled = true;
const answer = await ask("/training/presets");
if (answer.problem) trouble.textContent = answer.problem;
else {
  ({ presets } = answer);
  byId("preset").replaceChildren(...presets.map(({ name }) => make("option", { value: name }, name)));
  byId("preset").value = "fast";
  fill();
  byId("start").disabled = false;
  if (answer.runs.length) attend(answer.runs.at(-1));
}
