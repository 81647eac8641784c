"""Networks that everybody knows, spoken of as what is trained: "ChatGPT does just this, billions of times"."""

from collections.abc import Sequence
from dataclasses import replace

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS, parts

NETWORKS = frozenset({"chatgpt", "gpt", "copilot", "gemini", "claude", "deepseek", "llm", "llms"})
_MANY = bare_words(
    "billion billions trillion trillions milliarden milliards millones bilhões miliardi miljarden miliardy миллиардов "
    "миллиарды"
)
_MANY_SIGNS = ("亿", "億", "억")
_LEADS = frozenset({Role.LINK, Role.FILLER, Role.ARTICLE})
_FEWEST = 6  # words of such a sentence: fewer may only name its author
_SAID = bare_words("i we my our me us asked ask says said gave told from by ich wir je nous yo eu io ik")


def trained(tokens: list[Token]) -> list[Token]:
    """Return the tokens, the names of such networks as plain words in sentences that state no number of theirs."""
    found = list(tokens)
    for start, end in parts(tokens, SENTENCE_ENDS):
        named = [at for at in range(start, end) if bare(tokens[at].text) in NETWORKS]
        if named and _is_about_training(tokens[start : end + 1]):
            for at in named:
                found[at] = replace(tokens[at], role=Role.PLAIN)
    return found


def _is_about_training(sentence: Sequence[Token]) -> bool:
    words = [token for token in sentence if token.kind == "word"]
    named = next((at for at, token in enumerate(sentence) if bare(token.text) in NETWORKS), -1)
    credits = any(token.kind == "rel" or token.text in ("heading", "colon") for token in sentence)
    if (
        named < 0
        or credits
        or len(words) < _FEWEST
        or sentence[named + 1 :][:1] == []
        or sentence[named + 1].text == "("
        or (named and sentence[named - 1].kind == "word" and sentence[named - 1].role not in _LEADS)  # "out of ChatGPT"
    ):
        return False
    many = [word for word in words if bare(word.text) in _MANY or any(sign in word.text for sign in _MANY_SIGNS)]
    others = any(word.role in AGAINST_IT and bare(word.text) not in NETWORKS for word in words if word not in many)
    return bool(many) and not others and _SAID.isdisjoint(bare(word.text) for word in words)
