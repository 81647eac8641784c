// The networks to choose from, and the one for handwriting, which is trained where it is wished for or where there is none.
import { ask, byId, complain, make, percent } from "./common.js";

const MAKE = "make"; // the choice of a network that is yet to be trained
const first = byId("network"), second = byId("other");

/** The ids of the networks that are to look at what is drawn: one or two. */
export const chosen = () => [first.value, second.value].filter((id, at, all) => id && id !== MAKE && all.indexOf(id) === at);

export class Networks {
  /** `changed()` is called where other networks are chosen. */
  constructor(changed) {
    this.changed = changed;
    this.ids = "";
    this.making = false; // whether the one for handwriting is wished for
    for (const list of [first, second]) {
      list.addEventListener("change", () => {
        if (list.value === MAKE) { list.value = list.dataset.last; this.make(); return; }
        list.dataset.last = list.value;
        changed();
      });
    }
    this.look();
  }

  async make() {
    this.making = true;
    const answer = await ask("/digits/make", {});
    complain(answer.problem);
    if (!answer.problem) this.look();
  }

  async look() {
    const answer = await ask("/digits/networks");
    this.tell(answer);
    if (!answer.networks) return;
    this.fill(answer);
    if (answer.making) setTimeout(() => this.look(), 500);
    else if (!answer.networks.length && !this.making) this.make();
    else this.making = false;
  }

  /** Say how far the training is. */
  tell({ making, networks, problem }) {
    complain(problem);
    byId("making").hidden = !making;
    if (!making) return;
    const { share, seconds_left: left } = making;
    const time = left === null ? "" : `, about ${Math.max(1, Math.round(left))} s left`;
    const meanwhile = networks.length ? "" : " A quick one comes first, in some seconds.";
    byId("making-text").textContent = `A network for handwriting is being trained: ${percent(share)}${time}. It is kept for the next time.${meanwhile}`;
    byId("made").value = share;
  }

  /** Offer what there is; what was chosen stays chosen, unless what was wished for is there. */
  fill({ networks, own, making }) {
    const ids = JSON.stringify([networks, own, Boolean(making)]);
    if (ids === this.ids || !networks.length) return;
    this.ids = ids;
    const known = new Set(networks.map(({ id }) => id));
    const before = [first.value, second.value], arrived = this.making && own;
    const options = () => networks.map(({ id, title }) => make("option", { value: id }, title));
    const offer = () => (own || making ? [] : [make("option", { value: MAKE }, "for handwriting: train it now …")]);
    first.replaceChildren(...options(), ...offer());
    second.replaceChildren(make("option", { value: "" }, "none"), ...options(), ...offer());
    first.value = known.has(before[0]) && !arrived ? before[0] : networks[0].id;
    second.value = known.has(before[1]) ? before[1] : "";
    for (const list of [first, second]) { list.dataset.last = list.value; list.disabled = false; }
    if (first.value !== before[0] || second.value !== before[1]) this.changed();
  }
}
