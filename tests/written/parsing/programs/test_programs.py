"""From program text and its output to statements: what is written and what is read; `?` counts only where it fits."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon

LINES: list[tuple[str, list[str]]] = [
    ("def df(w):\n    return 2 * z\n\nw_new = w - 0.01 * df(w)", ["w_new = w - 0.01 * (2 * z)"]),
    ("grad_f = lambda w: x * z\nw_new = w - lr * grad_f(w)", ["w_new = w - lr * (x * z)"]),
    ("q = 2(0.5) + 9\n  = 10", ["q = 2 * 0.5 + 9 = 10"]),  # mathematics that Python can parse
    ("df = 1\ndz = df * r", ["df/df = 1", "df/dz = df/df * r"]),
    ("f.dv = 1.0\nr.dv = z.v  # 3", ["df/df = 1", "df/dr = z = 3"]),
    ("f.dv = 2.0\nr.dv = z.v  # 3", []),  # whatever that is
    ("f.count = 1\nf.label = 1\nr.adj = z.data  # 3", []),  # a count is no gradient
    ("q = w * x  # 10", ["q = w * x = 10"]),
    ("q = w * x  # = 10", ["q = w * x = 10"]),
    ("q = w * x  # -> 10, the product", ["q = w * x = 10"]),
    ("q = w * x  # 5 * 2 = 10", ["q = w * x = 5 * 2 = 10"]),
    ("q = w * x  # prints 10", ["q = w * x = 10"]),
    ("q = w * x  # becomes 10", ["q = w * x = 10"]),
    ("({'q': 10, 'dW': 6}, 24)", ["q = 10?", "df/dw = 6?"]),
    ("({'q': 10}, 24)", ["q = 10?"]),
    ("q = Value(data=10.0, grad=3.0)", ["q = 10", "df/dq = 3"]),
    ("q = Value(data=10, grad=0.0)\nq = Value(data=10, grad=3.0)", ["q = 10", "q = 10", "df/dq = 3"]),
    ("q = Value(data=10, grad=0.0)", ["q = 10", "df/dq = 0"]),
    ("q\nValue(data=10.0, grad=3.0)", ["q = 10", "df/dq = 3"]),
    ("print(q)\nValue(data=10.0, grad=0.0)", ["q = 10"]),
    (
        "f.backward()\nprint(q)\nprint(r)\nScalar(value=10.0, grad=3)\nScalar(value=8.0, grad=0.0)",
        ["q = 10", "df/dq = 3", "r = 8", "df/dr = 0"],
    ),
    ("f.backward()\nprint(q)\nTerm(val=10, grad=3.0)", ["q = 10", "df/dq = 3"]),
    ("f.backward()\nf.zero_grad()\nprint(q)\nTerm(val=10, grad=0.0)", ["q = 10"]),
    ("q = gate(w, x)  # the output is 10", ["q = <q = gate(w, x)> = 10"]),
    ("q = gate(w, x)  # output is 10", ["q = <q = gate(w, x)> = 10"]),
    ("partial_w = z * x  # both paths! = 6", ["df/dw = z * x = 6"]),
    ("===== forward =====\nq = 10\n===== backward =====\ndw = 6", ["q = 10", "df/dw = 6"]),
    ("print('[fwd]', f'q={q} r={r}')\n[fwd] q=10 r=8", ["q = 10", "r = 8"]),
    ("print(f'[wrong] q={q} r={r}')\n[wrong] q=10 r=8", ["q = 10 (wrong)", "r = 8 (wrong)"]),
    ("w -= lr * dw\nprint(f'w={w}')\nw=4.94", ["w_new = w - lr * df/dw", "w_new = 4.94"]),
    ("print('q =', r)\nq = 8", ["q = 8"]),
    (
        "def go(w, x):\n    q = w * x\n    print('q', q)\n    return q\ngo(5, 2)\nq 10",
        ["q = w * x?", "q = 10?"],
    ),
    (
        "def go(w, x):\n    q = w * x\n    print('value', q)\n    return q\ngo(9, 2)\nvalue 10",
        ["q = w * x?", "q = 10"],  # where w is 9
    ),
    (
        "def go(w, x):\n    for i in range(9):\n        w -= lr * dw\n        print('w', w)\ngo(5, 2)\nw 4.94",
        ["w_new = w - lr * df/dw?", "w = 4.94?"],
    ),
    # what is one number in brackets, and what is not there yet
    (
        "w = torch.tensor([5.], requires_grad=True)\nq = w * x\nq\ntensor([10.], grad_fn=<MulBackward0>)",
        ["q = w * x", "q = 10"],
    ),
    ("grad(f, w, retain_graph=True)\n(tensor([6.]),)", ["df/dw = 6"]),
    ("torch.autograd.grad(f, w)\n(tensor(6.),)", ["df/dw = 6"]),
    (
        "print(w.grad)  # None\nf.backward()\nprint(w.grad)   # w.grad = 6.\nNone\ntensor(6.)",
        ["df/dw = 6", "df/dw = 6"],
    ),
    ("print(w.grad)\nf.backward()\nprint(w.grad)\nNone\ntensor(6.)", ["df/dw = 6"]),
    # loops: the first round counts where it fits, and later ones say nothing
    (
        "for i in range(9):\n    q = w * x\n    w -= lr * dw\n    print('round', i, 'product', q, 'w', w)\n"
        "round 0 product 10 w 4.94\nround 1 product 9.88 w 4.88",
        ["q = w * x?", "w_new = w - lr * df/dw?", "q = 10?", "w_new = 4.94?", "q = 9.88?", "w_new = 4.88?"],
    ),
    (
        "for i in range(9):\n    q = w * x\n    w -= lr * dw\n    print(f'product {q}, w {w}')\n"
        "product 10, w 4.94\nproduct 9.88, w 4.88",  # of which round?
        ["q = w * x?", "w_new = w - lr * df/dw?", "q = 10?", "w_new = 4.94?"],
    ),
    (
        "for i in range(90):\n    q = w * x\n    if i % 10 == 0:\n        print(f'{i}: {q}')\n    w -= lr * dw\n"
        "print('at last', q)\n0: 10\n10: 8.8\n20: 7.6\nat last 0",
        ["q = w * x?", "w_new = w - lr * df/dw?", "q = 10?", "q = 8.8?", "q = 7.6?"],
    ),
    (
        "for i in range(90):\n    q = w * x\n    w -= lr * dw\n    if i % 10 == 9:\n        print(f'{i}: {q}')\n"
        "9: 8.8\n19: 7.6",
        ["q = w * x?", "w_new = w - lr * df/dw?"],
    ),
    (
        "for i in range(2):\n    f.backward()\n    w.data -= lr * w.grad\n"
        "    print(f'w {w.item():.2f}, grad w {w.grad.item()}')\nw 4.94, grad w 6.0\nw 4.88, grad w 6.0",
        ["w_new = w - lr * df/dw?", "w_new = 4.94?", "df/dw = 6?"],
    ),
    ("q = w * x  # data = 10", ["q = w * x = 10"]),
    ("q = w * x  # value: 10", ["q = w * x = 10"]),
    ("q = w * x  # grad = 10", ["q = w * x", "df/dq = 10"]),
    ("q = w * x  # 2 inputs", ["q = w * x"]),
    ("q = w * x  # wrong", ["q = w * x (wrong)"]),
    ("q = w * x  # 10 (not sure)", ["q = w * x = 10 (not sure)"]),
    ("q = w * x  # q = 10, dq/dw = x", ["q = w * x", "q = 10", "dq/dw = x"]),
    ("q, r = w * x, q + b  # 10 8", ["q = w * x", "r = q + b", "q = 10", "r = 8"]),
    ("q = 10; r = 8", ["q = 10", "r = 8"]),
    ("q = w * x + 0 / 1 ** 2", ["q = w * x + 0 / 1**2"]),
    ("q = np.multiply(w, x)", ["q = w * x"]),
    ("q = gate.forward(w, x)  # 10", ["q = <q = gate.forward(w, x)> = 10"]),
    ("q = gate.forward(w, x)", []),
    ("dw = dq * x  # 6", ["df/dw = df/dq * x = 6"]),
    ("df_dw = df_dq * dq_dw", ["df/dw = df/dq * dq/dw"]),
    ("derivative_f_wrt_w = z * x  # 6", ["df/dw = z * x = 6"]),
    ("x = 2\nq = w * x", ["q = w * x"]),
    ("w -= 0.01 * w.grad  # 4.94", ["w_new = w - 0.01 * df/dw = 4.94"]),
    ("w.data -= lr * dw", ["w_new = w - lr * df/dw"]),
    ("w = w - lr * df_dw\nq = w * x  # 9.88", ["w_new = w - lr * df/dw", "q_new = w_new * x = 9.88"]),
    ("w = w - lr * dw\nw = w - lr * dw\nprint(w)  # 4.88", ["w_new = w - lr * df/dw"]),
    ("dw = 0\ndw += z * x\nprint(dw)  # 6", ["df/dw = 0 + z * x", "df/dw = 6"]),
    ("t = q + b\nprint(t)  # 8", ["q + b = q + b?", "q + b = 8"]),
    ("q = w * x\nr = q + b\nprint(q, r)\n# >>> 10 8", ["q = w * x", "r = q + b", "q = 10", "r = 8"]),
    ("q = w * x\nprint(q)\n# -> 10", ["q = w * x", "q = 10"]),
    ("df/dw = 6     // 3 * 2 along the only path that there is", ["df/dw = 6"]),
    ("q = w * x  # data = 10", ["q = w * x = 10"]),
    ("q = w * x  # the product of both -> 10", ["q = w * x = 10"]),
    ("q = w * x  # only the direct way: 10", ["q = w * x = 10"]),
    ("q = w * x  # not the product -> 10", ["q = w * x (not)"]),
    (">>> q = w * x\n10\n>>> r = q + b\n8", ["q = w * x", "q = 10", "r = q + b", "r = 8"]),
    ("in Python\n>>> q = w * x\n>>> q\n10", ["q = w * x", "q = 10"]),
    ("df/dw = 6 // 3", ["df/dw = 6 = 3"]),
    ("df/dw = 6   <-- it dies here", ["df/dw = 6"]),
    ('print("df/dw =", df_dw)  # 6', ["df/dw = df/dw = 6"]),
    ('print("not df/dw:", df_dw)  # 6', ["df/dw = 6 (not)"]),
    ('print("df/dw = 6")', ["df/dw = 6 (a string of a program, which calculates nothing)"]),
    ('print(f"{q} {r:.1f}")  # 10 8.0', ["q = 10", "r = 8"]),
    ("assert df_dw == 6", ["df/dw = 6"]),
    ("for i in range(10):\n    w -= lr * dw\nprint(w)  # 4.4", ["w_new = w - lr * df/dw?"]),
    ("for _ in range(1):\n    w -= lr * dw\nprint(w)  # 4.94", ["w_new = w - lr * df/dw", "w_new = 4.94"]),
    ("def r(q, b):\n    return q + b", ["r = q + b?"]),
    ("def sigmoid(x):\n    return x + 1\nr = sigmoid(q)  # 11", ["r = q + 1 = 11"]),
    ("def double(t):\n    return 2 * t\nr = double(q)  # 20", ["r = 2 * q = 20"]),
    ("def go(w, x=2):\n    return w * x, x\nr = go(w)[0]  # 10", ["r = w * x = 10"]),
    ("w -= lr * dw\nprint(w * x)\n# >>> 9.88", ["w_new = w - lr * df/dw", "w_new * x = 9.88"]),
    ("r = math.hypot(w, x)", ["r = sqrt(w**2 + x**2)"]),
    ('grads = {"w": 6.0, "x": z * w}', ["df/dw = 6", "df/dx = z * w"]),
    ("q.backward()\nprint(w.grad)  # tensor(2.)", ["dq/dw = 2"]),
    ("f.backward()\nprint(w.grad)\ntensor(6.)", ["df/dw = 6"]),
    ("print(q)\nprint(r)\n10\n8", ["q = 10", "r = 8"]),
    ("print(q)\nprint(r)\n10", ["q = 10?"]),
    ('print("w is", w.grad)\nw is 6.0', ["df/dw = 6"]),
    (">>> q\n10", ["q = 10"]),
    (">>> q, r\n(10.000..., 8.0)", ["q = 10", "r = 8"]),
    ("q\n10", ["q = 10"]),
    ("[q, r]\n[10, 8]", ["q = 10", "r = 8"]),
    ("grads = {\"w\": 6}\nprint(grads)\n{'w': 6}", ["df/dw = 6", "df/dw = 6"]),
    ("import numpy as np  # q = 11", ["q = 11"]),
    ("class Gate:\n    q = 11", []),
    ("q = w*x\nprint('q = w*x   :', q)\n\nq = w*x   : 10", ["q = w * x", "q = w * x = 10"]),
    ("q = w * x  # 10\n# --- Verification ---\nr = q + b", ["q = w * x = 10", "r = q + b"]),
    ("import math\nr = max(0, q)  # 10", ["r = max(0, q) = 10"]),
    ("import math\nr = q if q > 0 else 0", ["r = {q if [q > 0]; 0 if 1}"]),
    ("df/dw = df/dq * dq/dw = 6", ["df/dw = df/dq * dq/dw = 6"]),
    ("q = w^2", ["q = w**2"]),
    ("e = q + b\nr = e * 1  # 8", ["q + b = q + b?", "r = (q + b) * 1 = 8"]),
    ("q = w * x  # the product (5 * 2 = 10)", ["q = w * x = 5 * 2 = 10"]),
    ("q=w*x #곱셈(5*2=10)", ["q = w * x = 5 * 2 = 10"]),
    ("print(q) # Value(data=10.0, grad=3.0, label='s_1', operation='MUL')", ["q = 10", "df/dq = 3"]),
    ("print(q)\nValue(data=10.0, label='q', _op='*')", ["q = 10"]),
    ("q, r\n(tensor(10., requires_grad=True),\n tensor(8., grad_fn=<AddBackward0>))", ["q = 10", "r = 8"]),
    ("f.backward()\n[w.grad, b.grad]\n[tensor(6.),\n tensor(3.)]", ["df/dw = 6", "df/db = 3"]),
]

UNFENCED: list[tuple[str, list[str]]] = [
    ("q = w * x  # 10\nr = q + b  # 8", ["q = w * x = 10", "r = q + b = 8"]),
    ("    q = w * x\n    print(q)\n    10", ["q = w * x", "q = 10"]),
    (">>> q = w * x\n>>> q\n10", ["q = w * x", "q = 10"]),
    ("In [1]: q = w*x; q\nOut[1]: 10", ["q = w * x", "q = 10"]),
    ("var q = w * x; // 10", ["q = w * x = 10"]),
    ("```\nprint(q, r)\n```\nOutput:\n```\n10 8\n```", ["q = 10", "r = 8"]),
    ("q = w * x\nprint(q)\n\nAusgabe: 10", ["q = w * x", "q = 10"]),
    ("q = w * x\nprint('Loss:', z * r)\n\nLoss: 24", ["q = w * x", "z * r = 24"]),  # what is printed there
    # lines below a blank one that begin as the prints do
    ("q = w * x\nprint('The product (of both):', q)\n\nThe product (of both): 10", ["q = w * x", "q = 10"]),
    ("q = w * x\nprint('The product (of both):', q)\n\nThe product (of both): 11", ["q = w * x", "q = 11"]),
    (
        "dq = w\ndw = df * z * x\nprint('How much w influences f:', dw)\n\nHow much w influences f: 6.0",
        ["df/dq = w", "df/dw = df/df * z * x", "df/dw = 6"],
    ),
    ("dw = df * z * x\nprint('How w and r do, f:', dw)\n\nHow w and r do, f: 24", ["df/dw = df/df * z * x", "f = 24"]),
    (
        "w_new = w - lr * dw\nprint('Weights: w =', w_new, 'b =', b_new)\n\nWeights: w = 4.94 b = -2.03",
        ["w_new = w - lr * df/dw", "w_new = 4.94", "b_new = -2.03"],
    ),
    # comments in the manner of C
    ("// the product\nlet q = w * x\nconsole.log('q', q); // q 10", ["q = w * x", "q = 10"]),
    ("// At w=5: q = 10\nlet (f, df) = both(w, &x).unwrap();", ["w = 5", "q = 10"]),
    ("// q = 10\n// r = 8\n\nThis is all.", ["q = 10", "r = 8"]),
    ("```\nprint(q, r)\n```\n\n    10 8", ["q = 10", "r = 8"]),
    ("```\nq, r\n```\n(tensor(10., grad_fn=<MulBackward0>), tensor(8., requires_grad=True))", ["q = 10", "r = 8"]),
    ("import torch\nq = w*x\n\nq ,r\n\n```\n(tensor(10.),\n tensor(8.))\n```", ["q = w * x", "q = 10", "r = 8"]),
    (
        "import torch\nf = z*r\n\nf.backward()\n\nw.grad   # of the leaf\n\n```\ntensor(6.)\n```",
        ["f = z * r", "df/dw = 6"],
    ),
    ("This is the forward pass\nq = w * x # the product\nr = q + b # a sum\nprint(q)", ["q = w * x", "r = q + b"]),
    ("q = w*x = 10\n\nimport torch\nprint(w.grad)\ntensor(6.)", ["q = w * x = 10", "df/dw = 6"]),
]

# what is judged, the program, whether it is accepted
JUDGED: list[tuple[str, str, bool]] = [
    ("w1", "def grad_f(w):\n    return x * z\n\nw_new = w - 0.01 * grad_f(w)\nprint(w_new)\n# 4.94", True),
    ("w1", "def grad_f(w):\n    return x + z\n\nw_new = w - 0.01 * grad_f(w)\nprint(w_new)\n# 4.95", False),
    ("w1", "df = lambda w: x + z\nw_new = w - 0.01 * df(w)\nprint(w_new)\n# 4.94", False),
    ("df/dw", "f.adj = 1\nq.adj = z.data\nw.adj = q.adj * x.data  # 6", True),
    ("df/dw", "f.adj = 1\nq.adj = z.data\nw.adj = q.adj * w.data  # 6", False),
    ("df/dw", "f.adj = 1\nq.adj = z.data\nw.adj = q.adj * x.data  # 5", False),
    ("df/dw", "r.adj = 1\nw.adj = 6", False),  # of r, or of what?
    ("q", "q = w * x", False),  # no number is stated
    ("q", "q = w * x\nprint(q)", False),
    ("q", "q = w * x  # 10", True),
    ("q", "q = w + x  # 10", False),
    ("q", "q = w * x  # 11", False),
    ("q", "q = 10  # wrong", False),
    ("q", "# wrong:\nq = 10", False),
    ("q", "q = 10\n# no, that is wrong", False),
    ("q", "# wrong\nq = 10", False),
    ("q", "q = 10  # sign error, correct is -10", False),
    ("q", "q = w * x  # 10 (for w = 4)", False),
    ("q", "q = w * x  # 10 (the product)", True),
    ("q", "q = 10 if False else 11", False),
    ("q", "q = 10\nq += 1", False),
    ("q", "print(q)\nprint(r)\n8\n10", False),
    ("q", "w = 4\nq = w * x  # 10", False),  # another w than the exercise's
    ("q", "w = 5\nq = w * x  # 10", True),
    ("q", "q = w * x  # 10\nq = w * x  # 11", False),
    ("q", "q = 11\nprint(q)\n10", False),
    ("df/dw", "dw = z * x  # 6", True),
    ("df/dw", "dw = z + 3  # 6", False),
    ("df/dw", "local = x\nupstream = z\ndw = local * upstream  # 6", True),
    ("df/dw", "local = w\nupstream = z\ndw = local * upstream  # 6", False),
    ("df/dw", "dw = 0\ndw += z * x\nprint(dw)\n6", True),
    ("df/dw", "dw = 6\ndw += 1\nprint(dw)\n7", False),
    ("df/dw", "w = w - lr * dw\nf.backward()\nprint(w.grad)\n6", False),  # the gradient at another point
    ("df/dw", "print(q)\nprint(w.grad)\n6", False),  # whose output is it?
    ("w1", "w -= lr * dw\nprint(w)\n4.94", True),
    ("w1", "w += lr * dw\nprint(w)\n4.94", False),
    ("w1", "for i in range(9):\n    w -= lr * dw\nprint(w)\n4.94", False),
    ("w1", "w -= lr * dw\nw -= lr * dw\nprint(w)\n4.94", False),
    ("df/dq", "q = Value(data=10, grad=3)\nq = Value(data=10, grad=4)", False),
    ("df/dq", "q = Value(data=10, grad=0)\nq = Value(data=10, grad=4)", False),
    ("q", "print(f'[no] q={q}')\n[no] q=10", False),
    ("r", "print(f'q={q} r={r}')\nq=10 r=9", False),
    ("r", "print('q =', r)\nq = 8", False),
    ("q", "def go(w):\n    q = w * x\n    print('q', q)\ngo(5)\nq 11", False),
    ("q", "q = w * x  # the product (5 * 2 = 11)", False),
    ("q", "q = w * x  # the product (5 + 5 = 10)", False),
    ("q", "q = w * x  # not the product (5 * 2 = 10)", False),
    ("q", "r, q\n(tensor(10., requires_grad=True),\n tensor(8.))", False),
    ("q", "q, r\n(tensor(10., requires_grad=True),\n wrong)", False),
    ("df/dq", "print(q) # Value(data=10.0, grad=4.0, label='q')", False),
    ("df/dq", "f.backward()\nprint(q)\nNode(data=10.0, grad=0.0)", False),
    ("df/dq", "f.backward()\nprint(r)\nNode(data=10.0, grad=3.0)", False),
    ("q", "f.backward()\nprint(r)\nprint(q)\nNode(data=10.0, grad=3.0)\nNode(data=8.0, grad=3.0)", False),
    ("q", "for i in range(3):\n    q = w * x\n    print(f'q={q}')\n    w -= lr * dw\nq=10\nq=9.88\nq=9.76", True),
    ("q", "for i in range(3):\n    q = w * x\n    print(f'q={q}')\n    w -= lr * dw\nq=11\nq=10\nq=9.76", False),
    (
        "q",
        "for i in range(3):\n    q = w * x\n    print(f'{i}: q={q}')\n    w -= lr * dw\n0: q=10\n1: q=9.88\n2: q=9.76",
        True,
    ),
    (
        "q",
        "for i in range(3):\n    q = w * x\n    print(f'{i}: q={q}')\n    w -= lr * dw\n0: q=11\n1: q=10\n2: q=9.76",
        False,
    ),
    ("w1", "for i in range(3):\n    w -= lr * dw\n    print('w', w)\nw 4.88\nw 4.94\nw 4.94", False),
    ("df/dw", "grad(f, b)\n(tensor([6.]),)", False),
    ("df/dw", "print(b.grad)\nf.backward()\nprint(w.grad)\nNone\ntensor(3.)", False),
    ("w1", "w -= lr * dw\nprint(w)\n4.940000057220459", True),  # in single precision
    ("w1", "w -= lr * dw\nprint(w)\n4.94001", False),
    ("w1", "w -= lr * dw\nprint(w)\n4.940015057220459", False),
    ("q", "print(r) # Value(data=10.0, grad=3.0, label='q')", False),
    ("q", "def go(w):\n    q = w * x\n    print('value', q)\ngo(4)\nvalue 10", False),
]


def fenced(text: str) -> str:
    """A program as a cell of Markdown."""
    return f"```python\n{text}\n```"


def _read(text: str) -> list[str]:
    return [
        read_back(statement, text) + "?" * statement.tentative + (f" ({statement.doubt})" if statement.doubt else "")
        for statement in reading_of(text, LEXICON)
    ]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_line_of_a_program_is_read(text: str, expected: list[str]) -> None:
    assert _read(fenced(text)) == expected


@pytest.mark.parametrize(("text", "expected"), UNFENCED)
def test_programs_are_found_without_a_fence(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(("key", "text", "accepted"), JUDGED)
def test_a_calculation_in_a_program_is_judged_as_in_mathematics(key: str, text: str, accepted: bool) -> None:
    assert (verdicts(fenced(text), EXERCISES["seed"])[key].status in ACCEPTED) is accepted


@pytest.mark.parametrize(
    "text", ["q = " + "-" * 500 + "1", "q = " + "(" * 300 + "1" + ")" * 300, "a = q\n" + "a = a + a\n" * 80]
)
def test_programs_that_are_bombs_are_read_at_once(text: str) -> None:
    verdicts(fenced(text), EXERCISES["seed"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("f.backward()\nprint(f'dw: {w.grad}')", Status.UNREAD),
        ("f.backward()\nprint(w)", Status.UNREAD),  # which shows its gradient too
        ("print(w)", Status.MISSING),
        ("f.backward()\nprint(f'dx: {x.grad}')", Status.MISSING),
        ("f.backward()\nprint(f'dw: {w.grad}')\n# dw: 6", Status.RIGHT),
        ("f.backward()\nprint(f'dw: {w.grad}')\n# dw: 7", Status.WRONG),
    ],
)
def test_what_is_printed_and_not_shown_is_not_missing(text: str, status: Status) -> None:
    source = f"```python\nq = w * x\nr = q + b\nf = z * r\n{text}\n```"
    assert verdicts(source, EXERCISES["seed"])["df/dw"].status is status
