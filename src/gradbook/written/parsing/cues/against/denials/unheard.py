"""What nobody understands of a few words behind an equation: "Delte that.", "dont count thsi", "hibás"."""

from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.phrases.speech.seeming_doubts.closings import HOPES
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

_SPOKEN = frozenset({"word", "num", "rel", "bad"})
_FEW = 5  # words of a remark on what stands before it


def unheard(around: Surroundings, number: int) -> str:
    """Return an unknown word of a short sentence right behind, or later and of all, which names nothing."""
    end = around.sentence(number)[1]
    later = (sentence for sentence in around.of_all if sentence[0] >= end)
    told = (_unknown_in(around, *sentence) for sentence in (around.sentence_behind(end), *later))
    return next(filter(None, told), "")


def _unknown_in(around: Surroundings, start: int, end: int) -> str:
    """Return a word of a short sentence that no language has, where it has no names and leads on to nothing."""
    if start and around.tokens[start - 1].text == "heading":
        return ""  # of what stands below it
    said = [token for token in around.tokens[start:end] if not token.edge]
    words = [token for token in said if token.kind == "word"]
    if not 0 < len(words) <= _FEW or any(token.kind not in _SPOKEN for token in said):
        return ""
    if bare(words[0].text) in HOPES:
        return ""
    leads = end < len(around.tokens) and around.tokens[end].text == "colon"
    if leads or around.source[words[0].start - 1 : words[0].start] == "#":  # "#flashcard"
        return ""
    if not MARKS.isdisjoint(around.source[words[0].start : words[-1].end + 2]):  # a question is another rule's
        return ""
    lettered = (word for word in words if any(map(str.isalpha, word.text)))  # "※" begins a remark
    return next((word.text for word in lettered if word.role in (None, Role.STRANGE)), "")
