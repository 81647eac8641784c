"""Explanations in prose, as tutors and students write them: sentences that hold numbers and formulas.

Each form stands beside its like that must not be accepted: other numbers, what is denied, doubted or somebody else's,
and what is said of something else.
"""

import pytest
from tests.written.corpus import ACCEPTED, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status

NEURON = Exercise.from_graph(
    Graph("z = w*x + b; a = sigmoid(z); e = a - t; L = e**2", w=0.8, x=1.5, b=-0.3, t=1),
    ["z", "a", "e", "L", "dL/da", "dL/dz", "dL/dw", "dL/db", "w1", "b1"],
    lr=0.5,
)  # z = 0.9, a = 0.7109, e = -0.2891, L = 0.0836, dL/da = -0.5781, dL/dz = -0.1188, dL/dw = -0.1782, w1 = 0.8891
LINE = Exercise.from_graph(
    Graph("y = w1*x1 + w2*x2 + b; L = y**2", w1=0.5, w2=-1, x1=2, x2=3, b=0.5),
    ["y", "L", "dL/dy", "dL/dw1", "dL/dw2", "dL/db", "new:w1", "new:b"],
    lr=0.1,
)  # y = -1.5, L = 2.25, dL/dy = -3, dL/dw1 = -6, dL/dw2 = -9
PRODUCT = Exercise.from_graph(
    Graph("u = a*b; v = sin(u); f = v + cos(a)", a=1.2, b=0.5), ["u", "v", "f", "df/du", "df/db"]
)
SAMPLES = Exercise.from_graph(
    Graph(
        "p1 = w*x1 + b; p2 = w*x2 + b; e1 = p1 - y1; e2 = p2 - y2; L = (e1**2 + e2**2)/2",
        w=0.5,
        b=0,
        x1=1,
        y1=1,
        x2=-2,
        y2=0,
    ),
    ["p1", "p2", "e1", "e2", "dL/dp1", "dL/dw"],
)
BRANCH = Exercise.from_graph(
    Graph("p1 = w*x1; p2 = w*x2; e1 = p1 - y1; e2 = p2 - y2; L = e1**2 + e2**2", w=0.5, x1=2, x2=-1, y1=3, y2=1),
    ["p1", "p2", "e1", "e2", "dL/de1", "dL/de2"],
)  # p = 1, -0.5; e = -2, -1.5
FAN = Exercise.from_graph(Graph("p = x*y; f = p + y*x + 0*y", x=2, y=5), ["p", "df/dx"])
CLASSES = {
    y: Exercise.from_graph(
        Graph("z = w*x + b; p = sigmoid(z); L = -(y*log(p) + (1-y)*log(1-p))", w=0.04, x=1, b=0.04, y=y),
        ["z", "p", "L", "dL/dp", "dL/dz"],
    )
    for y in (0, 1)
}  # p = 0.52

SUM = Exercise.from_graph(
    Graph("u = a*b; v = u + c; L = v**2", a=3, b=-2, c=4.5),
    [
        "u",
        "v",
        "L",
        "dL/dv",
        "dL/du",
        "dL/dc",
        "dL/da",
        "dL/db",
        "local:dv/du",
        "local:dv/dc",
        "local:dL/dv",
        "local:du/da",
        "local:du/db",
    ],
)  # u = -6, v = -1.5, L = 2.25, dL/dv = dL/du = dL/dc = -3, dL/da = 6, dL/db = -9
PARTS = Exercise.from_graph(Graph("n = a + b; d = c - a; q = n/d", a=1, b=5, c=4), ["q", "dq/dn", "dq/dd", "dq/db"])
LEADS = "The gradient of v is -3. "
LAYERS = Exercise.from_graph(
    Graph(
        "z1_1 = w1*x; z1_2 = w2*x; a1_1 = sigmoid(z1_1); a1_2 = sigmoid(z1_2); z2 = v1*a1_1 + v2*a1_2;"
        "y_hat = sigmoid(z2);"
        "L = 0.5*(y_hat - y)**2",
        w1=0.5,
        w2=-0.2,
        x=1,
        v1=0.6,
        v2=-0.4,
        y=1,
    ),
    ["y_hat", "dL/dy_hat", "dL/dz2", "dL/dz1_2", "new:v1"],
    lr=0.5,
)  # z2 = 0.1934, y_hat = 0.5482, dL/dy_hat = -0.4518, dL/dz2 = -0.1119, dL/dz1_2 = 0.0111, new v1 = 0.6348

