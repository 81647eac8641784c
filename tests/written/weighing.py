"""Learns what sentences say of the equation beside them, from those in answers/, and writes the reader's weights.

Run: python -m tests.written.weighing

A logistic regression on the features of a sentence with a penalty on the squares of its weights: sentences are few and
features many, so that the maximum of the likelihood alone would be far off (Hastie, Tibshirani and Friedman, "The
Elements of Statistical Learning", 2nd ed., section 4.4.4). It is convex, so that every fit ends at the same weights.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from gradbook.core.files import write_text
from gradbook.written.parsing.phrases.speech.weighing import weights
from gradbook.written.parsing.phrases.speech.weighing.features import features
from gradbook.written.parsing.phrases.speech.weighing.words import words_of

ANSWERS = Path(__file__).parent / "answers"
FILE = Path(weights.__file__).with_name("weights.txt")

PENALTY = 3.0  # of the sum of the squares of all weights, halved; from 1 to 3 the errors of new authors are the same
FIRM = 10  # times that a row of a table counts which tests hold the code to
SEEN = 2  # sentences of which a feature must be: what one sentence has says little of the next
LEAST = 0.05  # a weight nearer to 0 than this decides nothing, and is left out
ITERATIONS = 400  # of L-BFGS; the rounded weights stand still before
PRECISE = torch.float64  # so that the rounded weights do not hang on the order in which numbers are added


@dataclass(frozen=True)
class Sentence:
    """A sentence beside an equation.

    Attributes:
        language: its code, "en".
        side: of the equation on which it stands, "before" or "behind".
        author: who wrote it without having seen the code; but "answers" are from right answers, "table" from rows that
            tests hold the code to, and "H" are pairs that look alike and differ in whether they charge, written for
            what the others lacked; "J" are labels and names of quantities and "L" what leads to an equation, written
            for the same reason. From "P" on they are remarks of students, in sentences of their own, in clauses and in
            brackets, about two of three harmless however they sound.
        charges: whether a person should look at the equation for what the sentence says.
        text: the sentence, or what leads to the equation.
    """

    language: str
    side: str
    author: str
    charges: bool
    text: str


def sentences(name: str = "sentences") -> list[Sentence]:
    """Return the sentences of a file of `answers/`; those held out are of authors that nobody learns from."""
    lines = (ANSWERS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Sentence(**json.loads(line)) for line in lines]


def learned(rows: Sequence[Sentence]) -> dict[str, float]:
    """Return the weight of each feature that counts, and of "" what a sentence has to begin with."""
    examples = [(features(words_of(row.text), row.side), row.charges) for row in rows]
    firm = [FIRM if row.author == "table" else 1 for row in rows]
    seen: Counter[str] = Counter()
    for (found, _), times in zip(examples, firm, strict=True):
        seen.update(dict.fromkeys(found, times))
    number = {feature: at for at, feature in enumerate(sorted(f for f, n in seen.items() if n >= SEEN))}
    places = [(at, number[feature]) for at, (found, _) in enumerate(examples) for feature in found & number.keys()]
    ones = torch.ones(len(places), dtype=PRECISE)
    size = (len(examples), len(number))
    matrix = torch.sparse_coo_tensor(torch.tensor(sorted(places)).T, ones, size, check_invariants=True).coalesce()
    truth = torch.tensor([charges for _, charges in examples], dtype=PRECISE)
    counts = torch.tensor(firm, dtype=PRECISE)
    charging = (counts * truth).sum() / counts.sum()
    share = counts * torch.where(truth == 1, 1 / charging, 1 / (1 - charging)) / 2  # as if both were as many
    weight, bias = _fit(matrix, truth, share)
    rounded = {feature: round(float(weight[at]), 2) for feature, at in number.items()}
    return {"": round(bias, 2)} | {feature: value for feature, value in rounded.items() if abs(value) >= LEAST}


def _fit(matrix: torch.Tensor, truth: torch.Tensor, share: torch.Tensor) -> tuple[torch.Tensor, float]:
    """Return weights and bias that minimise the penalised loss."""
    weight = torch.zeros(matrix.shape[1], dtype=PRECISE, requires_grad=True)
    bias = torch.zeros(1, dtype=PRECISE, requires_grad=True)
    optimizer = torch.optim.LBFGS([weight, bias], max_iter=ITERATIONS, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = torch.sparse.mm(matrix, weight[:, None])[:, 0] + bias
        each = torch.nn.functional.binary_cross_entropy_with_logits(scores, truth, reduction="none")
        total = (share * each).sum() + PENALTY / 2 * weight.square().sum()
        total.backward()
        return total

    optimizer.step(loss)
    return weight.detach(), float(bias.detach())


if __name__ == "__main__":
    write_text(FILE, weights.written(learned(sentences())))
    print(f"Written to {FILE}.")
