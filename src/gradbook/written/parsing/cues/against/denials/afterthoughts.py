"""Afterthoughts: sentences of words right behind an equation by which it is not to count, in longer words.

    q = 10. I made that up.       q = 10. This value belongs to the previous problem.       q = 10. Please strike this.

Shorter ones are told by the roles of their words; here it is the whole sentence that tells: who speaks of a slip of
their own, points back and speaks of an error, asks to have something struck out, or is at another exercise.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

from gradbook.written.lexing.words.dictionary import SIGNS, Role
from gradbook.written.lexing.words.sections import sections_of
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.remarks import has_own, is_nobody
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS
from gradbook.written.parsing.phrases.speech.seeming_doubts.sayings import is_saying
from gradbook.written.parsing.phrases.speech.sentences import sentence_of_words, text_of

_BETWEEN = frozenset({"stop", "line", "block", "item", "soft"})  # what may part an equation from such a sentence

_IN_WORDS = ("en", "de", "fr", "es", "pt", "it")
_IN_SIGNS = ("zh", "ko")  # without blanks
_LEAD = (  # may stand before what explains an equation
    r"(?:i (?:believe|think|guess) )?(?:(?:and|so|but|now|then|because|since|as|here|note how|note that|notice how"
    r"|and so|en|y|e|et|und|also) )?"
)


@cache
def _ways(*sections: str) -> re.Pattern[str]:
    """Return what the sections of the data file find."""
    found = sections_of(files(__package__) / "afterthoughts.txt")
    ways = (line.replace("{lead}", _LEAD) for name, lines in found.items() if name in sections for line in lines)
    return re.compile("|".join(f"(?:{way})" for way in ways))


_BACK = (  # words that point back to an equation
    r"(?:this|these|those|it|dies\w*|cela|ca|ceci|cette|celui-ci|esto|eso|est[ea]|es[ea]|isso|isto|ess[ea]|quest[oa]|cio"
    r"|quello|quella|这个?|此|上式|刚才|이건|이것|이게|이값|이식|그건|그것|방금)"
)
_POINTS = re.compile(rf"\b{_BACK}\b|上面|这|이렇게")
_ABOUT_IT = re.compile(  # at the beginning, behind two words at most, or at the end
    rf"^(?:\S+ ){{0,2}}{_BACK}(?: |$|(?<=[^a-z]))|\b(?!it$){_BACK}$"
    r"|^(?:that|c') |\b(?:that|das)$|^(?:lo|l'ho|l'ai) "
)
_HOW = re.compile(r"\b(?:how|wie|comment|como|come)\b.*\b(?:chang|grow|fall|ris|mov|nudg|ander|vari|camb|mud)")
_FLOW = (
    r"(?:flow|flie[sß]|flu[iye]|scorr|pass|propag|travel|sen[dt]|back|zuruck|rückw|ruckw|retro|remont|transmi|reach)"
)
_THE_ERROR = (
    r"(?:(?:the|each|every|der|el|lo|o|les) (?:\w+ ){0,2}(?:errors?|fehler\w*|erreurs|erros?)"
    r"|(?:l['’])?(?:erreur|errore))"
)
_HANDED_BACK = re.compile(  # "this shows how the error flows back", which no error of the learner's does
    rf"\b(?:how|wie|comment|como|come) (?:{_THE_ERROR} (?:(?!i |we |ich |je )\S+ ){{0,3}}{_FLOW}"
    rf"|(?:se |si |s['’])?{_FLOW}\w* {_THE_ERROR})"
    r"|(?:如何|怎么|怎样).*(?:传|傳)|(?:传|傳).*(?:如何|怎么|怎样)|어떻게.*(?:전달|전파)"
)
_EXPLETIVE = re.compile(r"^(?:it|it's|es) .*\b(?:to|that|zu|dass)\b")  # "it is best to draw the graph first"
_SIGNALS = frozenset({
    Role.DENIAL, Role.HEDGE, Role.RETRACTION, Role.OTHERS, Role.OTHER, Role.ERROR, Role.AGAINST,
})  # fmt: skip


def thought_better(around: Surroundings, number: int) -> str:
    """Return the words of the sentence behind an equation by which that is not to count."""
    end = around.sentence(number)[1]
    tokens, place = around.tokens, end
    while place < len(tokens) and tokens[place].kind == "sep" and tokens[place].text in _BETWEEN:
        place += 1
    said = sentence_of_words(tokens, place)
    if not said:
        return ""
    later = next((draft for draft in around.drafts[number + 1 :] if draft.states), None)
    if later is not None and later.first < end:
        return ""  # it is of a later one
    signals = [token for token in said if token.role in _SIGNALS and not has_own(token)]
    condition = next((token.text for token in said if token.role is Role.CONDITION), "")
    own = any(is_nobody(token) or token.text in MARKS for token in said)
    against = signals[0].text if signals else ""
    beside = next((token.text for token in signals if token.role is not Role.ERROR), "")
    return _told(text_of(said), against, beside, condition, own=own)


@lru_cache(maxsize=2_000)
def _told(text: str, against: str, beside: str, condition: str, *, own: bool) -> str:
    """Return what a sentence says against an equation before it.

    Args:
        text: of the sentence.
        against: a word in it that speaks against something, whatever that is.
        beside: the first such word but "error", which may be what is handed back.
        condition: a word in it that supposes something, as an explanation may: "these tell how L changes if w does".
        own: whether it has a subject that does nothing, "nobody does this by hand", or asks something.
    """
    if is_saying(text):
        return ""
    if told := _ways(*(_IN_SIGNS if SIGNS.search(text) else _IN_WORDS)).search(text):
        return told.group()
    about = None if own or _EXPLETIVE.search(text) else _ABOUT_IT.search(text)
    if about:
        explained = _ways("explains").search(text) and (not condition or _HOW.search(text))
        handed_back = explained and _HANDED_BACK.search(text)
        return (beside if handed_back else against) or ("" if explained else condition or about.group().strip())
    return (against or condition) if _POINTS.search(text) else ""
