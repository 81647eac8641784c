"""Rhetorical questions: put to the reader, or to oneself to go on, they say nothing of the equations beside them.

Nor does a word of wonder before a clause or sentence: "Hm. The loss is larger", "Funny, dL/dx is the same number".
"""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import AGAIN
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare, bare_words
from gradbook.written.lexing.words.lists.prepositions import WITH
from gradbook.written.notation import ERROR_WORDS, LOSS_WORDS
from gradbook.written.parsing.grammar.edges import sentence_end

MARKS = frozenset("?？")
_ANDS = AND | {"now", "nun", "maintenant", "ahora", "agora", "ora", "nu", "teraz", "теперь", "а"}
_NOW = _ANDS | {
    "then", "next", "jetzt", "dann", "alors", "ensuite", "entonces", "depois", "poi", "dan", "potem", "back",
    "backwards", "zurück", "also", "what", "about", "how", "was", "de", "atrás",
}  # fmt: skip
_TOPICS = frozenset({
    Role.SLOPE, Role.SLOPES, Role.PARTIAL, Role.VALUES, Role.WEIGHT, Role.BIAS, Role.STEP, Role.RATE, Role.BACKWARD,
    Role.PART_OF_GRAPH, Role.ERROR, Role.NET,
})  # fmt: skip
_LEADS = frozenset({Role.ARTICLE, Role.OF, Role.FOR, Role.BY, Role.NEW, Role.AFTER, Role.LOCAL, Role.FILLER})
_WITH = WITH | {"in", "at", "un", "une", "a", "an"}
_NOUNS = frozenset({Role.PLAIN, Role.EVERYDAY, Role.CHANGES, Role.ASPECT})
JUDGING = frozenset({
    "đúng", "dung", "sai", "chắc", "doğru", "yanlış", "emin", "benar", "betul", "salah", "yakin", "ya", "kan",
    "right", "correct", "true", "ok", "okay", "sure", "fine", "good", "that", "this", "it", "these", "those", "should",
    "can", "could", "must", "may", "would", "richtig", "korrekt", "wahr", "sicher", "gut", "das", "dies", "so", "soll",
    "sollte", "kann", "juste", "vrai", "sûr", "bon", "cela", "ça", "ce", "correcto", "cierto", "bien", "esto", "eso",
    "sign", "vorzeichen", "signe", "signo", "sinal", "segno", "teken", "znak", "знак", "certo",
    "correto", "giusto", "vero", "goed", "juist", "klopt",
})  # fmt: skip
_EASE = frozenset({
    "dễ", "đơn giản", "rõ", "hiểu", "kolay", "basit", "mudah", "gampang", "sederhana", "jelas", "paham",
    "easy", "simple", "straightforward", "trivial", "cool", "nice", "neat", "fun", "clear", "quick", "see", "got",
    "ready", "me", "magic", "pretty", "beautiful", "einfach", "leicht", "klar", "schön", "fertig", "verstanden",
    "facile", "clair", "sympa", "prêt", "compris", "fácil", "sencillo", "claro", "listo", "bonito", "simples",
    "semplice", "chiaro", "bello", "makkelijk", "simpel", "duidelijk", "łatwe", "proste", "jasne", "просто", "легко",
    "ясно", "elegant", "handy", "satisfying", "lovely", "hübsch", "praktisch", "witzig", "joli", "jolie", "beau",
    "belle", "élégant", "élégante", "pratique", "chouette", "magique", "lindo", "linda", "elegante", "práctico",
    "prático", "carino", "comodo", "mooi", "handig", "leuk", "ładne", "ładnie", "fajne", "красиво", "удобно", "pěkné",
    "hezké", "güzel", "漂亮", "神奇", "方便", "便利", "쉽", "쉽죠", "쉽지", "쉽지요", "쉬워요",
    "간단하죠", "간단하지요", "簡単", "简单", "简单吧",
})  # fmt: skip
_TAGS = frozenset({
    "right", "huh", "eh", "no", "yeah", "isn't", "it", "is", "wasn't", "was", "that", "this", "all", "so", "very",
    "quite", "far", "with", "everybody", "anybody", "still",
    "really", "to", "for", "everyone", "too", "oder", "nicht", "wahr", "ganz", "alles", "das", "war",
    "ist", "doch", "gar", "non", "n'est-ce", "pas", "c'est", "c'était", "tout", "est", "hein", "verdad", "muy", "está",
    "es", "todo", "né", "certo", "não", "é", "muito", "vero", "molto", "tutto", "è", "toch", "hè", "prawda", "правда",
    "죠", "지요", "지", "요", "でしょ", "でしょう", "です", "ね", "吧", "很", "是不是",
})  # fmt: skip
_LOSSES = LOSS_WORDS | ERROR_WORDS | {"objective"}
_LOWER = frozenset({
    "improve", "improved", "decrease", "decreased", "fall", "fallen", "fell", "drop", "dropped", "down", "shrink",
    "shrunk", "lower", "smaller", "reduced", "verringert", "gesunken", "gefallen", "kleiner", "besser", "verbessert",
    "diminué", "baissé", "diminuée", "bajado", "disminuido", "mejorado", "diminuiu", "caiu", "melhorou", "diminuita",
    "scesa", "gedaald", "spadł", "spadła", "уменьшилась",
})  # fmt: skip
_REALLY = frozenset({
    "actually", "really", "indeed", "wirklich", "tatsächlich", "vraiment", "réellement", "realmente", "davvero", "echt",
    "werkelijk", "naprawdę", "действительно",
})  # fmt: skip
_MEANS = bare_words(
    "mean means bedeutet bedeuten heißt signifie dire decir significa betekent oznacza znaczy значит означает anlama "
    "artinya nghĩa 意味 意味着 说明 뜻"
)
_WHAT = bare_words(
    "what does do this that it all these now so and us was das dies nun jetzt denn und que qu'est-ce ce cela ça ceci "
    "veut et qué esto eso quiere y nos o isso isto quer e cosa questo vuol ciò wat dat dit nu en co to teraz что это "
    "теперь а bu ne geliyor gelir apa ini điều này có là gì 什么 这 表示 何 を する 무슨 이게"
)
_WHICH = bare_words("which welche welcher quelle qué qual quale welke 哪个 어느")
_WAYS = bare_words("direction way richtung sens dirección sentido direção direzione richting 方向 방향")
_MOVES = bare_words(
    "move moves moved go goes change changes bewegt bewegen geht bouge bougent mueve mueven muove muovono beweegt"
)
_SIGN = bare_words("sign signs minus vorzeichen signe signo sinal segno teken")  # which a learner is in doubt of
_BRIEF = 6  # tokens of such a question
_HELPED = bare_words(
    "help helped worth geholfen gebracht gelohnt servi aidé servido servir sirvió ayudado adiantou serviu ajudou "
    "servito aiutato geholpen "
    "pomogło помогло 有用 有帮助 효과가"
)
_USE = bare_words(
    "did do does has have it this that all is was really actually anything at the effort step update hat es das sich "
    "was etwas wirklich ist so ça cela a-t-il a c'est est vraiment à quelque chose cela ha de algo esto eso realmente "
    "es isso isto para alguma coisa è a qualcosa davvero questo heeft dat het iets echt to coś это"
)
_INVITES = bare_words(
    "duda dudas dúvida dúvidas dubbio dubbi 质疑 疑问 alguna algunas alguma algumas altre altri hay tienes tenéis têm"
)
_HOW = frozenset({"how", "wie", "combien", "cuán", "quão", "quanto", "hoe", "jak", "как"})
_CAUSES = frozenset(
    {"come", "now", "exactly", "else", "das", "denn", "genau", "ça", "cela", "isso", "questo", "dat", "to"}
)
_LINES = frozenset({"line", "block", "item", "heading"})
LONGEST = 120  # tokens of a question
_SPOKEN = AGAINST_IT | {None, Role.BEFORE}
_WONDERS = bare_words(
    "hm hmm hmmm huh funny interesting interestingly curious curiously surprising surprisingly amusing wow oh ah ha "
    "haha nanu aha oha lustig witzig interessant erstaunlich spannend tiens amusant intéressant curieux étonnant "
    "marrant anda vaya curioso curiosamente interesante interessante gracioso ué uau nossa toh guarda buffo grappig "
    "verrassend ciekawe любопытно интересно забавно ого 有趣 有意思 咦 哦 おお へえ 面白い 오 흠 신기 신기하게도"
)


