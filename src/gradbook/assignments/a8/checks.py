"""The checks of assignment 8. They see exported data only: what a learner's process says of itself decides nothing."""

import numpy as np

from gradbook.checks import Exports, accuracy_on_unseen_digits, expect

BATCHES = (180, 120)  # 3 epochs of 60 batches; of 40 with the sample, which has 4,000 images to train on


def check_q6(exports: Exports) -> None:
    """The input size is that of an image laid out in a row."""
    size = exports.number("input_size")
    rows, columns = 28, 28
    expect(
        size == rows * columns,
        f"An image has {rows} rows of {columns} pixels, and the network takes all of them in at once. "
        "How many numbers is that?",
    )


def check_q7_layers(exports: Exports) -> None:
    """The two layers have the sizes that they are asked for."""
    for case in exports.cases("network"):
        inputs, hidden, classes = (case.sizes[name] for name in ("input_size", "hidden_size", "num_classes"))
        shapes = {name: array.shape for name, array in case.state.items()}
        expect(
            {"l1.weight", "l1.bias", "l2.weight", "l2.bias"} <= shapes.keys(),
            "The network needs two linear layers, self.l1 and self.l2.",
        )
        built = f"NeuralNet({inputs}, {hidden}, {classes})"
        expect(
            shapes["l1.weight"] == (hidden, inputs) and shapes["l1.bias"] == (hidden,),
            f"In {built} the layer l1 should lead from input_size to hidden_size numbers.",
        )
        expect(
            shapes["l2.weight"] == (classes, hidden) and shapes["l2.bias"] == (classes,),
            f"In {built} the layer l2 should lead from hidden_size to num_classes numbers.",
        )
        expect(shapes.keys() == {"l1.weight", "l1.bias", "l2.weight", "l2.bias"}, "There is a layer too many.")
        expect(case.attributes.get("input_size") == inputs, "self.input_size should be the input_size it is given.")


def check_q7_forward(exports: Exports) -> None:
    """The forward pass is l1, relu, l2, recalculated here with weights of ours, which the network was given."""
    for case in exports.cases("network"):
        (x,), output, weights = case.inputs, case.output, case.weights
        expect(
            all(name in case.state and case.state[name].shape == weight.shape for name, weight in weights.items()),
            "The outputs cannot be recalculated, because the layers are not as they should be yet.",
        )
        expect(isinstance(output, np.ndarray) and output.dtype.kind == "f", "forward should return a tensor.")
        classes = case.sizes["num_classes"]
        expect(
            output.shape == (len(x), classes),
            f"For {len(x)} images and {classes} classes forward should return {len(x)} x {classes} scores, "
            f"and it returns {' x '.join(map(str, output.shape)) or 'a single number'}.",
        )
        hidden = np.maximum(x @ weights["l1.weight"].T + weights["l1.bias"], 0)
        expected = hidden @ weights["l2.weight"].T + weights["l2.bias"]
        expect(
            np.allclose(output, expected, rtol=1e-3, atol=1e-3),
            "The outputs are not l2(relu(l1(x))). In which order do the three go, and what does each one take in?",
        )


def check_q8(exports: Exports) -> str:
    """Training: one finite loss a batch, falling; then the weights are tried on other images."""
    losses = exports.numbers("losses")
    expect(
        len(losses) in BATCHES,
        f"There should be one loss a batch, {BATCHES[0]} in all ({BATCHES[1]} with the sample of the digits); "
        f"there are {len(losses)}.",
    )
    expect(np.isfinite(losses).all(), "A loss is not a finite number.")
    tenth = max(1, len(losses) // 10)
    first, last = float(np.mean(losses[:tenth])), float(np.mean(losses[-tenth:]))
    expect(last < 0.6 * first, f"The loss should fall clearly, and it goes from {first:.2f} to {last:.2f}.")
    accuracy, images = accuracy_on_unseen_digits(exports.state("model"))
    found = f"your network reads {accuracy:.1%} of {images:,} images that it was not trained on."
    expect(accuracy > 0.8, f"So far {found} It can do better: is each batch used to change the weights?")
    return f"Well done: {found}"
