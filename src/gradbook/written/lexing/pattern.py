"""The pattern by which a source is cut into pieces, with a named group for each kind, by which the lexer takes it."""

import re
from functools import cache

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.blocks.drawn.drawings import DRAWN, DRAWN_BEGINS
from gradbook.written.lexing.grouped import GROUPED
from gradbook.written.lexing.naming.vectors import NORM, SUM, TRANSPOSED
from gradbook.written.lexing.source.credits import CREDIT, CREDIT_BEGINS
from gradbook.written.lexing.source.references import REFERENCE, REFERENCE_BEGINS
from gradbook.written.lexing.tokens import BRACED
from gradbook.written.lexing.words.abbreviations import ABBREVIATION, FIRST
from gradbook.written.lexing.words.dictionary import RUNS

FRACTIONS = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"  # numbers in one sign
RAISED = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᶿ"  # letters of a power: eˣ

_CREDITS = rf"(?={CREDIT_BEGINS}) (?P<credit>(?-x:{CREDIT}))"
_SELDOM = (  # what any of the pieces begins with that are tried first
    rf"[{DRAWN_BEGINS[1:-1]}{CREDIT_BEGINS[1:-1]}{REFERENCE_BEGINS[1:-1]}{FIRST}AaSstmnjF~\].,\x00:;\\ \t∑Σ]"
)

_ASSIGNED = r"(?:(?<=[^\W\d][ ])|(?<=[^\W\d]\d[ ]))<-{2,3}(?=[ ]+[-−]?\.?[\d(])"  # "df/dr <-- 1"; any other only points
_REMARK = r"[\"'“„«(]?[^\W\d_]{2,}+(?!\w|[(]|\ *[*/+^·×])"  # and no formula
_OF_TENSOR = "(?:grad_fn|requires_grad|dtype|device)="  # beside its number

