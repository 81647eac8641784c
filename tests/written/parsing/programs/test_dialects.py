"""Programs in R, MATLAB, Julia and languages with braces: what is written and what is read; `?` only where it fits."""

from itertools import islice, product

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read
from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.parsing.programs.text.dialects.braced import BRACES
from gradbook.written.parsing.programs.text.dialects.dialect import Dialect
from gradbook.written.parsing.programs.text.dialects.numerical import JULIA, MATLAB, R
from gradbook.written.parsing.programs.text.dialects.rewritten import rewritten
from gradbook.written.parsing.programs.text.rewriting import text_of
from gradbook.written.reading import reading_of

_Q, _R = "q = w * x", "r = q + b"

# the language as a fence calls it, the program, what it states
LINES: list[tuple[str, str, list[str]]] = [
    ("r", "q <- w*x  # 10", ["q = w * x = 10"]),
    ("r", "w*x -> q  # 10", ["q = w * x = 10"]),
    ("r", "> q <- w*x\n> q\n[1] 10", [_Q, "q = 10"]),
    ("r", "> q <- w*x; r <- q + b\n> c(q, r)\n[1] 10  8", [_Q, _R, "q = 10", "r = 8"]),
    ("r", "> (q <- w*x)\n[1] 10", [_Q, "q = 10"]),
    ("r", "> c(dw = 6, dx = 15)\ndw dx \n 6 15 ", ["df/dw = 6?", "df/dx = 15?"]),
    ("r", "df.dw <- z * x  # 6", ["df/dw = z * x = 6"]),
    ("r", "cat('q =', q, '\\n')\nq = 10", ["q = 10"]),
    ("r", "print(paste('q is', q))\n[1] \"q is 10\"", ["q = 10"]),
    ("r", "cat(sprintf('q=%.1f r=%.1f\\n', q, r))\nq=10.0 r=8.0", ["q = 10", "r = 8"]),
    ("r", "f1 <- function(t) 2 * t\nq <- f1(b)  # -4", ["q = 2 * b = -4"]),
    ("r", "> w <- w - lr * dw\n> w\n[1] 4.94", ["w_new = w - lr * df/dw", "w_new = 4.94"]),
    ("r", "for (i in 1:9) w <- w - lr * dw\nw\n[1] 4.5", ["w_new = w - lr * df/dw?"]),
    ("", "q <- w*x\nq\n[1] 10", [_Q, "q = 10"]),
    ("matlab", "q = w*x;  % 10", ["q = w * x = 10"]),
    ("matlab", ">> q = w*x\nq =\n    10\n\n>> r = q + b\nr = 8", [_Q, "q = 10", _R, "r = 8"]),
    ("matlab", ">> q = w*x\n\nq =\n\n    10\n", [_Q, "q = 10"]),
    ("matlab", ">> w*x\nans = 10", ["w * x = 10"]),
    ("matlab", ">> w = w - lr*dw\nw =\n    4.9400", ["w_new = w - lr * df/dw", "w_new = 4.94"]),
    ("matlab", "fprintf('q = %.2f\\n', q);\nq = 10.00", ["q = 10"]),
    ("matlab", "disp(['q is ', num2str(q)])\nq is 10", ["q = 10?"]),
    ("matlab", "q = w.*x;  % = 10\nf = z.*r.^1;", ["q = w * x = 10", "f = z * r**1"]),
    ("matlab", "s = @(t) 2*t;\nq = s(b);  % -4", ["q = 2 * b = -4"]),
    ("matlab", "for i = 1:9\n    w = w - lr*dw;\nend\ndisp(w)\n4.5", ["w_new = w - lr * df/dw?"]),
    ("octave", "octave:1> q = w*x\nq = 10", [_Q, "q = 10"]),
    ("", ">> q = w*x\nq = 10", [_Q, "q = 10"]),
    ("julia", "julia> q = w*x\n10", [_Q, "q = 10"]),
    ("julia", "q = 2x\n@show q\nq = 4", ["q = 2 * x", "q = 4"]),
    ("julia", 'println("q = $q and r = $(q + b)")\nq = 10 and r = 8', ["q = 10", "r = 8"]),
    ("julia", "s(t) = 2t\nq = s.(b)  # -4", ["q = 2 * b = -4"]),
    ("js", "const q = w * x;  // 10", ["q = w * x = 10"]),
    ("js", "var x = 2, w = 5;\nlet q = x * w; /* 10 */", ["q = x * w = 10"]),
    ("js", "console.log(`q = ${q}`);\nq = 10", ["q = 10"]),
    ("js", "var mul = function(a, b) {\n  return a * b;\n};\nvar q = mul(w, x); // 10", ["q = w * x = 10"]),
    ("js", "const mul = (a, b) => {\n  return a * b;\n};\nlet q = mul(w, x); // 10", ["q = w * x = 10"]),
    ("js", "var add = function(a, b) { return a + b; };\nvar r = add(q, b); // 8", ["r = q + b = 8"]),
    ("js", "const grad = {\n  r: z,  // 3\n  w: 3 * x,  // 6\n};", ["df/dr = z = 3", "df/dw = 3 * x = 6"]),
    ("js", "var derivative_f_wrt_r = z; // 3", ["df/dr = z = 3"]),
    ("js", "const s = t => 2 * t;\nlet q = s(b); // -4", ["q = 2 * b = -4"]),
    ("js", "function s(t) {\n  return 2 * t;\n}\nlet q = s(b); // -4", ["q = 2 * b = -4"]),
    ("cpp", 'double q = w * x;\nstd::cout << "q = " << q << std::endl;\nq = 10', [_Q, "q = 10"]),
    ("c", 'printf("%f %f\\n", q, r);\n10.000000 8.000000', ["q = 10", "r = 8"]),
    ("c", "int main() {\n    double q = w*x;  // 10\n    return 0;\n}", ["q = w * x = 10"]),
    ("java", 'System.out.println("q = " + q);\nq = 10.0', ["q = 10"]),
    ("rust", 'let q: f64 = w * x;\nprintln!("{:.2} {:.2}", q, r);\n10.00 8.00', [_Q, "q = 10", "r = 8"]),
    ("rust", 'println!("dw={} dx={}", d[&w], d[&x]);\ndw=6 dx=15', ["df/dw = 6", "df/dx = 15"]),
    ("go", 'q := w * x\nfmt.Println("q", q)\nq 10', [_Q, "q = 10?"]),
    ("js", "let r = q > 0 ? q : 0;  // 10", ["r = {q if [q > 0]; 0 if 1} = 10"]),
    ("js", "for (let i = 0; i < 9; i++) {\n  w -= lr * dw;\n}\nconsole.log(w); // 4.5", ["w_new = w - lr * df/dw?"]),
    ("js", "> let q = w*x\nundefined\n> q\n10", [_Q, "q = 10"]),
    ("js", "> q\n10\n> console.log(q + b)\n8", ["q = 10", "q + b = 8"]),
    ("ruby", "irb> q = w*x\n=> 10", [_Q, "q = 10"]),
    ("ruby", "irb(main):001:0> dw = z * x\n=> 6\nputs r\n8", ["df/dw = z * x", "df/dw = 6", "r = 8"]),
    ("", "sage: q = w*x\nsage: q\n10", [_Q, "q = 10"]),
    ("", ">>> (q := w*x)\n10", [_Q, "q = 10"]),
    ("", ">>> b -= lr*db\n-2.03", ["b_new = b - lr * df/db", "b_new = -2.03"]),
    ("python", "print(grads)\n{'w': 6.0, 'x': 15.0}", ["df/dw = 6", "df/dx = 15"]),
    ("", ">>> grads\n{'w': 6.0, 'x': 15.0}", ["df/dw = 6?", "df/dx = 15?"]),
    ("python", "update(w, grads)\n{'w': 4.94, 'b': -2.03}", ["w = 4.94", "b = -2.03"]),
    ("python", "print(net)\n{'q': 10.0, 'r': 8.0}", ["q = 10", "r = 8"]),
    ("python", "print('q = ' + str(q))\nq = 10", ["q = 10"]),
]

