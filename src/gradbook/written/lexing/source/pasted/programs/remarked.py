"""Labels of remarks behind what they are about: 'dL/db = 4, comment: wrong' and {"dL/db": 4, "note": "wrong"}."""

import re

_LABEL = re.compile(
    r"(?<=[,;])[ ]?[\"']?(?:comments?|notes?|remarks?|status|verdict|kommentar|bemerkung|hinweis|commentaire|remarque"
    r"|comentario|nota|observaci[oó]n|coment[aá]rio|osservazione|opmerking|uwaga|примечание|备注|注释|備考|비고)"
    r"[\"']?[ ]?[:：](?=[ ]?[\"']?[^\W\d])",
    re.IGNORECASE,
)


def without_labels(source: str) -> str:
    """Return a source, as long as it was, with blanks for such labels: what they introduce stands right behind."""
    return _LABEL.sub(lambda label: " " * len(label.group()), source) if "," in source or ";" in source else source
