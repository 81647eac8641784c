"""Words state and deny in each language that is known; one that is not known costs a decision, never a verdict."""

import re

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts
from tests.written.languages import DENIED, STATED

SEED = EXERCISES["seed"]
UNKNOWN = ("biderkatuta", "gånger")
NAME = r"(?<![\w/'’.])([fqrwxz])(?![\w/'’=])(?! ?=)"  # a name in a sentence


@pytest.mark.parametrize(
    ("key", "answer"), [(key, a) for keys in STATED.values() for key, answers in keys.items() for a in answers]
)
def test_words_state(key: str, answer: str) -> None:
    assert verdicts(answer, SEED)[key].status in ACCEPTED


@pytest.mark.parametrize(
    ("key", "answer"),
    [(key, a) for keys in STATED.values() for key, answers in keys.items() for a in answers if "$" not in a],
)
def test_words_state_where_names_are_set_as_mathematics(key: str, answer: str) -> None:
    assert verdicts(re.sub(NAME, r"$\1$", answer), SEED)[key].status in ACCEPTED


@pytest.mark.parametrize(
    "answer", [a for answers in DENIED.values() for a in answers if "$" not in a and "q = 10" in a]
)
def test_words_deny_what_is_set_as_mathematics(answer: str) -> None:
    assert verdicts(answer.replace("q = 10", "$q = 10$"), SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize("answer", [answer for answers in DENIED.values() for answer in answers])
def test_words_deny(answer: str) -> None:
    assert verdicts(answer, SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize(
    "other", ["We use the chain rule here.", "所以我们得到结果。", "計算の結果です。", "Так как это произведение."]
)
@pytest.mark.parametrize("answer", [a for name in ("Chinese", "Japanese", "Korean") for a in DENIED[name]])
def test_signs_that_deny_do_so_in_an_answer_of_another_language(answer: str, other: str) -> None:
    assert verdicts(f"{other}\n{answer}", SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize(
    "word",
    [
        "fois",
        "mal",
        "por",
        "vezes",
        "per",
        "keer",
        "razy",
        "умножить на",
        "乘以",
        "かける",
        "곱하기",
        "nhân",
        "çarpı",
        "kali",
        "biderkatuta",
        "kertaa",
        "szorozva",
    ],
)
def test_a_factor_in_words_is_never_dropped(word: str) -> None:
    assert verdicts(f"df/dw = 6 {word} 2 = 12", SEED)["df/dw"].status not in ACCEPTED
    assert verdicts(f"q = 10 {word} 1", SEED)["q"].status not in ACCEPTED or word not in UNKNOWN


EXPECTED = {  # "as expected", and "not as expected"
    "wie erwartet": "nicht wie erwartet",
    "comme prévu": "pas comme prévu",
    "como se esperaba": "no como se esperaba",
    "como era de esperar": "não como era de esperar",
    "come previsto": "non come previsto",
    "zoals verwacht": "niet zoals verwacht",
    "zgodnie z oczekiwaniami": "niezgodnie z oczekiwaniami",
    "как и ожидалось": "не так, как ожидалось",
    "như mong đợi": "không như mong đợi",
    "beklendiği gibi": "beklendiği gibi değil",
    "seperti yang diharapkan": "tidak seperti yang diharapkan",
    "正如预期": "不符合预期",
    "期待通り": "期待通りではない",
}


@pytest.mark.parametrize(("remark", "denied"), EXPECTED.items())
def test_as_expected_is_no_doubt(remark: str, denied: str) -> None:
    assert verdicts(f"q = 10, {remark}.", SEED)["q"].status in ACCEPTED
    assert verdicts(f"q = 10, {denied}.", SEED)["q"].status not in ACCEPTED


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("Cả hai cách đều cho $q = 10$.", True),
        ("Hai bạn khác đều cho $q = 10$.", False),
        ("**Bước 2: Tính sai số**\n\n$q = 10$", True),
        ("Tính sai: $q = 10$", False),
        ("Tính sai số liệu: $q = 10$", False),
        ("Usamos el **error cuadrático medio**:\n\n$q = 10$", True),
        ("El valor medio de q es 10", False),
    ],
)
def test_a_word_that_another_ends_with_is_not_that_word(answer: str, accepted: bool) -> None:
    assert (verdicts(answer, SEED)["q"].status in ACCEPTED) is accepted
