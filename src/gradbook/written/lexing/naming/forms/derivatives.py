"""Names of derivatives in programs: df_dw, grad_w, w_grad, delta_w, derivative_f_wrt_w."""

from gradbook.written.lexicon import Lexicon
from gradbook.written.notation import ACTIVATIONS, DERIVATIVE_NAME, GRADIENT_NAMES, plain, unmarked


def derivative_of(identifier: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return what a program calls df_dw, grad_w, w_grad, delta_w or derivative_f_wrt_w, as the pair of names."""
    identifier = unmarked(identifier)
    if match := DERIVATIVE_NAME.fullmatch(identifier):
        of, by = map(lexicon.name, match.groups())
        return (of, by) if of and by and of in lexicon.operands else None
    for pattern in GRADIENT_NAMES:
        name = lexicon.name(match.group(1)) if (match := pattern.fullmatch(identifier)) else None
        if name == lexicon.output and pattern is GRADIENT_NAMES[0]:
            continue  # error_gradient is of the error, by what the answer says
        if (
            identifier.startswith(("δ", "delta"))
            and name
            and (name in lexicon.unnamed or lexicon.operations.get(name) in ACTIVATIONS)
        ):
            return None  # of a neuron: see what the answer says that it is
        if name and not (identifier[0] in "δd" and "delta" in lexicon.names):
            own = "d" in lexicon.operands and identifier.startswith("d_") and name in lexicon.below("d")  # d_x of a d
            return "d" if own else lexicon.output, name
    if identifier[0] == "d":
        for cut in range(2, len(identifier) - 1):
            head, rest = identifier[1:cut], identifier[cut:].lstrip("_")
            letter = lexicon.losses.get(plain(head)) or lexicon.like(head.strip("_")) if "_" in identifier else ""
            of = lexicon.name(head) or lexicon.sole(head.strip("_")) or letter
            if of and of in lexicon.operands and rest[:1] == "d" and (by := lexicon.name(rest[1:])):
                return of, by
    return None
