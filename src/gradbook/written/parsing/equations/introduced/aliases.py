"""Aliases: names that an answer introduces for itself, "let e = a - y" or "s1 = w*x = 10", resolved in one place.

A name may also be given to a derivative ("delta = dL/dz"), to a number ("delta = -0.106"), or to one of the exercise's
nodes that nobody named.
"""

import re
from collections.abc import Iterator, Mapping

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Derivative, Number, Symbol
from gradbook.written.expression import SIGN_OF, Call, Node, has, leaves, mapped
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.notation import ACTIVATIONS, HATS, plain, signals
from gradbook.written.parsing.equations.introduced.error_signals import error_signals
from gradbook.written.parsing.equations.introduced.function_letters import function_letters
from gradbook.written.parsing.equations.introduced.tangents import speaks_of_tangents, tangents
from gradbook.written.parsing.grammar.draft import Draft
from gradbook.written.parsing.grammar.parser import parsed

_MOST = 20
_NAME = regex(r"[^\W\d_](?:[\w()\[\],'^]{0,15}|-\d)")  # v-1 is an input of a list of operations
_COUNT = regex(r"_\{?(\d)\}?$|([₀-₉])$")
_SEVERAL = 2  # quantities with a mark that no quantity of the exercise has
_BARS = regex("\\\\(?:bar|overline)\\b|[\u0304\u0305āēīōūȳ]|bar\\b")
_ADJOINTS = regex(
    r"\badjoint|\badjung|\badjunt|\baggiunt|сопряж|reverse[- ](?:mode|accumulation|pass|sweep)|rückwärtsmodus"
    r"|\bmodo? (?:inverso?|reverso)|\bmode inverse|обратн|伴随|伴隨|随伴|反向(?:模式|累积)|수반|역방향",
    re.IGNORECASE,
)
_SIGNAL = regex(r"delta\^?[(\[]?([ijklmn]|ell)[)\]]?")
_LAYER = regex(r"\^?[(\[]?(\w{1,6})[)\]]?")
_AROUND = frozenset({"group", "end", "open", "close", "frac", "op"})
_RUNNING = regex(r"[A-Za-z]+[ijkn]")  # v_i, for any of them
_HATS = frozenset(HATS.values()) - {""}
_COUNTED = ("bar", "g", "G")  # marks that say so where several quantities have them
_FORMS = {
    "bar": ("{name}bar", "{stem}bar{index}"),
    "dot": ("{name}dot", "{stem}dot{index}"),
    "g": ("g{name}",),
    "G": ("G{name}",),
}


def introduced(drafts: list[Draft], lexicon: Lexicon, source: str) -> dict[str, Node]:
    """Return all names that an answer introduces; what it says of all derivatives at once stands above single lines."""
    drafts = [draft for at, draft in enumerate(drafts) if not at or not _is_listed(drafts[at - 1], draft, source)]
    stating = [trimmed for draft in drafts if (trimmed := draft.trimmed()).states]  # to begin with their first side
    told = conventions(stating, lexicon, source)
    signals = error_signals(stating, lexicon)
    functions = function_letters(drafts, lexicon)
    given = aliases(stating, lexicon, source)
    barred = _barred(given, lexicon) if any(name.endswith("bar") for name in told) else {}
    known = set(map(plain, (*told, *functions, *barred)))
    return (
        barred | {name: node for name, node in given.items() if plain(name) not in known} | functions | told | signals
    )


def _barred(given: dict[str, Node], lexicon: Lexicon) -> dict[str, Node]:
    r"""Return what \bar{v}_0 and \bar{v}_{-1} are where the answer calls inputs v_0 and v_{-1}."""
    return {
        way: Derivative(lexicon.output, node.name)
        for name, node in given.items()
        if isinstance(node, Symbol) and node.name in lexicon.inputs
        for way in _written(name, _FORMS["bar"])
    }


