"""Abbreviations with points, which end no sentence: the word that each stands for."""

import re

_WORDS = {  # the words are of the language that every answer may use
    "w.r.t": "wrt", "w.rt": "wrt", "wr.t": "wrt", "t.o.v": "wrt", "m.b.t": "wrt", "m.a.p": "wrt", "bzgl": "wrt",
    "i.e": "ie", "d.h": "ie", "d.w.z": "ie", "m.a.w": "ie", "d.v.s": "ie", "tj": "ie", "tzn": "ie", "т.е": "ie",
    "mht": "wrt", "mhp": "wrt", "m.h.t": "wrt", "m.h.p": "wrt", "ift": "wrt", "dvs": "ie", "т.б": "ie", "δηλ": "ie",
    "e.g": "example", "f.eks": "example", "π.χ": "example",
    "z.b": "example", "p.ex": "example", "p.ej": "example", "t.ex": "example", "np": "example", "b.v": "example",
    "bv": "example", "bijv": "example", "напр": "example", "i.p.v": "instead", "т.к": "because", "т.о": "therefore",
    "ca": "about", "cca": "about", "approx": "about", "appr": "about", "aprox": "about", "env": "about", "rd": "about",
    "ungef": "about", "ok": "about", "resp": "and", "см": "see", "prof": "professor", "dr": "professor",
    "prob": "probability", "abl": "derivative", "ableit": "derivative", "deriv": "derivative", "dér": "derivative",
}  # fmt: skip
_BEFORE_NUMBER = ("ok",)  # Polish; any other ends a sentence
_ENDED = ("w.r.t", "w.rt", "wr.t")  # the last point is often left out


def _pattern(short: str) -> str:
    end = r"\b\.?" if short in _ENDED else r"\.(?!\w)"
    end += r"(?=[ ]\d+[.,]\d)" if short in _BEFORE_NUMBER else ""
    return rf"\b(?i:{short})".replace(".", r"\.\s?") + end


ABBREVIATION = "|".join(map(_pattern, _WORDS))
FIRST = "".join(sorted({letter for short in _WORDS for letter in (short[0], short[0].upper())}))
"""The letters that one may begin with."""


def meant(text: str) -> str:
    """Return the word that an abbreviation stands for."""
    return _WORDS[re.sub(r"\s", "", text).rstrip(".").lower()]
