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
        behind = seen(tokens, at + 1)
        beside = [behind] if behind < len(tokens) else []
        noun = last_seen(tokens, at)
        lead = last_seen(tokens, noun) if noun >= 0 else -1
        begins = lead < 0 or tokens[lead].kind == "sep" or tokens[lead].role is Role.ARTICLE
        if beside and tokens[behind].text == "colon" and noun >= 0 and begins:
            beside.append(noun)  # "gate *  :  df/dx = 3"
        if role and any(tokens[place].kind == "word" and bare(tokens[place].text) in GATES for place in beside):
            found[at] = replace(token, kind="word", role=role)
    return found