RIGHT = [
    # what is handed on, and the words beside it
    (SUM, LEADS + "The plus gate passes -3 to u and c.", "dL/du dL/dc"),
    (SUM, LEADS + "The times gate sends 6 to a, and -9 to b.", "dL/da dL/db"),
    (SUM, LEADS + "Le noeud + passe -3 à u et -3 à c.", "dL/du dL/dc"),
    (SUM, LEADS + "Der Plusknoten gibt die -3 an u und c weiter.", "dL/du dL/dc"),
    (SUM, LEADS + "c recibe -3 sin cambios.", "dL/dc"),
    (SUM, LEADS + "c takes the whole gradient, -3.", "dL/dc"),
    (SUM, "dL/dv = -3. a gets +6.", "dL/da"),
    (SUM, "I first compute u = 3 * (-2) = -6.", "u"),
    (SUM, "dL/dv → 2v = -3\ndL/du → -3", "dL/dv dL/du"),
    (SUM, "v = -1.5. Negative, since we want v closer to 0.", "v"),
    (SUM, "如果要计算梯度，步骤如下：1. dL/dv = -3。", "dL/dv"),
    (SUM, "u→v: 1\nc --> v : 1\nv→L: 2v = -3", "local:dv/du local:dv/dc local:dL/dv"),
    (SUM, "edge a → u: -2", "local:du/da"),
    (SUM, "u ← b: a = 3. dL/db = -9", "local:du/db dL/db"),
    (SUM, "u = -6\n\nnow back (gradient of L at each wire):\n\nv: -3\nu: -3\na: 6", "u dL/dv dL/du dL/da"),
    (SUM, "L = 2.25\nnumeric check: (L(4.501) - L(4.5)) / 0.001 = -2.999", "L"),
    (FAN, "df/dx = y + 5 = 10 (the +5 is from the direct branch)", "df/dx"),
    (SAMPLES, "E = P - Y   (e1 = -0.5, e2 = -1)", "e1 e2"),
    (SUM, "v = -1.5\n\nThe step brings v closer to 0.", "v"),
    (NEURON, "dL/da = 2e = -0.5781, just the error.", "dL/da"),
    (NEURON, "dL/da = 2e = -0.5781\n\nJust the error. Nothing else is left.", "dL/da"),
    (NEURON, "dL/da = 2e = -0.5781\n\nIs this correct? :)", "dL/da"),
    (NEURON, "dL/da = 2e = -0.5781\n\nstimmt das?", "dL/da"),
    (NEURON, "dL/da = 2e = -0.5781\n\n对吗？", "dL/da"),
    (NEURON, "dL/da = 2e = -0.5781\n\nIntuition: if a is too small, the error is negative.", "dL/da"),
    (NEURON, "dL/da = -0.578 (-0.5781)", "dL/da"),
    (NEURON, "dL/da = -0.5781 (×1)", "dL/da"),
    # layers by their numbers, above and below
    (LAYERS, r"$\delta^{(2)} = -0.1119$", "dL/dz2"),
    (LAYERS, r"$\delta^{[2]} = -0.1119$", "dL/dz2"),
    (LAYERS, r"$\delta^{(1)}_2 = 0.0111$", "dL/dz1_2"),
    (LAYERS, r"$a^{(2)} = 0.5482$, $\partial L / \partial a^{(2)} = -0.4518$", "y_hat dL/dy_hat"),
    (LAYERS, "delta_o = 0.4518 * 0.2477 = 0.112\nv1 = 0.6 + 0.5 * 0.112 * 0.6225 = 0.6349", "new:v1"),
    # what is the same as another, and who gets what
    (SUM, LEADS + "u and c each get -3 as well.", "dL/du dL/dc"),
    (SUM, LEADS + "Hence u and c all carry a gradient of -3 too.", "dL/du dL/dc"),
    (SUM, LEADS + "c has the same derivative as v.", "dL/dc"),
    (SUM, LEADS + "u gets the same number, -3.", "dL/du"),
    (SUM, LEADS + "Same for u, and same for c.", "dL/du dL/dc"),
    (SUM, LEADS + "u and c are both added, so each of them gets -3 too.", "dL/du dL/dc"),
    (SUM, "dL/dv = -3. O mesmo vale para u e c.", "dL/du dL/dc"),
    (SUM, "dL/dv = -3. c a le même gradient que v.", "dL/dc"),
    (SUM, "dL/dv = -3. Das Gleiche gilt für u und c.", "dL/du dL/dc"),
    (SUM, LEADS + "b ends up with -9, and for a we have -3*(-2) = 6.", "dL/db dL/da"),
    (SUM, LEADS + "The gradients for u and for c are both -3, too.", "dL/du dL/dc"),
    (SUM, LEADS + "c sees the very same -3.", "dL/dc"),
    (SUM, LEADS + "u keeps the -3.", "dL/du"),
    (SUM, "dL/dv = -3. Bei u kommt ebenfalls -3 an.", "dL/du"),
    (SUM, "dL/dv = -3. Su u arriva un gradiente di -3, e anche su c arriva -3.", "dL/du dL/dc"),
    (SUM, "dL/dv = -3. A soma copia, então u e c ficam ambos com -3.", "dL/du dL/dc"),
    (SUM, LEADS + "The gradient at u is the upstream one, -3.", "dL/du"),
    (SUM, LEADS + "u and c both get -3!! Nice.", "dL/du dL/dc"),
    (SUM, "dL/dv = -3 and the gradient of u is the same.", "dL/du"),
    (SUM, "dL/dv = -3, and dL/dc is the same.", "dL/dc"),
    (SUM, LEADS + "c is only added, so its gradient is -3.", "dL/dc"),
    (SUM, LEADS + "The bias c is only added, so it gets -3.", "dL/dc"),
    (SUM, LEADS + "b is multiplied by a, so it gets -9.", "dL/db"),
    (NEURON, "The model is off by some, that's an error of e = -0.289.", "e"),
    (NEURON, "e = -0.289.\n\nThe error is negative, so a must grow.", "e"),
    # what is taken back and then told for sure
    (SUM, "I first wrote dL/db = 9. That is nonsense, there is a minus. So dL/db = -9.", "dL/db"),
    (SUM, "dL/da = -6? Wait, minus times minus. dL/da = 6.", "dL/da"),
    (SUM, "dL/dv = -3. If c were larger, dL/dv would be 3.", "dL/dv"),
    # parts of numbers
    (PARTS, "dq/dn is a third, dq/dd is minus two thirds.", "dq/dn dq/dd"),
    (PARTS, "dq/dn ist ein Drittel, und die Ableitung nach b ist auch ein Drittel.", "dq/dn"),
    (PARTS, "The gradient for b is half of 0.667, and q is plus 2.", "dq/db q"),
    # operations whose verb stands behind
    (SUM, "dL/dv = -3. b의 기울기는 -3에 a를 곱해서 -9가 된다.", "dL/db"),
    # what stands beside a target
    (NEURON, "We are below the target: e = -0.2891", "e"),
    (NEURON, "a = 0.711, which is 0.289 too small for the target 1, so e = -0.2891", "a e"),
    # nouns and names before their numbers
    (NEURON, "This gives a pre-activation z of 0.9, an error e of -0.289 and a loss L of 0.0836.", "z e L"),
    (NEURON, "An error e of -0.289 leads to a loss L of 0.0836.", "e L"),
    (NEURON, "We have a loss L of 0.0836.", "L"),
    (NEURON, "The product of w and x plus b is 0.9; this is z.", "z"),
    (NEURON, "En multipliant w par x et en ajoutant b on obtient 0,9 pour z.", "z"),
    (NEURON, "Das ergibt einen Fehler e von -0,289 und einen Verlust L von etwa 0,0836.", "e L"),
    (NEURON, "For dL/dz one gets the value -0.1188.", "dL/dz"),
    (NEURON, "Man erhält für dL/dz den Wert -0,1188.", "dL/dz"),
    (NEURON, "On trouve pour $\\frac{\\partial L}{\\partial z}$ la valeur -0,1188.", "dL/dz"),
    (NEURON, "the probability is 0.711", "a"),
    (NEURON, "Multiplying w by x and adding b we obtain 0.9 for z.", "z"),
    # what is said of a quantity between commas
    (NEURON, "z, which goes into the sigmoid, is 0.9", "z"),
    (NEURON, "The loss, the square of the error, is 0.0836.", "L"),
    (NEURON, "The loss (the square of the error) is 0.0836.", "L"),
    (NEURON, "The loss L, which is the square of e, is 0.0836.", "L"),
    # what comes of a calculation in words
    (PRODUCT, "The product of a and b is 0.6; this is u. Its sine, v, is 0.5646.", "u v"),
    (PRODUCT, "El producto de a y b es 0.6; eso es u.", "u"),
    (PRODUCT, "The sine of u is 0.5646, which is v.", "v"),
    # who gets which gradient
    (NEURON, "dL/dz = -0.1188. The bias gets -0.1188, and the weight gets -0.1188 * 1.5 = -0.1782.", "dL/db dL/dw"),
    (LINE, "dL/dy = -3. The first weight gets -3 * 2 = -6, the second weight gets -3 * 3 = -9.", "dL/dw1 dL/dw2"),
    (LINE, "dL/dy = -3. w1 collects -3 times 2, that's -6. The bias collects -3.", "dL/dw1 dL/db"),
    # where a step leads
    (NEURON, "With a learning rate of 0.5 the weight moves up by 0.089 and lands on 0.889.", "w1"),
    (NEURON, "The weight rises to 0.889 and the bias to -0.241.", "w1 b1"),
    (NEURON, "Bei einer Lernrate von 0,5 steigt das Gewicht auf 0,889 und der Bias auf -0,241.", "w1 b1"),
    # lines that are wrapped
    (NEURON, "So much for the first part of all this, and with it z = 0.9 and\na = 0.711.", "z a"),
    (
        NEURON,
        "We multiply the weight by the input and add the bias, so that the\n"
        "pre-activation is 0.9, and after the sigmoid the activation is now\n"
        "0.711, and with that the forward pass of this neuron is complete.",
        "z a",
    ),
    # conditions that suppose nothing
    (NEURON, "If I hold b fixed, z is a line with slope x = 1.5, so the derivative dL/dw is -0.1782.", "dL/dw"),
    # what the equation's own sentence goes on with
    (NEURON, "L = 0.0836, so the step went in the correct direction for this sample", "L"),
    # a number on the way to another
    (NEURON, "The logit is 0.8 times 1.5 = 1.2, minus 0.3, which gives z = 0.9.", "z"),
    # after a wrong step all is calculated anew
    (NEURON, "a = 0.711\n\nw_new = 0.8 - 0.089 = 0.711, b_new = -0.359. Then z = 0.711*1.5 - 0.359 = 0.7075", "a"),
    # of a cross-entropy one term, with its class
    (CLASSES[1], "L = -y*log(p) = -log(0.52) = 0.6539", "L"),
    (CLASSES[1], "dL/dp = -y/p = -1.9232", "dL/dp"),
    (CLASSES[0], "L = -(1-y)*log(1-p) = -log(0.48) = 0.734", "L"),
    # numbers behind dots, and words that trail off
    (
        NEURON,
        "z = wx + b ............. 0.9\na = sigmoid(z) ......... 0.711\ndL/dz = dL/da * a(1 - a) . -0.1188",
        "z a dL/dz",
    ),
    (NEURON, "z = w*x + b = 0.9 (so far, so good...)", "z"),
    # samples in a line each
    (
        SAMPLES,
        "sample 1: x=1, y=1 → p1 = 0.5\nsample 2: x=-2, y=0 → p2 = -1\n\ndL/dp1 = -0.5\n\ndL/dw = -0.5 + 2 = 1.5",
        "p1 p2 dL/dp1 dL/dw",
    ),
    (
        SAMPLES,
        "| i | x | y | p | error e = p - y |\n|---|---|---|---|---|\n| 1 | 1 | 1 | 0.5 | -0.5 |\n"
        "| 2 | -2 | 0 | -1 | -1 |",
        "p1 p2 e1 e2",
    ),
    # paths that are added up
    (FAN, "df/dx = 4 + 6 = 10 (one through p and one direct)", "df/dx"),
    # graphs that are drawn
    (NEURON, "z = 0.9\n\nw,x → (×) → wx → (+) → z → (-1) → □² → L", "z"),
    # dots between blanks that multiply, and a product with a blank
    (BRANCH, "dL/de1 = 2 e1 = -4", "dL/de1"),
    (BRANCH, "e1 = -2\ndL/de1 = 2 . e1 = -4\ndL/de2 = 2 . (-1.5) = -3", "e1 dL/de1 dL/de2"),
    (BRANCH, "p1 = 1 . p2 = -0.5 . e1 = -2 .", "p1 p2 e1"),
    # columns of a print, which are no wrapped sentences
    (
        BRANCH,
        "forward:   p1 1.0000   p2 -0.5000   e1 -2.0000   e2 -1.5000\n"
        "gradients:   p1 -4.0000   p2 -3.0000   e1 -4.0000   e2 -3.0000\ncheck w: -5.000 -5.000",
        "dL/de1 dL/de2",
    ),
    # components of pages that show mathematics
    (
        NEURON,
        '<BlockMath math="z = w x + b = 0.9" />\n<p>and</p>\n<InlineMath math={"a = \\sigma(z) \\approx 0.711"} />',
        "z a",
    ),
    # the same as what was said before
    (LINE, "dL/dy = -3, dL/db same thing = -3", "dL/dy dL/db"),
    # to whom it is explained
    (NEURON, "I'll explain this to my brother: z = 0.9 and a = 0.711.", "z a"),
    (NEURON, "Ich erkläre es meinem Bruder: z = 0,9.", "z"),
    # the target beside a prediction
    (NEURON, "The prediction is 0.711, while the true value is 1.", "a"),
    (NEURON, "z = 0.9, and the right value is 0.9.", "z"),
    # the gradient of another, in words
    (LINE, "y.grad = -3\nb.grad = -3 # equal to y", "dL/dy dL/db"),
]
OTHERWISE = [
    (NEURON, "dL/da = 2e = -0.5781. Is this correct?", "dL/da"),
    (NEURON, "dL/da = 2e = -0.5781\n\nIs this wrong?", "dL/da"),
    (NEURON, "dL/da = 2e = -0.5781\n\nIs this correct? I got 0.5781 first", "dL/da"),
    (NEURON, "dL/da = -0.57 (-0.5781)", "dL/da"),
    (NEURON, "dL/da = -0.5781 (×2)", "dL/da"),
    (NEURON, "z = 2\nz 0.9", "z"),
    (SUM, "v = -1.5\n\nv is closer to -1.2.", "v"),
    (NEURON, "dL/da = 2e = -0.5781, just an error.", "dL/da"),
    (SUM, "u = -6!! wrong", "u"),
    (SUM, "u isNT: u = -6", "u"),
    (SUM, LEADS + "Nothing passes -3 to u.", "dL/du"),
    (SUM, LEADS + "The plus node does not simply pass -3 to u.", "dL/du"),
    (SUM, LEADS + "Without passing -3 to u it ends.", "dL/du"),
    (SUM, LEADS + "dL/du is the same, since it is negated.", "dL/du"),
    (SUM, "we want to be above the target: v = -1.5", "v"),
    (SUM, "not the edge u -> v: 1", "local:dv/du"),
    (SUM, "L is under half of 4.5.", "L"),
    (SUM, "L es la meta de 4.5", "L"),
    (NEURON, "If the step doubles we get w = 0.8891", "w1"),
    (NEURON, "If we had gone in the opposite direction we get w = 0.8891", "w1"),
    (NEURON, "L = 0.0836. The error is positive, not this one.", "L"),
    (NEURON, "dL/dw = -0.1782. There is a negative error.", "dL/dw"),
    (SUM, "a→u: 3", "local:du/da"),
    (SUM, "u → L: -3", "dL/du"),
    (SUM, "L(4.501) - L(4.5) = -0.003", "L"),
    (FAN, "df/dx = y + 5 = 10 (the direct branch)", "df/dx"),
    (SUM, LEADS + "The plus gate passes neither -3 to u nor to c.", "dL/du"),
    (SUM, LEADS + "It does not pass -3 to c.", "dL/dc"),
    (SUM, LEADS + "It passes -3 to u, but not to c.", "dL/dc"),
    (SUM, LEADS + "It passes -3 to u and c together.", "dL/dc"),
    (SUM, LEADS + "The times gate sends -9 to a and 6 to b.", "dL/da"),
    (SUM, LEADS + "It passes half of -3 to u.", "dL/du"),
    (SUM, LEADS + "Someone who forgets the sign passes -3 to c.", "dL/dc"),
    (SUM, "I first computed u = -6, then saw my mistake.", "u"),
    (LAYERS, r"$\delta^{(2)} = 0.0111$", "dL/dz1_2"),
    (SUM, LEADS + "c does not get the same.", "dL/dc"),
    (SUM, LEADS + "My friend says c gets the same.", "dL/dc"),
    (SUM, LEADS + "c gets nearly the same.", "dL/dc"),
    (SUM, LEADS + "c has the same size as v.", "dL/dc"),
    (SUM, LEADS + "c gets the same with the opposite sign.", "dL/dc"),
    (SUM, LEADS + "a gets the same.", "dL/da"),
    (SUM, LEADS + "u has a -3 in front.", "dL/du"),
    (SUM, LEADS + "c is only added, so its gradient is not -3.", "dL/dc"),
    (SUM, LEADS + "c is only added, so its value is -3.", "dL/dc"),
    (SUM, LEADS + "u and c are added, so it gets -3.", "dL/du"),
    (SUM, LEADS + "If c were added, it would get -3.", "dL/dc"),
    (SUM, LEADS + "Is c only added, so that it gets -3?", "dL/dc"),
    (SUM, "dL/dv = -3, and dL/dc is not the same.", "dL/dc"),
    (NEURON, "e = -0.289.\n\nThe error is mine, e is something else.", "e"),
    (SUM, "dL/dv = -3. Bei u kommt nicht -3 an.", "dL/du"),
    (SUM, "v = -1.5. Bei u kommt -6 an.", "dL/du"),
    (SUM, "dL/dv = -3. Kommt bei u -3 an?", "dL/du"),
    (SUM, LEADS + "The gradient at u is not the upstream one, -3.", "dL/du"),
    (SUM, LEADS + "Does c get the same?", "dL/dc"),
    (SUM, LEADS + "Maybe c has the same gradient.", "dL/dc"),
    (SUM, LEADS + "u and c each get 3.", "dL/du"),
    (SUM, "The gradient of v is -4. c gets the same.", "dL/dc"),
    (SUM, "I first wrote dL/db = -9. That is nonsense. So dL/db = 9.", "dL/db"),
    (SUM, "It is wrong that dL/db = -9. dL/db = 9", "dL/db"),
    (NEURON, "The target is e = -0.2891", "e"),
    (PARTS, "dq/dn is a third of it.", "dq/dn"),
    (PARTS, "dq/dn is not a third.", "dq/dn"),
    (PARTS, "dq/dd is two thirds.", "dq/dd"),
    (PARTS, "dq/dn is about half of a third.", "dq/dn"),
    (SUM, "dL/dv = -3, changed to dL/dv = 3. If I do it again dL/dv is -3.", "dL/dv"),
    (NEURON, "z = 0.9 is too small", "z"),
    (NEURON, "An error e of -0.3.", "e"),
    (NEURON, "A change in z of 0.9.", "z"),
    (NEURON, "No loss L of 0.0836.", "L"),
    (NEURON, "The error e of -0.289 is wrong.", "e"),
    (NEURON, "a loss L of 0.0836 times the old one", "L"),
    (NEURON, "For dL/dz Tom gets the value -0.1188.", "dL/dz"),
    (NEURON, "For dL/dz one never gets the value -0.1188.", "dL/dz"),
    (NEURON, "the probability of the other class is 0.711", "a"),
    (NEURON, "Multiplying w by x we do not obtain 0.9 for z.", "z"),
    (NEURON, "Multiplying w by x Tom obtains 0.9 for z.", "z"),
    (NEURON, "Multiplying w by x we would obtain 0.9 for z.", "z"),
    (NEURON, "z, which I doubt, is 0.9", "z"),
    (NEURON, "The loss, which is wrong, is 0.0836.", "L"),
    (NEURON, "The loss, which Tom says is small, is 0.0836.", "L"),
    (NEURON, "The loss (of Tom) is 0.0836.", "L"),
    (PRODUCT, "The product of a and b is not 0.6; this is u.", "u"),
    (PRODUCT, "The product of a and b is 0.6, which is not u.", "u"),
    (PRODUCT, "The product of a and b is 0.6. This is not u.", "u"),
    (NEURON, "dL/dz = -0.1188. Tom's weight gets -0.1782.", "dL/dw"),
    (NEURON, "The weight gets -0.1782.", "dL/dw"),
    (LINE, "dL/dy = -3. The first weight gets -9.", "dL/dw1"),
    (LINE, "dL/dy = -3. The third weight gets -6.", "dL/dw1"),
    (NEURON, "The weight does not land on 0.889.", "w1"),
    (NEURON, "The weight would land on 0.889.", "w1"),
    (NEURON, "Bob's weight lands on 0.889.", "w1"),
    (NEURON, "If z were 3, dL/dw = -0.1782.", "dL/dw"),
    (NEURON, "L = 0.0836, so I must have made a mistake in this line", "L"),
    (NEURON, "L = 0.0836, so it is the wrong value for this sample", "L"),
    (NEURON, "The logit is 0.9, minus 0.3.", "z"),
    (NEURON, "a = 0.711\n\nw_new = 0.889. Sorry, a = 0.7", "a"),
    (CLASSES[1], "L = -y*log(1-p) = 0.734", "L"),
    (CLASSES[1], "dL/dz = (p - y)*y = -0.48", "dL/dz"),
    (CLASSES[0], "L = -y*log(p) = 0", "L"),
    (LINE, "b.grad = -4 # equal to y", "dL/db"),
    # another number that is the right one
    (NEURON, "z = 0.9, while the right value is 1.5.", "z"),
    (NEURON, "z = 0.9, and the correct answer is 1.5.", "z"),
    (NEURON, "z = 0.9, whereas it must be 1.5.", "z"),
    (NEURON, "z = 0.9, der richtige Wert ist 1.5.", "z"),
    # by whom it is explained
    (NEURON, "My brother explained it to me: z = 0.9", "z"),
    (NEURON, "I show my brother's: z = 0.9", "z"),
    # what can be read in two ways, and is wrong in both
    (BRANCH, "dL/de1 = 3 e1 = -4", "dL/de1"),
    (BRANCH, "dL/de1 = 2 . e2 = -4", "dL/de1"),
    # the same as another that it is not
    (LINE, "dL/dy = -3, dL/dw1 same thing = -3", "dL/dw1"),
    # what is wished for
    (NEURON, "I need a loss L of 0.0836.", "L"),
    (NEURON, "We aim for a loss L of 0.0836.", "L"),
    (NEURON, "If only I had a loss L of 0.0836!", "L"),
    # another calculation than the graph's
    (NEURON, "Multiplying w by b we obtain 0.9 for z.", "z"),
    (NEURON, "Dividing w by x and adding b we get 0.9 for z.", "z"),
    (NEURON, "The product of a and t is 0.9; this is z.", "z"),
    (PRODUCT, "The sum of a and b is 0.6; this is u.", "u"),
    # what stands between commas and is said of something else, or against it
    (NEURON, "The loss, unlike the square of the error, is not 0.0836.", "L"),
    (NEURON, "z, I guess, is 0.9", "z"),
    # a value that is calculated with other inputs, before anything is right
    (NEURON, "w: 0.8 + 0.1 = 0.9\nz = 0.9 * 1.5 - 0.3 = 1.05", "z"),
    (NEURON, "z = 0.9 * 1.5 - 0.3 = 1.05, with w = 0.9", "z"),
    # of a cross-entropy the other term
    (CLASSES[0], "L = -log(p) = 0.734", "L"),
    (CLASSES[1], "dL/dp = -1/(1 - p) = -1.9232", "dL/dp"),
]
_OPEN = (Status.UNREAD, Status.PERSON, Status.MISSING)