def aliases(stating: list[Draft], lexicon: Lexicon, source: str = "") -> dict[str, Node]:
    """Return the names that equations define by an expression of known names; one that is defined twice is left out."""
    found: dict[str, Node] = {}
    doubled: set[str] = set()
    again: set[str] = set()
    for draft in stating:
        if 1 in draft.spoiled:
            continue
        name = _introduced(draft.sides[0], lexicon) or _of_one(draft.sides[0], draft.sides[1], lexicon, source)
        if not name or (name.endswith("s") and is_given_name(name.capitalize())):  # "bens = q" is Ben's
            continue
        node = _definition(draft, lexicon)
        head = draft.sides[0][0]
        if node is None and any((t.kind, t.text) == (head.kind, head.text) for side in draft.sides[1:] for t in side):
            doubled.add(name)  # delta = delta * w2: the one of the layer below
        if node is None or _is_own(name, node, lexicon):
            continue
        if name in found and found[name] != node:
            if isinstance(node, Derivative) != isinstance(found[name], Derivative) and name not in again:
                again.add(name)  # "delta = dE/dz", and once what that comes to
                found[name] = node if isinstance(node, Derivative) else found[name]
                continue
            if isinstance(node, Number) and not isinstance(found[name], Number):
                continue  # "delta = (a - y) * a", and later "delta = -0.1"
            if isinstance(node, Number) or not isinstance(found[name], Number):
                doubled.add(name)
        found[name] = node
    renamed = {name: node for draft in stating for name, node in _renamed(draft, lexicon) if name not in found}
    kept = {name: node for name, node in list((found | renamed).items())[:_MOST] if name not in doubled}
    letters = {name: node for name, node in kept.items() if name in lexicon.unnamed}
    return {name: _with_letters(node, letters) for name, node in kept.items()} if letters else kept


def _with_letters(node: Node, letters: Mapping[str, Node]) -> Node:
    """Return what a name is said to be, letters that the graph has for unnamed nodes as the answer uses them."""
    return mapped(node, lambda leaf: letters.get(leaf.name, leaf) if isinstance(leaf, Symbol) else leaf)


def _renamed(draft: Draft, lexicon: Lexicon) -> Iterator[tuple[str, Node]]:
    """Yield the name that an input also has, "v_0 = x", where x is nothing else."""
    match draft.sides:
        case [[Token(kind="name", node=Symbol(name) as node)], [Token(kind="bad") as other]] if (
            name in lexicon.inputs and _NAME.fullmatch(other.text) and not draft.spoiled
        ):
            yield other.text, node


def _is_listed(before: Draft, draft: Draft, source: str) -> bool:
    """Whether a name and a comma stand before an equation: in "u, v = 2, 3" the number behind the sign is not v's."""
    if before.states or len(before.tokens) != 1 or not draft.tokens or len(draft.sides[0]) != 1:
        return False
    name = before.tokens[0]
    return name.kind in ("bad", "name") and source[name.end : draft.tokens[0].start].strip(" \t$`") == ","


def conventions(stating: list[Draft], lexicon: Lexicon, source: str) -> dict[str, Node]:
    r"""Return the names that an answer gives to all derivatives of the output in one way: \bar{v} = df/dv for any v.

    It says so with a letter that is no quantity ("let g_v be df/dv", \bar v_i := df/dv_i), for a quantity, or by
    \bar{f} = 1; or two quantities or more have the mark, or it speaks of adjoints. Dots alone do not: they mark
    tangents, of which the forward mode has one for each node too.
    """
    found = _marked(_FORMS["bar"], lexicon) if _speaks_of_adjoints(source) else {}
    if speaks_of_tangents(source):
        carried = tangents(source, lexicon)
        found |= {way: node for name, node in carried.items() for way in _written(name, _FORMS["dot"])}
    if len({_behind_output(draft.sides[0], lexicon) for draft in stating} - {""}) >= _SEVERAL:
        found |= _marked((f"{lexicon.output}{{name}}",), lexicon)
    marked: dict[str, set[str]] = {}
    for draft in stating:
        head = draft.sides[0]
        if len(head) != 1 or head[0].kind != "bad" or any(token.kind == "rate" for token in draft.sides[1]):
            continue  # "\\bar{w} = w - \\eta dw", a step
        side = _bare(draft.sides[1])
        letter = _letter(side, lexicon) or (lexicon.output if parsed(side, lexicon) == Number(1.0) else "")
        mark = next((mark for mark, forms in _FORMS.items() if letter and head[0].text in _written(letter, forms)), "")
        if not mark and letter and not lexicon.knows(letter) and (form := _form(head[0].text, letter)):
            found |= _marked(form, lexicon)
            continue
        for one in () if mark else _COUNTED:
            names = (*lexicon.inputs, *lexicon.operands, *lexicon.stems_of_vectors)
            told = marked.setdefault(one, set())
            told |= {name for name in names if head[0].text in _written(name, _FORMS[one])}
            mark = one if len(told) >= _SEVERAL else mark
        if not mark:
            continue
        found |= _marked(_FORMS[mark], lexicon)
    return found | _signals(stating, lexicon)


