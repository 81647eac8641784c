"""Derivations as JSON, with all digits."""

import json
from collections.abc import Sequence

import numpy as np

from gradbook.graph.derivation.steps import Section, Step
from gradbook.graph.derivation.text import equation_latex, equation_text
from gradbook.graph.printing import DIGITS, latex, text


def json_data(title: str, sections: Sequence[Section], notes: Sequence[str], digits: int | None = None) -> str:
    """Write a derivation as JSON; the values of arrays of more than 1,000 entries are left out."""

    def step(item: Step) -> dict[str, object]:
        value = item.value
        small = value is not None and np.size(value) <= 1000
        return {
            "kind": item.kind,
            "key": item.key,
            "text": equation_text(item, digits or DIGITS),
            "latex": equation_latex(item, digits or DIGITS),
            "members": [{"text": text(member), "latex": latex(member)} for member in item.members],
            "value": (value if isinstance(value, float) else np.asarray(value).tolist()) if small else None,
            "shape": item.shape,
            "note": item.note,
        }

    data = {
        "title": title,
        "sections": [{"title": section.title, "steps": [step(item) for item in section.steps]} for section in sections],
        "notes": list(notes),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
