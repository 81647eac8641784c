"""Remarks behind a table: what is said there is said of all of it, as it would be of one equation in its place.

| q | 3 |
| f | -12 |

I'm not sure about this.
"""

from collections.abc import Sequence

from gradbook.core.text.lines import start_of_line
from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import NO_CLAIM, Role, bare, bare_words
from gradbook.written.lexing.words.lists.referring import ABOVE
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.cues.statement_cues import Cues
from gradbook.written.parsing.equations.assembly.assembler import Assembler
from gradbook.written.parsing.equations.statements import statements_of
from gradbook.written.parsing.grammar.asides import asides
from gradbook.written.parsing.phrases.speech.remarks import THIS

_MARKS = frozenset(" \t\n`*_!↑^—–⬆☝")  # before its words
_FENCE = regex(r"[ \t]*(?P<mark>```+|~~~+)[ \t]*(?P<tag>\w+)[^\n]*\n")
_WORDS = frozenset({"text", "txt", "markdown", "md"})  # what a fence may be tagged with that holds any
_SAYS = frozenset("#'\"")  # a command with a comment, or a text
_NAMES = frozenset({"name", "der", "new", "old", "diff", "bad"})
_OF_GRAPH = frozenset({Role.PART_OF_GRAPH, Role.SLOPE, Role.SLOPES})
_AGAINST = NO_CLAIM - {Role.CONDITION} | {
    None, Role.STRANGE, Role.ERROR, Role.AGAINST, Role.EXAMPLE, Role.AFTER, Role.BEFORE, Role.NUMBER, Role.STEP,
}  # fmt: skip
_POINTS = bare_words(
    "i my mine me we our ich mein mir wir je mon moi nous yo mi nosotros eu meu nos io mio noi ik mijn table tabelle "
    "tableau tabla tabela tabella values werte valeurs valores valori numbers zahlen nombres numeros result results "
    "ergebnis ergebnisse last first one ones column columns row rows spalte zeile colonne ligne columna fila coluna "
    "linha colonna riga two both rest copied should validation test next another sample samples beispiel exemple"
).union(ABOVE, THIS - {"so"})
_FLOWS = bare_words(  # what gates do with gradients
    "pass passes passing route routes routing copy copies distribute distributes swap swaps multiply multiplies "
    "multiplied add adds added split splits flow flows send sends block blocks durchgereicht durchreichen weitergibt "
    "weitergereicht verteilt vertauscht multipliziert addiert kopiert transmet distribue multiplie copie échange "
    "additionne pasa reparte copia intercambia multiplica suma passa distribui troca soma distribuisce scambia "
    "moltiplica geeft verdeelt vermenigvuldigt rozdziela mnoży kopiuje передаёт передает умножает копирует распределяет"
)
_LONGEST = 300  # letters of a paragraph that is looked at


def paragraph_behind(source: str, end: int) -> tuple[int, int] | None:
    """Return the place of the paragraph behind a table that ends at a place, if it holds words."""
    start = end
    while start < len(source) and source[start] in _MARKS:
        start += 1
    if fence := _FENCE.match(source, start_of_line(source, start)):
        if fence["tag"].lower() not in _WORDS:
            body = source[fence.end() : source.find(fence["mark"], fence.end())]
            return None if _SAYS.isdisjoint(body) else (fence.end(), fence.end() + len(body))
        start = fence.end()
    stop = source.find("\n\n", start, start + _LONGEST)
    stop = stop if stop >= 0 else min(len(source), start + _LONGEST)
    worded = any(letter.isalpha() for letter in source[start : start + 2])
    return (start, stop) if worded else None


def doubt_behind(said: Sequence[Token], end: int, source: str, lexicon: Lexicon) -> str:
    """Return the word by which what is said behind a table speaks against it; "" where nothing does.

    Args:
        said: the tokens of the paragraph behind it.
        end: where the table ends.
        source: the answer.
        lexicon: the exercise's.
    """
    if not any(token.kind == "word" for token in said):
        return ""
    place = [
        Token("name", lexicon.output, end, end, Symbol(lexicon.output)),
        Token("rel", "=", end, end),
        Token("num", "0", end, end, Number(0.0)),
        Token("sep", "block", end, end),
    ]
    stream, apart = asides([*place, *said], lexicon, source)
    drafts = Assembler(stream, lexicon).run()
    cues = Cues(Surroundings(stream, drafts, apart, source), lexicon, sloped=False)
    first = next(iter(statements_of(drafts[0], lexicon)), None) if drafts and drafts[0].states else None
    told = cues.statement(0, first, None).doubt if first is not None else ""
    return "" if told and _tells_how(said) else told


def _tells_how(said: Sequence[Token]) -> bool:
    """Whether a paragraph only tells what gates and gradients do: "The multiply nodes swap their inputs, so"."""
    colon = max((at for at, token in enumerate(said) if token.text == "colon"), default=-1)  # "What I learned: ..."
    words = [token for token in said if token.kind == "word"]
    texts = {bare(token.text) for token in said[colon + 1 :] if token.kind == "word"}
    points = not _POINTS.isdisjoint(texts) or any(token.kind in _NAMES for token in said)
    flows = any(word.role in _OF_GRAPH for word in words) and not _FLOWS.isdisjoint(texts)
    return flows and not points and not any(word.role in _AGAINST for word in words)
