"""The notebook that the course itself hands out, in all the states that students bring it into.

Its shape is the course's: no stamps and no names of questions, no checks, its own names of variables, `data` downloaded
by the notebook, and a test set that is a part of the training set. The words are ours.
"""

from typing import Any

import nbformat

Notebook = Any

PLACEHOLDER = "_Type your answer here, replacing this text._"
BEGIN, END = "<!-- BEGIN QUESTION -->", "<!-- END QUESTION -->"
FIRST = 'import otter\ngrader = otter.Notebook("A8.ipynb")'
LAST = "grader.export(pdf=False, force_save=True, run_tests=True)"

# The first question has no heading of its own; one has stubs in its text, which some students fill in there.
PROMPTS = {
    "q1": "Go through the graph from left to right.\n\n$q = $\n\n$r = $\n\n$f = $",
    "q2": "### Intermediary Variables\n\nSay what each of the intermediate values is made of.",
    "q3": "### Intermediary Gradients\n\nDifferentiate each intermediate value by the two that make it.",
    "q4": "### Final Local Gradients\n\nNow the gradients of $f$ by everything else, with the chain rule.",
    "q5": "### Gradient Descent Update Rule\n\nTake one step with $\\alpha = 0.01$ from $w_{t-1}$ and $b_{t-1}$.",
}
RIGHT = {
    "q1": "$q = w x = 5 \\cdot 2 = 10$\n\n$r = q + b = 10 - 2 = 8$\n\n$f = z r = 3 \\cdot 8 = 24$",
    "q2": "$q = w x$\n\n$r = q + b$\n\n$f = z r$",
    "q3": "$\\frac{\\partial r}{\\partial b} = 1$\n\n$\\frac{\\partial r}{\\partial q} = 1$\n\n"
    "$\\frac{\\partial q}{\\partial w} = x = 2$\n\n$\\frac{\\partial q}{\\partial x} = w = 5$",
    "q4": "$\\frac{\\partial f}{\\partial f} = 1$\n\n$\\frac{\\partial f}{\\partial z} = r = 8$\n\n"
    "$\\frac{\\partial f}{\\partial r} = z = 3$\n\n"
    "$\\frac{\\partial f}{\\partial q} = \\frac{\\partial f}{\\partial r} \\frac{\\partial r}{\\partial q} = 3$\n\n"
    "$\\frac{\\partial f}{\\partial b} = \\frac{\\partial f}{\\partial r} \\frac{\\partial r}{\\partial b} = 3$\n\n"
    "$\\frac{\\partial f}{\\partial x} = \\frac{\\partial f}{\\partial q} \\frac{\\partial q}{\\partial x} = 15$\n\n"
    "$\\frac{\\partial f}{\\partial w} = \\frac{\\partial f}{\\partial q} \\frac{\\partial q}{\\partial w} = 6$",
    "q5": "$w_t = w_{t-1} - \\alpha \\frac{\\partial f}{\\partial w} = 5 - 0.01 \\cdot 6 = 4.94$\n\n"
    "$b_t = b_{t-1} - \\alpha \\frac{\\partial f}{\\partial b} = -2 - 0.01 \\cdot 3 = -2.03$",
}
WRONG = {
    "q1": "$q = 7$\n\n$r = 5$\n\n$f = 15$",
    "q2": "$q = w + x$\n\n$r = q b$\n\n$f = z + r$",
    "q3": "$\\frac{\\partial r}{\\partial b} = q = 10$",
    "q4": "$\\frac{\\partial f}{\\partial w} = x = 2$",
    "q5": "$w_t = 5 + 0.01 \\cdot 6 = 5.06$",
}

IMPORTS = """\
import random
import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.utils.data import DataLoader, Subset
from torchvision import datasets
from torchvision.transforms import ToTensor"""
LOAD = """\
train_data = datasets.MNIST(root='data', train=True, transform=ToTensor(), download=True)
test_data = datasets.MNIST(root='data', train=False, transform=ToTensor(), download=True)
train_dataset = Subset(train_data, range(len(train_data) // {part}))
test_dataset = Subset(train_data, range(1000))
train_loader = DataLoader(train_dataset, batch_size=100, shuffle=True)
test_loader = DataLoader(test_dataset, batch_size=100, shuffle=False)
for name, loader, dataset in (('train', train_loader, train_dataset), ('test', test_loader, test_dataset)):
    print(f'For the {{name}} set:')
    print('Total number of batches:', len(loader))
    print(f'Number of images in each batch in {{name}} set:', loader.batch_size)
    print(f'Total number of images in {{name}} set:', len(dataset))
    print()"""
SHOW = """\
fig, axes = plt.subplots(2, 5)
test_batches = list(test_loader)
for axis in axes.flat:
    images, labels = random.choice(test_batches)
    index = random.randrange(10)
    axis.imshow(images[index][0], cmap='gray')
    axis.set_title(f'GT: {labels[index]}', color='blue')
    axis.axis('off')"""
SIZE = """\
input_size = {size}
image = images[index][0]
image.shape"""
NETWORK = """\
class NeuralNet(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super(NeuralNet, self).__init__()
        self.input_size = input_size
        self.l1 = {l1}
        self.relu = nn.ReLU()
        self.l2 = {l2}

    def forward(self, x):
        x = {first}
        x = {second}
        out = {third}
        return out"""
