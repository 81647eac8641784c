"""What a sentence says of the equation beside it: its words, concepts, roles, features, and what they weigh."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.written.weighing import FILE, Sentence, learned

from gradbook.written.parsing.phrases.speech.weighing import weights
from gradbook.written.parsing.phrases.speech.weighing.concepts import concepts_of
from gradbook.written.parsing.phrases.speech.weighing.features import features
from gradbook.written.parsing.phrases.speech.weighing.roles import roles_of
from gradbook.written.parsing.phrases.speech.weighing.scales import BEFORE, BEHIND, charge, explains
from gradbook.written.parsing.phrases.speech.weighing.words import clauses_of, words_of

LONG = 20_000  # letters of the longest answer that is read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This isn’t what Ben has!", ["this", "isn't", "what", "ben", "has"]),
        ("$\\frac{dL}{dw}$ is -0.5, as y_pred shows.", ["§", "is", "0", "as", "§", "shows"]),
        ("I drop w", ["i", "drop", "§"]),
        ("这个值是抄的，别当真。", ["这个值是抄的", "别当真"]),
        ("", []),
    ],
)
def test_words_are_as_they_are_weighed(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


def test_clauses_are_parted_by_commas_and_brackets() -> None:
    assert [part.strip() for part in clauses_of("Right, I guess (by 0.5); so")] == ["Right", "I guess", "by 0.5", "so"]


@pytest.mark.parametrize(
    "texts",
    [
        ("I copied it", "je l'ai recopié", "copié par moi", "我抄的", "コピー"),
        ("I checked this", "ich habe das geprüft"),
    ],
)
def test_words_of_all_languages_share_concepts(texts: tuple[str, ...]) -> None:
    shared = [frozenset[str]().union(*concepts_of(words_of(text))) for text in texts]
    assert frozenset.intersection(*shared)


def test_roles_are_those_of_the_dictionary() -> None:
    assert [roles_of(words_of(text)) for text in ("not w?", "nicht 5", "没有")] == [
        ["negation", "§", "?"],
        ["negation", "0"],
        ["negation"],
    ]


def test_features_are_words_pairs_and_pairs_apart_on_a_side() -> None:
    found = features(words_of("I made it up"), BEHIND)
    assert {"i made", "i .. it", "s:made", "behind|s:i made", "behind|made", "r:^", "c:self"} <= found
    assert not any(feature.startswith("before|") for feature in found)
    assert {"^抄", "抄的", "^抄的$"} <= features(words_of("抄的"), BEHIND)


def test_weights_are_written_and_read_as_they_are() -> None:
    learned_once = {"": -0.25, "copied": 1.0, "so it": 1.0}
    assert weights.read(weights.written(learned_once)) == learned_once
    assert weights.written(weights.weights()) == FILE.read_text(encoding="utf-8")


def test_what_is_learned_is_the_same_each_time() -> None:
    said = {"I copied this.": True, "I copied that.": True, "The chain rule again.": False, "The chain rule.": False}
    rows = [Sentence("en", BEHIND, "X", charges, text) for text, charges in said.items()]
    once = learned(rows)
    assert once == learned(rows)
    assert once["copied"] > 0 > once["chain rule"]


@pytest.mark.parametrize(
    ("text", "side", "told"),
    [
        ("I made that up.", BEHIND, True),
        ("Copied from my neighbour:", BEFORE, True),
        ("Das habe ich abgeschrieben.", BEHIND, True),
        ("This is the chain rule.", BEHIND, False),
        ("Now the gradient of the weight:", BEFORE, False),
        ("Nope", BEHIND, False),  # too few words to tell by
        ("", BEHIND, False),
    ],
)
def test_a_sentence_charges_by_its_heaviest_word(text: str, side: str, told: bool) -> None:
    assert (charge(text, side) in words_of(text)) is told


@pytest.mark.parametrize(
    "text",
    [
        "This is the slope at which the loss grows with the weight.",
        "Das ist genau die Kettenregel.",
        "接下来计算隐藏层的梯度。",
    ],
)
def test_what_explains_is_told(text: str) -> None:
    assert explains(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is the chain rule with the minus of the inner function, which Ben copied.",
        "Blorb the quux of flimsy grumbles snorfed.",  # words that nobody knows
        "t h i s i s w r o n g",
        "This is the chain rule. " * 40 + "I guessed it, so do not trust this number.",
        "That is the gradient, ich habe es aber geraten.",
        "w L q b 1 2 3",
        "",
    ],
)
def test_no_charge_hides_in_what_explains(text: str) -> None:
    assert not explains(text)


@pytest.mark.parametrize("text", ["the gradient and a slope of " * (LONG // 28), "抄" * LONG, "a," * (LONG // 2)])
def test_the_longest_sentences_are_weighed(text: str) -> None:
    assert charge(text, BEHIND) == "" or charge(text, BEHIND) in words_of(text)
    explains(text)


def test_a_sentence_weighs_the_same_in_every_process() -> None:
    program = (
        "from tests.written.weighing import sentences\n"
        "from gradbook.written.parsing.phrases.speech.weighing.scales import _weight\n"
        "from gradbook.written.parsing.phrases.speech.weighing.words import words_of\n"
        "print([_weight(words_of(row.text), row.side) for row in sentences('sentences_held_out')[::10]])"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[4],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
