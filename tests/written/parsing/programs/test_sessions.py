"""Sessions: what is typed behind a prompt, and what is shown below it, in a fence or without one."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written import Status

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