PARAMETERS = """\
hidden_size = 500
num_classes = 10
num_epochs = 3
batch_size = 100
learning_rate = 0.001
model = NeuralNet(input_size, hidden_size, num_classes)
model"""
LOSS = """\
loss_func = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=learning_rate)"""
TRAIN = """\
n_total_batches = len(train_loader)
print('Total Batches in train set:', n_total_batches)
losses = []
for epoch in range(num_epochs):
    for i, (images, labels) in enumerate(train_loader):
        images = images.reshape(-1, 28 * 28)
        outputs = {outputs}
        loss = {loss}
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if (i + 1) % 10 == 0:
            where = f'Epoch [{{epoch + 1}}/{{num_epochs}}], Batch [{{i + 1}}/{{n_total_batches}}]'
            print(f'{{where}}, Loss: {{loss.item():.4f}}')"""
EVALUATE = """\
with torch.no_grad():
    n_correct = n_samples = 0
    for images, labels in test_loader:
        images = images.reshape(-1, 28 * 28)
        predicted = model(images).argmax(dim=1)
        n_correct += (predicted == labels).sum().item()
        n_samples += len(labels)
print(f'Accuracy of the network on the {n_samples} test images: {100 * n_correct / n_samples} %')"""
PREDICT = """\
fig, axes = plt.subplots(2, 5)
for axis in axes.flat:
    images, labels = random.choice(test_batches)
    index = random.randrange(10)
    with torch.no_grad():
        guess = model(images[index].reshape(-1, 28 * 28)).argmax().item()
    axis.imshow(images[index][0], cmap='gray')
    axis.set_title(f'GT: {labels[index]}, Pred: {guess}', color='blue')
    axis.axis('off')"""

BLANKS = {
    "size": "...",
    "l1": "...",
    "l2": "...",
    "first": "...",
    "second": "...",
    "third": "...",
    "outputs": "...",
    "loss": "...",
}
SOLVED = {
    "size": "28 * 28",
    "l1": "nn.Linear(input_size, hidden_size)",
    "l2": "nn.Linear(hidden_size, num_classes)",
    "first": "self.l1(x)",
    "second": "self.relu(x)",
    "third": "self.l2(x)",
    "outputs": "model(images)",
    "loss": "loss_func(outputs, labels)",
}


def original(
    written: dict[str, str] | None = None, filled: dict[str, str] | None = None, *, part: int = 10, ran: bool = False
) -> Notebook:
    """The notebook with these answers.

    Args:
        written: answers by question, as if each stood in its answer cell.
        filled: what stands at the blanks of the code, by the blank's name.
        part: it trains on one of so many parts of the training images; the course's is 10, for 60,000 images.
        ran: whether it was saved after all cells were run.
    """
    answers, blanks = written or {}, BLANKS | (filled or {})
    new = nbformat.v4
    cells = [
        new.new_code_cell(FIRST),
        new.new_markdown_cell("# Assignment 8\n\nGradients by hand, then digits with a feed-forward network."),
        new.new_markdown_cell(
            "## Part 1\n\n$f(x, w, z, b) = z (w x + b)$ at $x = 2$, $w = 5$, $b = -2$, $z = 3$\n\n"
            "![](imgs/computational-graph.png)"
        ),
    ]
    for number, (id, prompt) in enumerate(PROMPTS.items()):
        begin = BEGIN if number == 0 else f"{END}\n\n{BEGIN}"
        cells.append(new.new_markdown_cell(f"{begin}\n\n{prompt}\n\n_Points:_ 0.3"))
        cells.append(new.new_markdown_cell(answers.get(id, PLACEHOLDER)))
    cells.append(new.new_markdown_cell(f"{END}\n\n## Part 2\n\nTrain a network that reads digits."))
    sources = (
        ("Import what is needed.", IMPORTS),
        ("Load the images.", LOAD.format(part=part)),
        ("Look at ten of them.", SHOW),
        ("### Question\n\nHow many numbers does the network take in?\n\n_Points:_ 0.5", SIZE.format(**blanks)),
        ("### Question\n\nComplete the network.\n\n_Points:_ 0.5", NETWORK.format(**blanks)),
        ("Choose the hyperparameters.", PARAMETERS),
        ("Choose the loss and the optimizer.", LOSS),
        ("Complete the training loop.", TRAIN.format(**blanks)),
        ("How good is it?", EVALUATE),
        ("Look at ten predictions.", PREDICT),
    )
    for text, code in sources:
        cells += [new.new_markdown_cell(text), new.new_code_cell(code)]
    cells += [new.new_markdown_cell("Save before you run this, then hand in the zip."), new.new_code_cell(LAST)]
    if ran:
        for number, cell in enumerate((cell for cell in cells if cell.cell_type == "code"), start=1):
            cell.execution_count = number
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = new.new_notebook(cells=cells, metadata={"kernelspec": kernel, "otter": {"OK_FORMAT": True, "tests": {}}})
    made.nbformat_minor = 4  # cells had no ids then
    for cell in made.cells:
        del cell["id"]
    return made


def blank() -> Notebook:
    """As it is handed out."""
    return original()


def solved(*, part: int = 10) -> Notebook:
    """All right, and saved after a run."""
    return original(RIGHT, SOLVED, part=part, ran=True)


def wrong(*, part: int = 10) -> Notebook:
    """Answered throughout, and not right: a network without its ReLU, one input a row, wrong numbers."""
    mistakes = {"size": "28", "l1": "nn.Linear(784, hidden_size)", "second": "x"}
    return original(WRONG, SOLVED | mistakes, part=part, ran=True)


def half_done() -> Notebook:
    """One answer in the question's own stubs, one on a photo, one cell of code; the rest is as it was."""
    made = original({"q2": "![Q2](imgs/q2.png)", "q3": RIGHT["q3"]}, {"size": SOLVED["size"]})
    prompt = made.cells[3]
    for stub, value in (("$q = $", "$q = 5 \\cdot 2 = 10$"), ("$r = $", "$r = 10 - 2 = 8$"), ("$f = $", "$f = 24$")):
        assert stub in prompt.source
        prompt.source = prompt.source.replace(stub, value)
    return made
