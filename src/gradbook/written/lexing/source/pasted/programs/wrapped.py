"""Numbers as libraries print them: Array(1.5, dtype=float32, weak_type=True) is 1.5; values with their own names."""

import re

from gradbook.core.text.patterns import regex

_NUMBER = r"-?(?:\d{1,25}\.?\d{0,25}|\.\d{1,25})(?:e[-+]?\d{1,3})?"
_WRAPPED = regex(
    rf"(?:<tf\.\w{{1,20}}:[^\n<>]{{0,80}}?numpy=(?P<tf>{_NUMBER})>"
    rf"|\b(?:jax\.|jnp\.)?Array\((?P<jax>{_NUMBER}|\[[-\d., e]{{1,200}}\])(?:,[ ]?\w{{1,12}}=\w{{1,12}}){{1,3}}\)"
    rf"|\b(?:np|numpy)\.float\d\d\((?P<numpy>{_NUMBER})\))(?P<behind>[,)\]]*)"
)
_LISTED = regex(  # in a list: "z1  tensor(0.6000)"
    rf"^(?P<name>[ \t]*[^\W\d]\S{{0,20}}[ ]{{2,20}})tensor\((?P<number>{_NUMBER})"
    r"(?:,[ ]?grad_fn=<\w{1,40}>)?\)(?=[ \t]*$)",
    re.MULTILINE,
)
_FEW = 2  # lines of a list
_FIELDS = rf"data=(?P<data>{_NUMBER}),[ ]?grad=(?P<grad>{_NUMBER})"
_NAME = r"['\"]?(?P<name>[A-Za-z]\w{0,15})['\"]?"
_PAIR = regex(r"\(('[\w.]{1,40}'),\s{0,20}+((?:tensor\([^()\n]{1,80}\)|[^()\s][^()]{0,40}+))\)")
_ORDERED = regex(rf"OrderedDict\(\[(?P<pairs>(?:\s{{0,20}}+{_PAIR.pattern},?+){{1,20}}+)\s{{0,20}}\]\)")
_BEGINS = r"(?m)^(?P<lead>[ \t(\[]*)"  # a line: behind a sign of comments the program reads it
_OBJECTS = (  # Value(w: data=0.5, grad=-1.0), Value(data=0.5, grad=-1.0, label='w')
    regex(rf"{_BEGINS}[A-Z]\w{{2,12}}\((?:(?:label|name)=)?{_NAME}[ ]?[:,|][ ]?{_FIELDS}\)"),
    regex(rf"{_BEGINS}[A-Z]\w{{2,12}}\({_FIELDS},[ ]?_?(?:label|name)={_NAME}\)"),
)


def named_objects(source: str) -> str:
    """Return a source, as long as it was, in which an object that says its name is that, a colon and its fields."""
    for pattern in _OBJECTS if "data=" in source and "grad=" in source else ():
        source = pattern.sub(_fields, source)
    return source


def _fields(shown: re.Match[str]) -> str:
    return f"{shown['lead']}{shown['name']}: data={shown['data']} grad={shown['grad']}".ljust(len(shown.group()))


def plain_dicts(source: str) -> str:
    """Return a source, as long as it was, with OrderedDict([('w', 1), ('b', 2)]) as the dict that it is."""
    return _ORDERED.sub(_as_dict, source) if "OrderedDict([" in source else source


def _as_dict(shown: re.Match[str]) -> str:
    inside = _PAIR.sub(r"\1: \2", shown["pairs"])
    return f"{{{inside}}}".ljust(len(shown.group()))


def unwrapped_numbers(source: str) -> str:
    """Return a source, as long as it was, with such numbers alone, and blanks behind them."""
    told = "numpy=" in source or "Array(" in source or ".float" in source
    source = _WRAPPED.sub(_alone, source) if told else source
    if " tensor(" not in source or len(_LISTED.findall(source)) < _FEW:
        return source
    return _LISTED.sub(lambda shown: f"{shown['name']}       {shown['number']}".ljust(len(shown.group())), source)


def _alone(shown: re.Match[str]) -> str:
    number = shown["tf"] or shown["jax"] or shown["numpy"]
    return (number + shown["behind"]).ljust(len(shown.group()))
