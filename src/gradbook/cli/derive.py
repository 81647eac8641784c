"""The command that derives gradients with every step shown."""

import re
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gradbook.cli.options import number
from gradbook.core.errors import UsageError
from gradbook.core.outputs import write_output
from gradbook.digits.training.hyperparameter import Bounds

if TYPE_CHECKING:
    from gradbook.graph import Graph

_DERIVATIONS = ("text", "md", "latex", "html", "json")
_PICTURES = ("svg", "png", "dot")
_MOST_LAYERS, _MOST_WEIGHTS = 16, 4_000_000  # some seconds; torch.export takes minutes for hundreds of layers


def derive(
    expression: Annotated[
        str | None, typer.Argument(metavar="EXPRESSION", help="Such as 'z*(w*x+b)', or 'q = w*x; f = z*(q+b)'.")
    ] = None,
    values: Annotated[
        list[str] | None, typer.Argument(metavar="NAME=NUMBER...", help="A value for each input.")
    ] = None,
    lr: Annotated[
        float,
        typer.Option(
            metavar="NUMBER",
            help="Learning rate of the gradient step.",
            parser=number("--lr", 0.05, Bounds(0, open_below=True)),
        ),
    ] = 0.01,
    wrt: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="Inputs that the step changes, as w,b. [default: w*, b*, or all]"),
    ] = None,
    of: Annotated[
        str | None, typer.Option(metavar="NODE", help="The node to differentiate. [default: the last]")
    ] = None,
    module: Annotated[
        str | None, typer.Option(metavar="mlp:SIZES", help="A network instead, as mlp:784-500-10, in matrix form.")
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join((*_DERIVATIONS, *_PICTURES)),
            help="How to write it. [default: what FILE's name says, or text]",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")] = None,
    blank: Annotated[
        bool, typer.Option("--blank", help="A worksheet: what is given, and blanks for the rest.")
    ] = False,
) -> None:
    """Derive values, local gradients, gradients by the chain rule, and a gradient step, with every step shown.

    \b
    Examples:
      gradbook derive "z*(w*x+b)" x=2 w=5 b=-2 z=3
      gradbook derive "q = w*x; L = (sigmoid(q+b) - y)**2" x=3 w=1 b=-2 y=1 --lr 0.5 --wrt w,b
      gradbook derive "z*(w*x+b)" x=2 w=5 b=-2 z=3 --format png --blank -o worksheet.png
      gradbook derive --module mlp:784-500-10
    """
    format = format or _format_of(output)
    if format not in (*_DERIVATIONS, *_PICTURES):
        raise UsageError(f"there is no format {format!r}; there are {', '.join((*_DERIVATIONS, *_PICTURES))}.")
    if expression is not None and module is not None:
        raise UsageError(
            f"{expression!r} and --module {module} are two graphs. Leave out the expression, with its values, for the "
            "network's derivation; or leave out --module for the expression's."
        )
    if expression is None and module is None:
        raise UsageError("give an expression such as 'z*(w*x+b)', or a network with --module mlp:784-500-10.")
    graph = _network(module) if module is not None else _graph(expression or "", values or [])
    if of is not None:
        graph.output = of
    names = None if wrt is None else [name.strip() for name in wrt.split(",") if name.strip()]
    content = _picture(graph, format, blank) if format in _PICTURES else _derivation(graph, format, lr, names, blank)
    _write(content, output)


def _format_of(output: Path | None) -> str:
    """Tell the format by a file's name: graph.svg, solution.md."""
    suffix = "" if output is None else output.suffix.lstrip(".").lower()
    return {"": "text", "txt": "text", "tex": "latex", "htm": "html"}.get(suffix, suffix)


def _graph(expression: str, pairs: list[str]) -> "Graph":
    from gradbook.graph import Graph

    values: dict[str, float] = {}
    for pair in pairs:
        left, sign, number = pair.partition("=")
        name = unicodedata.normalize("NFKC", left.strip())  # as Python reads names: w₁ is w1
        try:
            value = float(number.replace("\N{MINUS SIGN}", "-"))
        except ValueError:
            comma = re.fullmatch(r"\s*[-+\u2212]?\d*,\d+\s*", number)
            hint = f" Write a decimal point: {pair.replace(',', '.')}" if comma else ""
            raise UsageError(f"{pair!r} is not of the form name=number, as in x=2.{hint}") from None
        if not sign or not name.isidentifier():
            raise UsageError(f"{pair!r} is not of the form name=number, as in x=2.")
        if name in values:
            raise UsageError(f"{name} has two values: {values[name]:g} and {value:g}. Give it one.")
        values[name] = value
    return Graph(expression, **values)


def _network(module: str) -> "Graph":
    kind, _, text = module.partition(":")
    try:
        sizes = [int(size) for size in text.split("-")]
    except ValueError:
        sizes = []
    if kind != "mlp" or len(sizes) < 2 or not all(size > 0 for size in sizes):
        raise UsageError(f"--module {module!r} is not of the form mlp:784-500-10 (sizes of the layers).")
    weights = sum(n * m for n, m in pairwise(sizes))
    if len(sizes) > _MOST_LAYERS or weights > _MOST_WEIGHTS:
        raise UsageError(
            f"--module: a network of {len(sizes) - 1:,} layers and {weights:,} weights is too large to be explained "
            f"here; take at most {_MOST_LAYERS - 1} layers and {_MOST_WEIGHTS:,} weights. The formulas are the same."
        )
    from gradbook.graph import Graph
    from gradbook.graph.torch_module import multilayer_perceptron

    model, x, target = multilayer_perceptron(sizes)
    return Graph.from_module(model, x, target=target)


def _derivation(graph: "Graph", format: str, lr: float, names: list[str] | None, blank: bool) -> str:
    if blank and format == "json":
        raise UsageError("a worksheet is for people: leave out --blank, or write text, md, latex, html or a picture.")
    derivation = graph.solution(lr, names)
    return (derivation.worksheet() if blank else derivation).render(format)


def _picture(graph: "Graph", format: str, blank: bool) -> str | bytes:
    values = graph.inputs if blank else True  # what is given stays on a worksheet
    if format == "png":
        from gradbook.graph.drawing.png import png

        return png(graph, values=values, grads=not blank)
    if format == "dot":
        from gradbook.graph.drawing.dot import dot

        return dot(graph, values=values, grads=not blank)
    return graph.draw(values=values, grads=not blank)


def _write(content: str | bytes, output: Path | None) -> None:
    if output is not None:
        write_output(output, content)
        typer.echo(f"Written to {output}.", err=True)
    elif isinstance(content, bytes):
        raise UsageError("a PNG goes to a file: add -o graph.png.")
    else:
        typer.echo(content, nl=False)
