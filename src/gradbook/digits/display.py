"""How data, trained networks and evaluations show themselves in a notebook."""

from gradbook.core import html
from gradbook.core.display import to_html
from gradbook.digits.datasets.digits import Digits
from gradbook.digits.evaluation.evaluation import Evaluation
from gradbook.digits.training.loop import Trained

# The pictures are imported where they are drawn: matplotlib takes longer to import than a training needs.


@to_html.register
def _(data: Digits) -> str:
    from gradbook.digits.evaluation.figures import samples
    from gradbook.digits.plots import png

    return html.picture(png(samples(data)), data.describe())


@to_html.register
def _(trained: Trained) -> str:
    from gradbook.digits.plots import loss_curve, png

    curve = loss_curve(trained.losses, trained.history.epochs)
    return html.picture(png(curve), repr(trained).strip("<>"))


@to_html.register
def _(evaluation: Evaluation) -> str:
    from gradbook.digits.evaluation.figures import confusion, mistakes
    from gradbook.digits.evaluation.report import accuracy_table, class_table
    from gradbook.digits.plots import png

    pictures = [html.picture(png(confusion(evaluation)), "Confusion matrix")]
    if evaluation.mistakes(1):
        pictures.append(html.picture(png(mistakes(evaluation)), "Most confident mistakes"))
    tables = (accuracy_table(evaluation), html.paragraph(evaluation.overlap_text()), class_table(evaluation))
    return "".join((*tables, html.grid(*pictures)))
