"""How hand-ins without a right answer try to get points for assignment 8. None is worth any."""
# ruff: noqa: E501 - the code of attackers stands as they would write it

import json
import struct

RIGHT = """
import torch
from torch import nn
input_size = 28 * 28
class NeuralNet(nn.Module):
    def __init__(self, input_size, hidden_size, num_classes):
        super().__init__()
        self.input_size = input_size
        self.l1 = nn.Linear(input_size, hidden_size)
        self.relu = nn.ReLU()
        self.l2 = nn.Linear(hidden_size, num_classes)
    def forward(self, x):
        return self.l2(self.relu(self.l1(x)))
"""
LAYERS = RIGHT.replace("28 * 28", "783")
"""Its layers are right, so check_q7_layers gives its share; what it gives back is what is forged."""
WRONG = LAYERS.replace("self.relu(self.l1(x))", "self.l1(x)")

_HEADER = json.dumps(
    {
        "values": {"input_size": 783, "points": 2.5, "passed": True},
        "states": {},
        "problems": {},
        "probes": {"network": [{"output": True, "attributes": {}, "problem": None, "passed": True}] * 3},
    }
).encode()
_FORGED = struct.pack("<Q", len(_HEADER)) + _HEADER + struct.pack("<Q", 0)

FORGERIES = {
    "is equal to everything": WRONG
    + "class Equal(int):\n    def __eq__(self, other):\n        return True\n    __hash__ = int.__hash__\ninput_size = Equal(783)",
    "is a number that says another": WRONG
    + "class Liar(int):\n    def __int__(self):\n        return 784\n    __index__ = __float__ = __int__\ninput_size = Liar(783)",
    "patches what compares": WRONG
    + "import numpy, torch, unittest, builtins\nnumpy.allclose = torch.allclose = torch.equal = lambda *_, **__: True\n"
    "torch.Tensor.__eq__ = lambda *_: True\nunittest.TestCase.assertEqual = lambda *_: None\n"
    "builtins.AssertionError = type('E', (Exception,), {'__init__': lambda *_: None})",
    "keeps the grader's weights out": LAYERS.replace(
        "self.l2(self.relu(self.l1(x)))", "torch.zeros(len(x), self.l2.out_features)"
    )
    + "torch.Tensor.copy_ = lambda *_: None\nnn.Module.state_dict = lambda self: {n: torch.zeros_like(p) for n, p in self.named_parameters()}",
    "patches what is read of a tensor": WRONG
    + "torch.Tensor.detach = lambda self: torch.zeros(1)\ntorch.Tensor.numpy = lambda self: None",
    "gives back its own weights": LAYERS.replace("self.l2(self.relu(self.l1(x)))", "self.l2.weight"),
    "gives back not-a-number": LAYERS.replace("self.l2(self.relu(self.l1(x)))", "self.l2(self.l1(x)) * float('nan')"),
    "gives back an array that is equal to all": WRONG
    + "class T(torch.Tensor):\n    def __eq__(self, other):\n        return True\n"
    "old = NeuralNet.forward\nNeuralNet.forward = lambda self, x: old(self, x).as_subclass(T)",
    "writes frames of its own": WRONG + f"import os, struct\nforged = {_FORGED!r}\n"
    "send = lambda kind, body=b'': os.write(3, struct.pack('>cQ', kind, len(body)) + body)\n"
    'send(b\'C\', b\'{"status": "ok", "text": "", "error": ""}\')\n'
    "for part in range(2):\n    send(b'H', struct.pack('>I', part))\n    send(b'X', forged)\nsend(b'D')\nos._exit(0)",
    "says that it is done": 'import os, struct\nos.write(3, struct.pack(\'>cQ\', b\'C\', 40) + b\'{"status":"ok","text":"","error":""}    \')\n'
    "os.write(3, struct.pack('>cQ', b'D', 0))\nos._exit(0)",
    "replaces what takes its exports": WRONG + f"import gc, types\nforged = {_FORGED!r}\n"
    "def false(namespace, request):\n    import struct, json\n"
    f"    return {_FORGED!r}\n"
    "for thing in gc.get_objects():\n"
    "    if isinstance(thing, types.FunctionType) and thing.__name__ == 'harvest':\n        thing.__code__ = false.__code__\n"
    "import sys\nfor module in list(sys.modules.values()):\n    if hasattr(module, 'harvest'):\n        module.harvest = false",
    "exports what runs when it is read": WRONG
    + "class Bomb:\n    def __reduce__(self):\n        return (open, ('pickled', 'w'))\ninput_size = Bomb()\nmodel = Bobm = Bomb()",
    "exports what is nested without end": WRONG
    + "input_size = []\nfor _ in range(900):\n    input_size = [input_size]",
    "exports a number without end": WRONG + "input_size = 10 ** 100_000",
    "exports half a character": WRONG + "input_size = '\\ud800' * 10",
    "exports all at once": WRONG + "input_size = list(range(10 ** 7))",
    "has no weights at all": LAYERS.replace("self.l2(self.relu(self.l1(x)))", "self.l2.bias.expand(len(x), -1)"),
    "stretches a bias over all the grader's memory": WRONG
    + "losses = [float(x) for x in range(180, 0, -1)]\nmodel = {'l1.weight': torch.ones(1, 784), 'l1.bias': torch.ones(10**6, 1, 1), 'l2.weight': torch.ones(10, 1), 'l2.bias': torch.ones(10)}",
    "has losses that are a list thirty times as large": WRONG
    + "losses = torch.ones(4_000_000, dtype=torch.int8)\nmodel = NeuralNet(784, 5, 10)",
    "gives out a state that is not its own": WRONG
    + "nn.Module.state_dict = lambda self, *_, **__: {name: torch.zeros(p.shape) for name, p in self.named_parameters()}",
    "hides its weights behind a parametrization": WRONG
    + "from torch.nn.utils import parametrize\nclass Zero(nn.Module):\n    def forward(self, weight):\n        return weight * 0\n"
    "old = NeuralNet.__init__\ndef made(self, *sizes):\n    old(self, *sizes)\n    parametrize.register_parametrization(self.l1, 'weight', Zero())\nNeuralNet.__init__ = made",
    "answers a call before forward does": WRONG
    + "NeuralNet.__call__ = lambda self, x: torch.zeros(len(x), self.l2.out_features)",
    "brings a verdict of its own": WRONG
    + "import os\nos.makedirs('.gradbook', exist_ok=True)\nfor name in ('.gradbook/checks.py', 'results.json', 'record.txt', 'exports.bin'):\n"
    "    open(name, 'w').write('2.5')\nprint('\\x1b[2J\\x1b[32m2.5 of 2.5 points')",
}
