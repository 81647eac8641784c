"""The page for contributors: its files are there, and what it shows is what comes out."""

import re
from pathlib import Path

import pytest
from tests.written.corpus import EXERCISES

from gradbook.cli.terminal.explanation import print_explanation
from gradbook.written import explain
from gradbook.written.parsing.cues.against import doubts
from gradbook.written.parsing.phrases import rules
from gradbook.written.reading import reading_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
WRITTEN = ROOT / "src" / "gradbook" / "written"
LINE = next(line.strip() for line in PAGE.splitlines() if line.startswith("    The gradient"))


def test_its_files_are_there() -> None:
    named = [name for name in re.findall(r"`([\w./]+(?:\.\w+|/))`", PAGE) if "/" in name or name.endswith(".py")]
    named = [name for name in named if name != "src/gradbook/written/"]
    places = (ROOT, WRITTEN, WRITTEN / "parsing" / "equations", WRITTEN / "judging" / "claims")
    assert len(named) > 30
    assert not [name for name in named if not any((place / name).exists() for place in places)]


def test_what_it_shows_comes_out(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    print_explanation(explain(f"{LINE}\n", EXERCISES["seed"]), rules=True)
    shown = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert shown
    assert shown[1] in capsys.readouterr().out


def test_its_rules_have_these_names() -> None:
    assert {"gradient of a quantity"} < {rule.name for rule in rules.RULES}
    assert {"a comment on it"} < {rule.name for rule in doubts.RULES}
    (statement,) = reading_of(LINE, EXERCISES["seed"].lexicon)
    assert statement.doubt == "hope"


def test_it_is_read_at_a_sitting() -> None:
    assert len(PAGE.splitlines()) <= 120
