"""Warnings: what others answer, beside an equation with another number, denies that number only."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

WARNINGS = [
    "df/db = +3 (many write -3 here, but that is wrong!)",
    "df/db = 3 (viele schreiben hier -3, aber das ist falsch!)",
    "df/db = 3 (많이들 여기서 -3이라고 쓰시는데 그건 틀립니다!)",
    "df/db = 3 (muchos escriben -3 aquí, pero está mal)",
    "df/db = 3 (многие пишут -3, но это неверно)",
    "df/db = 3 (很多人写成-3，那是错的)",
    "df/db = 3 (muitos escrevem -3 aqui, mas está errado)",
    "df/db = 3 (molti scrivono -3, ma è sbagliato)",
    "df/db = 3 (wielu pisze tu -3, ale to błąd)",
    "df/db = 3. Many write -3 here, but that is wrong!",
    "df/db = 3. Viele schreiben hier -3, aber das ist falsch!",
    "df/db = 3. Muchos escriben -3 aquí, pero está mal.",
    "df/db = 3. Многие пишут -3, но это неверно.",
    "df/db = 3。很多人写成-3，那是错的。",
    "df/db = 3. Muitos escrevem -3 aqui, mas está errado.",
    "df/db = 3 (common mistake: -3)",
    "df/db = 3. Most people get 1 here.",
    "df/db = 3 (some people write 1, they forget z)",
    "df/db = 3 (students often answer 1)",
]
NO_WARNINGS = [
    "df/db = 3 (many write 3 here, but that is wrong!)",
    "df/db = 3 (common mistake: should be -3)",
    "df/db = 3 (common mistake, it is -3)",
    "df/db = 3 (a common mistake that I made too: it is 5)",
    "df/db = 3 (common mistake! correct is 5)",
    "df/db = 3. Many write 5 here, so it is not 3.",
    "df/db = 3 (most people get 5, so probably wrong)",
    "df/db = 3 (viele schreiben 5, also ist das falsch)",
    "df/db = 3 (common mistake: correct is 5, not 3)",
    "df/db = 3 (common mistake of mine, actually 5)",
    "df/db = 3. Many get 5. This is wrong.",
    "df/db = 3, but many get 5",
    "df/db = 3 (others get 5 and that is wrong I hope)",
    "df/db = 3 (common mistake: the answer 5 is better)",
    "df/db = 3 (a common mistake, to be replaced by 5)",
]


def _accepts(answer: str) -> bool:
    return verdicts(f"q = 10\nr = 8\n\n{answer}", EXERCISES["seed"])["df/db"].status in ACCEPTED


@pytest.mark.parametrize("answer", WARNINGS)
def test_what_others_answer_denies_nothing(answer: str) -> None:
    assert _accepts(answer)


@pytest.mark.parametrize("answer", NO_WARNINGS)
def test_what_may_speak_against_the_learners_own_is_heard(answer: str) -> None:
    assert not _accepts(answer)
