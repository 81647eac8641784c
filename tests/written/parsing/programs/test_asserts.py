"""Programs that check themselves: what an assertion says of a value, and where it says nothing."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

# the language as a fence calls it, the program, what it states
ASSERTS: list[tuple[str, str, list[str]]] = [
    ("python", "assert abs(dw - 6) < 1e-6", ["df/dw = 6"]),
    ("python", "assert np.isclose(dw, 6.0)", ["df/dw = 6"]),
    ("python", "assert math.isclose(q, 10, rel_tol=1e-4)", ["q = 10"]),
    ("python", "assert dw == pytest.approx(6)", ["df/dw = 6"]),
    ("python", "assert dw == 6 and 15 == dx", ["df/dw = 6", "df/dx = 15"]),
    ("python", "np.testing.assert_allclose(dw, 6, rtol=1e-4)", ["df/dw = 6"]),
    ("python", "assert (dw, dx) == (6.0, 15)", ["df/dw = 6", "df/dx = 15"]),
    ("python", "assert [w.grad, x.grad] == [pytest.approx(6), 15]", ["df/dw = 6", "df/dx = 15"]),
    ("python", "assert (dw, dx) == (6.0,)", []),
    ("python", "assert (dw, dx) != (6.0, 15)", []),
    ("python", "def check():\n    lr = 0.01\n    assert dw == 6", ["df/dw = 6?"]),
    ("python", "self.assertAlmostEqual(q, 10, places=3)", ["q = 10"]),
    ("python", "assert torch.allclose(w.grad, torch.tensor(6.0))", ["df/dw = 6"]),
    ("python", "def test_w():\n    assert dw == pytest.approx(6)", ["df/dw = 6?"]),
    ("rust", "let g = tape.backward(f);\nassert!((g.wrt(w) - 6.0).abs() < 1e-5);", ["df/dw = 6"]),
    ("rust", "let g = tape.backward(r);\nassert_eq!(g.wrt(w), 2.0);", ["dr/dw = 2"]),
    ("rust", "assert_eq!(grads.get(&x), 15.0);", ["df/dx = 15"]),
    ("js", "expect(dw).toBeCloseTo(6);\nconsole.assert(Math.abs(q - 10) < 1e-6);", ["df/dw = 6", "q = 10"]),
    ("r", "stopifnot(abs(dw - 6) < 1e-6, all.equal(q, 10))", ["df/dw = 6", "q = 10"]),
    ("julia", "@test dw ≈ 6\n@assert isapprox(q, 10; atol=1e-3)", ["df/dw = 6", "q = 10"]),
    ("cpp", "EXPECT_NEAR(q, 10, 1e-4);\nassert(fabs(dw - 6) < 1e-6);", ["q = 10", "df/dw = 6"]),
    ("python", "assert dw == self.dw == 6", ["df/dw = 6", "df/dw = 6"]),
    ("python", "g = net.backward()\nassert g['w'] == 6", ["df/dw = 6"]),
    ("python", "c = net.forward()\nassert c['q'] == 10", ["q = 10"]),
    ("python", "assert net.q == 10 and net.grads.w == 6", ["q = 10", "df/dw = 6"]),
    ("python", "assert old.q == 10", []),
    ("python", "class TestQ:\n    def test_q(self, net):\n        self.assertEqual(net.q, 10)", ["q = 10?"]),
    ("python", "def grads(net):\n    # df/dw = 6\n    return net.go()", ["df/dw = 6?"]),
    ("cpp", "static_assert(t.q == 10);\nstatic_assert(t.adj[W] == 6);  // z * x", ["q = 10", "df/dw = 6"]),
    ("cpp", "CHECK(q == doctest::Approx(10.0));\nREQUIRE(dw == Approx(6));", ["q = 10", "df/dw = 6"]),
    ("js", "expect(q).to.be.closeTo(10, 1e-4);\nexpect(dw).to.equal(6);", ["q = 10", "df/dw = 6"]),
    ("js", "expect(q).to.be.closeTo(10, 5);", []),
    ("python", "assert dw == 6  # this fails", ["df/dw = 6 (fails)"]),
    ("python", "assert abs(dw - 6) > 1e-6\nassert dw != 6\nassert not np.isclose(dw, 6)", []),
    ("python", "assert abs(dw - 6) < 5", []),
    ("python", "assert dw == 6 or dw == 15", []),
    ("python", "assert dw == 6\nTraceback (most recent call last):\nAssertionError", []),
    ("python", "try:\n    assert dw == 6\nexcept AssertionError:\n    pass", []),
    ("python", "with pytest.raises(Exception):\n    assert dw == 6", []),
    ("python", "if False:\n    assert dw == 6", ["df/dw = 6? (a part of a program that is never run)"]),
]

# comments that are of the new value, and that fill in
COMMENTS: list[tuple[str, list[str]]] = [
    ("w = w - lr*dw\nq = w*x  # q is 9.88 now", ["w_new = w - lr * df/dw", "q_new = w_new * x", "q_new = 9.88"]),
    ("q = gate(w, x)  # q is 10\nw += 1\nq = gate(w, x)  # q becomes 12", ["q = 10", "w_new = w + 1", "q_new = 12"]),
    ("r = max(q, 0)  # max(10, 0) = 10", ["r = max(q, 0) = max(10, 0) = 10"]),
    ("r = np.exp(b)  # exp(-2) = 0.135", ["r = exp(b) = exp(-2) = 0.135"]),
    ("dr = dq * 1  # exp(-2) = 0.135", ["df/dr = df/dq * 1"]),
    ("r = np.exp(b)  # exp(q) = 0.135", ["r = exp(b)", "exp(q) = 0.135"]),
]

# what is judged, the program, whether it is accepted
JUDGED: list[tuple[str, str, bool]] = [
    ("df/dw", "assert abs(dw - 6) < 1e-6", True),
    ("df/dw", "assert abs(dw + 6) < 1e-6", False),
    ("df/dw", "assert abs(dw - 15) < 1e-6", False),
    ("df/dw", "assert abs(dw - 6) > 1e-6", False),
    ("df/dw", "assert dw == 6  # fails", False),
    ("df/dw", "# wrong\nassert dw == 6", False),
    ("df/dw", "assert dw == 6\nAssertionError", False),
    ("q", "w = w - lr*dw\nq = gate(w, x)  # q is 10", False),
    ("r", "r = max(q, 0)  # max(8, 0) = 8", False),
]


def _read(answer: str) -> list[str]:
    return [
        read_back(statement, answer) + "?" * statement.tentative + (f" ({statement.doubt})" if statement.doubt else "")
        for statement in reading_of(answer, EXERCISES["seed"].lexicon)
    ]


@pytest.mark.parametrize(("tag", "text", "expected"), ASSERTS)
def test_an_assertion_says_what_a_value_is(tag: str, text: str, expected: list[str]) -> None:
    assert _read(f"```{tag}\n{text}\n```") == expected


@pytest.mark.parametrize(("text", "expected"), COMMENTS)
def test_a_comment_is_of_the_value_at_its_line(text: str, expected: list[str]) -> None:
    assert _read(f"```python\n{text}\n```") == expected


@pytest.mark.parametrize(("key", "text", "accepted"), JUDGED)
def test_what_a_program_checks_is_judged(key: str, text: str, accepted: bool) -> None:
    assert (verdicts(f"```python\n{text}\n```", EXERCISES["seed"])[key].status in ACCEPTED) is accepted
