"""Sessions: what is typed behind a prompt, and what is shown below it, in a fence or without one."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.graph import Graph
from gradbook.written import Exercise, Status, judge, read

SEED = EXERCISES["seed"]
KEYS = ("q", "r", "df/dw")

# each shows that q is 10, r is 8 and dw is 6
SESSIONS = {
    "python": ">>> q = w*x; q\n10\n\n>>> r = q + b\n>>> r\n8\n\n>>> dw = z*x\n>>> dw\n6",
    "ipython": "In [1]: q = w*x; r = q + b\n   ...: q, r\nOut[1]: (10, 8)\n\nIn [2]: z*x   # df/dw\nOut[2]: 6",
    "numpy": "In [1]: q = w*x; r = q + b; np.array([q, r])\nOut[1]: array([10., 8. ])\n\n"
    "In [2]: dw = z*x; dw\nOut[2]: 6",
    "matlab": ">> q = w*x\n\nq =\n\n   10\n\n>> r = q + b  % the sum\n\nr =\n\n    8\n\n>> dw = z*x\n\ndw =\n\n    6",
    "julia": "julia> q = w*x\n10\n\njulia> r = q + b\n8\n\njulia> dw = z*x  # df/dw\n6",
    "r": "> q <- w*x\n> q\n[1] 10\n> (r <- q + b)\n[1] 8\n> dw <- z*x\n> dw\n[1] 6",
    "elixir": "iex(1)> q = w * x\n10\niex(2)> r = q + b |> Float.round(4)\n8\niex(3)> dw = z * x\n6",
    "haskell": "ghci> let q = w*x ; r = q + b\nghci> (q, r)\n(10,8)\nghci> let dw = z * x -- the slope\nghci> dw\n6",
    "wolfram": "In[1]:= q = w x\nOut[1]= 10\n\nIn[2]:= r = q + b\nOut[2]= 8\n\nIn[3]:= dw = z x\nOut[3]= 6",
    "scala": "scala> val q = w * x\nval q: Double = 10\n\nscala> val r = q + b\nr: Double = 8\n\n"
    "scala> val dw = z * x\nval dw: Double = 6",
    "ruby": "irb(main):001:0> q = w*x\n=> 10\nirb(main):002:0> r = q + b\n=> 8\nirb(main):003:0> dw = z*x\n=> 6",
    "pdb": "(Pdb) p q\n10\n(Pdb) p r, dw\n(8, 6)",
    "gdb": "(gdb) print q\n$1 = 10\n(gdb) p r\n$2 = 8\n(gdb) p dw\n$3 = 6",
    "node": "> q = w * x\n10\n> q + b\n8\n> dw\n6",
}  # fmt: skip


@pytest.mark.parametrize("fence", ["{}\n", "```\n{}\n```\n", "What I typed:\n\n{}\n\nThat is all.\n"])
@pytest.mark.parametrize("session", SESSIONS.values(), ids=SESSIONS)
def test_a_session_shows_values(session: str, fence: str) -> None:
    found = verdicts(fence.format(session), SEED)
    assert {key: found[key].status for key in KEYS} == dict.fromkeys(KEYS, Status.RIGHT)


@pytest.mark.parametrize("session", SESSIONS.values(), ids=SESSIONS)
@pytest.mark.parametrize(("old", "new", "key"), [("10", "11", "q"), ("8", "7", "r"), ("6", "-6", "df/dw")])
def test_a_wrong_value_is_not_accepted(session: str, old: str, new: str, key: str) -> None:
    assert verdicts(session.replace(old, new), SEED)[key].status not in ACCEPTED


def test_a_quotation_is_no_session() -> None:
    found = verdicts("> q = w * x = 10\n> and r = q + b = 8\n\n10 is what Ben has.\n", SEED)
    assert found["q"].status is found["r"].status is Status.RIGHT


# Fortran and its comments
def test_capitals_are_letters_where_a_language_has_no_others() -> None:
    lines = "! CHECK, X=2, W=5\n      Q = W*X     ! 10.0\n      R = Q + B   ! 8.0\n      DW = Z*X    ! 6.0\n"
    found = verdicts(lines, SEED)
    assert {key: found[key].status for key in KEYS} == dict.fromkeys(KEYS, Status.RIGHT)


DOCTEST = '''```python
def grads(w, x):
    """The gradients of one weight.

    >>> out = grads(5., 2.)
    >>> out["q"]
    10.0
    >>> out["dq"], out["dw"]
    (3.0, 6.0)
    """
    return backward(w, x)
```'''


def test_a_session_that_documents_a_function_is_one() -> None:
    found = verdicts(DOCTEST, SEED)
    assert found["q"].status is found["df/dq"].status is found["df/dw"].status is Status.RIGHT


@pytest.mark.parametrize(
    ("old", "new", "key"), [("10.0", "11.0", "q"), ("6.0", "-6.0", "df/dw"), ("5., 2.", "1., 2.", "df/dw")]
)
def test_what_it_shows_wrongly_or_at_another_point_is_not_accepted(old: str, new: str, key: str) -> None:
    assert verdicts(DOCTEST.replace(old, new), SEED)[key].status not in ACCEPTED


VECTOR = Exercise.from_graph(
    Graph("z = w_1*x_1 + w_2*x_2; f = z**2", w_1=1, w_2=2, x_1=3, x_2=-1), ["z", "df/dw_1", "df/dw_2"]
)  # 1, 6, -2


def test_rows_below_a_name_are_the_entries_of_an_array() -> None:
    shown = "```matlab\n>> dw = 2*z*x   % the gradient\n\ndw =\n\n    6\n   -2\n```"
    right, wrong = (judge(read(answer, VECTOR), VECTOR) for answer in (shown, shown.replace("-2", " 2")))
    assert [verdict.status for verdict in right[1:]] == [Status.RIGHT] * 2
    assert wrong[2].status not in ACCEPTED


def test_a_template_that_is_still_to_be_filled_says_nothing() -> None:
    text = (
        "const lines = [\n  `q = w * x = ${t.q}`,\n  `r = q + b = ${t.r}`,\n];\n\n// q = w * x = 10\n// r = q + b = 8\n"
    )
    found = verdicts(text, SEED)
    assert found["q"].status is found["r"].status is Status.RIGHT


def test_a_command_stands_between_a_program_and_its_output() -> None:
    program = (
        '```c\nint main(void)\n{\n    double q = w * x;\n    printf("q  %.2f\\n", q);\n}\n$ ./a.out\nq  10.00\n```'
    )
    assert verdicts(program, SEED)["q"].status is Status.RIGHT
    assert verdicts(program.replace("10.00", "11.00"), SEED)["q"].status not in ACCEPTED


def test_an_attribute_that_takes_the_input_of_its_name_makes_no_step() -> None:
    node = "class Node:\n    def forward(self, w, x):\n        self.w = w\n        self.q = self.w * self.x"
    assert verdicts(f"```python\n{node}\n```\n\nw1 = 4.94", SEED)["w1"].status in ACCEPTED
    assert verdicts(f"```python\n{node}\n```", SEED)["w1"].status in (Status.MISSING, Status.UNREAD)


def test_julia_multiplies_matrices_where_there_is_no_dot() -> None:
    layer = Exercise.from_graph(
        Graph("z1 = W11*x1 + W12*x2; z2 = W21*x1 + W22*x2; f = z1*z2", W11=1, W12=2, W21=3, W22=4, x1=5, x2=6), ["z2"]
    )
    (found,) = judge(read("```julia\njulia> z = W * x\n```", layer), layer)
    assert found.understood == "z2 = W21 * x1 + W22 * x2"
