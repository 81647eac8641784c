"""Mentions: sentences of an answer that name quantities and numbers, and state no equation that is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Symbol
from gradbook.written.expression import New, Node
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.parsing.equations.statements import Statement
from gradbook.written.parsing.grammar.edges import SENTENCE_ENDS

_NUMBER = regex(r"(?<![\w.^₀-₉])\d")
_SLOPES = frozenset({Role.SLOPE, Role.SLOPES, Role.PARTIAL})
_MOVES = frozenset({Role.NEW, Role.STEP, Role.AFTER, Role.RELATION, Role.STAYS, Role.CHANGES})
_NOTHING = bare_words("nothing nichts rien nada niente nulla niets nic ничего ingenting inget hiçbir 什么都没有 없음")
_PRONOUNS = frozenset({
    "it", "its", "they", "them", "their", "both", "er", "sie", "es", "ihm", "ihr", "ihnen", "sein", "seine", "ihre",
    "beide",
    "il", "elle", "ils", "elles", "lui", "leur", "son", "sa", "el", "ella", "ellos", "le", "les", "su", "sus", "ele",
    "ela", "eles", "lhe", "seu", "sua", "esso", "essa", "gli", "loro", "suo", "它", "它的", "其", "그", "それ",
})  # fmt: skip
_FEW = 3  # words between a quantity and the equation that may be of it too


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that may say something of a quantity, in words that are not read as an equation.

    Attributes:
        text: the sentence.
        names, derivatives: the quantities that it names.
        roles: what its words do.
        anybodys: whether a pronoun, or "local", says of whom a number is that stands in it: "its partial is b: -3".
    """

    text: str
    names: frozenset[str]
    derivatives: frozenset[tuple[str, str]]
    roles: frozenset[Role]
    anybodys: bool = False

    @property
    def has_numbers(self) -> bool:
        """Whether it says any number, be it the quantity's or not."""
        return _NUMBER.search(self.text) is not None

    def may_be_about(self, kind: str, of: str, by: str) -> bool:
        """Whether this may be about a value, a derivative, or a new value."""
        if kind in ("total", "local"):
            named = bool(self.names & {by, of}) and bool(self.roles & {Role.SLOPE, Role.SLOPES})
            named = named and (by in self.names or self.has_numbers)  # "both derivatives of r are 1"
            return self.anybodys or named or (of, by) in self.derivatives
        if kind == "new":
            return of in self.names and not _MOVES.isdisjoint(self.roles)
        return of in self.names


def mentions_in(tokens: list[Token], statements: Iterable[Statement], source: str) -> Iterator[Mention]:
    """Yield the sentences outside statements that name quantities, if numbers stand outside statements too."""
    stated = list(statements)
    parts = list(_unstated(tokens, stated))
    backward = min((s.start for s in stated if isinstance(s.members[0].node, Derivative)), default=len(source))
    numbers = any(map(_tells_number, chain.from_iterable(part for part, _ in parts)))
    slope = False
    for sentence, leads in parts:
        nodes = [t.node for t in sentence if t.node is not None]
        told = len(nodes) > 1 and any(isinstance(node, Derivative) for node in nodes)  # "... would give x"
        words = nodes and any(token.kind == "rel" for token in sentence)  # "q is the product of w and x"
        if not (numbers or told or words or (leads and _is_joined(sentence))):
            continue
        names = {getattr(node, "name", "") for node in nodes} - {""}
        ders = {(node.of, node.by) for node in nodes if isinstance(node, Derivative)}
        roles = {t.role for t in sentence if t.kind == "word" and t.role is not None}
        roles |= {Role.RELATION for t in sentence if t.kind == "rel"}
        roles |= {Role.NEW for t in sentence if t.kind == "new"}
        slope = (
            slope or bool(roles & _SLOPES) or sentence[0].start > backward or any(t.kind == "diff" for t in sentence)
        )
        of_it = Role.LOCAL in roles or any(map(_is_pronoun, sentence))  # "local 1", of who knows what
        anybodys = slope and of_it and any(map(_tells_number, sentence))
        if names or ders or anybodys:
            if slope:
                roles.add(Role.SLOPE)
            text = source[sentence[0].start : sentence[-1].end]
            yield Mention(text, frozenset(names), frozenset(ders), frozenset(roles), anybodys)


def printed(node: Node) -> Mention:
    """Return that a program prints a quantity, and that no output of it is shown or understood."""
    match node:
        case Derivative(of, by):
            return Mention(f"print(d{of}/d{by})", frozenset(), frozenset({(of, by)}), frozenset({Role.SLOPE}))
        case Symbol(name) | New(name):
            role = Role.NEW if isinstance(node, New) else Role.VALUES
            return Mention(f"print({name})", frozenset({name}), frozenset(), frozenset({role}))
    return Mention("", frozenset(), frozenset(), frozenset())


def _is_pronoun(token: Token) -> bool:
    return token.kind == "word" and bare(token.text) in _PRONOUNS


def _tells_number(token: Token) -> bool:
    if token.kind != "word":
        return token.kind == "num"
    return token.role in (Role.NUMBER, Role.PART) or bare(token.text) in _NOTHING


def _is_joined(part: list[Token]) -> bool:
    """Whether a quantity stands a few words before an equation: "df/dq as well as df/db are 3" may be of both."""
    behind = next((n for n, token in enumerate(reversed(part)) if token.kind != "word"), len(part))
    return 0 < behind <= _FEW and behind < len(part)


def _unstated(tokens: list[Token], statements: Iterable[Statement]) -> Iterator[tuple[list[Token], bool]]:
    """Yield the sentences, and the parts of such, that stand outside statements, each with whether one follows it."""
    spans = iter(sorted((statement.start, statement.end) for statement in statements))
    span = next(spans, None)
    sentence: list[Token] = []
    for token in tokens:
        while span and token.start >= span[1]:
            span = next(spans, None)
        if span and token.start >= span[0]:
            ends = True
        elif token.kind == "sep":
            ends = token.text in SENTENCE_ENDS
        else:
            sentence.append(token)
            continue
        if ends and sentence:
            yield sentence, token.kind != "sep"
            sentence = []
    if sentence:
        yield sentence, False
