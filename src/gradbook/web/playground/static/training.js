// The page on which a network is watched: starts a training, and shows the events that come from it.
import { ask, byId, complain, make, percent, plot, tidy, unpacked } from "./common.js";
import { blank, gray, signed } from "./pixels.js";

const status = byId("status"), TESTS = 12;
let training = null, source = null, losses = [], accuracies = [], tests = [], presets = [], optimizers = [], weights = null, neurons = 0;

function value(id) {
  const input = byId(id);
  return input.value === "" || input.value === input.dataset.preset ? null : input.valueAsNumber;
}

function fill() {
  const preset = presets.find(({ name }) => name === byId("preset").value);
  for (const id of ["learning_rate", "hidden_size"]) {
    byId(id).value = byId(id).dataset.preset = preset[id];
  }
  byId("epochs").value = ""; // how many a preset has depends on the data: a small sample takes more
  suggest();
}

/** Put in a rate that fits the optimizer, unless one was typed. */
function suggest() {
  const rate = byId("learning_rate"), optimizer = optimizers.find(({ name }) => name === byId("optimizer").value);
  const known = [rate.dataset.preset, ...optimizers.map(({ rate: other }) => String(other))];
  if (known.includes(rate.value)) rate.value = optimizer?.rate ?? rate.dataset.preset;
}

async function begin(event) {
  event.preventDefault();
  close();
  complain("");
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
  if (answer.problem) { complain(answer.problem); return; }
  status.textContent = "Loading the data …";
  attend(answer);
}

function attend(started) {
  training = started;
  tests = [];
  listen();
  byId("pause").disabled = false;
  byId("stop").disabled = !started.play;
  going(true);
}

/** Take what comes; of a run, only while the page is seen, since a browser has six connections to a server. Play would end. */
function listen() {
  close();
  if (!training || (document.hidden && !training.play)) return;
  source = new EventSource(`/training/events/${training.id}`);
  source.onmessage = (message) => take(JSON.parse(message.data));
  source.onerror = () => { if (source?.readyState === EventSource.CLOSED) ended("The training was stopped."); };
}

function take(event) {
  if (event.kind === "start") started(event);
  else if (event.kind === "progress") progressed(event);
  else if (event.kind === "problem") { close(); complain(event.message); ended(""); }
  else {
    const where = event.folder ? ` It is kept as ${event.folder}, and can be chosen on the page Digits.` : "";
    close();
    ended(`Done in ${event.seconds} s of training: ${event.accuracy} right.${where}`);
  }
}

/** Make room for the dozen digits, so that nothing moves when they come. */
function frames(classes = []) {
  byId("tests").replaceChildren();
  tests = Array.from({ length: TESTS }, () => {
    const canvas = make("canvas", { width: 28, height: 28, role: "img", ariaLabel: "An unseen digit" });
    blank(canvas);
    const said = make("b", {}, "–"), sure = make("span", { className: "soft" });
    const element = make("li", {}, canvas, said, sure);
    byId("tests").append(element);
    return { canvas, element, said, sure, truth: null, classes };
  });
}

function started(event) {
  [losses, accuracies] = [[], []]; // a stream that was interrupted begins again
  status.textContent = `Learning from ${event.data}.`;
  byId("accuracy-of").textContent = `of ${event.judged.toLocaleString("en")} unseen`;
  neurons = event.neurons;
  const images = unpacked(event.images);
  frames(event.classes);
  event.truths.forEach((truth, k) => {
    tests[k].truth = truth;
    tests[k].canvas.ariaLabel = `A ${event.classes[truth]}`;
    gray(tests[k].canvas, images.subarray(784 * k, 784 * (k + 1)));
  });
}

function progressed(event) {
  losses.push(...event.losses);
  accuracies.push([event.done, event.accuracy]);
  byId("progress").value = event.done / event.total;
  byId("loss").textContent = tidy(losses.at(-1)[1]);
  byId("accuracy").textContent = percent(event.accuracy);
  byId("epoch").textContent = `${event.epoch} of ${event.epochs}`;
  byId("left").textContent = byId("pause").ariaPressed === "true" ? "Paused." : event.done < event.total ? `about ${Math.ceil(event.seconds_left)} s left` : "";
  curves();
  event.certainties?.forEach((row, k) => {
    const test = tests[k];
    if (!test) return;
    const best = row.indexOf(Math.max(...row)), right = best === test.truth;
    test.said.textContent = test.classes[best];
    test.sure.textContent = right ? `✓ ${percent(row[best])}` : `✗ is ${test.classes[test.truth]}`;
    test.sure.title = `${percent(row[best])} sure`;
    test.element.className = right ? "good" : "bad";
  });
  if (event.weights) { weights = unpacked(event.weights, Int8Array); layer(); }
}

function curves() {
  const least = Math.floor(10 * Math.min(...accuracies.map(([, share]) => share))) / 10;
  plot(byId("losses"), losses, { low: 0, across: "batch", empty: "It falls while the network learns." });
  plot(byId("accuracies"), accuracies, { low: least, high: 1, across: "batch", write: (share) => `${tidy(100 * share)}%`, empty: "It rises." });
}

function layer() {
  const canvas = byId("layer"), context = canvas.getContext("2d");
  context.clearRect(0, 0, canvas.width, canvas.height);
  const shown = weights ? neurons : 40;
  for (let k = 0; k < shown; k += 1) {
    const one = weights ? weights.subarray(784 * k, 784 * (k + 1)) : new Int8Array(784);
    signed(context, one, k % 10 * 60 + 2, Math.floor(k / 10) * 60 + 2, 56);
  }
}

function going(yes) {
  byId("pause").textContent = yes ? "Pause" : "Go on";
  byId("start").textContent = training ? "Start anew" : "Start";
  byId("pause").ariaPressed = String(!yes);
}

function close() {
  source?.close();
  source = null;
}

function ended(said) {
  status.textContent = said;
  byId("pause").disabled = byId("stop").disabled = true;
  byId("left").textContent = "";
  training = null;
  going(true);
}

const tell = async (command, pace = 0) => {
  const answer = await ask("/training/command", { id: training.id, command, pace });
  complain(answer.problem);
};

byId("settings").addEventListener("submit", begin);
byId("preset").addEventListener("change", fill);
byId("optimizer").addEventListener("change", suggest);
byId("pause").addEventListener("click", async () => {
  const pausing = byId("pause").ariaPressed === "false";
  await tell(pausing ? "pause" : "go");
  if (!training) return; // it has ended meanwhile
  going(!pausing);
  byId("left").textContent = pausing ? "Paused." : "";
});
byId("stop").addEventListener("click", () => { tell("stop"); close(); ended("Stopped."); });
byId("pace").addEventListener("change", () => { if (training) tell("pace", Number(byId("pace").value)); });
document.addEventListener("visibilitychange", () => { if (!training?.play) listen(); });
addEventListener("themechange", layer);
addEventListener("resize", curves);

curves();
frames();
layer();
byId("start").disabled = true;
const answer = await ask("/training/presets");
if (answer.problem) complain(answer.problem);
else {
  ({ presets, optimizers } = answer);
  byId("optimizer").append(...optimizers.map(({ name, title }) => make("option", { value: name }, title)));
  byId("preset").replaceChildren(...presets.map(({ name }) => make("option", { value: name }, name)));
  byId("preset").value = "fast";
  fill();
  byId("start").disabled = false;
  if (answer.runs.length) attend(answer.runs.at(-1));
}
