"""Data, runs and evaluations show themselves in a notebook; what has no form of its own shows its text."""

import subprocess
import sys

import gradbook.digits
from gradbook.core.display import Shown, to_html
from gradbook.digits import Digits, Trained, evaluate


def test_they_show_themselves_in_jupyter(trained: Trained, sample: Digits) -> None:
    assert (trained._repr_html_() or "").count("<img") == 1
    assert "4,000 training" in (sample._repr_html_() or "")
    shown = evaluate(trained)._repr_html_() or ""
    assert shown.count("<table") == 2
    assert shown.count("<img") == 2


def test_what_has_no_form_shows_its_text() -> None:
    class Plain(Shown):
        pass

    assert Plain()._repr_html_() is None
    assert to_html(3) is None


def test_the_face_hands_on_every_name_that_it_lists() -> None:
    handed_on = {name: getattr(gradbook.digits, name) for name in gradbook.digits.__all__}
    assert handed_on.keys() == {name for names in gradbook.digits._HOMES.values() for name in names}


def test_a_recipe_does_not_wait_for_pytorch() -> None:
    code = "import sys; from gradbook.digits.training.recipe import PRESETS; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"torch", "numpy", "matplotlib"} & set(done.stdout.split())