def leads_in(tokens: Sequence[Token], words: Sequence[Token], place: int) -> bool:
    """Whether words before a sign only begin what follows it: "Again, w grows", "Hm. The loss is larger".

    Args:
        tokens: the stream.
        words: those before the sign.
        place: of the sign.
    """
    if not words:
        return False
    if tokens[place].text == "comma" and all(word.text in AGAIN for word in words):
        return True
    if tokens[place].text not in ("comma", "stop", "!") or not all(bare(word.text) in _WONDERS for word in words):
        return False
    behind = [token for token in tokens[place + 1 : sentence_end(tokens, place + 1)] if not token.edge]
    if not behind or behind[0].kind in ("sep", "num") or behind[0].text == "-":
        return False
    said = [token.role for token in behind if token.kind == "word"]
    states = any(token.kind == "rel" and token.text != "is" for token in behind)
    return bool(said) and _SPOKEN.isdisjoint(said) and not states


def is_rhetorical(sentence: list[Token]) -> bool:
    """Whether a question only goes on to what comes next, is put to the reader, or asks whether the loss has fallen."""
    if len(sentence) > LONGEST:
        return False
    said = [token for token in sentence if token.kind != "sep" and token.text not in (*MARKS, "¿", "!")]
    rules = (_asks_readers, _goes_on, _is_easy, _is_of_the_loss, _asks_for_meaning, _asks_for_use, is_invitation)
    return bool(said) and any(rule(said) for rule in rules)


