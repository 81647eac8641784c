"""Set inputs: what is so where inputs are set to other numbers, with no equals sign, or are changed together.

    x ← 3, q = 10        Inputs: x 3, w 5        Now x is doubled. q = 10        With all inputs negated, q = 10
    And for x = 3?  q = 10

Whether a number that is set is the exercise's own is seen when it is judged.
"""

from collections.abc import Iterator
from itertools import chain

from gradbook.graph.expression import Number, Symbol
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import SENTENCE, Surroundings
from gradbook.written.parsing.cues.elsewhere.other_points import given, paragraph_end
from gradbook.written.parsing.cues.elsewhere.suppositions import Supposed, reach
from gradbook.written.parsing.equations.statements import Conditions
from gradbook.written.parsing.phrases.speech.over import part_end
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

INPUTS = frozenset({
    "inputs", "input", "eingaben", "eingabe", "entrees", "entree", "entradas", "entrada", "ingressi", "ingresso",
    "invoer", "wejscia", "входы", "входов", "вход", "dau vao", "girdiler", "girdi", "masukan", "输入", "入力", "입력",
})  # fmt: skip
_GIVEN = INPUTS | frozenset({
    "given", "parameters", "gegeben", "werte", "donnees", "valeurs", "datos", "valores", "dados", "dati", "valori",
    "gegevens", "dane", "дано", "已知", "参数",
})  # fmt: skip
_CHANGED = frozenset({
    "doubled", "halved", "tripled", "negated", "swapped", "swap", "exchanged", "exchange", "interchanged", "inverted",
    "flipped", "reversed", "verdoppelt", "halbiert", "vertauscht", "vertauschen", "negiert", "umgekehrt", "double",
    "doublees", "inverse", "inverses", "inversees", "echange", "echanges", "echangees", "permute", "permutees",
    "duplicado", "duplicadas", "duplicados", "invertido", "invertidos", "invertidas", "intercambiados",
    "intercambiadas", "intercambiamos", "negados", "negadas", "dobrado", "dobrados", "trocados", "trocadas", "trocamos",
    "raddoppiato", "raddoppiati", "invertiti", "scambiati", "scambiamo", "negati", "verdubbeld", "verwisseld",
    "omgedraaid", "podwojone", "podwojony", "zamienione", "zamienimy", "удвоен", "удвоены", "поменяем", "加倍",
    "交换", "取反", "入れ替え", "倍", "바꾸면",
})  # fmt: skip
_NOW = frozenset({
    "now", "with", "let", "jetzt", "nun", "mit", "maintenant", "avec", "ahora", "con", "agora", "com", "ora", "adesso",
    "nu", "met", "teraz", "z", "теперь", "с", "现在", "今", "이제",
})  # fmt: skip
_LEADS = frozenset({Role.CONDITION, Role.SUPPOSITION})
_ASKS = frozenset({  # how a question begins that is answered behind it; "why not x = 3?" is answered by a reason
    "and", "what", "how", "shall", "for", "with", "und", "was", "wie", "fur", "mit", "et", "que", "pour", "avec",
    "y", "e", "para", "con", "com", "per", "cosa", "en", "wat", "a", "а",
})  # fmt: skip
_FEW = 5  # words before that
_LONGEST = 8  # tokens of what changes inputs


def set_inputs(around: Surroundings, lexicon: Lexicon) -> dict[int, Supposed]:
    """Return what is supposed so for drafts, by their numbers."""
    found: dict[int, Supposed] = {}
    for number, end, conditions in chain(_assigned(around, lexicon), _asked(around, lexicon)):
        for other in range(number + 1, len(around.drafts)):
            if around.drafts[other].first < end:
                found[other] = Supposed(conditions)
    if not around.held.isdisjoint(_GIVEN):
        for place, conditions in _juxtaposed(around.tokens, lexicon):
            found |= {n: Supposed(conditions) for n, draft in enumerate(around.drafts) if draft.first > place}
    if not around.held.isdisjoint(_CHANGED):
        for start, end, told in _changed(around, lexicon):
            found |= {n: Supposed((), told) for n, draft in enumerate(around.drafts) if start <= draft.first < end}
    return found


