"""Attributions: whether words speak of somebody else's numbers: an example, another exercise, what others have."""

from collections.abc import Iterable, Sequence
from itertools import dropwhile, pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import UNKNOWN, VAGUE, Role, bare, bare_words
from gradbook.written.lexing.words.people import TELLS_OR_HAS
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.phrases.speech.turns import SEVERAL

# "the other gradient", "another path", "the other two": other parts of the same exercise
_OWN = frozenset({
    Role.PART_OF_GRAPH, Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.LOCAL, Role.UPSTREAM, Role.WEIGHT, Role.BIAS,
    Role.NUMBER,
})  # fmt: skip
_BESIDE_EXAMPLE = frozenset({Role.ARTICLE, Role.FOR, Role.OF, Role.NUMBER, Role.REASON, Role.FILLER})
_HAVE = TELLS_OR_HAS | frozenset(
    ["have", "get", "say", "find", "write", "claim", "haben", "sagen", "schreiben", "ont", "disent", "tienen"]
)
_WOULD = frozenset({"would", "will", "might", "could", "würde", "wird", "könnte"})
_FROM = frozenset({
    "from", "by", "von", "aus", "de", "par", "por", "da", "van", "od", "от", "из",
    "từ", "của", "bởi", "dari", "oleh", "tarafından",
})  # fmt: skip
_PEOPLE = frozenset({
    "họ", "nhóm", "herkes", "çoğu", "bazıları", "grup", "orang", "mereka", "kelompok", "beberapa", "banyak",
    "they", "people", "most", "some", "many", "few", "whoever", "everybody", "everyone", "who", "group", "class",
    "leute", "manche", "viele", "wer", "gens", "certains", "gente", "muchos", "algunos", "alguns", "muitos", "molti",
    "alcuni", "mensen", "sommigen",
})  # fmt: skip
_COUNTS = frozenset({"one", "two", "three", "zero", "first", "second"})
_FAMOUS = frozenset({
    "rule", "theorem", "formula", "law", "notation", "method", "identity", "trick", "algorithm", "convention", "loss",
    "number", "step", "graph", "gate", "guide", "tutorial", "course", "lecture", "blog", "series", "network", "paper",
})  # fmt: skip
_WHOLE = frozenset({"graph", "graphs", "graphen", "graphe", "grafo", "graaf", "graf", "图", "그래프"})  # of it
_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "herr", "herrn", "frau", "monsieur", "madame", "mme", "mlle",
    "senor", "senora", "sr", "sra", "senhor", "senhora", "signor", "signora", "sig", "dott", "meneer", "mevrouw", "dhr",
    "mevr", "pan", "pani", "pana", "господин", "госпожа", "thay", "co", "ong", "ba", "bay", "bayan", "pak", "bapak",
    "ibu", "bu",
})  # fmt: skip
_TITLES_BEHIND = frozenset(
    {"bey", "hanim", "hoca", "先生", "女士", "老师", "さん", "氏", "씨", "님", "선생님", "교수님"}
)
_TO_SOMEBODY = (Role.FOR, Role.BY, Role.OF, Role.AFTER, Role.OTHERS, Role.CONDITION)
_ACCORDING = frozenset({"laut", "gemass", "zufolge", "volgens", "wedlug", "согласно", "selon", "segun", "secondo"})
_TELLS = frozenset({
    "says", "said", "claims", "sagt", "behauptet", "dit", "affirme", "dice", "afirma", "diz", "zegt", "beweert", "mówi",
    "twierdzi", "говорит", "утверждает", "meint", "denkt", "glaubt", "thinks", "pense", "opina", "cree", "pensa",
    "acha",
})  # fmt: skip
_WROTE = frozenset({
    "wrote", "writes", "posted", "schrieb", "écrit", "escribió", "escreveu", "scritto", "schreef", "napisał",
    "napisała", "написал", "написала", "yazdı", "menulis", "viết", "写道",
})  # fmt: skip
_MINE = frozenset({
    "my", "i", "we", "mein", "meine", "ich", "wir", "ma", "mon", "je", "nous", "mi", "yo", "minha", "meu", "eu", "mia",
    "mio", "io", "mijn", "ik", "moj", "moje", "ja", "мое", "мои", "я", "мы", "toi", "ben", "biz", "saya", "我", "我们",
})  # fmt: skip
_SOLUTIONS = frozenset({
    "参考答案", "标准答案", "参考解答", "模範解答", "解答例", "모범답안",
    "dap an mau", "loi giai mau", "bai giai mau", "bai mau", "cevap anahtari", "anahtar", "kunci jawaban", "kunci",
    "lembar jawaban",
    "musterlosung", "musterloesung", "losungsvorschlag", "loesungsvorschlag", "losungsskizze", "musterlosungen",
    "modeloplossing", "modelantwoord", "modelantwoorden", "uitwerkingen", "voorbeeldoplossing", "solucionario",
    "gabarito", "corrige", "corrigee", "corriges", "klucz", "wzorcowe", "wzorcowa", "wzorcowy", "образец", "эталон",
    "эталонное", "sample", "model", "key", "solution key", "answer key", "model solution", "sample solution",
})  # fmt: skip
_PAPERS = frozenset({  # that are answered under their title, unlike those of last year
    "exam", "midterm", "final", "klausur", "examen", "esame", "prova", "parcial", "考试", "期末考试", "期中考试",
    "시험", "기말고사", "중간고사", "tentamen", "egzamin", "экзамен", "試験",
})  # fmt: skip
_SAID_BY = frozenset({Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.RATE})  # "the gradient says how ..."
_DEFINITE = frozenset(
    {"the", "der", "die", "das", "des", "den", "le", "la", "l'", "el", "o", "a", "il", "lo", "de", "het"}
)
_OPERANDS = VALUE_NOUNS | bare_words(
    "input inputs factor factors operand operands number eingang eingabe faktor entrée facteur entrada fator factor"
    " ingresso fattore invoer 입력 입력값 인수 入力 引数 输入 输入值 因子"
)
_THIS = bare_words("this that it das dies cela ça ce eso esto isso isto questo ciò dit dat to это")
_TIMES = frozenset({"week", "day", "month", "morning", "evening", "night", "year", "semester", "lesson", "video"})
_NAMED = 3  # words of a title and a name
_NEAR = 3  # words behind "other" among which what is other stands