# other blocks of the same language, and none that a fence marks
BLOCKS: list[tuple[str, list[str]]] = [
    ("```r\nprint(c(q, r))\n```\nOutput:\n```\n[1] 10 8\n```", ["q = 10", "r = 8"]),
    ("    % forward\n    q = w*x;   % 10\n    r = q + b;   % 8", ["q = w * x = 10", "r = q + b = 8"]),
    ("```r\n> grads\n w  q \n 6  3 \n```", ["df/dw = 6?", "df/dq = 3?"]),
]

# what is judged, the language, the program, whether it is accepted
JUDGED: list[tuple[str, str, str, bool]] = [
    ("q", "r", "> q <- w*x\n> q\n[1] 10", True),
    ("q", "r", "> q <- w*x\n> q\n[1] 11", False),
    ("q", "r", "q <- w*x", False),
    ("q", "r", "> q <- w + x\n> q\n[1] 10", False),
    ("q", "r", "> w <- 4; q <- w*x\n> q\n[1] 10", False),
    ("w1", "r", "> w <- w - lr*dw\n> w\n[1] 4.94", True),
    ("w1", "r", "> w <- w - lr*dw\n> w <- w - lr*dw\n> w\n[1] 4.94", False),
    ("w1", "r", "for (i in 1:9) w <- w - lr*dw\nw\n[1] 4.94", False),
    ("df/dw", "r", "> c(dx = 6, dw = 15)\ndx dw \n 6 15 ", False),
    ("q", "matlab", ">> q = w*x\nq =\n    10", True),
    ("q", "matlab", ">> q = w*x\nq =\n    11", False),
    ("q", "matlab", ">> q = w*x;", False),
    ("w1", "matlab", "for i = 1:9\n  w = w - lr*dw;\nend\nw\nw = 4.94", False),
    ("w1", "matlab", ">> w = w + lr*dw\nw = 4.94", False),
    ("q", "julia", "julia> q = w*x\n11", False),
    ("q", "js", "let q = w * x; // 11", False),
    ("q", "js", "let q = w * x;", False),
    ("q", "js", "// wrong\nlet q = w * x; // 10", False),
    ("q", "js", "// let q = w * x; // 11", False),
    ("q", "js", "if (false) {\n  q = 10;\n}", False),
    ("w1", "js", "for (let i = 0; i < 9; i++) {\n  w -= lr * dw;\n}\nconsole.log(w); // 4.94", False),
    ("q", "ruby", "irb> q = w*x\n=> 11", False),
    ("df/dw", "python", "print(grads)\n{'w': 15.0, 'x': 6.0}", False),
    ("df/dw", "python", "print(params)\n{'w': 6.0, 'x': 15.0}", False),
    ("w1", "", ">>> w -= lr*dw\n5.06", False),
    ("w1", "js", "w -= lr * dw;\nw -= lr * dw;\nconsole.log(w); // 4.94", False),
    ("q", "c", 'printf("q = %f", r);\nq = 8', False),
]

