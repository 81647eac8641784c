// The practice page: sends answers as they are typed; shows verdicts, hints and the graph that fills in.
import { ask, byId, calm, complain, kept, Latest, make } from "./common.js";
import { Picture } from "./picture.js";

const EMPTY = { right: 0, solved: {}, missed: {} };
let score = kept.get("practice", EMPTY);
let exercise = null, fields = new Map(), solved = false; // solved: and counted
const picture = new Picture(byId("picture"));

function showScore() {
  byId("right").textContent = score.right;
  const done = Object.values(score.solved).reduce((sum, count) => sum + count, 0);
  byId("solved").textContent = done;
  byId("solved-what").textContent = done === 1 ? "exercise" : "exercises";
  const open = Object.values(score.missed).reduce((sum, count) => sum + count, 0);
  byId("missed").textContent = open
    ? `${open} ${open === 1 ? "mistake" : "mistakes"} to make good: exercises on which ${open === 1 ? "it" : "they"} can be made come again.`
    : "";
  kept.set("practice", score);
}

async function next(wanted = {}) {
  const answer = await ask("/practice/next", { solved: score.solved, missed: score.missed, last: exercise?.name ?? null, ...wanted });
  complain(answer.problem);
  if (answer.problem) return;
  exercise = answer;
  solved = false;
  history.replaceState(null, "", `/practice?exercise=${encodeURIComponent(answer.name)}&seed=${answer.seed}`);
  byId("exercise-title").textContent = answer.title;
  picture.draw(answer.svg);
  byId("formulas").replaceChildren(...answer.formulas.map((formula) => { const part = make("span"); part.innerHTML = formula; return part; }));
  byId("numbers").textContent = `${answer.numbers.map(([name, value]) => `${name} = ${value.replace("-", "−")}`).join(",  ")}; learning rate ${answer.rate}`;
  byId("done").textContent = "";
  byId("go-on").hidden = true;
  fields = new Map(answer.fields.map((field) => [field.key, row(field)]));
  byId("fields").replaceChildren(...[...fields.values()].map(({ element }) => element));
  const begun = kept.get("answers", null);
  if (begun?.name !== answer.name || begun.seed !== answer.seed) return;
  solved = begun.solved;
  for (const [key, field] of fields) {
    [field.input.value, field.first] = begun.fields[key] ?? ["", null];
  }
  latest.ask(question());
}

/** Keep what was answered, so that a page that is loaded again goes on. */
function keep() {
  const answered = Object.fromEntries([...fields].map(([key, { input, first }]) => [key, [input.value, first]]));
  kept.set("answers", { name: exercise.name, seed: exercise.seed, solved, fields: answered });
}

function row({ key, label, said }) {
  const id = `field-${key}`;
  const name = make("label", { htmlFor: id, className: "quantity" });
  name.innerHTML = label;
  name.append(make("span", { className: "hidden" }, said));
  const input = make("input", { id, type: "text", maxLength: 2000, spellcheck: false, autocapitalize: "off", "aria-describedby": `${id}-said` });
  const mark = make("span", { className: "mark", ariaHidden: "true" });
  const note = make("div", { id: `${id}-said`, className: "note", role: "status" });
  input.addEventListener("input", typed);
  input.addEventListener("change", () => judgeFinally(key));
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    judgeFinally(key);
    const order = [...fields.values()];
    order[order.findIndex((field) => field.input === input) + 1]?.input.focus();
  });
  const element = make("div", { className: "answer" }, name, make("span", { className: "equals", ariaHidden: "true" }, "="), input, mark, note);
  // What counts is the first answer that was finished, by Enter or by leaving the field.
  return { element, input, mark, note, hints: 0, verdict: null, first: null };
}

const latest = new Latest("/practice/judge", show);
const typed = calm(140, () => { latest.ask(question()); keep(); });

function question() {
  const answers = {};
  for (const [key, { input }] of fields) if (input.value.trim()) answers[key] = input.value;
  return { name: exercise.name, seed: exercise.seed, answers };
}

