"""Conjunctions: words for "or", and words that begin what comes of what was said before, in small letters."""

from gradbook.written.lexing.words.dictionary import bare_words

OR = bare_words(
    "or oder ou o of lub または 또는 或 或者 veya atau eller tai vai vagy avagy "
    "або чи либо η ειτε sau ori या अथवा یا أو"
)
THEN = bare_words(
    "тоді τοτε atunci apoi तब फिर "
    "then dann alors entonces então allora dan wtedy potem тогда pak potom då maka 那么 那 则 这时 그러면 그럼 すると"
) | {"khi do", "the thi", "o zaman"}
"""What begins a sentence of what comes of the one before it."""