def _assigned(around: Surroundings, lexicon: Lexicon) -> Iterator[tuple[int, int, Conditions]]:
    """Yield the drafts that set an input and lead to others, each with the place up to which it is so: "x ← 3: ..."."""
    for number, draft in enumerate(around.drafts):
        if draft.relations[1:] != ["<-"] or draft.given or not (pair := given(draft, lexicon)):
            continue
        start, end = around.sentence(number)
        words = around.words(start, draft.first)
        first = all(word.role in (Role.FOR, Role.CONDITION) or bare(word.text) in _NOW for word in words)
        behind = next((t for t in around.tokens[draft.last + 1 :] if not t.edge), None)
        if not first or draft.first < start or behind is None or any(d.states for d in around.drafts[:number]):
            continue  # a step, behind what it is made of
        if behind.text in ("comma", "colon", "line", "stop"):
            yield number, end if behind.text == "comma" else reach(around, draft.last), (pair,)


def _asked(around: Surroundings, lexicon: Lexicon) -> Iterator[tuple[int, int, Conditions]]:
    """Yield the questions what is so for another input, each with the place up to which that is answered."""
    for number, draft in enumerate(around.drafts if not around.held.isdisjoint(MARKS) else ()):
        behind = around.behind(number)
        if behind >= len(around.tokens) or around.tokens[behind].text not in MARKS:
            continue
        if not (pair := given(draft, lexicon)):
            continue
        lead = [bare(word.text) for word in around.words(around.sentence(number)[0], draft.first)]
        if len(lead) <= _FEW and (not lead or lead[0] in _ASKS):
            yield number, part_end(around.tokens, draft.last), (pair,)


def _juxtaposed(tokens: list[Token], lexicon: Lexicon) -> Iterator[tuple[int, Conditions]]:
    """Yield the places behind lists of inputs with a number each: "Inputs: x 3, w 5"."""
    for place, token in enumerate(tokens):
        if token.kind != "word" or bare(token.text) not in _GIVEN:
            continue
        pairs: list[tuple[Symbol, Number]] = []
        at = place + 1
        line = [t for t in tokens[at : at + 40] if not t.edge]
        stop = next((n for n, t in enumerate(line) if t.kind == "sep" and t.text in SENTENCE), len(line))
        entries: list[list[Token]] = [[]]
        for one in line[:stop]:
            if one.kind == "sep" and one.text in ("comma", "colon"):
                entries.append([])
            else:
                entries[-1].append(one)
        for entry in filter(None, entries):
            match entry:
                case [Token(node=Symbol(name)), Token(kind="num", node=Number() as value)] if name in lexicon.inputs:
                    pairs.append((Symbol(name), value))
                case [Token(node=Symbol(name)), Token(text="-"), Token(kind="num", node=Number(value))] if (
                    name in lexicon.inputs
                ):
                    pairs.append((Symbol(name), Number(-value)))
                case _:
                    pairs = []
                    break
        if pairs:
            yield place, tuple(pairs)


def _changed(around: Surroundings, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield where inputs are changed together, from where to where, with the word for it."""
    tokens = around.tokens
    for place, token in enumerate(tokens):
        if token.kind != "word" or bare(token.text) not in _CHANGED:
            continue
        start, end = around.sentence_at(place)
        clause = around.clause_start(place)
        said = [t for t in tokens[clause : place + _LONGEST] if not t.edge][:_LONGEST]
        first = said[0]
        led = first.role in _LEADS or bare(first.text) in _NOW
        inputs = any(t.name in lexicon.inputs or bare(t.text) in INPUTS for t in said if t.kind in ("name", "word"))
        if not led or not inputs or any(t.role in (Role.SLOPE, Role.SLOPES, Role.PART_OF_GRAPH) for t in said):
            continue
        states = any(draft.states and start <= draft.first < end for draft in around.drafts)
        yield place, end if states else paragraph_end(tokens, place), token.text