# the dialect, a line, as Python writes it
WRITTEN: list[tuple[Dialect, str, str]] = [
    (R, "sigmoid <- function(z) { 1/(1+exp(-z)) }", "sigmoid = lambda z: 1/(1+exp(-z))"),
    (R, "f <- function(w, x) {", "def f(w, x):"),
    (R, "r <- ifelse(q > 0, q, 0)", "r = np.where(q > 0, q, 0)"),
    (R, 'x <- "a <- b"  # c <- d', 'x = "a <- b"  # c <- d'),
    (MATLAB, "q = [1 -2 3]; A = [1 2; 3 4];", "q = [1, -2, 3]; A = [[1, 2], [ 3, 4]];"),
    (MATLAB, "a = q - b", "a = q - b"),
    (MATLAB, "a = w*(q - b); s = @(t) 2*t;", "a = w@(q - b); s = lambda t: 2@t;"),
    (MATLAB, "q = 10, r = 8", "q = 10; r = 8"),
    (MATLAB, "for i=1:3, w = w - 2; end", "for _ in steps: w = w - 2"),
    (JULIA, "f(x) = 3x^2 + 2x", "f = lambda x: 3*x**2 + 2*x"),
    (JULIA, "z = σ.(1e5)", "z = σ(1e5)"),
    (BRACES, "double s(double z) { return 1/(1+std::exp(-z)); }", "def s(z): return 1/(1+exp(-z))"),
    (BRACES, "fn s(z: f64) -> f64 {", "def s(z):"),
    (BRACES, "for (int i = 0; i < 3; i++) w -= lr*dw;", "for _ in steps: w -= lr*dw;"),
    (BRACES, "} else {", "else:"),
]


