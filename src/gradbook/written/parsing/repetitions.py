"""Repetitions: "run the forward pass again" goes through the graph once more, and takes back nothing that was said."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words import Role, bare
from gradbook.written.parsing.edges import ends_sentence

_AGAIN = frozenset({
    "again", "nochmal", "nochmals", "erneut", "다시", "もう一度", "もういちど", "改めて", "заново", "снова", "ponownie",
})  # fmt: skip
_FORWARD = frozenset({
    "forward", "forwards", "feedforward", "vorwarts", "vorwartsdurchlauf", "vorwartspass", "순전파", "순방향", "順伝播",
    "前向き", "prosty", "прямой", "прямое", "прямого",
})  # fmt: skip
_OF_A_PASS = frozenset({Role.BACKWARD, Role.NEW, Role.AFTER})
_ENDS = frozenset({"stop", "line", "block", "item", "heading", "colon", "comma"})


def repeated(tokens: list[Token]) -> list[Token]:
    """Return the tokens, "again" as a plain word in a clause that speaks of a pass, or of what is new."""
    found = list(tokens)
    begin = 0
    for at, token in enumerate([*tokens, Token("sep", "stop", 0, 0)]):
        if token.kind != "sep" or token.text not in _ENDS:
            continue
        clause = range(begin, at)
        begin = at + 1
        words = [tokens[place] for place in clause if tokens[place].kind == "word"]
        if not any(word.role in _OF_A_PASS or not _FORWARD.isdisjoint(bare(word.text).split()) for word in words):
            continue
        if any(word.role in (Role.DENIAL, Role.ERROR, Role.HEDGE) for word in words):
            continue  # "the forward pass was wrong, so again"
        for place in clause:
            if tokens[place].role is Role.RETRACTION and bare(tokens[place].text) in _AGAIN:
                found[place] = replace(tokens[place], role=Role.PLAIN)
    return [replace(token, role=Role.PLAIN) if _leads(found, at) else token for at, token in enumerate(found)]


def _leads(tokens: list[Token], at: int) -> bool:
    """Whether "again" opens a sentence that states nothing: "Again, we use the chain rule."."""
    if tokens[at].role is not Role.RETRACTION or bare(tokens[at].text) not in _AGAIN:
        return False
    opens = at == 0 or ends_sentence(tokens[at - 1])
    comma = tokens[at + 1 : at + 2] and tokens[at + 1].text == "comma"
    end = next((n for n in range(at + 1, len(tokens)) if ends_sentence(tokens[n])), len(tokens))
    return opens and bool(comma) and all(token.kind in ("word", "sep", "name") for token in tokens[at:end])
