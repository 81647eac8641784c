"""Questions: one that asks why, how or which, and says nothing of numbers, doubts no equation beside it."""

from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, UNKNOWN, Role, bare, bare_words, written
from gradbook.written.lexing.words.lists.moving import CHANGES
from gradbook.written.parsing.phrases.speech.addresses import SOMEBODY
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import (
    JUDGING,
    LONGEST,
    MARKS,
    is_invitation,
    is_rhetorical,
    of_degree,
)

_BEGINS = frozenset({"stop", "line", "block", "item", "heading", "colon", "comma", "wide"})
_PARTS = frozenset({"stop", "line", "block", "item", "heading"})
_LEAST = 3  # words of such a question
_NUMERIC = frozenset({"num", "new", "old", "rel", "cmp"})
_PARTS_OF_TASK = frozenset({
    Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.VALUES, Role.STEP, Role.BACKWARD, Role.RESULT, Role.WEIGHT, Role.BIAS,
})  # fmt: skip
_SAYS_LITTLE = (Role.PLAIN, Role.LINK, Role.SAME, Role.ARTICLE)
_BRIEF = 8  # tokens of such a title
_SHORTEST = 4  # words of a title that asks
_SOLVES = frozenset({"name", "der", "diff", "frac", "new", "pd", "diffsub"})
_LEADS = frozenset({Role.LINK, Role.ARTICLE, Role.SAME, Role.FILLER})
_INTERROGATIVES = frozenset({
    "sao", "tai sao", "nào", "gì", "nhu the nao", "the nao", "ra sao", "vi sao", "bao nhieu", "đâu", "nasıl",
    "neden", "niçin", "ne", "nedir", "hangi", "kaç", "nerede", "nereden", "kim", "apa", "mengapa", "kenapa",
    "bagaimana", "berapa", "mana", "dimana", "kapan",
    "how", "why", "what", "what's", "whats", "how's", "where", "which", "when", "warum", "wieso", "weshalb",
    "wie", "was", "wo",
    "wohin", "woher", "wann", "wozu", "welche", "welcher", "welches", "welchen", "comment", "pourquoi", "quoi",
    "combien", "où", "quand", "quel", "quelle", "quels", "quelles", "que", "cómo", "qué", "dónde", "cuánto",
    "cuánta", "cuál", "cuáles", "cuándo", "come", "perché", "cosa", "dove", "quando", "quali",
    "quanto", "quanta", "quale", "porque", "porquê", "onde", "qual", "quais", "como", "hoe", "wat", "waar",
    "waarom", "welk", "wanneer", "hoeveel", "waarheen", "jak", "dlaczego", "czemu", "co", "gdzie", "kiedy",
    "ile", "który", "która", "które", "skąd", "jaki", "jaka", "jakie", "как", "почему", "зачем", "что", "где",
    "когда", "сколько", "какой", "какая", "какое", "какие", "каков", "какова", "чему", "откуда", "куда", "为什么",
    "怎么",
    "什么", "多少", "为何", "왜", "어떻게", "무엇",
})  # fmt: skip
# what a question may ask to be told of what is written
CONFIRMED = frozenset(map(bare, (
    "đúng", "dung", "rõ", "chưa", "doğru", "tamam", "anlaşıldı", "emin", "benar", "betul", "paham", "mengerti",
    "jelas",
    "right", "correct", "ok", "okay", "true", "sure", "really", "yes", "richtig", "stimmt", "korrekt", "wahr",
    "sicher", "wirklich", "juste", "vrai", "exact", "bon", "sur", "correcto", "correcta", "cierto", "verdad", "bien",
    "seguro", "certo", "correto", "verdade", "mesmo", "giusto", "corretto", "vero", "klopt", "goed", "juist", "waar",
    "zeker", "dobrze", "prawda", "poprawnie", "na pewno", "верно", "правильно", "правда", "точно", "对", "正确", "맞나",
    "맞",
)))  # fmt: skip


