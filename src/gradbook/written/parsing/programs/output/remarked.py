"""Remarked: output that a comment gives with a remark behind it, "# tensor(0.5, grad_fn=<...>), so it has a graph"."""

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.phrases.speech.weighing.scales import explains
from gradbook.written.parsing.programs.output.outputs import WRAPPED

_COUNTS = regex(r"[\d=≈]")


def value_end(source: str, start: int, end: int) -> int:
    """Return where a value ends that a library shows, before a remark that only explains; the end where none is."""
    value = WRAPPED.match(source, start, end)
    remark = source[value.end() : end].strip() if value else ""
    return value.end() if value and explains(remark) and not _COUNTS.search(remark) else end
