"""Charges: sentences beside an equation by which it is not to count, as they are weighed.

q = 10. I made that up.        q = 10. This value belongs to the previous problem.        Copied from Ben: q = 10
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.lexing.words.languages import DICTIONARY
from gradbook.written.lexing.words.lists.asking import only_asks
from gradbook.written.lexing.words.lists.moving import WHEN
from gradbook.written.parsing.cues.against.denials.afterwards import LEADING
from gradbook.written.parsing.cues.around.passages import before, behind, clause_behind, in_brackets, is_attached
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.slopes.received.inquiries import inquires
from gradbook.written.parsing.phrases.speech.others.title_words import tells_own_work
from gradbook.written.parsing.phrases.speech.seeming_doubts.apologies import is_excuse, is_of_writing
from gradbook.written.parsing.phrases.speech.seeming_doubts.closings import takes_leave, wishes
from gradbook.written.parsing.phrases.speech.seeming_doubts.expectations import expects
from gradbook.written.parsing.phrases.speech.seeming_doubts.modals import comes_out
from gradbook.written.parsing.phrases.speech.seeming_doubts.opinions import only_misses
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.contrasts import hands_the_other
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.omissions import leaves_out
from gradbook.written.parsing.phrases.speech.seeming_doubts.usage.roundings import is_of_rounding
from gradbook.written.parsing.phrases.speech.sentences import written_between
from gradbook.written.parsing.phrases.speech.weighing.scales import BEFORE, BEHIND, SURE, charge
from gradbook.written.parsing.phrases.speech.weighing.words import clauses_of, words_of

_LONGEST_MOMENT = 6  # words
_OF_MOMENTS = frozenset({Role.ARTICLE, Role.SLOPE, Role.STEP, Role.RELATION})
_STEPPING = bare_words("optimizer optimiser descent einem diesem dem")
_UNREAL = WHEN | bare_words(
    "would could should würde würden serait ferait haría hace faria seria farebbe sarebbe zou skulle бы"
)
_GOES_ON = regex(r"[.;!?][ ]+\w")  # with another sentence
_ASKS = regex("[?？]")
_CLAUSES = regex(  # those of a sentence, and the "but" before one of them
    r"\s*(?:[,;:.!…]|[ ][-–—]+[ ])[ ]*(?:(?:but|and|aber|und|mais|et|pero|y|mas|e|ma)[ ])?"
    r"|[ ](?:but|aber|mais|pero|mas|ma)[ ]"
)
_NAMES_LOSS = regex(  # "(our loss function)"
    r"\W*(?:(?:this|that)[ ]is[ ])?"
    r"(?:our|the|a|unsere?|die|notre|la|le|nuestra|nossa|我们的|我們的|这是|即|これが|우리의)?[ ]?"
    r"(?:(?:loss|cost|error)[ ](?:function|value|term)|loss|cost|verlustfunktion|kostenfunktion"
    r"|fonction[ ]de[ ](?:coût|perte)|función[ ]de[ ](?:pérdida|coste?)|função[ ]de[ ](?:perda|custo)"
    r"|损失函数|損失函數|代价函数|損失関数|손실[ ]?함수)\W*",
    re.IGNORECASE,
)
_PER_ONE = regex(  # a title: "Per-sample losses", "2. Per-node gradients:"
    r"\W*(?:\d+\W+)?per[- ](?:sample|example|point|node|unit|class|parameter|weight|layer)s?(?:[ ]+(?:loss(?:es)?|"
    r"costs?|errors?|outputs?|predictions?|gradients?|values?|terms?|derivatives?))?\W*",
    re.IGNORECASE,
)
_WALKS = regex(r"\bfrom (?:the )?(right|left|top|bottom) (?:back )?to (?:the )?(?!\1)(?:right|left|top|bottom)\b")


_AFFIRMS = regex(
    r"\W*(?:(?:yes|so|and|ja|oui|sí|sim|sì)\W+)?(?:"
    r"(?:this|that|it|all of (?:this|it)|everything)\s+(?:is|looks)\s+(?:all\s+)?(?:right|correct|fine|ok(?:ay)?|true)"
    r"|(?:das|dies|alles)\s+(?:ist|passt)\s*(?:richtig|korrekt|so)?|(?:das\s+)?stimmt(?:\s+so)?"
    r"|c'est\s+(?:juste|correct|bon|exact)|(?:esto|eso|todo)\s+(?:es|está)\s+(?:correcto|bien)"
    r"|(?:isto|isso|tudo)\s+(?:é|está)\s+(?:certo|correto)|(?:questo\s+)?è\s+(?:giusto|corretto)"
    r"|это\s+(?:верно|правильно)|dit\s+(?:klopt|is\s+juist)|这是(?:对|正确)的|맞(?:다|습니다|아요))\W*",
    re.IGNORECASE,
)


def charged(around: Surroundings, number: int) -> str:
    """Return the word by which a sentence, a clause or brackets beside an equation charge it most."""
    clause, attached = clause_behind(around, number), is_attached(around, number)
    texts = (*([] if attached else [clause]), *in_brackets(around, number), *behind(around, number))
    texts = tuple(map(_without_factors, texts))
    told = (charge(text, BEHIND) for text in texts if not _is_harmless(text) and not _closes(text, around.source))
    sure = charge(clause, BEHIND, SURE) if attached else ""  # other rules know of most of what stands there
    if sure := sure or next(filter(None, told), "") or next(filter(None, map(_hidden, texts)), ""):
        return sure
    lead = before(around, number)
    led = charge(lead, BEFORE)
    if bare(led) in _UNREAL and inquires(words_of(lead)):  # "what f would do if I nudged each:"
        led = charge(" ".join(word for word in lead.split() if bare(word) not in _UNREAL), BEFORE)
    words = words_of(lead) if led else ()
    harmless = any(told(words) for told in (_is_moment, comes_out, only_misses, expects, only_asks)) if led else True
    harmless = harmless or tells_own_work([*map(bare, words)], bare(led))
    return "" if harmless or _PER_ONE.fullmatch(lead) else led


def _hidden(text: str) -> str:
    """Return the word that charges behind what is only of the writing: "sorry for the mess, but it's wrong"."""
    opening, *rest = _CLAUSES.split(text)
    if not rest or not is_of_writing(words_of(opening)):
        return ""
    return next(filter(None, (charge(part, BEHIND) for part in rest if not _is_harmless(part))), "")


@lru_cache(maxsize=1_000)
def _without_factors(text: str) -> str:
    """Return a text without clauses that only say what a product hands on: "you get the other input"."""
    clauses = clauses_of(text)
    kept = [clause for clause in clauses if not hands_the_other(words_of(clause))]
    return ", ".join(kept) if len(kept) < len(clauses) else text


def _is_harmless(text: str) -> bool:
    words = words_of(text)
    return (
        _NAMES_LOSS.fullmatch(text) is not None
        or _AFFIRMS.fullmatch(text) is not None
        or _WALKS.search(text) is not None
        or _PER_ONE.fullmatch(text) is not None
        or takes_leave(words)
        or only_asks(words)
        or leaves_out(text)
        or is_of_rounding(text)
        or is_excuse(words)
        or (expects(words) and not _ASKS.search(text))
    )


def _closes(text: str, source: str) -> bool:
    wish = _wish(source)
    return bool(wish) and text.strip() in wish


@lru_cache(maxsize=4)
def _wish(source: str) -> str:
    """Return the last line, behind two others or a blank one, where it only hopes that all is right; "" for none."""
    above, _, last = source.rstrip().rpartition("\n")
    whole = _GOES_ON.search(last) is None
    return last if "\n" in above and whole and wishes(words_of(last)) else ""


def _is_moment(words: Sequence[str]) -> bool:
    """Whether words only say when, by one step: "After the gradient step,"."""
    words = [word for word in words if any(map(str.isalnum, word))]  # without a colon
    roles = [{role for _, role in DICTIONARY.known_in(word)} for word in words]
    if not 1 < len(words) <= _LONGEST_MOMENT or not roles[0] & {Role.AFTER, Role.BY}:
        return False
    said = all(known & _OF_MOMENTS or bare(word) in _STEPPING for word, known in zip(words[1:], roles[1:], strict=True))
    return said and any(Role.STEP in known for known in roles[1:])


def all_charged(around: Surroundings, number: int) -> str:
    """Return the word by which a later sentence charges all before it: "None of this is right."."""
    for start, end in around.of_all:
        if start >= around.sentence(number)[1]:
            text = written_between(around.tokens, start, end, around.source)
            told = "" if _closes(text, around.source) else charge(text, BEHIND)
            if told := told or around.comment(start - 1, LEADING):
                return told
    return ""
