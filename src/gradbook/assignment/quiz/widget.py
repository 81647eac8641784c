"""Quiz questions where a learner meets them: radio buttons in JupyterLab, a plain prompt elsewhere.

What is chosen goes to record.txt at once; nothing here knows what is right.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from gradbook.assignment.folder import quiz_path, require_folder
from gradbook.assignment.quiz.numbers import NumberError, number_words, read_number
from gradbook.assignment.quiz.questions import QuizError, QuizQuestion, find, load_quiz
from gradbook.assignment.quiz.record import Choice, read_record, write_choice
from gradbook.core.errors import GradbookError

if TYPE_CHECKING:
    from ipywidgets import Box, Widget

_MAX_WIDTH = "46rem"


def ask(name: str, choice: Choice | None = None) -> None:
    """Ask a quiz question, or answer it straight away.

    Args:
        name: of the question, such as "q1".
        choice: "b", or ["a", "c"] where several may be chosen, a number or a text where one is asked; each may be a
            text as one types it, such as "a, c" or "0,5". Without it the question is shown: with buttons in a notebook,
            with a prompt in a terminal.

    Raises:
        QuizError: there is no such question, or `choice` is no answer to it.
    """
    folder = require_folder()
    question = find(load_quiz(quiz_path(folder)), name)
    if choice is not None:
        meant = as_choice(question, choice) if isinstance(choice, str) else choice
        refusal = question.refusal(meant)
        if refusal:
            raise QuizError(f"{name}: {refusal} You gave {choice!r}.")
        write_choice(folder, name, meant)
        print(f"{name}: {_saved(meant)}")
    elif _in_kernel() and _have_widgets():
        _show(panel(question, folder), _plain(question, _chosen(question, folder)))
    else:
        print(_plain(question, _chosen(question, folder)))
        if sys.stdin is not None and sys.stdin.isatty():
            _prompt(question, folder)
        else:
            print(f'To answer, run: ask("{name}", {_example(question)})')


def as_choice(question: QuizQuestion, text: str) -> Choice:
    """Return what was typed as the kind of choice that the question wants; it may still be none of those offered."""
    text = text.strip()
    match question.type:
        case "many_choice":
            return sorted({letter for letter in text.lower() if letter.isalnum()})
        case "multiple_choice":
            return text.lower()
        case "numeric":
            try:
                return read_number(text)
            except NumberError:
                return text  # why it is none, `refusal` says
    return text


def _prompt(question: QuizQuestion, folder: Path) -> None:
    while True:
        try:
            text = input("Your answer (Enter leaves it as it is): ")
        except EOFError:
            return
        if not text.strip():
            return
        choice = as_choice(question, text)
        refusal = question.refusal(choice)
        if refusal is None:
            write_choice(folder, question.id, choice)
            print(_saved(choice))
            return
        print(refusal)


def _plain(question: QuizQuestion, chosen: Choice | None) -> str:
    lines = [f"{question.id}. {question.question}"]
    if question.code:
        lines += ["", question.code, ""]
    lines += [f"  {letter}) {text}" for letter, text in question.choices.items()]
    lines.append("Not answered yet." if chosen is None else f"Your choice: {_words(chosen)}.")
    return "\n".join(lines)


def panel(question: QuizQuestion, folder: Path) -> "Box":
    """Return a question as widgets; a choice is saved as soon as it is made, and an earlier one is shown."""
    from ipywidgets import HTML, HTMLMath, Layout, VBox

    chosen = _chosen(question, folder)
    said = HTML(_said("Not answered yet." if chosen is None else _saved(chosen)))

    def save(choice: Choice) -> None:
        refusal = question.refusal(choice)
        try:
            if choice in ([], ""):  # all boxes unticked, or the field emptied: taken back
                write_choice(folder, question.id, None)
                refusal = "Not answered."
            elif refusal is None:
                write_choice(folder, question.id, choice)
        except GradbookError as error:
            refusal = str(error)
        said.value = _said(refusal or _saved(choice))

    parts: list[Widget] = [HTMLMath(Markup("<b>{}.</b> {}").format(question.id, _html(question.question)))]
    if question.code:
        parts.append(HTML(Markup("<pre>{}</pre>").format(question.code)))
    parts += _picture(question, folder)
    # Labels of buttons are plain text: formulas and code stand above them, lettered.
    rich = any("$" in text or "\n" in text or answer.code for text, answer in _offered(question))
    if rich:
        items = (Markup("<div>{}) {}</div>").format(letter, _html(text)) for letter, text in question.choices.items())
        parts.append(HTMLMath(Markup("").join(items)))
    labels = {letter: letter if rich else f"{letter}) {text}" for letter, text in question.choices.items()}
    parts += _inputs(question, labels, chosen, save)
    return VBox([*parts, said], layout=Layout(max_width=_MAX_WIDTH, margin="0.4rem 0"))


def _inputs(
    question: QuizQuestion, labels: dict[str, str], chosen: Choice | None, save: Callable[[Choice], None]
) -> "list[Widget]":
    from ipywidgets import Checkbox, Layout, RadioButtons, Text

    wide = Layout(width="auto", max_width=_MAX_WIDTH)
    if question.type == "multiple_choice":
        # Nothing is chosen beforehand: a default would hand in an answer that nobody gave.
        options = [(label, letter) for letter, label in labels.items()]
        radio = RadioButtons(options=options, value=chosen, layout=wide)
        radio.observe(lambda change: save(change["new"]), names="value")
        return [radio]
    if question.type == "many_choice":
        ticked = chosen if isinstance(chosen, list) else []
        boxes = {
            letter: Checkbox(value=letter in ticked, description=label, indent=False, layout=wide)
            for letter, label in labels.items()
        }
        for box in boxes.values():
            box.observe(lambda _: save([letter for letter, one in boxes.items() if one.value]), names="value")
        return list(boxes.values())
    text = Text(value="" if chosen is None else _words(chosen), placeholder="your answer", continuous_update=False)
    text.observe(lambda change: save(as_choice(question, change["new"])), names="value")
    return [text]


def _picture(question: QuizQuestion, folder: Path) -> "list[Widget]":
    from ipywidgets import Image, Layout

    path = folder / question.image if question.image else None
    if path is None or not path.is_file():
        return []
    return [Image(value=path.read_bytes(), layout=Layout(max_width="100%", object_fit="contain"))]


def _show(box: "Box", plain: str) -> None:
    from IPython.display import display

    bundle: dict[str, Any] = dict(box._repr_mimebundle_())
    bundle["text/plain"] = plain  # where there are no widgets, the question can still be read
    display(bundle, raw=True)


def _offered(question: QuizQuestion) -> list[tuple[str, Any]]:
    return list(zip(question.choices.values(), question.answers, strict=False))


def _chosen(question: QuizQuestion, folder: Path) -> Choice | None:
    choice = read_record(folder).choices.get(question.id)
    return choice if choice is not None and question.refusal(choice) is None else None


def _saved(choice: Choice) -> str:
    return f"Saved: {_words(choice)}. You may change it until you hand in."


def _words(choice: Choice) -> str:
    if isinstance(choice, list):
        return ", ".join(choice)
    return choice if isinstance(choice, str) else number_words(choice)


def _example(question: QuizQuestion) -> str:
    return {"multiple_choice": '"a"', "many_choice": '["a", "b"]', "numeric": "3.5", "string": '"..."'}[question.type]


def _html(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _said(text: str) -> Markup:
    return Markup('<span style="color: var(--jp-ui-font-color2, #5b6675)">{}</span>').format(text)


def _in_kernel() -> bool:
    try:
        from IPython.core.getipython import get_ipython
    except ImportError:
        return False
    return getattr(get_ipython(), "kernel", None) is not None


def _have_widgets() -> bool:
    try:
        import ipywidgets  # noqa: F401
    except ImportError:
        return False
    return True
