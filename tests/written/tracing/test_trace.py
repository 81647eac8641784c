"""Traces: what is noted while a reading is traced, and that nothing is otherwise."""

from tests.written.corpus import EXERCISES

from gradbook.written import read
from gradbook.written.parsing.cues.against.denials.joined import joined
from gradbook.written.tracing.trace import Rule, Said, found_by, note, said, traced


def test_words_stay_as_they_are_where_nothing_is_traced() -> None:
    assert type(said("maybe", 3, 8)) is str
    assert type(found_by("a rule", found_by, "maybe")) is str
    (statement,) = read("maybe q = 10", EXERCISES["seed"]).statements
    assert type(statement.doubt) is str


def test_a_traced_doubt_is_equal_and_knows_its_place_and_its_rule() -> None:
    answer = "r = 8\n\nmaybe q = 10"
    with traced():
        *_, statement = read(answer, EXERCISES["seed"]).statements
    doubt = statement.doubt
    assert doubt == "maybe"
    assert hash(doubt) == hash("maybe")
    assert isinstance(doubt, Said)
    assert answer[doubt.start : doubt.end] == "maybe"
    assert doubt.rule == Rule("said before it", "parsing/cues/against/doubts.py", "_said_before")


def test_the_first_rule_that_finds_a_doubt_is_kept() -> None:
    with traced():
        found = found_by("the second", note, found_by("the first", said, "no"))
    assert isinstance(found, Said)
    assert found.rule
    assert found.rule.name == "the first"
    assert found_by("a rule", said, "") == ""


def test_a_rule_that_a_function_makes_stands_in_its_file() -> None:
    rule = Rule.of("joined to one that is denied", joined(lambda around, number: ""))
    assert (rule.file, rule.function) == ("parsing/cues/against/denials/joined.py", "joined")


def test_rules_that_read_words_are_noted_with_their_place() -> None:
    answer = "The gradient of w is 6."
    with traced() as trace:
        read(answer, EXERCISES["seed"])
    (((start, end), rule),) = trace.read.items()
    assert answer[start:end] == "gradient of w"
    assert (rule.name, rule.function) == ("gradient of a quantity", "gradient_of")


def test_nothing_is_noted_behind_a_trace() -> None:
    with traced() as trace:
        pass
    note("a rule", said, 0, 1)
    assert not trace.read
    assert type(said("no", 0, 2)) is str
