"""Addresses: those whom an answer greets or asks to look at it have no numbers of their own.

"hey guys, q = 10" and "can someone check this?" speak of others, and of nothing that they have found.
"""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import UNKNOWN, Role, bare
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, ends_sentence

_GREETINGS = frozenset({
    "chào", "chao", "xin chao", "kinh", "thua", "selamat", "merhaba", "selam", "halo", "salam",
    "hi", "hey", "hello", "dear", "morning", "hallo", "moin", "servus", "liebe", "lieber", "bonjour", "salut",
    "coucou", "bonsoir", "chers", "cheres", "hola", "buenas", "buenos", "queridos", "estimados", "oi", "ola", "bom",
    "boa", "caros", "ciao", "salve", "cari", "care", "hoi", "beste", "dag", "czesc", "hej", "witam", "witajcie",
    "drodzy", "привет", "здравствуйте", "дорогие", "всем",
})  # fmt: skip
_ADDRESSED = frozenset({
    "bạn", "bạn ơi", "các bạn", "cac ban", "mọi người", "arkadaşlar", "arkadaslar", "herkese", "teman-teman",
    "kawan-kawan", "semua", "semuanya",
    "guys", "guy", "folks", "friends", "everyone", "everybody", "people", "class", "mates", "colleagues", "team",
    "leute", "zusammen", "freunde", "kollegen", "kommilitonen", "amis", "gens", "collegues", "amigos", "amigas",
    "gente", "companeros", "chicos", "pessoal", "galera", "colegas", "ragazzi", "ragazze", "amici", "colleghi",
    "allemaal", "mensen", "jongens", "vrienden", "wszystkim", "wszyscy", "ludzie", "koledzy", "przyjaciele", "друзья",
    "ребята", "привет", "коллеги", "народ", "all", "alle", "tous", "tutti", "todos",
})  # fmt: skip
_BEHIND = frozenset({"您好", "你好", "好", "안녕하세요", "안녕하십니까"})  # whom it greets
_TEACHERS = frozenset({  # to whom answers are handed in
    "thầy", "cô", "hocam", "hoca", "hocanın", "bapak", "ibu", "pak", "bu", "dosen",
    "professor", "prof", "professora", "profe", "profesor", "profesora", "teacher", "sir", "ma'am", "madam", "miss",
    "mr", "mrs", "ms", "dr", "ta", "tas", "tutor", "tutors", "instructor", "instructors", "grader", "graders",
    "monsieur", "madame", "herr", "frau", "dozent", "dozentin", "korrektor", "tutorin", "professore", "professoressa",
    "maestro", "maestra", "docente", "meneer", "mevrouw", "docent", "pan", "pani", "panie", "преподаватель",
    "老师", "教授", "助教", "先生", "교수님", "선생님", "조교님",
})  # fmt: skip
_THANKS = frozenset({
    "cam on", "cảm ơn", "teşekkürler", "tesekkurler", "tesekkur ederim", "terima kasih", "makasih",
    "thanks", "danke", "merci", "gracias", "obrigado", "grazie", "bedankt", "dzieki", "спасибо",
})  # fmt: skip
SOMEBODY = frozenset({
    "someone", "some one", "anyone", "somebody", "anybody", "jemand", "quelqu'un", "alguien", "alguem", "qualcuno",
    "iemand", "ktos", "кто-нибудь", "кто-то", "кто",
})  # fmt: skip
_ASKS = frozenset({
    "can", "could", "may", "would", "please", "kann", "konnte", "koennte", "mag", "bitte", "peut", "pourrait",
    "puede", "podria", "pode", "poderia", "puo", "potrebbe", "kan", "kunnen", "zou", "moze", "moglby", "может", "мог",
    "мог бы",
})  # fmt: skip
_SAME = frozenset({  # "someone got the same?"
    "same", "selbe", "dasselbe", "gleiche", "meme", "mismo", "mesmo", "stesso", "hetzelfde", "zelfde", "samo", "же",
})  # fmt: skip
_EXPLAIN = frozenset({
    "explain", "explaining", "tell", "telling", "teach", "teaching", "show", "showing", "erklare", "erklaren",
    "erzahle", "zeige", "explique", "expliquer", "explico", "explicar", "spiego", "spiegare", "uitleg", "leg",
    "tlumacze", "wyjasniam", "объясняю",
})  # fmt: skip
_FIRST = frozenset({"i", "i'll", "i'd", "i'm", "we", "we'll", "ich", "wir", "je", "j'", "nous", "ik", "wij"})
_TO = frozenset({"to", "meiner", "meinem", "einem", "einer", "meinen", "a", "ao", "alla", "al", "aan"})
_NUMERIC = frozenset({"num", "name", "der", "new", "old", "rel", "cmp"})
_SET_APART = (Role.OTHERS, *UNKNOWN)
_NEAR = 2  # words between a greeting and whom it greets, or between "can" and "someone"
_FAR = 12  # tokens of a request


