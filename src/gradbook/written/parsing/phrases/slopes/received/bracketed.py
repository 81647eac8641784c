"""Numbers in brackets behind what gets them on the way back: "passes that on to b (-1) and c (-1)", "(both -1)"."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, bare
from gradbook.written.lexing.words.lists.each import EACH
from gradbook.written.parsing.grammar.edges import ends_sentence, past_number, seen
from gradbook.written.parsing.phrases.slopes.received.direction import goes_back
from gradbook.written.parsing.phrases.slopes.received.shares import by_gate, gradient_by

_REACH = 80  # tokens from the verb to the last of its numbers
_PASSED = frozenset({"word", "num"})


def in_brackets(tokens: list[Token], at: int, before: list[Token], lexicon: Lexicon) -> tuple[list[Token], int] | None:
    """Read what a verb hands on as the gradients of those behind whose names numbers stand in brackets."""
    if not goes_back(before):
        return None
    names: list[Token] = []
    found: list[Token] = []
    end, place = 0, at + 1
    while place < min(len(tokens), at + _REACH) and not ends_sentence(tokens[place]):
        token = tokens[place]
        if token.kind == "name" and token.name:
            names.append(token)
        elif token.kind == "open" and names:
            begin = seen(tokens, place + 1)
            begin = seen(tokens, begin + 1) if begin < len(tokens) and bare(tokens[begin].text) in EACH else begin
            stop = past_number(tokens, begin)
            close = seen(tokens, stop) if stop else len(tokens)
            if close >= len(tokens) or tokens[close].kind != "close" or any(n.name == lexicon.output for n in names):
                return None
            for name in names:
                head = gradient_by(name.name, name.start, name.end, lexicon)
                parted = [Token("sep", "comma", name.start, name.start)] if found else []
                found += [*parted, head, Token("rel", "is", head.end, head.end), *tokens[begin:stop]]
            names, end, place = [], close + 1, close
        elif not (token.edge or token.kind in _PASSED or token.text in ("comma", "-")) or token.role in AGAINST_IT:
            break
        place += 1
    if not end:
        return None
    by_gate(before)
    return found, end
