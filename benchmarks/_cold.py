"""The second table of `train.py`: whole processes, from starting Python to the printed accuracy."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

# The notebook's code cells without its pictures, on its own protocol: it evaluates 1,000 images that it trained on.
_NOTEBOOK = """\
import torch
import torch.nn as nn
from torch.utils.data import DataLoader, Subset
from torchvision.datasets import MNIST
from torchvision.transforms import ToTensor

train_data = MNIST(root=FOLDER, train=True, transform=ToTensor())
test_data = MNIST(root=FOLDER, train=False, transform=ToTensor())
train_dataset = Subset(train_data, range(COUNT))
test_dataset = Subset(train_data, range(1000))
train_loader = DataLoader(train_dataset, batch_size=100, shuffle=True)
test_loader = DataLoader(test_dataset, batch_size=100, shuffle=False)


class NeuralNet(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.input_size = input_size
        self.l1 = nn.Linear(input_size, hidden_size)
        self.relu = nn.ReLU()
        self.l2 = nn.Linear(hidden_size, num_classes)

    def forward(self, x):
        return self.l2(self.relu(self.l1(x)))


num_epochs = 3
model = NeuralNet(784, 500, 10)
loss_func = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
losses = []
for epoch in range(num_epochs):
    for i, (images, labels) in enumerate(train_loader):
        images = images.reshape(-1, 784)
        outputs = model(images)
        loss = loss_func(outputs, labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        if (i + 1) % 10 == 0:
            print(f"Epoch [{epoch + 1}/{num_epochs}], Batch [{i + 1}/{len(train_loader)}], Loss: {losses[-1]:.4f}")

with torch.no_grad():
    right = count = 0
    for images, labels in test_loader:
        predicted = model(images.reshape(-1, 784)).argmax(1)
        right += (predicted == labels).sum().item()
        count += len(labels)
print(f"{100 * right / count:.2f} % of {count:,} images that it trained on")
"""

# All of the unseen images, which is more work.
_GRADBOOK = """\
from gradbook.digits import evaluate, load, train

evaluation = evaluate(train(load(FOLDER), PRESET, device="cpu"))
print(f"{100 * evaluation.accuracy:.2f} % of {len(evaluation.labels):,} unseen images")
"""

NOTEBOOK, PRESETS = "notebook's loop", ("notebook", "fast")


@dataclass(frozen=True)
class ColdRun:
    """One whole process.

    Attributes:
        script: whose it is: `NOTEBOOK`, or one of `PRESETS`.
        seconds: from starting Python to its end.
        printed: the last line that it printed.
    """

    script: str
    seconds: float
    printed: str


def write_scripts(folder: Path, count: int) -> dict[str, Path]:
    """Write the scripts into the data's `folder`; the notebook's trains on the first `count` images."""
    texts = {NOTEBOOK: f"FOLDER, COUNT = {str(folder)!r}, {count}\n{_NOTEBOOK}"}
    texts |= {name: f"FOLDER, PRESET = {str(folder)!r}, {name!r}\n{_GRADBOOK}" for name in PRESETS}
    paths = {name: folder / f"cold_{number}.py" for number, name in enumerate(texts)}
    for name, path in paths.items():
        path.write_text(texts[name])
    return paths


def run_cold(name: str, script: Path) -> ColdRun:
    """Run a script once.

    Raises:
        CalledProcessError: it failed.
    """
    start = time.perf_counter()
    done = subprocess.run([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, check=True)
    return ColdRun(name, time.perf_counter() - start, done.stdout.splitlines()[-1])