async function judgeFinally(key) {
  const field = fields.get(key), asked = question();
  if (!field.input.value.trim()) return;
  const answer = await ask("/practice/judge", asked);
  if (fields.get(key) !== field) return;
  show(answer, asked);
  const verdict = answer.verdicts?.[key], finished = asked.answers[key];
  if (!verdict || field.first === finished) return;
  const isFirst = field.first === null;
  field.first = finished;
  keep();
  if (verdict.right && isFirst) {
    score.right += 1;
    for (const diagnosis of possible(key)) makeGood(diagnosis);
  } else if (!verdict.right && verdict.diagnosis) {
    field.missed = verdict.diagnosis;
    score.missed[verdict.diagnosis] = (score.missed[verdict.diagnosis] ?? 0) + 1;
  }
  showScore();
}

// A mistake is made good where a quantity is right at once on which it could have been made.
const possible = (key) => exercise.fields.find((field) => field.key === key).mistakes;

function makeGood(diagnosis) {
  if (!score.missed[diagnosis]) return;
  score.missed[diagnosis] -= 1;
  if (!score.missed[diagnosis]) delete score.missed[diagnosis];
}

function show(answer, asked) {
  if (JSON.stringify(asked) !== JSON.stringify(question())) return; // something else stands there, and is asked about
  complain(answer.problem);
  if (answer.problem) return;
  picture.draw(answer.svg);
  for (const [key, field] of fields) {
    const verdict = asked.answers[key] === undefined ? null : answer.verdicts[key] ?? null;
    const changed = JSON.stringify(verdict) !== JSON.stringify(field.verdict);
    field.verdict = verdict;
    if (changed) showVerdict(field);
  }
  byId("go-on").hidden = !answer.done;
  byId("done").textContent = answer.done ? "All right. Take the next one." : "";
  if (answer.done && !solved) {
    solved = true;
    score.solved[exercise.name] = (score.solved[exercise.name] ?? 0) + 1;
    showScore();
    keep();
  }
}

function showVerdict(field) {
  const { element, mark, note, verdict } = field;
  element.dataset.state = verdict ? (verdict.right ? "right" : verdict.mark === "✗" ? "wrong" : "open") : "";
  mark.textContent = verdict?.mark ?? "";
  note.replaceChildren();
  if (!verdict) return;
  if (verdict.preview) {
    const preview = make("div", { className: "preview" });
    preview.innerHTML = verdict.preview;
    note.append(preview);
  }
  const readBack = verdict.understood ? ["I read: ", make("code", {}, verdict.understood)] : [];
  if (verdict.right) {
    note.append(make("p", { className: "soft" }, verdict.status === "right" ? "Right. " : `${verdict.learner} `, ...readBack));
    return;
  }
  if (readBack.length) note.append(make("p", { className: "soft" }, ...readBack));
  note.append(make("p", {}, verdict.learner));
  const more = verdict.hints.filter((hint) => hint !== verdict.learner);
  if (!more.length) return;
  const hints = make("div");
  const button = make("button", { type: "button", className: "quiet" }, "A hint");
  let given = 0;
  button.addEventListener("click", () => {
    hints.append(make("p", { className: "hint" }, more[given]));
    given += 1;
    if (given === more.length) button.remove(); else button.textContent = "Another hint";
  });
  note.append(hints, button);
}

byId("answers").addEventListener("submit", (event) => event.preventDefault());
for (const id of ["next", "go-on"]) {
  byId(id).addEventListener("click", async () => {
    await next(byId("choose").value ? { name: byId("choose").value } : {});
    if (id === "go-on") [...fields.values()][0]?.input.focus();
  });
}
byId("choose").addEventListener("change", () => byId("next").click());
byId("forget").addEventListener("click", () => { score = structuredClone(EMPTY); showScore(); });

const wanted = new URLSearchParams(location.search), seed = Number(wanted.get("seed"));
showScore();
next(wanted.has("exercise") && Number.isInteger(seed) ? { name: wanted.get("exercise"), seed } : {});
