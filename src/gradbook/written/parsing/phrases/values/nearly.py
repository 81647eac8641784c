"""Nearly: "→ ≈ 0.85" and "→ about 0.85" lead to a number as an arrow alone does."""

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role


def led_nearly(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what only says behind an arrow that the number ahead is rounded."""
    return [token for at, token in enumerate(tokens) if not (_rounds(token) and _stands_between(tokens, at))]


def _rounds(token: Token) -> bool:
    return (token.kind, token.text) in (("rel", "~"), ("rel", "=")) or token.role is Role.FILLER


def _stands_between(tokens: list[Token], at: int) -> bool:
    """Whether an arrow stands right before a place, and a number right behind it."""
    before = next((token for token in reversed(tokens[max(0, at - 2) : at]) if not token.edge), None)
    behind = [token for token in tokens[at + 1 : at + 4] if not token.edge and token.text != "-"]
    return before is not None and before.text == "arrow" and behind[:1] != [] and behind[0].kind == "num"
