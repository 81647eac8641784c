// Small pictures on canvases: gray values, signed weights, and what changed.
import { colour } from "./common.js";

const mix = (a, b, share) => a.map((value, k) => Math.round(value + (b[k] - value) * share));

function rgb(name) {
  const hex = colour(name);
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** Draw (28, 28) gray values, 0 is black, one pixel a value. */
export function gray(canvas, values) {
  const context = canvas.getContext("2d"), image = context.createImageData(28, 28);
  values.forEach((value, k) => image.data.set([value, value, value, 255], 4 * k));
  context.putImageData(image, 0, 0);
}

/** Leave a picture empty. */
export function blank(canvas) {
  const context = canvas.getContext("2d");
  context.fillStyle = colour("--map");
  context.fillRect(0, 0, canvas.width, canvas.height);
}

/** Draw signed values from -127 to 127 into a square of a context: one colour up, the other down. */
export function signed(context, values, x, y, size, background = null) {
  const up = rgb("--raise"), down = rgb("--lower"), paper = rgb("--map");
  const small = new OffscreenCanvas(28, 28), inside = small.getContext("2d"), image = inside.createImageData(28, 28);
  for (let k = 0; k < 784; k += 1) {
    const share = Math.sqrt(Math.abs(values[k]) / 127);
    const base = background ? mix(paper, [128, 128, 128], background[k] / 255 * 0.35) : paper;
    image.data.set([...mix(base, values[k] > 0 ? up : down, share), 255], 4 * k);
  }
  inside.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, x, y, size, size);
}

/** Draw contributions over the faint digit; what lowers the score is dotted, so that colour is not alone. */
export function evidence(canvas, contributions, seen) {
  const context = canvas.getContext("2d"), cell = canvas.width / 28;
  signed(context, contributions, 0, 0, canvas.width, seen);
  context.fillStyle = colour("--map");
  contributions.forEach((value, k) => {
    if (value > -10) return;
    context.beginPath();
    context.arc((k % 28 + 0.5) * cell, (Math.floor(k / 28) + 0.5) * cell, cell / 6, 0, 7);
    context.fill();
  });
}

/** Draw a digit, and on it the pixels that were filled (+) and emptied (-). */
export function changes(canvas, seen, changed) {
  const context = canvas.getContext("2d"), cell = canvas.width / 28;
  const small = new OffscreenCanvas(28, 28), inside = small.getContext("2d"), image = inside.createImageData(28, 28);
  const paper = rgb("--map"), ink = rgb("--soft");
  seen.forEach((value, k) => image.data.set([...mix(paper, ink, value / 255 * 0.7), 255], 4 * k));
  inside.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, canvas.width, canvas.height);
  if (!changed) return;
  context.font = `700 ${cell * 1.15}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  changed.forEach((value, k) => {
    if (value === seen[k]) return;
    const x = k % 28 * cell, y = Math.floor(k / 28) * cell, filled = value > seen[k];
    context.fillStyle = colour(filled ? "--raise" : "--lower");
    context.fillRect(x, y, cell, cell);
    context.fillStyle = colour("--map");
    context.fillText(filled ? "+" : "−", x + cell / 2, y + cell / 2 + 0.5);
  });
}

/** Draw how strongly neurons fire, as a field of squares; return their columns. */
export function field(canvas, values, chosen) {
  const columns = Math.ceil(Math.sqrt(values.length * canvas.width / canvas.height));
  const size = canvas.width / columns, rows = Math.ceil(values.length / columns);
  const context = canvas.getContext("2d"), paper = rgb("--map"), bright = rgb("--accent");
  context.clearRect(0, 0, canvas.width, canvas.height);
  values.forEach((value, k) => {
    context.fillStyle = `rgb(${mix(paper, bright, Math.max(0, value) / 127).join()})`;
    context.fillRect(k % columns * size + 1, Math.floor(k / columns) * size + 1, size - 2, size - 2);
  });
  if (chosen < values.length) {
    context.strokeStyle = colour("--ink");
    context.lineWidth = 2.5;
    context.strokeRect(chosen % columns * size + 1, Math.floor(chosen / columns) * size + 1, size - 2, size - 2);
  }
  return { columns, size, rows };
}
