"""Spelled out: letters of Greek as words, "2 lambda w", and the number pi."""

from gradbook.written.lexing.naming.times import Times


class Spelled(Times):
    """What a lexer does with letters that are spelled out."""

    def _is_pi(self, spelled: str, end: int) -> bool:
        """Whether letters are the number pi: no policy, and nothing with an index or an argument."""
        return spelled == "pi" and self._source[end : end + 1] not in ("_", "(", "'", "[")

    def _is_behind_number(self, name: str) -> bool:
        """Whether a name that is spelled out, as Greek letters are, stands right behind a number: "2 lambda w"."""
        return bool(self._tokens) and self._tokens[-1].kind == "num" and self._lexicon.name(name) is not None
