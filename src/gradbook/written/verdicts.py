"""The verdicts of one answer, and the small table that shows them."""

from collections.abc import Iterable
from fractions import Fraction

from markupsafe import Markup

from gradbook.core.text.terminal import plain
from gradbook.written.markup import marked_html
from gradbook.written.verdict import Verdict


class Verdicts(tuple[Verdict, ...]):
    """The verdicts of one answer, in the order in which their quantities are asked."""

    source: str

    def __new__(cls, verdicts: Iterable[Verdict] = (), source: str = "") -> "Verdicts":
        """Make a tuple of verdicts.

        Args:
            verdicts: one for each asked quantity.
            source: the answer, to show it back.
        """
        made = super().__new__(cls, verdicts)
        made.source = source
        return made

    @property
    def points(self) -> Fraction:
        """All points given."""
        return sum((verdict.points for verdict in self), Fraction(0))

    @property
    def of(self) -> Fraction:
        """All points to be had."""
        return sum((verdict.of for verdict in self), Fraction(0))

    @property
    def decided(self) -> bool:
        """Whether nobody needs to look at any of them."""
        return all(verdict.status.decided for verdict in self)

    def __str__(self) -> str:
        """Return one line a quantity: the sign, the quantity, what was read, and what is said of it."""
        width = max((len(verdict.asked) for verdict in self), default=0)
        return "\n".join(
            f"{verdict.mark} {verdict.asked:{width}}  {plain(verdict.understood) or '-'}  ({verdict.status})"
            for verdict in self
        )

    def _repr_html_(self) -> str:
        rows = Markup("").join(
            Markup("<tr><td>{}</td><td><b>{}</b></td><td><code>{}</code></td><td>{}</td></tr>").format(
                verdict.mark, verdict.asked, verdict.understood, verdict.learner
            )
            for verdict in self
        )
        head = Markup("<thead><tr><th></th><th>asked</th><th>I read</th><th></th></tr></thead>")
        table = Markup('<table style="text-align:left">{}<tbody>{}</tbody></table>').format(head, rows)
        return str(marked_html(self.source, self) + table if self.source else table)