_WHY = frozenset({
    "tai sao", "vi sao", "neden", "niçin", "mengapa", "kenapa", "why", "how", "warum", "wieso", "weshalb", "pourquoi",
    "comment", "por que", "cómo", "porque", "porquê", "perche", "perché", "come", "waarom", "dlaczego", "czemu",
    "почему", "зачем", "为什么", "为何", "왜",
})  # fmt: skip
_SIGNS = bare_words(
    "negative positive zero negativ positiv null negatif positif nul nulle négatif négative negativo negativa positivo "
    "positiva cero zero nulo nula negatief positief ujemny ujemna dodatni dodatnia отрицательный отрицательная "
    "положительный положительная нулевой negatif pozitif sıfır âm dương 负 正 零 負 음수 양수"
)
_SHORT = frozenset({"为什么", "为何", "怎么", "如何", "왜"})  # of languages in which two words may be a sentence
_CHECKS = frozenset(map(bare, (  # what a title may do that asks whether what stands under it is right
    "check", "checking", "verify", "verifying", "verification", "prüfung", "probe", "überprüfung", "vérification",
    "verificación", "comprobación", "verificação", "verifica", "controle", "проверка", "验证", "检查", "确认",
    "검증", "확인",
)))  # fmt: skip
_ONES_OWN = frozenset({"did", "went", "happened", "habe", "hab", "ai", "fiz", "hice", "heb"})  # "where did I go off?"


def asked(tokens: list[Token]) -> list[Token]:
    """Return the tokens, a question mark as a plain one where a question is of its own kind; it ends a sentence."""
    found: list[Token] = []
    begin, whole, inner, at = 0, 0, 0, -1
    while (at := at + 1) < len(tokens):
        token = tokens[at]
        if token.kind == "sep" and token.text in _BEGINS:
            begin = len(found) + 1
            whole = whole if token.text == "comma" else begin
        if token.text in ("(", ")"):
            inner = len(found) + 1 if token.text == "(" else 0
        if inner and token.text in MARKS and _is_aside(found[inner:]):  # "(neat, right?)"
            found[inner:] = [replace(word, role=Role.PLAIN) for word in found[inner:]]
            token = replace(token, role=Role.PLAIN)
        elif token.kind == "word" and token.text in MARKS and not (found and found[-1].text in MARKS):  # not "? ? ?"
            titled = _is_titled(found, begin)
            degree = of_degree(found, begin)
            if degree:
                found[degree] = replace(found[degree], role=Role.PLAIN)
            if is_invitation(found[whole:]):  # "¿Dudas?"
                found[whole:] = [replace(t, role=Role.PLAIN) if t.role in AGAINST_IT else t for t in found[whole:]]
            if (
                degree
                or is_rhetorical(found[whole:])
                or _of_a_change(found[whole:])
                or (
                    begin == whole
                    and len(found) - whole <= _BRIEF
                    and _of_a_part(found[whole:], tokens[at + 1 : at + 6])
                )
                or _of_its_own(found[begin:], titled=titled, opens=begin == whole)
            ):
                found += [replace(token, role=Role.PLAIN), Token("sep", "stop", token.end, token.end)]
                at += at + 1 < len(tokens) and tokens[at + 1].text == "stop"
                begin = whole = len(found)
                continue
            if found and found[-1] == Token("sep", "stop", token.start, token.start):
                continue  # "why??"
        found.append(token)
    return found


def _is_aside(sentence: list[Token]) -> bool:
    return is_rhetorical(sentence) and not is_invitation(sentence)  # "q = 3 (doubts?)" has some


def _is_titled(tokens: list[Token], begin: int) -> bool:
    """Whether what begins at a place is a title, or stands behind a label in one: "Part 1: how does f change?"."""
    for token in reversed(tokens[:begin]):
        if token.kind == "sep" and token.text in _PARTS:
            return token.text == "heading"
        if token.kind not in ("sep", "word", "num") and len(token.text) > 1:  # "Step D"
            return False
    return False


def asks(word: str) -> bool:
    """Whether a word begins a question."""
    return written(word) in _INTERROGATIVES


def _of_its_own(sentence: list[Token], *, titled: bool, opens: bool) -> bool:
    if len(sentence) > LONGEST:
        return False
    words = [token for token in sentence if token.kind == "word" and token.text not in (*MARKS, "¿")]
    roles = {word.role for word in words} & AGAINST_IT
    if _for_a_step(sentence) and roles <= {Role.CONDITION}:
        return True
    if opens and (_for_a_reason(words, sentence) or (_supposes(words, sentence) and roles <= {Role.CONDITION})):
        return True
    numeric = any(token.kind in _NUMERIC and token.text != "is" for token in sentence)
    if titled and roles <= {Role.CONDITION} and any(bare(word.text) in _CHECKS for word in words):
        return not numeric  # "Check: is the gradient right?"
    if roles - {Role.BEHIND}:  # "can" is one
        return False
    if any(bare(word.text) in SOMEBODY and word.role is Role.PLAIN for word in words) and not numeric:
        return True  # "can someone check this?"
    if roles:
        return False
    if any(bare(word.text) in CONFIRMED for word in words):
        return False
    if titled:  # a title asks what stands under it
        return not numeric
    if sentence and sentence[0].kind == "rel":
        return False  # "is that what it should be?"
    begins = next((number for number, word in enumerate(words) if word.role not in _LEADS), len(words))
    if _for_a_quantity(sentence, words, begins):
        return True
    return (
        len(words) >= (2 if words and words[0].text in _SHORT else _LEAST)
        and any(written(word.text) in _INTERROGATIVES for word in words[: begins + 1])
        and not any(word.text in _ONES_OWN for word in words)
        and not any(word.role in UNKNOWN for word in words)
        and not numeric
    )