def addressed(tokens: list[Token]) -> list[Token]:
    """Return the tokens, those who are greeted or asked to look as plain words."""
    return [
        replace(token, role=Role.PLAIN)
        if token.kind == "word" and token.role in _SET_APART and _is_spoken_to(tokens, at)
        else token
        for at, token in enumerate(tokens)
    ]


def _is_spoken_to(tokens: list[Token], at: int) -> bool:
    return _is_greeted(tokens, at) or _is_asked(tokens, at) or _is_told(tokens, at)


def _is_greeted(tokens: list[Token], at: int) -> bool:
    """Whether a greeting stands before a group of people, or a name: "hi guys", "bonjour à tous", "dear Mrs Green,".

    Without a greeting those are spoken to who stand between commas, or at the begin: "Now, friends, we", "Profe, here".
    """
    word = bare(tokens[at].text)
    before = [bare(token.text) for token in tokens[max(0, at - 1 - _NEAR) : at]]
    if not _GREETINGS.isdisjoint(before):
        return _is_apart(tokens, at + 1) or word in _TEACHERS
    if word not in _ADDRESSED and word not in _TEACHERS:
        return False
    if not _THANKS.isdisjoint(before):
        return _is_apart(tokens, at + 1)
    begins = not at or tokens[at - 1].text in SENTENCE_ENDS or _is_comma(tokens, at - 1)
    greeted = at + 1 < len(tokens) and tokens[at + 1].text in _BEHIND
    return begins and (greeted or _is_comma(tokens, at + 1))


def _is_comma(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "sep" and tokens[at].text == "comma"


def _is_apart(tokens: list[Token], at: int) -> bool:
    """Whether nothing but words and boundaries stands at a place: a verb would say what they have."""
    return at >= len(tokens) or tokens[at].kind == "sep" or tokens[at].role in (Role.ARTICLE, Role.OTHERS)


def _is_asked(tokens: list[Token], at: int) -> bool:
    """Whether somebody is asked to do something, and no number is named: "can someone check this?"."""
    if bare(tokens[at].text) not in SOMEBODY:
        return False
    near = tokens[max(0, at - 1 - _NEAR) : at + 1 + _NEAR]
    begin = next((n for n in range(at, 0, -1) if _parts(tokens[n - 1])), 0)
    end = next((n for n in range(at, min(at + _FAR, len(tokens))) if _parts(tokens[n])), 0)
    sentence = tokens[begin : end + 1] if end else tokens[begin : at + _FAR]
    compares = sentence[-1].text == "?" and any(bare(token.text) in _SAME for token in sentence)
    asks = compares or any(bare(token.text) in _ASKS for token in near)
    return asks and not any(token.kind in _NUMERIC for token in sentence)


def _is_told(tokens: list[Token], at: int) -> bool:
    """Whether a sentence's writer explains to somebody: "I'll explain it to my sister:"."""
    begin = next((n for n in range(at, max(0, at - _FAR), -1) if ends_sentence(tokens[n - 1])), max(0, at - _FAR))
    said = [bare(token.text) for token in tokens[begin:at] if token.kind in ("word", "name")]
    explains = not _EXPLAIN.isdisjoint(said) and not _FIRST.isdisjoint(said) and not _TO.isdisjoint(said[-2:])
    possessed = at + 1 < len(tokens) and tokens[at + 1].text in ("s", "'s")
    numeric = any(token.kind in _NUMERIC - {"name"} for token in tokens[begin:at])
    return explains and not possessed and not numeric


def _parts(token: Token) -> bool:
    return (
        (token.kind == "sep" and token.text in (*SENTENCE_ENDS, "comma", "colon"))
        or token.kind == "open"
        or token.text == "?"
    )
