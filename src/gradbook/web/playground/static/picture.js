// The picture of a graph in its frame: its size, its numbers, what the walk lights, and dragging on it.

const READABLE = 0.62; // of the size that it is drawn in, at which its smallest letters can still be read
const LARGEST = 1.5; // that it is blown up to without being asked
const DRAG = 2; // pixels of a drag for a slider's step

export class Picture {
  /** `moved(name, value)` is called where an input's number is dragged, or changed by keys. */
  constructor(frame, moved = () => {}) {
    this.frame = frame;
    this.moved = moved;
    this.zoom = null; // as chosen; null for as large as fits, but never too small to read
    this.nodes = new Map();
    this.edges = new Map();
    this.sliders = new Map();
    this.find();
    this.fit();
    this.begin();
    frame.addEventListener("pointerdown", (event) => this.grasp(event));
    frame.addEventListener("keydown", (event) => this.press(event));
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.scaleTo(this.scale * Math.exp(-event.deltaY / 300), event);
    }, { passive: false });
    new ResizeObserver(() => this.fit()).observe(frame);
  }

  /** Show a picture; one that is as large as the one before stays where it was scrolled to. */
  draw(svg) {
    const { width, height } = this, { scrollLeft, scrollTop } = this.frame;
    this.frame.innerHTML = svg;
    this.find();
    if (this.width === width && this.height === height) {
      this.fit();
      [this.frame.scrollLeft, this.frame.scrollTop] = [scrollLeft, scrollTop];
      return;
    }
    this.zoom = null;
    this.fit();
    this.begin();
  }

  /** Scroll to where the inputs are. */
  begin() {
    this.frame.scrollLeft = 0;
    this.frame.scrollTop = (this.frame.scrollHeight - this.frame.clientHeight) / 2;
  }

  find() {
    this.svg = this.frame.querySelector("svg");
    this.nodes = new Map();
    this.edges = new Map();
    this.sliders = new Map();
    if (!this.svg) return;
    [this.width, this.height] = ["width", "height"].map((name) => Number(this.svg.getAttribute(name)));
    for (const node of this.svg.querySelectorAll("[data-node]")) {
      this.nodes.set(node.dataset.node, { node, value: node.querySelector(".v"), gradient: node.querySelector(".g") });
    }
    for (const edge of this.svg.querySelectorAll("[data-from]")) this.edges.set(`${edge.dataset.from} ${edge.dataset.to}`, edge);
  }

  // -- size ---------------------------------------------------------------------------------------------------------------

  /** The scale at which all of it is seen. */
  get whole() {
    const style = getComputedStyle(this.frame);
    const across = this.frame.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const down = this.frame.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    return Math.min(across / this.width, down / this.height);
  }

  fit() {
    if (!this.svg) return;
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    this.scale = this.zoom ?? Math.max(READABLE * letters, Math.min(LARGEST * letters, this.whole));
    this.svg.style.width = `${this.scale * this.width}px`;
    this.svg.style.height = `${this.scale * this.height}px`;
    this.frame.classList.toggle("pans", this.scale > this.whole * 1.001);
  }

  /** Choose a scale; what is under a point of the page, else the middle, stays where it is. */
  scaleTo(scale, point = null) {
    if (!this.svg) return;
    const box = this.frame.getBoundingClientRect();
    const [x, y] = point ? [point.clientX - box.left, point.clientY - box.top] : [box.width / 2, box.height / 2];
    const before = this.scale, [left, top] = [this.frame.scrollLeft, this.frame.scrollTop];
    this.zoom = Math.min(4, Math.max(Math.min(0.25, this.whole), scale));
    this.fit();
    this.frame.scrollLeft = (left + x) * this.scale / before - x;
    this.frame.scrollTop = (top + y) * this.scale / before - y;
  }

  /** Show all of it; where all is seen, as large as can be read. */
  toggleWhole() {
    const isWhole = this.zoom === this.whole;
    this.zoom = isWhole ? null : this.whole;
    this.fit();
    return !isWhole;
  }

  // -- numbers and light ----------------------------------------------------------------------------------------------------

  write({ nodes, edges }) {
    for (const [name, value, gradient, x] of nodes) {
      const label = this.nodes.get(name);
      for (const [text, said] of [[label?.value, value], [label?.gradient, gradient]]) {
        if (!text || said === null) continue;
        text.textContent = said;
        text.setAttribute("x", x);
      }
      const slider = this.sliders.get(name);
      if (slider) label.node.setAttribute("aria-valuetext", `value ${value}, gradient ${gradient}`);
    }
    for (const [from, to, share] of edges) {
      const label = this.edges.get(`${from} ${to}`)?.querySelector("text");
      if (label) label.textContent = share;
    }
  }

  /** Light a step of the walk; none is no walk. */
  light(step) {
    this.svg?.classList.toggle("walking", Boolean(step));
    for (const element of this.frame.querySelectorAll(".now, .lit, .known-value, .known-gradient")) {
      element.classList.remove("now", "lit", "known-value", "known-gradient");
    }
    if (!step) return;
    for (const name of step.values) this.nodes.get(name)?.node.classList.add("known-value");
    for (const name of step.gradients) this.nodes.get(name)?.node.classList.add("known-gradient");
    for (const [from, to] of step.edges) this.edges.get(`${from} ${to}`)?.classList.add("lit");
    const now = this.nodes.get(step.node)?.node;
    now?.classList.add("now");
    if (now) this.bringIntoView(now);
  }

  bringIntoView(node) {
    const box = node.getBoundingClientRect(), frame = this.frame.getBoundingClientRect();
    const inside = box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    if (inside) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    const [x, y] = [(box.left + box.right) / 2 - frame.left, (box.top + box.bottom) / 2 - frame.top];
    this.frame.scrollBy({ left: x - frame.width / 2, top: y - frame.height / 2, behavior });
  }

  // -- dragging ---------------------------------------------------------------------------------------------------------------

  /** Make inputs' numbers draggable, as sliders: name, value and step of each. */
  makeSliders(inputs) {
    this.svg.setAttribute("role", "group");
    this.sliders = new Map();
    for (const { name, value, step } of inputs) {
      const node = this.nodes.get(name)?.node;
      if (!node) continue;
      this.sliders.set(name, { value, step });
      node.classList.add("drag");
      for (const [key, said] of [["tabindex", 0], ["role", "slider"], ["aria-label", `${name}, in the picture`], ["aria-valuenow", value]]) node.setAttribute(key, said);
    }
  }

  set(name, value) {
    const slider = this.sliders.get(name);
    if (!slider) return;
    slider.value = value;
    this.nodes.get(name).node.setAttribute("aria-valuenow", value);
  }

  change(name, value) {
    this.moved(name, Number(value.toPrecision(10)));
  }

  press(event) {
    const name = event.target.closest?.(".drag")?.dataset.node;
    const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (name === undefined || !steps || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { value, step } = this.sliders.get(name);
    this.change(name, value + steps * step);
  }

  grasp(event) {
    const name = event.target.closest(".drag")?.dataset.node;
    if (name !== undefined) this.dragNumber(event, name);
    else if (event.pointerType === "mouse" && event.button === 0 && this.frame.classList.contains("pans")) this.pan(event);
  }

  dragNumber(event, name) {
    event.preventDefault();
    this.nodes.get(name).node.focus({ preventScroll: true });
    const { value, step } = this.sliders.get(name), x = event.clientX;
    this.follow(event, "dragging", (now) => this.change(name, value + Math.round((now.clientX - x) / DRAG) * step));
  }

  pan(event) {
    const [left, top] = [this.frame.scrollLeft, this.frame.scrollTop];
    this.follow(event, "panning", (now) => {
      this.frame.scrollLeft = left + event.clientX - now.clientX;
      this.frame.scrollTop = top + event.clientY - now.clientY;
    });
  }

  follow(event, state, move) {
    this.frame.setPointerCapture(event.pointerId);
    this.frame.classList.add(state);
    const end = () => {
      this.frame.removeEventListener("pointermove", move);
      this.frame.classList.remove(state);
    };
    this.frame.addEventListener("pointermove", move);
    this.frame.addEventListener("pointerup", end, { once: true });
    this.frame.addEventListener("pointercancel", end, { once: true });
  }
}