def _behind_output(head: list[Token], lexicon: Lexicon) -> str:
    """Return the name right behind the output's letter, which is nobody's product there: "fu = d = 4"."""
    match head:
        case [Token(kind="name", name=of) as one, Token(kind="name", name=by) as two]:
            glued = of == lexicon.output and len(one.text) == 1 and one.end == two.start
            return by if glued and by in lexicon.cone(of) else ""
    return ""


def _speaks_of_adjoints(source: str) -> bool:
    barred = "bar" in source or "overline" in source or not source.isascii()
    return barred and _BARS.search(source) is not None and _ADJOINTS.search(source) is not None


def _form(head: str, letter: str) -> tuple[str, ...]:
    """Return how a name is written by what one is written for a letter: S_v, \\tilde{v}."""
    if (before := head.removesuffix(letter)) != head and before.isalpha():
        return (f"{before}{{name}}",)
    if (behind := head.removeprefix(letter)) in _HATS:
        return (f"{{name}}{behind}", f"{{stem}}{behind}{{index}}")
    return ()


def _marked(forms: tuple[str, ...], lexicon: Lexicon) -> dict[str, Node]:
    """Return the derivatives of the output by what is written with a mark."""
    return {
        way: Derivative(lexicon.output, name)
        for name in (*lexicon.inputs, *lexicon.operands)
        for way in _written(name, forms)
        if way not in lexicon.names
    }


def _signals(stating: list[Draft], lexicon: Lexicon) -> dict[str, Node]:
    """Return what an answer calls delta for any index at once: delta_j = dE/dnet_j, delta^{(l)} = dE/dz^{(l)}."""
    for draft in stating:
        index = _SIGNAL.fullmatch(_joined(draft.sides[0]))
        letter = _running(draft.sides[1], index.group(1), lexicon) if index else ""
        if index and letter:
            found: dict[str, Node] = {}
            for written, name in lexicon.names.items():
                layer = _LAYER.fullmatch(written.removeprefix(letter)) if written.startswith(letter) else None
                if layer:
                    found |= dict.fromkeys(signals(layer.group(1)), Derivative(lexicon.output, name))
            return found
    return {}


def _joined(side: list[Token]) -> str:
    """Return what a name and its index are, without brackets: "deltal" for delta^{(l)}."""
    return "".join("delta" if token.text == "δ" else token.text for token in side if token.kind not in _AROUND)


def _running(side: list[Token], index: str, lexicon: Lexicon) -> str:
    """Return the stem of what the output is differentiated by, in dE/dz^{(l)} with a running index."""
    bare = [token for token in side if token.kind not in _AROUND and token.text != "/"]
    match bare:
        case [one, of, other, *rest] if one.kind == other.kind == "diff" and of.name == lexicon.output and rest:
            by = plain("".join(token.text for token in rest))
            return by.removesuffix(index) if by.endswith(index) else ""
    return ""


def _written(name: str, forms: tuple[str, ...]) -> list[str]:
    """Return how a name is written in some forms, its index inside the mark or behind it."""
    whole = plain(name)
    stem = whole.rstrip("0123456789").removesuffix("-")
    stem = stem[:-1] if stem == whole and _RUNNING.fullmatch(whole) else stem
    return [form.format(name=whole, stem=stem, index=whole[len(stem) :]) for form in forms]


def _bare(side: list[Token]) -> list[Token]:
    return [token for token in side if token.kind not in ("group", "end", "frac")]


def _letter(side: list[Token], lexicon: Lexicon) -> str:
    """Return what the output is differentiated by in df/dv, if a side is that and nothing else."""
    match side:
        case [one, of, *rest] if one.kind == "diff" and of.name == lexicon.output:
            behind = rest[1:] if rest and rest[0].text == "/" else rest
            other, *names = behind or [one]
            same = bool(names) and all(name.text == names[0].text for name in names)  # "df/dv, the adjoint of v"
            known = same and other.kind == "diff" and names[0].kind in ("bad", "name", "word", "run")
            return plain(names[0].text) if known else ""
        case [der] if isinstance(der.node, Derivative) and der.node.of == lexicon.output:
            return der.node.by
    return ""