# One blank makes no token, and goes with what follows. First signs in (?=[...]) only spare what stands behind a try,
# once for all of a group and once for each; what most pieces are is tried before what is seldom there, where their
# order does not matter.
_PIECES = rf"""
    (?:[ ](?=\S))?(?:
    (?={_SELDOM})(?:
    (?=[~\].,\x00tmnjaF:;]) (?P<skip>(?<!\S)[:;]['-]?[)(DPp](?![^\s.,!])
      |(?<![.\w])(?:(?:torch\.|tf\.)?(?:tensor|constant)|(?:np|numpy|jnp)\.(?:as)?array|array)(?=\()
      |(?<=\d)\.(?=,[ ]?{_OF_TENSOR})
      |(?<=\d)\.(?=[)\]]|[*/][A-Za-z(\[]|\s*(?:&|\\\\|\\end\b)|[ ,]\s*[-−\d][-−\d.,; ]{{0,200}}\])
      |(?<=[\s\])'])\.(?=[*/^](?!\*)\s*[-−\w(\[])|(?<=[a-zA-Z])\.(?=[*/^][\w(\[])
      |,[ ]?{_OF_TENSOR}(?:<\w{{1,40}}>|[\w.':]{{1,20}})(?=[,)])
      |\]\(https?:[^)\n]{{0,300}}\)|~|\x00
      |\b(?:math|np|numpy|torch|tf|F)\.(?=[a-zA-Z]+\())
  | (?=[\\\ \t-]) (?P<eqno>(?:(?:\\[;:,>]\s*){{2,4}}
      |\\(?:q?quad|hfill)\s*|\\hspace\*?\{{[^{{}}]{{0,20}}\}}\s*|[ \t]{{2,}}|(?<!-)-{{4,40}}\s*)
      \(\d{{1,2}}\)(?=\s*(?:\\\\|\\end|\Z)))
  | (?=[{FIRST}AaSs]) (?P<abbreviation>{ABBREVIATION}|\bA\.:|\b(?:[Aa]ns(?:wer)?|[Ss]oln?)\.?:)
  | {_CREDITS}
  | (?={REFERENCE_BEGINS}) (?P<reference>(?-x:{REFERENCE}))
  | (?={DRAWN_BEGINS}) (?P<drawn>(?-x:{DRAWN}))
  | (?=[\\∑Σs]) (?P<sum>{SUM}))
  | (?P<letters>[A-Za-zα-ωΑ-Ωϵℓ∂∇]+)
  | (?P<number>{GROUPED}|\d+(?:\{{,\}}\d+|\.\d+|,\d+(?!\d*\.\d))?(?:[eE][-−+]?\d+(?![\d.]))?|\.\d+)
  | (?P<open>[(\[⟨]) | (?P<close>[)\]⟩]) | (?P<brace>\\?[{{}}])
  | (?=<)(?:(?P<br><br\s*/?>|</(?:p|div|li|tr|td|h\d)>)
    | (?P<sup><sup>(?:[^<]|</?(?:em|i|b|var|mi|mn)>){{1,40}}</sup>)
    | (?P<tag></?[a-zA-Z][^<>]{{0,80}}>))
  | (?P<newline>\n)
  | (?=[\\$‖|^ᵀ⊤.%\s])(?:
    (?P<linebreak>\\\\(?:\\\\)?(?:\s*\[[^\]\n]{{0,20}}\])?|\\(?=[ \t]*\n|[-−]?\d))
  | (?P<delimiter>\\[()\[\]]|\$\$?)
  | (?=[\\‖|]) (?P<norm>{NORM})
  | (?=[\^ᵀ⊤.]) (?P<transposed>{TRANSPOSED})
  | (?=[\\|]) (?P<bar>(?:\\(?:right|[bB]igg?r?)\s*|\\)?(?:\||\\[rv]?vert)\s*_\s*(?:{BRACED}|\w+)|\|direct)
  | (?P<leftdot>\\left\s*\.|\\right\s*\.)
  | (?P<environment>\\(?:begin|end)\s*\{{[a-zA-Z*]{{1,20}}\}}(?:\{{[clr| \d]{{0,20}}\}})?)
  | (?P<thin>\\[,;:!>\ ])
  | (?P<space>\\[hv]?phantom\{{[-+−=]?\w?\}}|[^\S\n]+)
  | (?P<percent>\\?%)
  | (?P<command>\\(?!mathrel\{{\+)[a-zA-Z]+\*?))
  | (?=[.…·_-]) (?P<leader>(?<=[ \t])(?:[.…·]{{3,80}}|_{{5,80}}|-{{5,80}})(?=[ \t]+[-−+(\d\w\\$]))
  | (?=[<⟵←]) (?P<pointer>(?!{_ASSIGNED})<-{{2,}}|<={{2,}}|⟵(?=\ )(?!\ *[-−\d.(])
      |(?<=\ \ )(?:←|<-)(?=\ *(?:\d[-\d]{{0,8}}[-\ ])?{_REMARK}\ *[^=\s])
      |(?<=[\d)\]}}$*`]\ )(?:←|<-)(?=\ *\**{_REMARK}))
  | (?P<queried>\?=(?=\ *[A-Za-z\\(]))
  | (?P<relation>=(?![=/?>])|\\mathrel\{{\+(?:\}}\s*=|=\}})
      |=/=|=\?(?=\ *[-−\d])|\?=(?=\ *[-−\d])
      |:=|==?>|{_ASSIGNED}|<-|←|⟵|\+=|-=|(?<=[\w\]]\ )[*/]=(?=\ )|==|≔|≈|≃|≅|≒|≐|≡|-{{1,3}}>|→|⟶|⇒|⟹|∴|∵
      |≠|!=|<=|>=|≤|≥|[<>=])
  | (?P<stars>\*\*\**)
  | (?P<sign>[-+*/^−–×·⋅∗∙⊙∘⨀⊗÷∕•✕✖⨯])
  | (?P<signs>[{RUNS}]+)
  | (?P<foreign>(?!\d)[^\W_A-Za-zα-ωΑ-Ωϵℓ∂∇⁰¹²³⁴-⁹₀-₉ᵀᵢ-ᵥⱼₐ-ₜ{FRACTIONS}{RAISED}{RUNS}]+)
  | (?P<escaped>\\[*_\#])
  | (?P<super>[⁻⁺]?[⁰¹²³⁴-⁹]+(?:[·⋅.][⁰¹²³⁴-⁹]+)?(?![{RAISED}])|[⁻⁺⁰¹²³⁴-⁹]*[{RAISED}][⁻⁺⁰¹²³⁴-⁹{RAISED}]*)
  | (?P<other>.))
    """
LEX = regex(_PIECES, re.VERBOSE | re.DOTALL)


@cache
def without_credits() -> re.Pattern[str]:
    """Return the same pattern, for where what looks like a mark of grading is none."""
    return regex(_PIECES.replace(f"  | {_CREDITS}\n", ""), re.VERBOSE | re.DOTALL)