def _for_a_step(sentence: list[Token]) -> bool:
    """Whether a question only proposes a step: "And if we go down with a step of 0.5?"."""
    steps = any(token.kind == "rate" or token.role in (Role.STEP, Role.RATE) for token in sentence)
    return steps and not any(token.kind in ("name", "der", "new", "old", "cmp") for token in sentence)


def _for_a_reason(words: list[Token], sentence: list[Token]) -> bool:
    """Whether a sentence is a lone "Why?", or asks why something has the sign that it has: "Why is dL/dw negative?"."""
    why = bool(words) and (written(words[0].text) in _WHY or "".join(word.text for word in words[:2]) in _WHY)
    signed = len(words) <= _BRIEF and any(bare(word.text) in _SIGNS for word in words)
    numeric = any(token.kind in _NUMERIC and token.text != "is" for token in sentence)
    against = any(word.role in AGAINST_IT or bare(word.text) in CONFIRMED for word in words)
    alone = len(words) == 1 and len(sentence) == len(words) + _marks(sentence)
    return why and (alone or (signed and not (numeric or against)))


def _marks(sentence: list[Token]) -> int:
    return sum(token.edge or token.text == "¿" for token in sentence)


def _supposes(words: list[Token], sentence: list[Token]) -> bool:
    """Whether a question begins with "if", says what is changed, and no number: "What if a grows a little?"."""
    first = next((word.role for word in words if written(word.text) not in _INTERROGATIVES | AND), None)
    numeric = any(token.kind in _NUMERIC for token in sentence)
    judges = any(bare(word.text) in CONFIRMED | JUDGING for word in words)
    named = any(token.kind in ("name", "der") for token in sentence)
    return first is Role.CONDITION and named and not (numeric or judges)


def _of_a_part(sentence: list[Token], behind: list[Token]) -> bool:
    """Whether a question only names the part of the task that is solved right behind it: "gradients? dL/dm = 1.6"."""
    words = [token for token in sentence if not token.edge]
    named = any(word.role in _PARTS_OF_TASK for word in words)
    plain = all(word.kind == "word" and (word.role in _PARTS_OF_TASK or word.role in _SAYS_LITTLE) for word in words)
    solved = next((token for token in behind if not _leads_over(token)), None)
    solves = solved is not None and (solved.kind in _SOLVES or solved.text in ("line", "block"))  # a line of its own
    return named and plain and len(words) <= _SHORTEST and len(sentence) < _BRIEF and solves


def _leads_over(token: Token) -> bool:
    return token.edge or token.text in ("stop", "colon") or token.role in _SAYS_LITTLE


def _of_a_change(sentence: list[Token]) -> bool:
    """Whether a question asks what a change does: "If we were to nudge v a bit, how would the value of J change?"."""
    words = [token for token in sentence if token.kind == "word"] if len(sentence) <= LONGEST else []
    if not any(written(word.text) in _INTERROGATIVES for word in words):
        return False
    named = any(token.kind == "name" for token in sentence)
    changes = named and any(word.role is Role.CHANGES or bare(word.text) in CHANGES for word in words)
    numeric = any(token.kind in _NUMERIC and token.text != "is" for token in sentence)
    judges = any(bare(word.text) in CONFIRMED for word in words)
    roles = {word.role for word in words} & AGAINST_IT
    return changes and not (numeric or judges) and roles <= {Role.CONDITION, Role.SUPPOSITION, Role.BEHIND}


def _for_a_quantity(sentence: list[Token], words: list[Token], begins: int) -> bool:
    """Whether a question asks for a quantity and says no number: "what is r?", "and f?"."""
    named = [token for token in sentence if token.kind == "name"]
    if not named or any(token.kind in ("num", "new", "old", "cmp", "bad") for token in sentence):
        return False
    relates = [token for token in sentence if token.kind == "rel"]
    if any(token.text != "is" for token in relates):
        return False
    if any(word.role in UNKNOWN and written(word.text) not in _INTERROGATIVES for word in words):
        return False
    asks = any(written(word.text) in _INTERROGATIVES for word in words[: begins + 1])
    return asks if relates else begins == len(words) > 0