def _introduced(side: list[Token], lexicon: Lexicon) -> str:
    """Return the name that stands alone on the left, if it is none of the exercise's."""
    if len(side) != 1:
        return ""
    (head,) = side
    if head.kind == "name" and head.name in lexicon.unnamed:
        return head.text
    if head.kind == "diff" and head.text == "δ":
        return "delta"
    if head.kind not in ("bad", "euler", "word") or not _NAME.fullmatch(head.text):
        return ""
    return "" if head.kind == "word" and head.role is not None else head.text


def _of_one(head: list[Token], side: list[Token], lexicon: Lexicon, source: str) -> str:
    """Return the stem of several names that an answer gives to one of them: Y = y_3, of y_1 to y_3.

    In a list of operations on v_3, v_4, ... v_1 is an input: v_1 = x_2; and E = E_1 + E_2 is the sum of them.
    """
    match head, side:
        case [Token(kind="vec", text=stem)], [_, Token(kind="op", text="+"), *_] if len(stem) == 1:
            return stem if _is_sum(side, [name for row in lexicon.array(stem) for name in row]) else ""
        case [Token(kind="vec", text=stem) as one], [Token(kind="name", name=name)] if name in lexicon.inputs and (
            count := _COUNT.search(source, one.start, one.end)
        ):
            called = f"{stem}{plain(count.group().strip('_{}'))}"
            return "" if called in lexicon.names else called
        case [Token(kind="vec", text=stem) as one, Token(kind="num", text=count) as two], [
            Token(kind="name", name=name)
        ] if name in lexicon.inputs and one.end == two.start and f"{stem}{count}" not in lexicon.names:
            return f"{stem}{count}"
        case [Token(kind="vec", text=stem)], [Token(kind="name", name=name)] if len(stem) == 1:
            own = any(name in row for row in lexicon.array(stem))
            return stem if own or plain(name).rstrip("0123456789").lower() == stem.lower() else ""  # of the last layer
    return ""


def _is_sum(side: list[Token], names: list[str]) -> bool:
    """Whether a side is the sum of all these names."""
    added = [token.name for token in side if token.kind == "name"]
    signs = [token for token in side if token.kind != "name"]
    return sorted(added) == sorted(names) and all(token.text == "+" for token in signs) and len(side) % 2 == 1


def _definition(draft: Draft, lexicon: Lexicon) -> Node | None:
    """Return what a name is said to be: the first side of names, or else the number at the end."""
    nodes = [None if n in draft.spoiled else parsed(side, lexicon) for n, side in enumerate(draft.sides[1:], 1)]
    for node in _named(nodes):
        return _telescoped(node, lexicon)
    if nodes[0] is None:
        return None
    if (activated := _activated(nodes[0], lexicon)) is not None:
        return activated
    return nodes[-1] if isinstance(nodes[-1], Number) else None


def _named(nodes: list[Node | None]) -> Iterator[Node]:
    for node in nodes:
        if node is not None and has(node, (Symbol, Derivative)):
            yield node


def _telescoped(node: Node, lexicon: Lexicon) -> Node:
    """Return the derivative that a product of two comes to, df/da * da/dz, where every path leads through a."""
    match node:
        case Call("*" | "()", (Derivative(of, a), Derivative(a_too, by))) | Call(
            "*" | "()", (Derivative(a_too, by), Derivative(of, a))
        ) if a == a_too and a != of and not lexicon.leads(of, by, {a} - {by}):
            return Derivative(of, by)
    return node


def _activated(node: Node, lexicon: Lexicon) -> Node | None:
    """Return the only node that is this function of something: "p = sigmoid(1.2) = 0.77" where one sigmoid is."""
    if not isinstance(node, Call) or node.op not in ACTIVATIONS:
        return None
    nodes = [name for name, op in lexicon.operations.items() if op == node.op]
    return Symbol(nodes[0]) if len(nodes) == 1 else None


def _is_own(name: str, node: Node, lexicon: Lexicon) -> bool:
    """Whether a name is the graph's own letter for an unnamed node, used for just that."""
    if name not in lexicon.operands:
        return False
    own = lexicon.operations.get(name, "")
    same = isinstance(node, Call) and node.op in (own, SIGN_OF.get(own))
    return same and [leaf.name for leaf in leaves(node) if isinstance(leaf, Symbol)] == [*lexicon.operands[name]]
