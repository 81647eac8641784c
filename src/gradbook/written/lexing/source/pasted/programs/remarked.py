"""Labels of remarks behind what they are about: 'dL/db = 4, comment: wrong' and {"dL/db": 4, "note": "wrong"}."""

import re

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.lists.remarking import REMARKING

_LABEL = regex(rf"(?<=[,;])[ ]?[\"']?(?:{REMARKING})[\"']?[ ]?[:：](?=[ ]?[\"']?[^\W\d])", re.IGNORECASE)


def without_labels(source: str) -> str:
    """Return a source, as long as it was, with blanks for such labels: what they introduce stands right behind."""
    return _LABEL.sub(lambda label: " " * len(label.group()), source) if "," in source or ";" in source else source
