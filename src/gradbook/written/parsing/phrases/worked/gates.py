"""Gates: signs that only name one, "the + gate copies (dL/dp = 1)", are words."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import last_seen, seen
from gradbook.written.parsing.phrases.operations import SIGNS

_ROLES = {sign: role for role, sign in SIGNS.items()}
GATES = bare_words(
    "gate gates node nodes unit gatter knoten porta porte puerta puertas nodo nodi nó nós nœud noeud kapısı poort knoop"
)


def with_gates(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a sign before a word for a gate, or behind it in a label, as a word that does so."""
    found = list(tokens)
    for at, token in enumerate(tokens):
        role = _ROLES.get(token.text) if token.kind == "op" else None
        if role and (_is_gate(tokens, seen(tokens, at + 1)) or _is_labelled(tokens, at)):
            found[at] = replace(token, kind="word", role=role)
    return found


def _is_gate(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "word" and bare(tokens[at].text) in GATES


def _is_labelled(tokens: list[Token], at: int) -> bool:
    """Whether a sign stands between a gate at the beginning of a line and a colon: "gate *  :  df/dx = 3"."""
    behind, noun = seen(tokens, at + 1), last_seen(tokens, at)
    if behind >= len(tokens) or tokens[behind].text != "colon" or not _is_gate(tokens, noun):
        return False
    lead = last_seen(tokens, noun)
    return lead < 0 or tokens[lead].kind == "sep" or tokens[lead].role is Role.ARTICLE
