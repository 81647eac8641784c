r"""Styles of notes, homework and mails, each with its like that must not be accepted: asides, steps, samples."""

import pytest
from tests.written.test_real_styles import Case, rows

NEURON = ("z = w*x + b; a = relu(z); L = (a - y)**2/2", {"w": 0.5, "x": 2.0, "b": 0.3, "y": 1.0})  # z 1.3, L 0.045
MOVED = (("w", "b"), 0.5)  # dL/dw = 0.6, dL/db = 0.3: w 0.2, b 0.15, L after it 0.10125

CASES = {
    "an equation in brackets behind words is one, where no word stands in them": Case(
        *NEURON,
        ("z", "da/dz", "dL/da"),
        [
            ("the ReLU lets it through (da/dz = 1), so dL/da = 0.3", {"da/dz", "dL/da"}),
            ("The relu passes it on ($da/dz = 1$).", {"da/dz"}),
            (r"Comme $z > 0$, la ReLU laisse passer ($\partial a/\partial z = 1$)", {"da/dz"}),
            ("z is positive (z = 1.3)", {"z"}),
            ("加算ノードはそのまま流す(z = 1.3)。", {"z"}),
            ("The relu is open (Leon has z = 1.3).", set()),
            ("The relu is open (not z = 1.3).", set()),
            ("The relu is open (if z = 1.3).", set()),
            ("My sum is copied (z = 1.3)", set()),
            ("My relu is copied (z = 1.3)", set()),
            ("I doubt that the relu is on (z = 1.3)", set()),
            ("Maybe the relu is on (z = 1.3)", set()),
            ("It is wrong for relu units (z = 1.3).", set()),
            ("It is wrong for 2 reasons (z = 1.3).", set()),
            ("Leon's relu is on (z = 1.3).", set()),
        ],
    ),
    "a new value may be named twice, and a result may be of new inputs": Case(
        *NEURON,
        ("L", "new:w", "new:b", "new:L"),
        [
            ("Updated weight, w = 0.5 - 0.3 = 0.2", {"new:w"}),
            ("Updated bias, b = 0.15", {"new:b"}),
            ("new w: w = 0.2", {"new:w"}),
            ("L with the new w and b: 0.10125", {"new:L"}),
            ("L = 0.045\n\nw = 0.2, b = 0.15\n\nloss at the new w and b: 0.10125", {"L", "new:w", "new:b", "new:L"}),
            ("L with the old w: 0.045", {"L"}),
            ("L with the new w: 0.3", set()),
            ("Tom's updated weight, w = 0.2", set()),
            ("Updated weight, w = 0.8", set()),
        ],
        *MOVED,
    ),
    "a task says nothing of when its answers are": Case(
        *NEURON,
        ("z", "L", "new:L"),
        [
            (
                "> Compute z and L, then all gradients, then do one step with lr 0.5 and give the new loss.\n\n"
                "z = 1.3\n\nL = 0.045",
                {"z", "L"},
            ),
            ("**To find:** gradients w.r.t. w and b, updated w and new loss\n\nz = 1.3\nL = 0.045", {"z", "L"}),
            ("The new loss is:\n\nL = 0.10125", {"new:L"}),
        ],
        *MOVED,
    ),
    "through a quantity comes a part, which is of no quantity": Case(
        "e = w*x - y; L = e**2 + k*w**2",
        {"w": 1.2, "x": 2.0, "y": 3.0, "k": 0.1},
        ("e", "dL/dw"),
        [
            (r"e = -0.6. Through e: $-1.2\cdot x = -2.4$. Penalty: $0.24$. Together $dL/dw = -2.16$", {"e", "dL/dw"}),
            ("e = -0.6. Via e: -1.2*2 = -2.4", {"e"}),
            ("e = -0.6. über e: -2.4", {"e"}),
            ("Via e: dL/dw = -2.4", set()),
        ],
    ),
    "an input that is said to be another is the exercise's again where it is given so": Case(
        "pred = weight*3; loss = (pred - 12)**2",
        {"weight": 1.0},
        ("pred", "loss", "dloss/dweight", "new:weight"),
        [
            ("The solution is `weight = 4`.\n\nWe begin with `weight = 1`.\n\npred = 3\n\nloss = 81", {"pred", "loss"}),
            ("weight = 4 solves it.\n\npred = 3", set()),
            ("weight = 1, then weight = 4, and pred = 3", set()),
            ("dL/dw = 2*(3 - 12)*3 = -54, w <- 1 + 5.4 = 6.4", {"dloss/dweight", "new:weight"}),
            ("d(loss)/d(weight) = -54", {"dloss/dweight"}),
            ("dloss/dweight = -54, weight_new = 6.4", {"dloss/dweight", "new:weight"}),
            ("dL/dw = 54", set()),
        ],
        ("weight",),
    ),
    "a condition with its own result is of no equation before it": Case(
        *NEURON,
        ("z",),
        [
            ("z = 1.3\n\nIf w is 0.6 then z = 1.5", {"z"}),
            ("z = 1.3. If w = 0.6, z = 1.5", {"z"}),
            ("z = 1.3 if w = 0.6", set()),
            ("z = 1.3. If w is 0.6, then", set()),
            ("If w is 0.6 then z = 1.3", set()),
        ],
    ),
    "the probability of the class is p": Case(
        "z = w*x; p = sigmoid(z); L = -log(p)",
        {"w": 0.4, "x": 2.0},
        ("p", "L"),
        [
            (r"$P(y=1|x) = \sigma(0.8) \approx 0.69$", {"p"}),
            (r"$p(y = 1 \mid x) = 0.69$", {"p"}),
            ("P(Y = 1) = 0.69", {"p"}),
            (r"$P(y=0|x) = 0.31$", set()),
            (r"$P(y=0|x) = 0.69$", set()),
            (r"$P(y=2|x) = 0.69$", set()),
            (r"$P(y=1|x) = 0.31$", set()),
        ],
    ),
    "how many samples there are is no number of one": Case(
        "z1 = w*x1 + b; z2 = w*x2 + b; J = (z1 + z2)/2",
        {"w": 1.0, "b": -2.0, "x1": 1.0, "x2": 3.0},
        ("z1", "z2", "J"),
        [
            ("Consider 2 samples in 1D: x1 = 1, x2 = 3.\n\nz1 = -1", {"z1"}),
            ("- Sample 1: z1 = -1\n- Sample 2: z2 = 1", {"z1", "z2"}),
            ("For the second sample J = 0", set()),
        ],
    ),
    "a sum that is worked out apart may be used, whatever else its number is": Case(
        "r1 = w*x1 - y1; r2 = w*x2 - y2; J = (r1**2 + r2**2)/2",
        {"w": 0.0, "x1": 1.0, "x2": 1.0, "y1": 1.0, "y2": 5.0},
        ("dJ/dw",),
        [
            (r"$\sum_i r_i = (-1) + (-5) = -6$. $\frac{\partial J}{\partial w} = \frac{2}{2}(-6) = -6$", {"dJ/dw"}),
            (r"$\frac{\partial J}{\partial w} = \frac{2}{2} \times (6) = -6$", set()),
        ],
    ),
    "a formula with numbers put in for some of its names may round them, and leave out what is nothing": Case(
        "h2 = tanh(w*h1 + u*x2 + b)",
        {"w": 0.5, "h1": 0.7616, "u": 1.0, "x2": 0.0, "b": 0.0},
        ("h2",),
        [
            (r"$h_2 = \tanh(0.5\cdot 0.76 + x_2)$: with $x_2 = 0$, $h_2 = \tanh(0.38) \approx 0.36$", {"h2"}),
            (r"$h_2 = \tanh(0.5\cdot 0.67 + x_2) \approx 0.36$", set()),
        ],
    ),
    "a derivative that is the local one too is both": Case(
        "q = x + y; f = q*z",
        {"x": 3.0, "y": -5.0, "z": 2.0},
        ("local:df/dz", "df/dz", "local:df/dq"),
        [("∂f/∂z = q = -2", {"local:df/dz", "df/dz"}), ("∂f/∂z = 2", set())],
    ),
    "a layer stands above an index, where no such name may have a power": Case(
        "z2_1 = v*x1; a2_1 = sigmoid(z2_1); z2_2 = u*x1; a2_2 = sigmoid(z2_2); z3_1 = p*a2_1 + q*a2_2; "
        "a3_1 = sigmoid(z3_1); C = (a3_1 - y)**2/2",
        {"v": 0.1, "x1": 1.0, "u": 0.3, "p": 0.5, "q": 0.6, "y": 1.0},
        ("z3_1", "dC/dz3_1", "dC/da3_1"),
        [
            (r"$z_1^3 = 0.6071$", {"z3_1"}),
            (r"$\delta_1^3 = -0.0805$, $\delta_1^2 = -0.0100$, $\delta_2^2 = -0.0118$", {"dC/dz3_1"}),
            (r"$\frac{\partial C_x}{\partial a_1^3} = -0.3527$", {"dC/da3_1"}),
            (r"$z_1^3 = 0.5$", set()),
        ],
    ),
    "parameters are what the step moves": Case(
        "p = a*x + c; L = (p - y)**2",
        {"a": 0.5, "c": 2.0, "x": 3.0, "y": 4.0},
        ("dL/da", "dL/dc"),
        [
            (r"$\nabla_\theta L = -1\cdot(3,1)^\top = (-3,-1)^\top$", {"dL/da", "dL/dc"}),
            (r"$\nabla_\theta L = (3,1)$", set()),
        ],
        ("a", "c"),
    ),
    "what is said of several by a pronoun is of none alone": Case(
        "e1 = w*x1; e2 = w*x2; L = (e1**2 + e2**2)/2",
        {"w": 0.9, "x1": 2.0, "x2": -1.0},
        ("dL/de1", "dL/de2"),
        [
            (r"Since $\partial L/\partial e_i = e_i$, these are just $1.8$ for one and $-0.9$ for the other", set()),
            (r"$\partial L/\partial e_1 = e_1 = 1.8$", {"dL/de1"}),
        ],
    ),
    "columns that count steps are no values": Case(
        "u = w*x; p = sigmoid(u)",
        {"w": 1.0, "x": 2.0},
        ("u", "p", "dp/du"),
        [
            (
                "| | Forward | | Backward |\n|---|---|---|---|\n"
                "| 1 | $u = w x = 2$ | 3 | $dp/du = p(1-p) = 0.105$ |\n"
                "| 2 | $p = \\sigma(u) = 0.8808$ | 4 | $dp/dw = 0.21$ |\n",
                {"u", "p", "dp/du"},
            ),
            ("| | value |\n|---|---|\n| u | 3 |\n| p | 4 |", set()),
        ],
    ),
    "derivatives in program text are mathematics, and methods go on with a side": Case(
        "p = x1*w1 + x2*w2; L = (p - y)**2",
        {"w1": 1.0, "w2": 1.0, "x1": 1.0, "x2": 2.0, "y": 13.0},
        ("dL/dw1", "dL/dw2", "new:w1"),
        [
            ("```\nw1_new = w1 - lr * dL/dw1\n       = 1 + 2 = 3\n```", {"new:w1"}),
            ("dL/dw = x.T.matmul(dL/dp) = [[1], [2]] * -20.0 = [[-20], [-40]]", {"dL/dw1", "dL/dw2"}),
            ("dL/dw = x.T @ (dL/dp) = [-20, -40]", {"dL/dw1", "dL/dw2"}),
            ("dL/dw = x.T.dot(dL/dp) = [20, 40]", set()),
        ],
        ("w1", "w2"),
    ),
    "what is said in brackets or behind a word tells of which weights a result is": Case(
        *NEURON,
        ("z", "L", "new:w", "new:b", "new:L"),
        [
            ("w (new) = 0.2", {"new:w"}),
            ("w (after the step) = 0.2", {"new:w"}),
            ("L (with the new weights): 0.10125", {"new:L"}),
            ("L (updated weights) = 0.10125", {"new:L"}),
            ("L (old) = 0.045", {"L"}),
            ("L (new) = 0.045", set()),
            ("w' = 0.2, b' = 0.15. Check: with w' and b' the predictions are 0.55 and 0.55", {"new:w", "new:b"}),
            ("w' and b' are 0.2 and 0.15", {"new:w", "new:b"}),
            ("w_new = 0.2, b_new = 0.15.\n\nNog een keer vooruit: z = 0.55, L = 0.10125", {"new:w", "new:b", "new:L"}),
        ],
        *MOVED,
    ),
    "a gradient at the new point is no new value": Case(
        "f = x**2",
        {"x": 5.0},
        ("df/dx", "new:x"),
        [
            ("df/dx = 10, x_1 = 4. The gradient at x_1 is f'(x_1) = 2*4 = 8.", {"df/dx", "new:x"}),
            ("The gradient at x is f'(x) = 10", {"df/dx"}),
            ("The gradient at x_1 is 4", set()),
        ],
        ("x",),
    ),
    "steps are counted above a vector whose zeroth is said": Case(
        "r1 = theta0 + theta1*x1 - y1; r2 = theta0 + theta1*x2 - y2; J = (r1**2 + r2**2)/2",
        {"theta0": 0.0, "theta1": 0.0, "x1": 1.0, "x2": 2.0, "y1": 3.0, "y2": 5.0},
        ("dJ/dtheta0", "dJ/dtheta1", "new:theta0", "new:theta1"),
        [
            (r"Start: $\theta^{(0)} = (0, 0)$. Then $\theta^{(1)} = (0.8, 1.3)$.", {"new:theta0", "new:theta1"}),
            (
                r"$\theta^{(0)} = [0, 0]^T$, $\nabla J^{(0)} = \begin{bmatrix} -8 \\ -13 \end{bmatrix}$",
                {"dJ/dtheta0", "dJ/dtheta1"},
            ),
            (r"$\theta^{(0)} = (0, 0)$. $\theta^{(1)} = (0.9, 1.3)$.", {"new:theta1"}),
            (r"$\theta^{(0)} = (0.8, 1.3)$.", set()),
            (r"\frac{\partial J}{\partial \theta_1} = 1 (-3 - 10) = -13", {"dJ/dtheta1"}),
            ("dJ/dtheta1 = 2/2 * (1*(-3) + 2*(-5)) = -13", {"dJ/dtheta1"}),
        ],
        ("theta0", "theta1"),
    ),
    "a factor may stand before the sum of its terms": Case(
        "y = w1*x1 + w2*x2 + w3*x3; E = y**2",
        {"w1": 0.5, "w2": 0.5, "w3": 0.5, "x1": 0.8, "x2": 0.3, "x3": 0.9},
        ("y",),
        [
            ("y = 0.5(0.8 + 0.3 + 0.9) = 0.5 * 2 = 1", {"y"}),
            ("y = 0.5 * (0.8 + 0.3 + 0.9) = 1", {"y"}),
            ("y = 0.5(0.8 + 0.3 + 0.9) = 1.5", set()),
        ],
    ),
    "derivatives by each of several sides add up, where the rest is 1": Case(
        "r1 = w*x1 + b; r2 = w*x2 + b; J = (r1**2 + r2**2)/4",
        {"w": 0.5, "b": 0.2, "x1": 1.0, "x2": 3.0},
        ("dJ/dw", "dJ/db"),
        [
            ("dJ/db = dJ/dr1 + dJ/dr2 = 0.35 + 0.85 = 1.2", {"dJ/db"}),
            ("dJ/dw = dJ/dr1 + dJ/dr2 = 2.9", set()),
        ],
    ),
    "digits may be grouped, where that is sure": Case(
        "p = w*x; L = p**2",
        {"w": 0.5, "x": 3000001.0},
        ("p",),
        [
            ("p = 0.5 * 3,000,001 = 1,500,000.5", {"p"}),
            ("p = 1500000.5", {"p"}),
            ("p = 1.500.000,5", {"p"}),
            ("p = 1,500,001.5", set()),
        ],
    ),
    "a target has its letter, and a letter its Greek name": Case(
        "h = th0 + th1*x; loss = (h - y_true)**2",
        {"th0": 1.0, "th1": 2.0, "x": 3.0, "y_true": 5.0},
        ("h", "loss", "dloss/dh"),
        [
            (r"$h = \theta_0 + \theta_1 x = 7$", {"h"}),
            ("loss = (h - y)^2 = 4", {"loss"}),
            ("dloss/dh = 2(h - y) = 4", {"dloss/dh"}),
            ("dloss/dh = 2(y - h) = 4", set()),
        ],
    ),
    "rows between bars are those of a matrix": Case(
        "p1 = w1*x; p2 = w2*x; L = p1 + p2",
        {"w1": 0.5, "w2": 0.25, "x": 2.0},
        ("p1", "p2"),
        [
            ("```\np = | 0.5 * 2  |\n    | 0.25 * 2 |\n```", {"p1", "p2"}),
            ("```\np = | 1   |\n    | 0.5 |\n```", {"p1", "p2"}),
        ],
    ),
    "a bold letter with its layer is a whole vector": Case(
        "h1 = relu(z1_1); h2 = relu(z1_2); z2 = W2_1*h1 + W2_2*h2; L = z2**2",
        {"z1_1": 0.5, "z1_2": 0.2, "W2_1": 0.6, "W2_2": 0.5},
        ("h1", "h2", "dL/dW2_1", "dL/dW2_2"),
        [
            (r"$\mathbf{h}^{(1)} = [0.5, 0.2]^T$", {"h1", "h2"}),
            (r"$\frac{\partial L}{\partial \mathbf{W}^{(2)}} = [0.4, 0.16]$", {"dL/dW2_1", "dL/dW2_2"}),
            (r"$\frac{\partial L}{\partial \mathbf{W}^{(1)}} = [0.4, 0.16]$", set()),
            (r"$\mathbf{h}^{(1)} = [0.4, 0.2]^T$, $\mathbf{h}^{(2)} = [0.5, 0.2]^T$", set()),
        ],
    ),
    "a bold letter with its layer may be a matrix of the exercise's own": Case(
        "z1_1 = W1_11*x1 + W1_12*x2; z1_2 = W1_21*x1 + W1_22*x2; z2 = W2_1*z1_1 + W2_2*z1_2; L = z2**2",
        {"x1": 1.0, "x2": 2.0, "W1_11": 1.0, "W1_12": 0.0, "W1_21": 0.0, "W1_22": 1.0, "W2_1": 1.0, "W2_2": 1.0},
        ("dL/dW1_11", "dL/dW1_12", "dL/dW1_21", "dL/dW1_22"),
        [
            (
                r"$\frac{\partial L}{\partial \mathbf{W}^{(1)}} = \begin{bmatrix} 6 & 12 \\ 6 & 12 \end{bmatrix}$",
                {"dL/dW1_11", "dL/dW1_12", "dL/dW1_21", "dL/dW1_22"},
            ),
        ],
    ),
    "what a page folds is read under its summary": Case(
        *NEURON,
        ("z", "L"),
        [
            ("<details>\n<summary>Solution</summary>\n\nz = 1.3\n\n</details>\n\nL = 0.045", {"z", "L"}),
            ('<details class="answer"><summary>Click to expand</summary>z = 1.3</details>', {"z"}),
            ("<details><summary>Wrong attempt</summary>\n\nz = 1.3\n\n</details>", set()),
            ("<details><summary>ChatGPT's answer</summary>\n\nz = 1.3\n\n</details>", set()),
            ("<details>z = 1.3</details>", set()),
            ('<details class="lm-mod-hidden"><summary>S</summary>z = 1.3</details>', set()),
            ('<details style="display:none"><summary>S</summary>z = 1.3</details>', set()),
            ('<details><summary style="font-size:0">S</summary>z = 1.3</details>', set()),
            ("<!-- <details><summary>S</summary>z = 1.3</details> -->", set()),
            ("<div hidden><details><summary>S</summary>z = 1.3</details></div>", set()),
        ],
    ),
    "quick notes: the same as, an arrow behind a colon, stars around a result in program text": Case(
        *NEURON,
        ("dL/dw", "dL/da", "dL/dz", "dL/db"),
        [
            ("dL/da = 0.3\ndL/dz = 0.3\ndL/db = same as dL/dz = 0.3", {"dL/da", "dL/dz", "dL/db"}),
            ("dL/db: → 0.3", {"dL/db"}),
            ("```\ndL/dw = 0.3 * 2 = **0.6**\n```", {"dL/dw"}),
            ("dL/db = same as dL/dw = 0.6", set()),
            ("dL/db: → 0.6", set()),
        ],
    ),
    "an expression beside a gradient is the gradient's": Case(
        *NEURON,
        ("z", "dL/dz", "dL/dw"),
        [
            (
                "z = 1.3\n\n| parameter | expression | gradient |\n|---|---|---|\n"
                "| $z$ | $0.3 \\cdot 1$ | 0.3 |\n| $w$ | $0.3\\,x$ | 0.6 |",
                {"z", "dL/dz", "dL/dw"},
            ),
            ("| node | formula | gradient |\n|---|---|---|\n| $z$ | $w x + b = 1.3$ | 0.3 |", {"z", "dL/dz"}),
            ("| node | value | gradient |\n|---|---|---|\n| $z$ | 1.4 | 0.3 |", {"dL/dz"}),
        ],
    ),
    "a title may say what was done without": Case(
        *NEURON,
        ("z",),
        [
            ("# Руками, без autograd\n\nz = 1.3", {"z"}),
            ("# Senza autograd\n\nz = 1.3", {"z"}),
            ("# Handmatig, zonder autograd\n\nz = 1.3", {"z"}),
            ("## Batch of 2, one hidden layer\n\nz = 1.3", {"z"}),
            ("# Without the bias\n\nz = 1.3", set()),
            ("### Batch 2\n\nz = 1.3", set()),
            ("# Not finished\n\nz = 1.3", set()),
        ],
    ),
    "predictions of several samples have their targets' indices, and sums stand below them": Case(
        "p1 = w*x1 + b; p2 = w*x2 + b; e1 = p1 - y1; e2 = p2 - y2; C = (e1**2 + e2**2)/2",
        {"w": 2.0, "b": -1.0, "x1": 1.0, "x2": 2.0, "y1": 2.0, "y2": 2.0},
        ("p1", "p2", "e1", "e2", "dC/dw", "dC/db"),
        [
            ("ŷ_1 = 1, ŷ_2 = 3", {"p1", "p2"}),
            ("ŷ = (1, 3)", {"p1", "p2"}),
            ("ŷ = (1, 3)'", {"p1", "p2"}),
            (
                "| i | ŷ | e = ŷ - y |\n|---|---|---|\n| 1 | 1 | -1 |\n| 2 | 3 | 1 |\n| **sum** | | 0 |",
                {"p1", "p2", "e1", "e2"},
            ),
            ("ŷ_1 = 3, ŷ_2 = 1", set()),
        ],
    ),
    "transposes as in France, and rows below a sign": Case(
        "a1 = W11*x1 + W12*x2; a2 = W21*x1 + W22*x2; L = a1 + a2",
        {"W11": 1.0, "W12": -1.0, "W21": 0.5, "W22": 0.5, "x1": 0.0, "x2": 1.0},
        ("a1", "a2", "dL/dW11", "dL/dW12", "dL/dW21", "dL/dW22"),
        [
            (r"$\mathbf a=W\mathbf x={}^t(-1\,;\,0{,}5)$", {"a1", "a2"}),
            (r"$\mathbf a = {}^t(-1, 0.5)$", {"a1", "a2"}),
            (r"$\mathbf a = {}^t(0.5, -1)$", set()),
            ("```\ndL/dW =\n    | 0  1 |\n    | 0  1 |\n```", {"dL/dW11", "dL/dW12", "dL/dW21", "dL/dW22"}),
            ("```\ndL/dW =\n    | 1  0 |\n    | 1  0 |\n```", set()),
        ],
    ),
    "L1 loss is a kind of loss": Case(
        "p = w*x; L = abs(p)",
        {"w": 1.0, "x": 2.0},
        ("L", "new:L"),
        [
            ("L1 loss question\n\nL = 2", {"L"}),
            ("L1 loss: L = 2", {"L"}),
            ("L1 = 1.6", {"new:L"}),
        ],
        ("w",),
    ),
}  # fmt: skip
ROWS = rows(CASES)


@pytest.mark.parametrize(("name", "answer", "accepted"), ROWS)
def test_styles_of_notes(name: str, answer: str, accepted: set[str]) -> None:
    assert CASES[name].accepted(answer) == accepted
