"""Nudges: what an answer checks its gradients by, "increasing w by 0.01 gives f = 24.06": another point, no answer."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import bare
from gradbook.written.parsing.surroundings import Surroundings

_VERBS = frozenset({
    "nudge", "nudging", "nudged", "nudges", "bump", "bumping", "bumped", "perturb", "perturbing", "perturbed", "wiggle",
    "wiggling", "increase", "increasing", "increases", "raise", "raising", "decrease", "decreasing", "decreases",
    "lowering", "changing", "change", "vary", "varying", "shift", "shifting", "erhoht", "erhohe", "erhohen",
    "verandere", "augmente", "augmenter", "augmentant", "perturbe", "aumenta", "aumentar", "aumentamos", "aumentando",
    "aumento", "verhoog", "verhogen", "zwieksz", "zwiekszamy", "увеличим", "увеличить", "увеличивая",
    "增加", "增大", "늘", "증가", "增", "増", "増加", "verandert",
})  # fmt: skip
_BY = frozenset({"by", "um", "de", "di", "met", "o", "на", "to", "auf", "a", "naar", "do", "до", "到"})
_NEAR = 5  # tokens beside what is nudged


def nudged(around: Surroundings, number: int, lexicon: Lexicon, *, own: bool) -> bool:
    """Whether the sentence of an equation takes an input to another number before it, or with it (`own`)."""
    draft = around.drafts[number]
    if not any(bare(word.text) in _VERBS for word in around.words(*around.sentence(number))):
        return False
    tokens = around.tokens[around.sentence(number)[0] : draft.last + 1 if own else draft.first]
    said = [token for token in tokens if token.kind != "sep" or token.text != "soft"]
    return any(_is_nudged(said, place, lexicon) for place in range(len(said)))


def _is_nudged(said: list[Token], place: int, lexicon: Lexicon) -> bool:
    """Whether a verb beside an input, and a number behind it, change it."""
    name = getattr(said[place].node, "name", "")
    if said[place].kind not in ("name", "new") or name not in lexicon.inputs:
        return False
    before, behind = said[max(0, place - _NEAR) : place], said[place + 1 : place + 1 + _NEAR]
    verb = any(token.kind == "word" and bare(token.text) in _VERBS for token in (*before, *behind))
    amount = next((at for at, token in enumerate(behind) if token.kind == "num"), None)
    if not verb or amount is None:
        return False
    led = [token for token in behind[:amount] if token.kind != "op"]
    sign = "=" if said[place].kind == "new" else "is"  # "raise w from 5 to 5.01", which is w_new = 5.01
    joined = all(token.kind == "word" or (token.kind == "rel" and token.text in ("is", sign)) for token in led)
    own = any(bare(token.text) in _BY or bare(token.text) in _VERBS or token.kind == "rel" for token in led)
    follows = behind[amount + 1 : amount + 2]
    return joined and (own or not led or (bool(follows) and bare(follows[0].text) in _VERBS))