@pytest.mark.parametrize(("exercise", "text", "keys"), RIGHT)
def test_what_a_sentence_states_is_accepted(exercise: Exercise, text: str, keys: str) -> None:
    found = verdicts(text, exercise)
    assert {key: str(found[key].status) for key in keys.split() if found[key].status not in ACCEPTED} == {}


@pytest.mark.parametrize(("exercise", "text", "key"), OTHERWISE)
def test_what_it_states_of_something_else_is_not(exercise: Exercise, text: str, key: str) -> None:
    assert verdicts(text, exercise)[key].status not in ACCEPTED


ABSOLUTE = Exercise.from_graph(
    Graph("e = w*x; A = abs(e); R = 0.1*abs(w); J = A + R", w=-0.6, x=2), ["A", "R", "J", "dA/de"]
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("A = |e| = |-1.2| = 1.2", "A"),
        ("$A = \\left|e\\right| = |w x| = 1.2$", "A"),
        ("$A = \\lvert e \\rvert = 1.2$", "A"),
        ("R = 0.1 x |-0.6| = 0.06", "R"),
        ("R = 0.1|w| = 0.06", "R"),
        ("A = 1.2 | R = 0.06", "A R"),
        ("A = 1.2|R = 0.06|J = 1.26", "A R J"),
        ("$\\frac{dA}{de}\\rvert_{e=-1.2} = -1$", "dA/de"),
    ],
)
def test_bars_stand_for_what_is_between_them(text: str, keys: str) -> None:
    found = verdicts(text, ABSOLUTE)
    assert {key: str(found[key].status) for key in keys.split() if found[key].status is not Status.RIGHT} == {}


@pytest.mark.parametrize("text", ["A = |w| = 1.2", "A = |e| = -1.2", "A = |e| = 1.3", "A = -|e| = 1.2"])
def test_bars_hide_no_mistake(text: str) -> None:
    assert verdicts(text, ABSOLUTE)["A"].status not in ACCEPTED


def test_several_numbers_for_the_same_words_are_for_a_person() -> None:
    for text, key in (
        ("The output is 0.5. The output is 0.711.", "a"),
        ("Weight gradient: 0.5\nWeight gradient: -0.1782", "dL/dw"),
        ("The squared error is 0.5. The squared error is 0.0836.", "L"),
    ):
        assert verdicts(text, NEURON)[key].status is Status.PERSON, text


def test_an_answer_may_begin_inside_of_its_program() -> None:
    text = "z = w*x + b\nprint('z:', z)\n```\n\nOutput:\n```\nz: 0.9\n```\n\n- so **z = 0.9** and $a = 0.711$"
    found = verdicts(text, NEURON)
    assert found["z"].status in ACCEPTED and found["a"].status in ACCEPTED