def unsolved(words: list[Token]) -> list[Token]:
    """Return the words of a title without those that call what stands under it a solution, or name the paper."""
    return [word for word in words if bare(word.text) not in _SOLUTIONS and bare(word.text) not in _PAPERS]


def of_others(tokens: Iterable[Token]) -> str:
    """Return the first word that speaks of others: "my neighbour", "another exercise", "the others"; or nothing.

    "Other" does so unless it is said of a part of the graph or of a formula, and a verb unless a gradient or a rule is
    what says something.
    """
    other, passed, before, owns = "", 0, None, False
    this = _NEAR + 1  # words since "this", which may say something: "eso ya me dice todo"
    valued = _NEAR + 1  # words since the last that is of a node's value: "each gets the value of the other"
    for token in tokens:
        if token.edge:
            continue
        if other and (token.kind != "word" or passed == _NEAR):
            return other
        if token.kind != "word":
            continue
        valued = 0 if bare(token.text) in _OPERANDS else valued + 1
        this = 0 if bare(token.text) in _THIS else this + 1
        definite = before is not None and before.text in _DEFINITE
        told = before is not None and (before.role in _SAID_BY or bare(before.text) in _FAMOUS)
        impersonal, before = (told or this <= _NEAR) and token.text in _TELLS, token
        if token.role is Role.OTHERS and not impersonal:
            return other or token.text
        if token.role is Role.OTHER and valued > _NEAR:
            other, passed, owns = other or token.text, 0, definite or not token.text.isascii()  # no articles there
        elif other and ((owns and valued == 0) or (token.role in _OWN and bare(token.text) not in _WHOLE)):
            other = ""
        else:
            passed += 1
    return other


