"""From text to statements: for each rule a table of what is written and what is read; `<...>` is unread."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.parsing.phrases.rules import RULES
from gradbook.written.reading import reading_of

LEXICON = EXERCISES["seed"].lexicon

# rule -> what is written, and the statements that are read
PHRASES: dict[str, list[tuple[str, list[str]]]] = {
    "where a line says that something goes to": [
        ("- to q: 3\n- to w: 3*2 = 6", ["df/dq = 3", "df/dw = 3 * 2 = 6"]),
        ("to r = 3\nto q = 3", ["df/dr = 3", "df/dq = 3"]),
        ("q = 10\nto q: 3", ["q = 10", "df/dq = 3"]),
    ],
    "what has the same gradient": [
        ("df/dq = 3. r gets the same.", ["df/dq = 3", "df/dr = df/dq"]),
        ("The gradient of r is 3, and q has the same gradient as r, 3", ["df/dr = 3", "df/dq = df/dr = 3"]),
        ("df/dr = 3, same for q and for b", ["df/dr = 3", "df/dq = df/db = df/dr"]),
        ("df/dr = 3. q und b haben denselben Gradienten.", ["df/dr = 3", "df/dq = df/db = df/dr"]),
        ("df/dr = 3. Lo mismo vale para q.", ["df/dr = 3", "df/dq = df/dr"]),
        ("df/dr = 3. q has the same sign as r", ["df/dr = 3"]),
        ("df/dr = 3. q gets nearly the same", ["df/dr = 3"]),
        ("q = 10. r has the same", ["q = 10"]),
    ],
    "what a quantity gets": [
        ("df/dq = 3. w ends up with 6", ["df/dq = 3", "df/dw = 6"]),
        ("df/dr = 3. q e b ficam com 3", ["df/dr = 3", "df/dq = df/db = 3"]),
        ("df/dr = 3. sia q sia b ricevono 3", ["df/dr = 3", "df/dq = df/db = 3"]),
        ("df/dr = 3. q und b bekommen also jeweils den Gradienten 3", ["df/dr = 3", "df/dq = df/db = 3"]),
        ("df/dr = 3. q and b are added, so each of them gets 3", ["df/dr = 3", "df/dq = df/db = 3"]),
        ("df/dq = 3, so w gets 6", ["df/dq = 3", "df/dw = 6"]),
        ("df/dr = 3\nq: gets z → 3\nb: also gets 3", ["df/dr = 3", "df/dq = z = 3", "df/db = 3"]),
        ("q = 10\nq: gets z → 3", ["q = 10", "z_new = 3"]),
        ("Gradients: w gets zx = 6", ["df/dw = z * x = 6"]),
        ("Die Ableitung: w bekommt den Gradienten 6", ["df/dw = 6"]),
        ("After the step w gets 4.94", []),
        ("w gets 5", []),
        ("w has a gradient of 6, x one of 15", ["df/dw = 6", "df/dx = 15"]),
        ("Going backward, w gets 6 and x also gets 15", ["df/dw = 6", "df/dx = 15"]),
        ("Going forward, w gets 6", []),
        ("w and x have gradients 6 and 15", ["df/dw = 6", "df/dx = 15"]),
        ("The gradient of r is 3, and q and b both get 3", ["df/dr = 3", "df/dq = df/db = 3"]),
        ("The gradient of q is 3. By w we get 6", ["df/dq = 3"]),
    ],
    "what a quantity gets, before the verb": [
        ("逆伝播では q は 3 を受け取る", ["df/dq = 3"]),
        ("역전파에서 q는 3을 받는다", []),
        ("q は 10 を受け取る", ["q = 10"]),
    ],
    "derivative of the function of a neuron": [("the slope of the sigmoid is 0.25", [])],  # no neuron; see test_called
    "error signal of a node": [
        ("the error signal at q is 3", ["df/dq = 3"]),
        ("the delta at q is 3", ["df/dq = 3"]),
        ("the error at q is not what it seems", []),
    ],
    "gradient at a point": [
        ("the gradient at w = 5 is 6", ["w = 5", "df/dw = 6"]),
        ("La dérivée de f en w = 5 est 3 * 2 = 6", ["w = 5", "df/dw = 3 * 2 = 6"]),
        ("the gradient at w is 6", ["df/dw = 6"]),
        ("the gradient for w = 6", ["df/dw = 6"]),
    ],
    "derivative of an expression": [
        ("the derivative of z (q + b) with respect to the bias b is 3", ["d(z * (q + b))/db = 3"]),
        ("die Ableitung von $w x$ nach $w$ ist $x$", ["d(w * x)/dw = x"]),
        ("la derivada de w^2 es 2w", ["d(w**2)/dw = 2 * w"]),
        ("the derivative of w x is x", ["df/dw * x = x"]),  # by which of the two?
    ],
    "derivative of one by another, as a function of both": [
        ("grad(f, w) = 6", ["df/dw = 6"]),
        ("grad(r, q)는 1이다.", ["dr/dq = 1"]),
    ],
    "derivatives by several": [
        ("the gradients of w and b are 6 and 3", ["df/dw = 6", "df/db = 3"]),
        ("the partials with respect to x, w: 15, 6", ["df/dx = 15", "df/dw = 6"]),
    ],
    "what is passed on to a quantity": [
        ("逆伝播：q へ -3、z へ 8", ["df/dq = -3", "df/dz = 8"]),
        ("逆伝播：q には -3、z には 8 が伝わる", ["df/dq = -3", "df/dz = 8"]),
        ("逆伝播：q も b も -3 のまま", ["df/dq = df/db = -3"]),
        ("역전파: q 쪽에는 -3이, z 쪽에는 8이 전달됩니다", ["df/dq = -3", "df/dz = 8"]),
        ("反向传播：传给 q 的是 -3，传给 z 的是 8", ["df/dq = -3", "df/dz = 8"]),
        ("反向传播：q 和 b 两条支路都收到 -3", ["df/dq = df/db = -3"]),
        ("反向传播：q 得到 -3", ["df/dq = -3"]),
        ("代入得到 q = 10", ["q = 10"]),
        ("順伝播：q には 10 が入る", ["q = 10"]),
    ],
    "gradients of several, each by its own": [
        ("gradients of q: -3, b: -3", ["q = -3", "b = -3"]),
        ("Gradients on w: -6, b: -3", ["w = -6", "b = -3"]),
    ],
    "gradients of several": [
        ("q と b の勾配はともに -3", ["df/dq = df/db = -3"]),
        ("q와 b의 기울기는 모두 -3", ["df/dq = df/db = -3"]),
        ("f 对 q、b 的导数都是 -3", ["df/dq = df/db = -3"]),
        ("f 对 q、对 b 都是 -3", ["df/dq = df/db = -3"]),
        ("q、z の勾配はそれぞれ -3、8", ["df/dq = -3", "df/dz = 8"]),
    ],
    "derivative with a verb or a particle behind it": [
        ("f を w で微分すると -6 になります", ["df/dw = -6"]),
        ("f を w で微分 … -6", ["df/dw = -6"]),
        ("w で偏微分すると、-6 となる", ["df/dw = -6"]),
        ("f를 w로 미분하면 -6, b로 미분하면 -3입니다", ["df/dw = -6", "df/db = -3"]),
        ("f 对 w 求偏导得 -6", ["df/dw = -6"]),
        ("对 w 求导得到 -6", ["df/dw = -6"]),
        ("f 对 w：-6", ["df/dw = -6"]),
    ],
    "what is obtained for a quantity": [
        ("Für q erhält man 10.", ["q = 10"]),
        ("Für q bekommen wir den Wert 10 heraus.", ["q = 10"]),
        ("Pour q, on obtient 10.", ["q = 10"]),
        ("Per q si ottiene 10.", ["q = 10"]),
        ("Para df/dw obtemos 6.", ["df/dw = 6"]),
        ("Для q получаем 10", ["q = 10"]),
        ("For q we get 10 times 3", []),
        ("df/dq = 3. For w we have 3*2 = 6", ["df/dq = 3", "df/dw = 3 * 2 = 6"]),
        ("Für w erhält man 6.", []),
        ("df/dq = 3, und für r erhält man 3.", ["df/dq = 3"]),
    ],
    "what differentiating gives": [
        ("Derivando f rispetto a w si trova 6.", ["df/dw = 6"]),
        ("Differentiating f with respect to w, we get 6.", ["df/dw = 6"]),
    ],
    "what a name has for its value": [
        ("This gives a product q of 10", ["q = 10"]),
        ("Das ergibt einen Verlust f von etwa 24 und ein Produkt q von 10", ["f = 24", "q = 10"]),
        ("a change in q of 10", []),
        ("the product q of 10 and 2", []),
    ],
    "what is another's value": [
        ("w 的梯度是 q 的值 -10", ["df/dw = q = -10"]),
        ("df/dw is q's value -10", ["df/dw = q = -10"]),
        ("q's value 10 is right", []),
    ],
    "the value of what was named": [
        ("For df/dw one gets the value 6", ["df/dw = 6"]),
        ("Man erhält für df/dw den Wert 6", ["df/dw = 6"]),
        ("For df/dw and the value 6", []),
    ],
    "what a quantity has": [
        ("q holds 10", ["q = 10"]),
        ("the product node outputs 10", []),  # there are two
        ("the sum node outputs 8", ["r = 8"]),
        ("The gradient of r is 3 and q gets 3", ["df/dr = 3", "df/dq = 3"]),
    ],
    "what a calculation comes to": [
        ("q는 2*5니까 10, r은 10 - 2이므로 8입니다.", ["q = 2 * 5 = 10", "r = 10 - 2 = 8"]),
        ("q가 10이니까 r은 8", ["q = 10", "r = 8"]),
    ],
    "what a quantity is about": [
        ("q约10，r约为8", ["q = 10", "r = 8"]),
        ("q = 2*r 约 10", ["q = 2 * r"]),
    ],
    "the only node of a kind": [
        ("the sum node gives 8", ["r = 8"]),
        ("the multiply gate gives 10", []),
    ],
    "derivative of what was said before": [
        ("q = wx, whose derivative with respect to w is x", ["q = w * x", "dq/dw = x"]),
        ("The derivative is 6", []),
    ],
    "how one depends on another": [
        ("q depends on w with slope 2 and on x with slope 5", ["dq/dw|direct = 2", "dq/dx|direct = 5"]),
        ("q ändert sich mit w um 2", ["dq/dw|direct = 2"]),
        ("q depends on w and x, 2 numbers", []),
    ],
    "derivative of one by another": [
        ("the derivative of f with respect to w is 6", ["df/dw = 6"]),
        ("gradient for f with respect to w = 6", ["df/dw = 6"]),
        ("dq/dw: q with respect to w", []),
        ("die Ableitung von f nach w ist 6", ["df/dw = 6"]),
        ("the adjoint of f with respect to q is z = 3", ["df/dq = z = 3"]),
        ("the slope of blorp with respect to q is 3", []),  # nothing is said of q
        ("la pente de blorp par rapport à q est 3", []),
        ("the slope of the log with respect to q = 3", []),  # there is no log
        ("we write f in terms of q = wx", ["q = w * x"]),
    ],
    "derivative, the quantities first": [
        ("f 对 w 的偏导数是 6", ["df/dw = 6"]),
        ("q wrt w: 2", ["dq/dw = 2"]),
        ("Verlust nach w: 6", ["df/dw = 6"]),
        ("f nach w = 6", ["df/dw = 6"]),
    ],
    "derivative by a quantity, of one behind it": [
        ("wに関するfの偏微分は6", ["df/dw = 6"]),
        ("w에 대한 f의 미분은 6이다", ["df/dw = 6"]),
        ("qに対するfの微分は3", ["df/dq = 3"]),
    ],
    "derivative by a quantity": [
        ("Derivadas:\n- respecto al sesgo b → 3\n- respecto a la pendiente w → 6", ["df/db = 3", "df/dw = 6"]),
        ("Slopes\n- with respect to the weight w → 6\n- with respect to x: 15", ["df/dw = 6", "df/dx = 15"]),
        ("by adding b: 8", []),
        ("对 w 的导数：6", ["df/dw = 6"]),
        ("w에 대한 미분: 6", ["df/dw = 6"]),
        ("With respect to w it is 6", ["df/dw = 6"]),
        ("Respecto de q es z, o sea 3; respecto de w es zx", ["df/dq = z", "df/dw = z * x"]),
    ],
    "gradient before a vector": [
        ("grad f = (6, 15, 3, 8)", ["df/dx = 6", "df/dw = 15", "df/db = 3", "df/dz = 8"]),
        (
            "the gradient at (1, 2, 3, 4) is (6, 15, 3, 8)",
            [f"df/d{n}(1, 2, 3, 4) = {v}" for n, v in zip("xwbz", (6, 15, 3, 8), strict=True)],
        ),
        ("Gradient: g = (6, 15, 3, 8)", ["df/dx = 6", "df/dw = 15", "df/db = 3", "df/dz = 8"]),
        ("the local gradient is (6, 15, 3, 8)", []),
        ("the gradient is not (6, 15, 3, 8)", []),
    ],
    "gradient in a step": [
        ("w_new = w - lr * gradient = 4.94", ["w_new = w - lr * df/dw = 4.94"]),
        (r"$w \leftarrow w - 0.01 \cdot \text{grad}$", ["w_new = w - 0.01 * df/dw"]),
        ("neues w = altes w - Lernrate * Gradient", ["w_new = w_old - lr * df/dw"]),
        ("w_new = w + lr * gradient = 5.06", ["w_new = w + lr * df/dw = 5.06"]),
        ("w_new = w - lr * gradient of x", ["w_new = w - lr * df/dx"]),
        ("q = w - lr * gradient", ["q = <w - lr *>"]),
        ("w_new = w - gradient * lr = 4.94", ["w_new = w - df/dw * lr = 4.94"]),
    ],
    "gradient of the step": [
        ("grad = 6, w_new = w - lr * grad", ["df/dw = 6", "w_new = w - lr * df/dw"]),
        ("Gradient: 2 * 3\nw = w - 0.01 * gradient", ["df/dw = 2 * 3", "w = w - 0.01 * df/dw"]),
        (
            "grad = 6, w_new = w - lr * grad, b_new = b - lr * grad",
            ["w_new = w - lr * df/dw", "b_new = b - lr * df/db"],
        ),
    ],
    "gradient on its way": [
        ("The gradient flowing into w is 6; the one flowing into x is 15", ["df/dw = 6", "df/dx = 15"]),
        ("The gradient that arrives at the node q is 3", ["df/dq = 3"]),
        ("The gradient that w receives is zx = 6", ["df/dw = z * x = 6"]),
        ("The gradient received by w is 6, while that reaching x is 15", ["df/dw = 6", "df/dx = 15"]),
        ("df/dq = 3. What arrives at w is zx, that is 6", ["df/dq = 3", "df/dw = z * x = 6"]),
        ("Der Gradient, der an w ankommt, ist 6", []),  # a comma stands between
        ("The local gradient flowing into w is 2", ["w = 2"]),
        ("The gradient leaving w is 6", ["w = 6"]),
    ],
    "gradient behind its point": [("at w = 5, the gradient of w is 6", ["w = 5", "df/dw = 6"])],
    "gradient of a quantity": [
        ("The gradient along w is 6 and along x 15", ["df/dw = 6", "df/dx = 15"]),
        ("The sensitivity of f to w is 6", ["df/dw = 6"]),
        ("the partial for w is 6", ["df/dw = 6"]),
        ("the gradient on the w branch is 6", ["df/dw = 6"]),
        ("the gradient into node q is 3", ["df/dq = 3"]),
        ("the local gradient at w is 2", ["dq/dw|direct = 2"]),  # w goes into q only
        ("the local gradient is 2", []),  # of which node?
        ("the magnitude of the gradient at w is 6", []),
        ("the gradient of w is 6", ["df/dw = 6"]),
        ("the adjoint of w is $-(-6)=+6$", ["df/dw = 6 = 6"]),
        ("el adjunto de w es 6", ["df/dw = 6"]),
        ("grad(w) = 6", ["df/dw = 6"]),
        ("wの勾配は6", ["df/dw = 6"]),
        ("重み（w）の微分：6", ["df/dw = 6"]),
    ],
    "gradient behind its quantity": [("w gradient = 6", ["df/dw = 6"]), ("w's gradient is 6", ["df/dw = 6"])],
    "gradient that a quantity has": [("w's gradient is 6 and x's is 15", ["df/dw = 6", "df/dx = 15"])],
    "what a number is handed on to": [
        ("df/dr = 3. The gate copies 3 to q and also to b", ["df/dr = 3", "df/dq = 3", "df/db = 3"]),
        ("df/dr = 3. Sie gibt die 3 an q und 6 an w weiter", ["df/dr = 3", "df/dq = 3", "df/dw = 6"]),
        ("df/dr = 3. It does not pass 3 to q", ["df/dr = 3"]),
        ("df/dr = 3. It sends 3 to q together with b", ["df/dr = 3"]),
        ("r = 8. It passes 8 to f", ["r = 8"]),
    ],
    "what numbers in brackets are handed on to": [
        ("df/dr = 3. It passes that on to q (3) and b (3)", ["df/dr = 3", "df/dq = 3", "df/db = 3"]),
        ("r = 8. It passes that on to f (24)", ["r = 8"]),
    ],
    "where a number arrives": [
        ("df/dr = 3, und bei q kommt ebenfalls 3 an", ["df/dr = 3", "df/dq = 3"]),
        ("df/dr = 3. Su q arriva un gradiente di 3", ["df/dr = 3", "df/dq = 3"]),
        ("df/dr = 3. A q le llega 3", ["df/dr = 3", "df/dq = 3"]),
        ("r = 8, und bei q kommt 10 an", ["r = 8", "q = 10"]),
    ],
    "number that flows to a quantity": [
        ("df/dq is 3, so 6 flows into w and 15 into x", ["df/dq = 3", "df/dw = 6", "df/dx = 15"]),
        ("6 flows into w", []),
    ],
    "gradients with their quantities in brackets": [
        ("The partials are 6 (w) and 15 (x)", ["df/dw = 6", "df/dx = 15"]),
        ("The local gradients are 6 (w) and 15 (x)", ["dq/dw|direct = 6", "dq/dx|direct = 15"]),
        ("The new values are 4.94 (w) and 1.85 (x)", ["w_new = 4.94", "x_new = 1.85"]),
        ("The old values are 5 (w) and 2 (x)", []),
    ],
    "number before its quantity": [
        ("Gradients: 6 for w, 15 for x and 3 for b", ["df/dw = 6", "df/dx = 15", "df/db = 3"]),
        ("We get a gradient of 6 for w and of -15 for x", ["df/dw = 6", "df/dx = -15"]),
        ("The derivatives of q are 2 for w and 5 for x", ["dq/dw = 2", "dq/dx = 5"]),
        ("We get 10 for q, 8 for r", ["q = 10", "r = 8"]),
        ("The local gradients are 2 for w and 5 for x", ["dq/dw|direct = 2", "dq/dx|direct = 5"]),
        ("f = 24 for w", ["f = 24"]),
        ("The gradient is 6 for w = 5", ["w = 5"]),
        ("We take 5 for w", []),
    ],
    "gradient of one more": [
        ("df/dw is 6 and for b it is 3", ["df/dw = 6", "df/db = 3"]),
        ("Gradient in w: 6, in x: 15", ["df/dw = 6", "df/dx = 15"]),
        ("The gradient on w is 6 and on x it's 15", ["df/dw = 6", "df/dx = 15"]),
        ("The derivative of q for w is 2, for x it is 5", ["dq/dw = 2", "dq/dx = 5"]),
        ("df/dw = 6 at x = 2", ["df/dw = 6", "x = 2"]),
    ],
    "that of one more": [
        ("The gradient of w is 6, that of b is 3", ["df/dw = 6", "df/db = 3"]),
        ("Der Gradient von w ist 6, der von b ist 3", ["df/dw = 6", "df/db = 3"]),
        ("w is 5, that of b is 3", ["w = 5", "b = 3"]),
    ],
    "partial f / partial w": [("partial f / partial w = 6", ["df/dw = 6"])],
    "new point": [
        (
            "Der Schritt führt zum Punkt (1,85; 4,94; -2,03; 2,92)",
            [
                "x_new = 1.85",
                "w_new = 4.94",
                "b_new = -2.03",
                "z_new = 2.92",
            ],
        ),
        ("Der Schritt führt nicht zum Punkt (1,85; 4,94; -2,03; 2,92)", []),
        (
            "Шаг приводит в точку (1,85; 4,94; -2,03; 2,92)",
            [
                "x_new = 1.85",
                "w_new = 4.94",
                "b_new = -2.03",
                "z_new = 2.92",
            ],
        ),
        ("new point: (1.85, 4.94, -2.03, 2.92)", ["x_new = 1.85", "w_new = 4.94", "b_new = -2.03", "z_new = 2.92"]),
        ("the new point is (1.85, 4.94, 1)", []),  # of which three?
        ("the point is (1.85, 4.94, -2.03, 2.92)", []),
    ],
    "by which way": [
        ("through q: -3 * 2 = -6", []),
        ("über q: -6", []),
        ("via q: df/dx = 3", ["df/dx = 3"]),
        ("q: 10", ["q = 10"]),
    ],
    "new value in brackets": [
        ("f (new) = 12.2", ["f_new = 12.2"]),
        ("f (with the new w): 12.2", ["f_new = 12.2"]),
        ("w (after the step) = 4.94", ["w_new = 4.94"]),
        ("f (old) = 24", ["f = 24"]),
    ],
    "new value with new inputs": [
        ("f with the new w: 12.2", ["f_new = 12.2"]),
        ("f at the new w and b = 12.2", ["f_new = 12.2"]),
        ("f with the old w: 24", ["f = 24"]),
        ("f with the new one: 12", []),
    ],
    "what a weight becomes": [
        ("the weight becomes 4.94", ["w_new = 4.94"]),
        ("Das Gewicht ist jetzt 4,94", ["w_new = 4.94"]),
        ("with a learning rate of 0.01 the weight becomes 5 - 0.06 = 4.94", ["w_new = 5 - 0.06 = 4.94"]),
        ("the gradient of the weight becomes 6", ["df/dw = 6"]),
        ("the weight becomes 4.94, the bias becomes 2.01", ["w_new = 4.94", "b_new = 2.01"]),
        ("the weight becomes 4.94 and the bias 2.01", ["w_new = 4.94", "b_new = 2.01"]),
        ("with a batch of 10 the weight becomes 4.94", []),
        ("the weight is 4.94", []),
        ("the weights become 4.94", []),
    ],
    "new value of a quantity": [
        ("the new w is 4.94", ["w_new = 4.94"]),
        ("peso nuevo: 4.94", ["w_new = 4.94"]),
        ("Updated weight, w = 4.94", ["w_new = 4.94"]),
        ("new w: w = 4.94", ["w_new = 4.94"]),
    ],
    "update of a quantity": [
        ("Update of w: 5 - 0.01 * 6 = 4.94", ["w_new = 5 - 0.01 * 6 = 4.94"]),
        ("Update: w = 4.94", ["w = 4.94"]),
        ("an update of w: 4.94", []),
    ],
    "old value of a quantity": [("the old w is 5", ["w_old = 5"])],
    "value after the step": [("w after the step = 4.94", ["w_new = 4.94"])],
    "value that an input has now": [
        ("w is now 4.94", ["w_new = 4.94"]),
        ("q is now 10", ["q = 10"]),
    ],
    "what a quantity is after the step": [
        ("w ist danach 1.4", ["w_new = 1.4"]),
        ("w ist nach dem Schritt noch 1.4", ["w_new = 1.4"]),
        ("w wynosi po kroku 1.4", ["w_new = 1.4"]),
        ("w ist nach 3 Schritten 1.4", []),
        ("df/dw ist danach 6", []),
    ],
    "value that stays": [
        ("w stays at 5", ["w_new = 5"]),
        ("w bleibt -1", ["w_new = -1"]),
        ("w stays the same", ["w_new = w_old"]),
        ("w und x bleiben gleich", ["w_new = w_old", "x_new = x_old"]),
        ("w ne change pas.", ["w_new = w_old"]),
        ("the sign of w stays the same", []),
    ],
    "an output that stays": [
        ("After the step f stays at 24", ["f_new = 24"]),
        ("w_new = 5 and f stays 24", ["w_new = 5", "f_new = 24"]),
        ("f stays at 24", []),
        ("After the step f stays", []),
    ],
    "what a step would give": [("A step would give w = 4.94.", ["w = 4.94"])],
    "step in French": [
        ("On avance avec pas = 0,01 : w = 4,94", ["w = 4.94"]),
        ("f = 24 pas 25", ["f = 24"]),
    ],
    "learning rate": [("w_new = 5 - learning rate * 6", ["w_new = 5 - lr * 6"])],
    "what one of the neurons has": [
        (
            "the neuron's q is 10",
            ["q = 10"],
        ),  # there is one function at most: phrases/test_neurons.py
    ],
    "a neuron by its number": [
        ("q = 10, unit 3 r = 8", ["q = 10", "r = 8"]),
        ("Node 3: q = 10, node 4: r = 8, node 5 gives f = 24", ["q = 10", "r = 8", "f = 24"]),
        ("Neurona 1: q = 10, neurona 2: r = 8", ["q = 10", "r = 8"]),
        ("q = 10, node 3 * r = 8", ["q = 10", "3 * r = 8"]),
    ],
    "what goes into a neuron": [("the net input of q is 10", ["q = 10"])],  # q is none: rows in test_spellings
    "a change from one value to another": [
        ("w goes from 5 to 4.94", ["w_new = 4.94"]),
        ("the step takes w from 5 to 4.94 and x from 2 to 1.85", ["w_new = 4.94", "x_new = 1.85"]),
        ("f has fallen from 24 to about 20.8", ["f = 24", "f_new = 20.8"]),
        ("The loss dropped from 24 to 20.8.", ["f = 24", "f_new = 20.8"]),
        ("Der Verlust sinkt von 24 auf 20,8.", ["f = 24", "f_new = 20.8"]),
        ("La perte passe de 24 à 20,8.", ["f = 24", "f_new = 20.8"]),
        ("w pasa de 5 a 4,94, x pasa de 2 a 1,85", ["w_new = 4.94", "x_new = 1.85"]),
        ("A perda cai de 24 para 20,8.", ["f = 24", "f_new = 20.8"]),
        ("La perdita scende da 24 a 20,8.", ["f = 24", "f_new = 20.8"]),
        ("损失从 24 降到 20.8", ["f = 24", "f_new = 20.8"]),
        ("손실은 24에서 20.8로 감소했다", ["f = 24", "f_new = 20.8"]),
        ("손실은 $24$에서 $20.8$로 감소했다", ["f = 24", "f_new = 20.8"]),
    ],
    "a change of the point": [
        ("we go from (2, 5, -2, 3) to (1, 2, 3, 4)", ["x_new = 1", "w_new = 2", "b_new = 3", "z_new = 4"]),
        ("from (2, 5, 1) to (1, 2, 1)", []),
    ],
    "a change and how it is calculated": [
        ("w goes up: 5 + 0.01 * 6 = 5.06", ["w_new = 5 + 0.01 * 6 = 5.06"]),
        ("w sinkt: 5 - 0.06 = 4.94", ["w_new = 5 - 0.06 = 4.94"]),
        ("w goes up: 0.06", []),
    ],
    "a change to a value": [
        ("the error drops to 20.8", ["f_new = 20.8"]),
        ("w moves to 4.94 and q falls to 9.1", ["w_new = 4.94", "q = 9.1"]),
        ("w decreases by 0.06 to 4.94", ["w_new = 4.94"]),
        ("Der Fehler sinkt auf 20,8.", ["f_new = 20.8"]),
        ("La perte descend à 20,8.", ["f_new = 20.8"]),
    ],
    "a change to a value before the verb": [
        ("손실은 20으로 줄어든다", ["f_new = 20"]),
        ("w は 4.94 に変わる", ["w_new = 4.94"]),
    ],
    "what is moved to a value": [
        ("the step moves w to 4.94, x to 1.85 and the loss to 20.8", ["w_new = 4.94", "x_new = 1.85", "f_new = 20.8"]),
        ("compared to q, x to 1.85", []),
    ],
    "where a change ends": [
        ("w moves down by 0.06 and lands on 4.94", ["w_new = 4.94"]),
        ("w lands on r", []),
    ],
    "a change by an arrow": [
        ("w goes 5 → 4.94 and x goes 2 → 1.85", ["w_new = 4.94", "x_new = 1.85"]),
        ("the loss went down (24 → 20.8)", ["f = 24", "f_new = 20.8"]),
        ("loss: 24 → 20.8", ["f = 24", "f_new = 20.8"]),
        ("f: 24 → 20.8", ["f = 24", "f_new = 20.8"]),
        ("error 24 → 20.8", ["f_new = 20.8"]),
        ("loss 24 → 20.8", ["f = 24", "f_new = 20.8"]),
    ],
    "one more with the same verb": [
        ("q comes out at 10, r at 8 and f at 24", ["q = 10", "r = 8", "f = 24"]),
        ("q evaluates to 10 and r to 8", ["q = 10", "r = 8"]),
        ("q = 10, r at 8", ["q = 10"]),
    ],
    "what is calculated once more": [
        ("w_new = 4.94. We compute the loss again and get 12.2", ["w_new = 4.94", "f_new = 12.2"]),
        ("w_new = 4.94. Recomputing the loss once more, we find 12.2", ["w_new = 4.94", "f_new = 12.2"]),
        ("w_new = 4.94. We compute the loss and get 12.2", ["w_new = 4.94"]),
        ("We compute the loss again and get 12.2", []),
    ],
    "the output": [
        ("the loss is 24", ["f = 24"]),
        ("new loss: 23", ["f_new = 23"]),
        ("der Verlust ist 24", ["f = 24"]),
        ("the new loss is roughly 23", ["f_new = 23"]),
        ("New output: 3*(4 + 1) = 15", ["f_new = 3 * (4 + 1) = 15"]),
        ("w_new = 4.94, and the height there is 23", ["w_new = 4.94", "f_new = 23"]),
        ("After the update the value of the function is 23", ["f_new = 23"]),
        ("the new weights give a loss of 23", ["f_new = 23"]),
        ("la nouvelle perte est 23", ["f_new = 23"]),
        ("la pérdida nueva es 23", ["f_new = 23"]),
        ("the old loss is 24", ["f = 24"]),
        ("the output is 24", []),
        ("the error is 3", []),
    ],
    "the squared error": [
        ("The squared error is (7 - 4)^2 = 9", ["f = (7 - 4)**2 = 9"]),
        ("MSE: 9", ["f = 9"]),
        ("a błąd do kwadratu to 9", ["f = 9"]),
        ("Der quadratische Fehler ist 9", ["f = 9"]),
        ("L'erreur quadratique vaut 9", ["f = 9"]),
        ("el error cuadrático es 9", ["f = 9"]),
        ("平方误差为 9", ["f = 9"]),
        ("After the step the squared error is 9", ["f_new = 9"]),
        ("The squared error", []),
        ("The error is 9", []),
    ],
    "the prediction": [("The prediction is 8", [])],  # nothing is compared here; see test_predictions
    "a name behind its noun": [
        ("dq/dw is simply the input x", ["dq/dw = x"]),
        ("dq/dx is the weight w = 5", ["dq/dx = w = 5"]),
        ("dq/dw = input x, dq/dx = weight w", ["dq/dw = x", "dq/dx = w"]),
        ("dq/dx is the bias w", []),
        ("the weight w is large", []),
    ],
    "a name behind its function": [("the ReLU f = 24", ["relu(f) = 24"])],  # no ReLU here; see test_styles_of_lectures
    "what a node is in a neuron, with its number": [("the pre-activation is 3", [])],  # no neuron; see test_called
    "part of a number": [
        ("df/dw is two thirds", ["df/dw = 0.6666666667"]),
        ("df/dw is minus a third.", ["df/dw = -0.3333333333"]),
        ("df/dw ist ein Viertel", ["df/dw = 0.25"]),
        ("The gradient of w is half of 12.", ["df/dw = 6"]),
        ("df/dw is half the other one", []),
    ],
    "number in words": [("q is ten", ["q = 10"]), ("q is minus three", ["q = -3"])],
    "operation in words": [("q = 5 times 2", ["q = 5 * 2"]), ("q = 5 fois 2", ["q = 5 * 2"])],
    "operation with its verb behind it": [
        ("w에 대한 미분은 3에 z를 곱해서 6이다", ["df/dw = 3 * z = 6"]),
        ("w の勾配は 3 に 2 を掛けて 6", ["df/dw = 3 * 2 = 6"]),
        ("w の勾配は 3 に 2", ["df/dw = 3"]),
    ],
    "a differential by another": [
        ("df by dw is 6", ["df/dw = 6"]),
        ("df nach dw ist 6", ["df/dw = 6"]),
        ("df by hand is 6", []),
    ],
    "operation as a preposition": [
        ("q = 20 upon 2 = 10", ["q = 20 / 2 = 10"]),
        ("q = 5 into 2", ["q = 5 * 2"]),
        ("q = 20 by 2 = 10", ["q = 20 / 2 = 10"]),
        ("q = 5 by 2 = 10, f = 3 by q = 30", ["q = 5 * 2 = 10", "f = 3 * q = 30"]),
        ("df/dw = 3 by x = 3 by 2 = 6", ["df/dw = 3 * x = 3 * 2 = 6"]),
        ("q = 5 by (1 + 1) = 5 by 2 = 10", ["q = 5 * (1 + 1) = 5 * 2 = 10"]),
        ("q = -5 by -2 = 10", ["q = -5 * (-2) = 10"]),
        ("df/dw = 3 by x = 6", ["df/dw = <3 by x> = 6"]),  # multiplied or divided: nothing tells
        ("q = 10 by 2 of them", ["q = <10 by 2>"]),
        ("q = 10 by the first rule", ["q = 10"]),
    ],
    "square in words": [("q = x squared", ["q = x**2"])],
    "power in words": [
        ("q = e to the power x", ["q = exp(x)"]),
        ("q = 1 / (1 + e to the x)", ["q = 1 / (1 + exp(x))"]),
    ],
    "also": [("q = 10、r も同じく 10", ["q = 10", "r = 10"]), ("q = 10, r도 10", ["q = 10", "r = 10"])],
    "what several parts come to": [("Total: 6", [])],  # no parts here; see test_styles_of_lectures
    "several parts that are added": [
        ("df/dx collects two contributions: 6 + 9 = 15", ["df/dx = 6 + 9 = 15"]),
        ("df/dx collects two contributions", []),
    ],
    "the total of a quantity": [
        ("dw total = 6", ["df/dw = 6"]),
        ("df/dw total: 6", ["df/dw = 6"]),
        ("total 6", []),
    ],
    "what is found by calculating": [
        ("∂f/∂w を求めると -6 になります", ["df/dw = -6"]),
        ("q를 계산하면 10입니다", ["q = 10"]),
        ("df/dw = 6。w を更新すると 4.94 になる", ["df/dw = 6", "w_new = 4.94"]),
        ("q を見て 10 行", []),
    ],
    "value of a quantity": [
        ("q 这个节点的输出是 10", ["q = 10"]),
        ("q の値は、10", ["q = 10"]),
        ("q의 값은 10이 됩니다", ["q = 10"]),
        ("中間變數 q 的值為 10", ["q = 10"]),
    ],
    "derivative of a function at its argument": [("dσ/dq at q = 10 is 0.25", [])],  # no neuron; see test_called
    "quantity at a point": [
        ("df/dw at w = 5, x = 2 is 6", ["w = 5", "x = 2", "df/dw = 6"]),
        ("$df/dw$ at $w = 5$ is 6", ["w = 5", "df/dw = 6"]),
        ("df/dw (at w = 5) = 6", ["w = 5", "df/dw = 6"]),
        ("df/dw at w = 5: 6", ["w = 5", "df/dw = 6"]),
        ("df/dw (at w = 5) and r = 8", ["w = 5", "r = 8"]),
        ("SGD (lr 0.1) on w: 5 - 0.6 = 4.4", []),
    ],
    "a verb that is no share": [("代入后得到 q = 10", ["q = 10"])],
}

EQUATIONS: list[tuple[str, list[str]]] = [
    ("q = w * x    : 10", ["q = w * x = 10"]),  # in a column of its own
    ("q = w * x : 10", ["q = <w * x : 10>"]),  # or a division
    ("q = 20 : 2 = 10", ["q = 20 / 2 = 10"]),
    ("Delta w = 0.06", []),
    ("Change Delta w: 0.06", []),
    ("q = 1 / (1 + e⁻²·³)", ["q = 1 / (1 + exp(-2.3))"]),
    ("q = x²·w", ["q = x**2 * w"]),
    ("∂/∂w = 6", ["df/dw = 6"]),
    (r"$\frac{\partial}{\partial w} = zx = 6$", ["df/dw = z * x = 6"]),
    (r"$\frac{d}{dw}(w x) = x$", ["d(w * x)/dw = x"]),
    ("df/dw = 7/10 x - 17/10", ["df/dw = 7 / 10 * x - 17 / 10"]),
    ("q = 0.1 * 100,000 = 10,000", ["q = 0.1 * 100000 = 10000"]),
    ("q = 10,000", ["q = <10,000>"]),  # or a decimal comma
    ("q = 2,500, r = 0.5, b = 1,5", ["q = <2,500>", "r = 0.5", "b = 1.5"]),
    ("q = w x x = 2 x 5", ["q = w * x = 2 * 5"]),
    ("df/dw = df/dq x dq/dw = 3 x 5", ["df/dw = df/dq * dq/dw = 3 * 5"]),
    ("df/dw = 3 x = 3 * 5", ["df/dw = 3 * x = 3 * 5"]),
    ("q = w x = 2 x 5", ["q = w * x = 2 * 5"]),
    ("q = w*x = 10", ["q = w * x = 10"]),
    ("q = 10. r = 8", ["q = 10", "r = 8"]),
    ("q = 10, r = 8", ["q = 10", "r = 8"]),
    ("q = 10\nr = 8", ["q = 10", "r = 8"]),
    ("q = w*x\n= 10", ["q = w * x = 10"]),
    ("$$q\n=\n- 10$$", ["q = -10"]),
    ("$$q = w\nx$$", ["q = w * x"]),
    ("$$q = w x \\\\ = 10$$", ["q = w * x = 10"]),
    ("$q = 10 \\qquad r = 8$", ["q = 10", "r = 8"]),
    ("q̂ = 10, $\\hat{r} = 8$", ["q = 10", "r = 8"]),
    ("Damit ist q 10.", ["q = 10"]),
    ("Damit ist der Wert von q 10.", ["q = 10"]),
    ("Dann hat q den Wert 10.", ["q = 10"]),
    ("Dan heeft q de waarde 10.", ["q = 10"]),
    ("Knoop q wordt twee keer gebruikt.", []),
    ("q is used 2 times.", []),
    ("q is niet gelijk aan 10.", ["q = <10>"]),
    ("q = 10 // r = 8 // backward: df/dw = 6", ["q = 10", "r = 8", "df/dw = 6"]),
    ("q = 10 ← **two paths**\n\nr = 8", ["q = 10", "r = 8"]),
    ("q = 10 <- 11", ["q = 10 = <11>"]),  # nothing can be put into a number
    ("q = 10 <- w", ["q = 10 = <w>"]),
    ("q = 10   ← w and x together", ["q = 10"]),
    ("q = 10\n  = 10   ← this is the product", ["q = 10 = 10"]),
    ("*Evaluation.* $q = 10$. *Backward.* $r = 8$", ["q = 10", "r = 8"]),
    ("[3.1] q = 10\n[3.2] r = 8", ["q = 10", "r = 8"]),
    ("i. q = 10\n\nii. r = 8\n\niii. b = -2", ["q = 10", "r = 8", "b = -2"]),
    ("q = &frac12; 20", ["q = 0.5 * 20"]),
    ("q: 10", ["q = 10"]),
    ("q -> 10", ["q = 10"]),
    ("w: 5 -> 4.94", ["w_new = 4.94"]),
    ("w -= 0.06", ["w_new = w - 0.06"]),
    ("with lr .01 w becomes 4.94", ["w = 4.94"]),
    ("f_new = 20.8 < 24", ["f_new = 20.8"]),
    ("f_new = 20.8 < f", ["f_new = 20.8"]),
    ("f_new = 20.8 < 3", ["f_new = <20.8 < 3>"]),
    ("q=10 r=8", ["q = 10", "r = 8"]),
    ("q = 10   r = 8", ["q = 10", "r = 8"]),
    ("q = 3 (k - 1)", ["q = <3 (k - 1)>"]),
    ("q = 3 blorp 2 = 6", ["q = <3 blorp 2> = 6"]),
    ("q = 10 (since w = 5)", ["q = 10", "w = 5"]),
    ("(df/dw, df/db) = (6, 3)", ["df/dw = 6", "df/db = 3"]),
    ("df/dw is df/dq times dq/dw, i.e. -3 * 2 = 6", ["df/dw = df/dq * dq/dw = -3 * 2 = 6"]),
    ("Die Ableitung von f nach w ist df/dq mal dq/dw, also 3 mal 2", ["df/dw = df/dq * dq/dw = 3 * 2"]),
    ("q = w*x, i.e. 2 more than r", ["q = w * x"]),
    ("the derivative of f with respect to z is r = 8", ["df/dz = r = 8"]),
    ("the derivative of f with respect to w is df/dw = 6", ["df/dw = 6"]),
    ("(1) $q=wx=10$ (2) $r=q+b=8$", ["q = w * x = 10", "r = q + b = 8"]),
    ("(a) q=wx=10 (b) r=q+b=8", ["q = w * x = 10", "r = q + b = 8"]),
    ("q = 5 (2) = 10", ["q = 5 * 2 = 10"]),
    ("q = 10'", ["q = <10'>"]),
    ("r'nin değeri 8'dir, q'nun değeri 10'dur", ["r = 8", "q = 10"]),
    ("q, 10'a eşittir", ["q = 10"]),
    ("q = w*x, 10'a eşittir", ["q = w * x"]),
    ("Bu değer 10'dur", []),
    ("q değeri: 10", ["q = 10"]),
    ("Yeni x değeri: 1.85", ["x_new = 1.85"]),
    ("Sau bước lan truyền tiến ta thu được q = 10", ["q = 10"]),
    ("x được cập nhật thành 1.85", ["x = 1.85"]),
    ("Nilai x setelah diperbarui = 1.85", ["x_new = 1.85"]),
    ("q'nun x'e göre türevi 5'tir", ["dq/dx = 5"]),
    ("x'e göre q'nun türevi 5'tir", ["dq/dx = 5"]),
    ("$q$'nun $x$'e göre türevi $5$'tir", ["dq/dx = 5"]),
    ("x'in yeni değeri 1.85'tir", ["x_new = 1.85"]),
    ("Đạo hàm của hàm q theo x là 5", ["dq/dx = 5"]),
    ("Turunan fungsi q terhadap x adalah 5", ["dq/dx = 5"]),
    ("The derivative of the function q with respect to x is 5", ["dq/dx = 5"]),
    ("q = (10)'", ["q = <(10)'>"]),
    ("'q = 10'", ["q = 10"]),
    ("q = 10!", ["q = <10!>"]),
    ("q = 10 !", ["q = 10"]),
    ("q = 10（两数之积）", ["q = 10"]),
    ("df/dq = -3（这里 df/dr = -3）", ["df/dq = -3", "df/dr = -3"]),
    ("q = 5（乘以 2）= 10", ["q = <5（乘以 2）> = 10"]),
    ("（链式法则）df/dq = -3", ["df/dq = -3"]),
    ("（1）q = 10；（2）r = 8。", ["q = 10", "r = 8"]),
    ("(가) q = 10\n(나) r = 8", ["q = 10", "r = 8"]),
    ("一、q = 10\n二、r = 8", ["q = 10", "r = 8"]),
    ("【→】 q = 10\n【←】 df/dq = -3", ["q = 10", "df/dq = -3"]),
    ("df/dw = df/dr . dr/dq . dq/dw = 3 . 1 . 2 = 6", ["df/dw = df/dr * dr/dq * dq/dw = 3 * 1 * 2 = 6"]),
    ("df/dw = df/dr . dr/dw = 3 . x = 6", ["df/dw = df/dr * dr/dw = 3 * x = 6"]),
    ("df/dw = 6 . df/dx = 15", ["df/dw = 6", "df/dx = 15"]),
    ("q = 10 . r = 8", ["q = 10", "r = 8"]),
    ("q=10 --b=-2--> r=8 --z--> f=24", ["q = 10", "r = 8", "f = 24"]),
    ("let e = q + b\nr = e", ["q + b = q + b", "r = q + b"]),
    ("$f = \\begin{cases} r & r > 0 \\\\ 0 & r \\le 0 \\end{cases}$", ["f = {r if [r > 0]; 0 if [r <= 0]}"]),
]


def statements(text: str) -> list[str]:
    return [read_back(statement, text) for statement in reading_of(text, LEXICON)]


@pytest.mark.parametrize(("text", "expected"), [row for rows in PHRASES.values() for row in rows])
def test_a_phrase_is_read(text: str, expected: list[str]) -> None:
    assert statements(text) == expected


def test_each_rule_has_its_rows() -> None:
    assert list(PHRASES) == [rule.name for rule in RULES]


@pytest.mark.parametrize(("text", "expected"), EQUATIONS)
def test_equations_begin_and_end(text: str, expected: list[str]) -> None:
    assert statements(text) == expected


DOUBTFUL = [
    "q = 10 is wrong", "if q = 10 then", "maybe q = 10", "My neighbour has q = 10", "For x = 7, q = 10", "r: 8 blorp",
    "q = 10. Scratch that.", "q = 10 or 12", "## Wrong\nq = 10", "q = 10\n* r = 8",
    "q = 10, which is false", "Let q = 10", "q = 10 if w were 4", "TODO q = 10", "q = 10 (to be checked)",
    "Others:\nq = 10",
]  # fmt: skip


@pytest.mark.parametrize("text", DOUBTFUL)
def test_words_beside_an_equation_make_it_doubtful(text: str) -> None:
    statements = reading_of(text, LEXICON).statements
    assert any(statement.doubt or statement.trailing or statement.conditions for statement in statements)


def test_reading_has_no_values_to_look_at() -> None:
    assert not any(isinstance(value, float) for value in vars(LEXICON).values())
    assert {
        "inputs",
        "operands",
        "operations",
        "steady",
        "output",
        "unnamed",
        "aliases",
        "further",
        "vectors",
        "nouns",
        "slopes",
        "arrays",
        "activations",
        "lying",
        "parameters",
        "counts",
        "tiers",
    } == set(type(LEXICON).__dataclass_fields__)
