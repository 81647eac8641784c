"""Words whose place tells what they do: "cho", which is "let" before an equation, "der", "back:", names with an ending.

Cho q = 10          gradient cho w          Der Bias ist 0,5          die Ableitung der Kosten          Ali'nin sonucu

"The skip" of a residual network skips nothing, and what is used twice is not doubled.

"Adjusted:" and "Nachgestellt:" are labels of what is new.

Where somebody arrives is no point that is supposed: "you land on w = 0.85", "we end up at w = 0.85".
"""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import UNKNOWN, Role, bare, bare_words
from gradbook.written.lexing.words.lists.moving import LANDS, ON
from gradbook.written.parsing.grammar.edges import ends_sentence, last_seen, seen, sentence_start

_LETS = frozenset({"cho"})
_BACK = frozenset({"back", "zurück", "retour", "vuelta", "atrás", "volta", "ritorno", "indietro", "terug"})  # as titles
_ADJUSTED = bare_words(  # as labels of new values
    "adjusted readjusted tuned retuned angepasst nachgestellt nachjustiert nachgeregelt ajusté ajustés ajustée "
    "ajustées réajusté ajustado ajustados ajustada reajustado reajustados aggiustati regolati aangepast bijgesteld "
    "dostosowane подстроено подкручено justerat justert ayarlanmış"
)
_TWICE = bare_words("twice zweimal doppelt dos_veces deux_fois due_volte duas_vezes tweemal dwukrotnie дважды")
_OCCURS = bare_words(
    "used use uses reused appears appear appearing occurs occur enters enter counted counts shared contributes "
    "involved benutzt verwendet genutzt vorkommt auftaucht auftritt eingeht utilisé utilisée apparaît intervient "
    "usado usada usa aparece usato usata compare appare gebruikt użyte używane используется входит"
)
_BRANCHES = frozenset({"connection", "connections", "path", "branch", "term", "edge", "verbindung", "link"})
_UP = frozenset({"up"})  # "end up at", "wind up at"
_ENDS_UP = frozenset({"end", "ends", "ended", "wind", "winds", "wound"})
_WANTED = bare_words("hope hopes hoped want wants try like cannot can't could would möchte veut quiere")
_NO_ARRIVAL = frozenset({Role.NEGATION, Role.DENIAL, Role.BEFORE, Role.OTHERS, Role.CONDITION})
_THE = frozenset({"der"})  # and "of the"


def placed(tokens: list[Token]) -> list[Token]:
    """Return the tokens with the roles that such words have where they stand."""
    result: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind == "word" and token.text.lower() in _LETS and _states_next(tokens, at) and _begins(result):
            result.append(replace(token, role=Role.SUPPOSITION))
            continue
        if token.role is Role.OF and token.text.lower() in _THE and _begins(result):
            result.append(replace(token, role=Role.ARTICLE))
            continue
        twice = token.kind == "word" and bare(token.text) in _TWICE and _is_of_use(tokens, at)
        if twice or (token.text == "skip" and _is_noun(tokens, at)):
            result.append(replace(token, role=Role.PLAIN))
            continue
        if token.kind == "word" and bare(token.text) in ON and _is_arrived_at(tokens, at):
            result.append(replace(token, role=Role.PLAIN))
            continue
        if token.kind == "word" and token.text.lower() in _BACK and _is_title(tokens, at):
            result.append(replace(token, role=Role.BACKWARD))
            continue
        if token.kind == "word" and bare(token.text) in _ADJUSTED and _is_label(tokens, at):
            result.append(replace(token, role=Role.STEP))
            continue
        if token.kind == "word" and token.text[:1] == "'" and result and result[-1].end == token.start:
            owner = result[-1]
            if owner.kind == "word" and owner.role in UNKNOWN:
                result[-1] = replace(owner, role=Role.OTHERS)
        result.append(token)
    return result


def _is_of_use(tokens: list[Token], at: int) -> bool:
    """Whether a word says how often something is used: "w is used twice"."""
    verb = last_seen(tokens, at)
    return verb >= 0 and bare(tokens[verb].text) in _OCCURS


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Whether an article stands before a word, or what it is a part of behind it: "the skip", "skip connection"."""
    before, behind = last_seen(tokens, at), seen(tokens, at + 1)
    led = before >= 0 and tokens[before].role is Role.ARTICLE
    return led or (behind < len(tokens) and bare(tokens[behind].text) in _BRANCHES)


def _is_arrived_at(tokens: list[Token], at: int) -> bool:
    """Whether a preposition stands between a verb of arriving and an equation."""
    verb = last_seen(tokens, at)
    if verb > 0 and bare(tokens[verb].text) in _UP:
        verb = last_seen(tokens, verb)
        lands = verb >= 0 and bare(tokens[verb].text) in _ENDS_UP
    else:
        lands = verb >= 0 and not LANDS.isdisjoint(bare(tokens[verb].text).split())
    said = tokens[sentence_start(tokens, at) : verb] if lands else []
    denied = any(token.role in _NO_ARRIVAL or bare(token.text) in _WANTED for token in said)
    denied = denied or (bool(said) and said[-1].kind == "word" and said[-1].role is None)  # "Tom lands on"
    return lands and not denied and _states_next(tokens, at)


def _begins(before: list[Token]) -> bool:
    place = last_seen(before)
    return place < 0 or before[place].kind == "sep" or before[place].role is Role.LINK


def _is_label(tokens: list[Token], at: int) -> bool:
    """Whether a word is all that stands before the colon of its line."""
    begins = at == 0 or ends_sentence(tokens[at - 1])
    return begins and at + 1 < len(tokens) and tokens[at + 1].text == "colon"


def _is_title(tokens: list[Token], at: int) -> bool:
    """Whether a word is all that stands in its line, but for a colon."""
    begins = at == 0 or ends_sentence(tokens[at - 1])
    colon = at + 1 < len(tokens) and tokens[at + 1].text == "colon"
    return begins and colon and (at + 2 == len(tokens) or tokens[at + 2].text in ("line", "block", "item"))


def _states_next(tokens: list[Token], at: int) -> bool:
    """Whether an equation of a quantity follows."""
    place = seen(tokens, at + 1)
    behind = seen(tokens, place + 1)
    return behind < len(tokens) and tokens[place].node is not None and tokens[behind].kind == "rel"