def _goes_on(said: list[Token]) -> bool:
    """ "And the gradient?", "Und jetzt?", "Et avec une division ?": no word in it judges what was said."""
    if said[0].text not in _ANDS or len(said) == 1:
        return False
    for before, token in pairwise(said):
        led = before.role in _LEADS or before.text in _WITH
        topic = token.role in _TOPICS or token.role in _LEADS or token.text in _NOW or token.text in _WITH
        noun = led and (token.role in _NOUNS or token.kind in ("name", "der", "fn", "rate"))
        if token.text in JUDGING or not (topic or noun or (token.kind in ("name", "der", "rate") and token.node)):
            return False
    return True


def _is_easy(said: list[Token]) -> bool:
    """ "Easy, right?", "쉽죠?"."""
    words = [token.text.lower() for token in said]
    return not _EASE.isdisjoint(words) and all(word in _EASE or word in _TAGS for word in words)


def _asks_for_meaning(said: list[Token]) -> bool:
    """ "What does this mean?", "¿Qué quiere decir?"."""
    words = [bare(token.text) for token in said]
    return not _MEANS.isdisjoint(words) and all(word in _MEANS or word in _WHAT for word in words)


def _asks_readers(said: list[Token]) -> bool:
    """ "In which direction will w move?", "Does nudging agree?": whoever reads it is asked for what follows."""
    words = [bare(token.text) for token in said if token.kind == "word"]
    ways = any(one in _WHICH and two in _WAYS for one, two in pairwise(words)) and not _MOVES.isdisjoint(words)
    agrees = len(said) <= _BRIEF and words[:1] == ["does"] and words[-1:] == ["agree"]
    against = not _SIGN.isdisjoint(words) or any(token.role in AGAINST_IT for token in said)
    return (ways or agrees) and not against


def is_invitation(sentence: list[Token]) -> bool:
    """Whether readers are asked for questions: "Questions?", "¿Dudas?"."""
    if len(sentence) > LONGEST:
        return False
    said = [token for token in sentence if token.kind != "sep" and token.text not in (*MARKS, "¿")]
    return bool(said) and all(token.kind == "word" and bare(token.text) in _INVITES for token in said)


def _asks_for_use(said: list[Token]) -> bool:
    """ "Did it help?", "Was it worth the effort?", "¿Ha servido de algo?"."""
    words = [bare(token.text) for token in said]
    return not _HELPED.isdisjoint(words) and all(word in _HELPED or word in _USE for word in words)


def _is_of_the_loss(said: list[Token]) -> bool:
    """ "Has the loss improved?", "Is the new loss smaller?"."""
    words = [token.text.lower() for token in said]
    return (
        not _LOSSES.isdisjoint(words)
        and not _LOWER.isdisjoint(words)
        and JUDGING.isdisjoint(words)
        and all(token.kind == "word" or token.text in ("is", *_LOSSES) for token in said)
        and not any(token.role in AGAINST_IT and token.text.lower() not in _REALLY for token in said)
    )


def of_degree(tokens: list[Token], begin: int) -> int:
    """Return the place of what is only asked for its degree: "Loss - how wrong?", or "How far?" in a line or cell."""
    how = len(tokens) - 2
    if how < begin or tokens[how].text not in _HOW:
        return 0
    line = next((n + 1 for n in range(how, -1, -1) if tokens[n].text in _LINES), 0)
    whole = how == line and tokens[-1].kind == "word" and tokens[-1].text not in JUDGING | _CAUSES
    if tokens[-1].role not in (Role.DENIAL, Role.ERROR) and not (whole and tokens[-1].role not in AGAINST_IT):
        return 0
    return 0 if any(token.kind in ("num", "rel", "cmp") for token in tokens[line:how]) else how + 1
