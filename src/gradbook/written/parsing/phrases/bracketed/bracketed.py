"""All that stands in brackets behind what it is of: values, then gradients, then names behind their numbers."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.parsing.phrases.bracketed.names import with_bracketed_names
from gradbook.written.parsing.phrases.bracketed.slopes import with_bracketed_slopes
from gradbook.written.parsing.phrases.bracketed.values import with_bracketed_values


def with_brackets(tokens: list[Token], lexicon: Lexicon) -> list[Token]:
    """Return tokens with an equation for each quantity that has its number in brackets, or its name behind that."""
    return with_bracketed_names(with_bracketed_slopes(with_bracketed_values(tokens, lexicon), lexicon), lexicon)