def _fenced(tag: str, text: str) -> str:
    return f"```{tag}\n{text}\n```"


@pytest.mark.parametrize(("tag", "text", "expected"), LINES)
def test_a_line_of_another_language_is_read(tag: str, text: str, expected: list[str]) -> None:
    answer = _fenced(tag, text)
    assert [
        read_back(statement, answer) + "?" * statement.tentative + (f" ({statement.doubt})" if statement.doubt else "")
        for statement in reading_of(answer, EXERCISES["seed"].lexicon)
    ] == expected


@pytest.mark.parametrize(("answer", "expected"), BLOCKS)
def test_blocks_are_of_the_language_that_went_before(answer: str, expected: list[str]) -> None:
    statements = reading_of(answer, EXERCISES["seed"].lexicon)
    assert [read_back(each, answer) + "?" * each.tentative for each in statements] == expected


@pytest.mark.parametrize(("key", "tag", "text", "accepted"), JUDGED)
def test_a_calculation_in_another_language_is_judged(key: str, tag: str, text: str, accepted: bool) -> None:
    assert (verdicts(_fenced(tag, text), EXERCISES["seed"])[key].status in ACCEPTED) is accepted


@pytest.mark.parametrize(("dialect", "line", "python"), WRITTEN)
def test_a_line_is_written_as_python_with_a_place_for_each_letter(dialect: Dialect, line: str, python: str) -> None:
    found = rewritten(text_of(line, 0, len(line)), dialect)
    assert found.text == python
    assert len(found.places) == len(python) + 1
    assert list(found.places) == sorted(found.places)


@pytest.mark.parametrize("tag", ["r", "matlab", "julia", "js"])
@pytest.mark.parametrize(
    "text", ["(" * 590, "=" + " " * 590, "q = " + "a ? " * 140, "[ " * 290, "function(" * 60, "q = " + "-" * 500 + "1"]
)
def test_lines_that_are_bombs_are_read_at_once(tag: str, text: str) -> None:
    verdicts(_fenced(tag, text), EXERCISES["seed"])


SIGNS = ["# {}", "// {}", "/* {} */", "(* {} *)", "-- {}", "% {}", "; {}", "! {}", "{{- {} -}}", "{}"]


@pytest.mark.parametrize("sign", SIGNS)
def test_comments_of_any_language_crash_nothing_in_any_fence(sign: str) -> None:
    exercise = Exercise.from_graph(Graph("p = w*x; L = p**2", w=2.0, x=7.0), ("p", "L", "dL/dw"), 0.1)
    tags = (
        "",
        "python",
        "c",
        "rust",
        "js",
        "julia",
        "matlab",
        "r",
        "haskell",
        "ocaml",
        "sql",
        "lua",
        "mathematica",
        "tex",
    )
    said_beside = product(tags, ("wrong", "= 56", "-> 56", "", "*)", "*/"), ("dw = 56", "p = 14;", "", "print(p)"))
    for tag, said, code in islice(said_beside, SIGNS.index(sign) % 3, None, 3):  # the next sign has others
        verdicts = {
            verdict.key: verdict.status
            for verdict in judge(read(f"```{tag}\n{code} {sign.format(said)}\n```\n\nL = 196\n", exercise), exercise)
        }
        assert verdicts["L"] in (Status.RIGHT, Status.UNREAD, Status.PERSON), (tag, said, code)
