r"""References: what a page shows a number for, \eqref{chain}, {eq}`chain`, @eq-chain, {{eq:chain}}, or a source."""

_LABEL = r"[^{}`\n]{1,80}"

REFERENCE = (
    rf"\\(?:eqref|[Cc]?ref|autoref|nameref|cite[tp]?)\s*\{{{_LABEL}\}}"
    rf"|\{{(?:eq|numref|ref|cite(?::\w{{1,8}})?|prf:ref)\}}`{_LABEL}`"
    rf"|\{{\{{\s*(?:eq|eqref|ref|numref|fig|figref|sec|secref|tab|thm|cite)[:\s]{_LABEL}\}}\}}"
    r"|@(?:eq|fig|sec|tbl|thm|lem|def)-[\w-]{1,60}"
    r"|\[-?@[\w:.-]{1,60}(?:;\s?-?@[\w:.-]{1,60}){0,9}(?:,\s?pp?\.\s?[\d–-]{1,12})?\]"
)
"""As LaTeX, MyST, Quarto, Pandoc and generators of pages have them."""
REFERENCE_BEGINS = r"[\\{@\[]"
