"""A derivation: steps in sections, which shows itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from gradbook.graph.derivation import data, html, latex, text
from gradbook.graph.derivation.steps import Section, Step
from gradbook.graph.errors import GraphError

Renderer = Callable[[str, Sequence[Section], Sequence[str], int | None], str]  # of title, sections, notes and digits
FORMATS: dict[str, Renderer] = {
    "text": text.plain,
    "md": text.markdown,
    "latex": latex.document,
    "html": html.document,
    "json": data.json_data,
}


@dataclass(frozen=True, eq=False)
class Derivation:
    """A derivation in sections.

    Attributes:
        title: what is derived.
        sections: in order of reading.
        notes: what holds for all of it, such as kinks.
        given: what a worksheet begins with: the function, the inputs' values, the learning rate.
        picture: draws what is derived as SVG; its argument says whether with blanks in place of numbers.
    """

    title: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    given: tuple[Step, ...] = ()
    picture: Callable[[bool], str] = lambda blank: ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, in order."""
        return tuple(step for section in self.sections for step in section.steps)

    def render(self, format: str = "text", digits: int | None = None) -> str:
        """Write it out.

        Args:
            format: "text", "md", "latex", "html" or "json".
            digits: significant digits of numbers; by default as many as people read, and in JSON all that matter.

        Raises:
            GraphError: there is no such format.
        """
        if format not in FORMATS:
            raise GraphError(f"there is no format {format!r} for a derivation; there are {', '.join(FORMATS)}.")
        if format == "html":
            return html.document(self.title, self.sections, self.notes, digits, self.picture(self._is_blank))
        return FORMATS[format](self.title, self.sections, self.notes, digits)

    def worksheet(self) -> "Derivation":
        """Return it with a blank in place of each right side, to be filled in, below what is given.

        What is given itself, such as a formula that is one operation, is not asked again.
        """
        known = {(step.kind, step.key) for step in self.given}
        asked = [
            Section(
                section.title,
                tuple(
                    Step(s.kind, s.key, s.left, (), None, blank=True)
                    for s in section.steps
                    if (s.kind, s.key) not in known
                ),
            )
            for section in self.sections
        ]
        sections = (*([Section("Given", self.given)] if self.given else []), *(each for each in asked if each.steps))
        return Derivation(self.title, sections, picture=self.picture)

    @property
    def _is_blank(self) -> bool:
        return any(step.blank for step in self.steps)

    def fragment(self) -> Markup:
        """Write it as a piece of HTML, for a page of one's own."""
        return html.fragment(self.sections, self.notes)

    def __str__(self) -> str:
        return self.render("text")

    def _repr_markdown_(self) -> str:
        """Show typeset steps in Jupyter."""
        return self.render("md")

    def __getitem__(self, key: str) -> Step:
        """Return the step with a key.

        Raises:
            KeyError: there is none.
        """
        for step in self.steps:
            if step.key == key:
                return step
        raise KeyError(key)