def exemplary(words: Iterable[Token]) -> str:
    """Return "example" where words are nothing but an announcement of one: "Example: ", "for example, ", "z. B. ".

    Several that are counted are what an exercise is about: "Two training examples:".
    """
    told, counted = "", False
    for word in words:
        counted = counted or word.role is Role.NUMBER
        if word.role is Role.EXAMPLE and counted and word.text in SEVERAL:
            return ""
        if word.role is Role.EXAMPLE:
            told = told or word.text
        elif word.role not in _BESIDE_EXAMPLE:
            return ""
    return told


def of_somebody(words: Sequence[Token]) -> str:
    """Return who has, gets or says what stands behind words: "my flatmate got the value", "they have", "Bob's result".

    Whose words no more is known of than that they are such may be anybody.
    """
    if told := _titled_person(words) or _quoted(words):
        return told
    for place, word in enumerate(words):
        before, behind = words[:place], [other.text for other in words[place + 1 : place + 3]]
        if word.text in _HAVE and before:
            last = [other for other in before if other.text not in _WOULD][-1:]
            subject = before if word.text in TELLS_OR_HAS else last
            people = (w.text for at, w in enumerate(before) if w.text in _PEOPLE and not _is_category(words, at))
            if somebody := next(people, "") or next((w.text for w in subject if w.role in VAGUE), ""):
                return somebody
        named = word.role in VAGUE or (word.role is None and word.text[:1].isalpha() and len(word.text) > 1)
        own = word.text in _TIMES and before and bare(before[-1].text) in _THIS  # "here's this week's"
        if named and behind[:1] == ["s"] and not own and not _FAMOUS.intersection(behind):  # "Bob's"
            return word.text
    return ""


def _is_category(words: Sequence[Token], at: int) -> bool:
    """Whether a class is one of those that a network tells apart: "class one has", "class 1 has"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    counted = behind is not None and (behind.text in _COUNTS or behind.start > words[at].end + 1)  # a number is no word
    return words[at].text == "class" and counted


def _titled_person(words: Sequence[Token]) -> str:
    """Return the title where words are nothing but somebody's, after "according to" or not: "Herr Meier"."""
    said = [*dropwhile(_leads_to_somebody, words)]
    if not 1 < len(said) <= _NAMED:
        return ""
    titled = bare(said[0].text) in _TITLES and all(_may_be_name(word) for word in said[1:])
    behind = bare(said[-1].text) in _TITLES_BEHIND and all(_may_be_name(word) for word in said[:-1])
    return " ".join(word.text for word in said) if titled or behind else ""


def _quoted(words: Sequence[Token]) -> str:
    """Return the verb by which a solution, or whoever is quoted, says what stands behind it: "User123 wrote:"."""
    if words and words[0].text in _TELLS:  # "[@ben] says", where a reference is no word
        return words[0].text
    for at, (lead, word) in enumerate(pairwise(words), 2):
        if lead.role is Role.LINK or bare(lead.text) in _MINE:
            return ""  # "I wrote", "my solution says"
        says = word.text in _TELLS and lead.role is Role.RESULT
        if says or (word.text in _WROTE and at == len(words)):
            return word.text
    return ""


def _leads_to_somebody(word: Token) -> bool:
    text = bare(word.text)
    return text in _ACCORDING or (word.role in _TO_SOMEBODY and text not in _TITLES)


def _may_be_name(word: Token) -> bool:
    return word.role in (*UNKNOWN, Role.OTHERS) or bare(word.text) in _TITLES


def says_somebody(words: Sequence[Token]) -> str:
    """Return who says what stands before words, or from whom it is: "says Bob", "as Bob has it", "copied from Bob"."""
    for one, other in pairwise(words):
        for verb, somebody in ((one, other), (other, one)):
            if verb.text in TELLS_OR_HAS and somebody.role in VAGUE:
                return somebody.text
    match words[-2:]:
        case [lead, somebody] if lead.text in _FROM and somebody.role in (None, Role.STRANGE):
            return somebody.text
    return ""
