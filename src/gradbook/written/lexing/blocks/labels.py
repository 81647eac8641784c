"""Labels: how a line begins that is an item of a list, a step, or a part of a question."""

import re

from gradbook.core.text.patterns import regex

_STEPS = "Step|Schritt|Étape|Paso|Passo|Stap|Krok|Шаг|Bước|Adım|Langkah"
_PARTS = (
    rf"(?:{_STEPS}|Line|Zeile|Ligne|Línea|Linha|Riga"
    r"|Task|Part|Question|Problem|Exercise|Aufgabe|Teil|Frage|Exercice|Parte|Ejercicio"
    r"|Opgave|Vraag|Deel|Oefening|Zadanie|Pytanie|Część|Ćwiczenie|Задача|Задание|Вопрос|Часть|Упражнение"
    r"|Bài|Câu|Phần|Ví[ ]dụ|Soru|Bölüm|Örnek|Alıştırma|Soal|Bagian|Contoh|Latihan|Tahap"
    r"|Card|Item|Frame|Slide|Case|Pt|No|Nr|Sec|§|Q|Ex)\.?[ ]?"
)
_NUMBER = (  # 2, 2.1, 2(b), 2b, (b), b), 2/4, 2 of 4
    r"(?:\d{1,2}(?:\.\d{1,2})?(?:[ ]?\([a-z]\)|[a-z](?![a-z]))?|\((?:[a-z]|[ivx]{1,4})\)|[a-h](?=[.):]))"
    r"(?:[ ]?/[ ]?\d{1,2}|[ ](?:of|von|de|di|z|из)[ ]\d{1,2})?"
)
PLACE = regex(  # what is numbered, and referred to by its number
    rf"(?:{_PARTS}|eqn?s?|equation|line|row|rule|layer|node|gate|edge|stage|gleichung|gl|zeile|regel|schicht|knoten"
    r"|équation|éq|ligne|couche|ecuación|ec|línea|capa|equação|linha|camada|equazione|riga|strato|vergelijking|regel"
    r"|równanie|wiersz|warstwa"
    r"|phương[ ]trình|công[ ]thức|dòng|lớp|nút|denklem|satır|katman|düğüm|persamaan|rumus|baris|lapisan"
    r"|уравнение|строка|слой)",
    re.IGNORECASE,
)
LABEL = regex(
    rf"""[ \t]*(?:
    [-*+•–·][ \t]+(?:\[[ xX]\][ \t]+)?
  | \(?\d{{1,2}}[ºª°]?[.)]\)?[ \t]+ | (?!0\.)\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}\.?[ \t]+(?=\D)(?![-−][ \t]*\d|[+*/×·÷^=≈])
  | \(?\d{{1,2}}\.\d{{1,2}}\)[ \t]+(?=[^\W\d]|[$\\∂*`]) | \d{{1,2}}\.[a-h]\)?[ \t]+(?=[^\W\d]|[$\\∂*`])
  | \d{{1,2}}[ \t]*(?:\.\d)?\([a-z]\)[.)]?[ \t]* | \d{{1,2}}[ \t]?[a-zA-Z][.)]+:?[ \t]+ | \d{{1,2}}[ \t]?[A-Z]\.?:[ \t]*
  | {_PARTS}(?!0\.\d+[ \t]*:?(?:\n|\Z)){_NUMBER}(?:[ \t]*(?:(?:[):–—-]|\.(?!\d))+|(?=\*\*))|(?<=\))(?=[ \t]))[ \t]*
  | (?:\#{{1,3}}[ ]+)?(?:{_STEPS})[ ]\d{{1,2}}[ \t]+(?=(?:[d∂][^\W\d]?\w{{0,8}}/|delta|δ)[^\n=]{{0,24}}=)
  | [(\[]\d{{1,2}}/\d{{1,2}}[)\]][ \t]+ | \[[a-z]\][ \t]+ | \d\ufe0f?\u20e3[ \t]* | \([a-z]\)\([ivx]{{1,4}}\)[ \t]+
  | \[\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[a-z]?\][ \t]+(?=[^\W\d]|[$\\∂]) | [ivx]{{1,4}}\.[ \t]+(?=\S)
  | \(?(?:[a-mA-H]|[ivx]{{1,4}})\)[ \t]+ | (?:[①-⑳]|・|第[一二三四五六七八九十\d]{{1,2}}[步题問][:：、]?|步骤\d[:：]?
    |(?:問題?|課題|手順|ステップ)[ ]?\d{{1,2}}[:：.、)])[ \t]*
  | \(?(?:الف|[أابپتثجچحخدهو]|ه[ ]?|[а-иґєі]|[α-θ]|στ|[क-च])\)[ \t]+
  | [a-h]\)(?=∂|d[a-zA-Z]\w{{0,3}}/d[a-zA-Z]|[a-zA-Z]\w{{0,8}}[ \t]*=)
  | \d{{1,2}}[a-h][ ]{{2,}}(?=(?:[d∂]\w{{1,8}}/[d∂])?[^\W\d]\w{{0,8}}'?[ ]*=)
  | \(\d{{1,2}}\)(?=∂|d[a-zA-Z]\w{{0,3}}/d[a-zA-Z]) | [A-H]\.(?:[ \t]+|:) | \(?(?:\d{{1,2}}\.){{1,3}}[A-H]\)[ \t]+
  | [\[(]?\d{{1,2}}:[0-5]\d(?::[0-5]\d)?[\])]?[ \t]+(?=[^\W\d]|[$\\∂`*])
  | (?:[가나다라마바사아자차카타파하ㄱ-ㅎ]\.|\([가나다라마바사아자차카타파하ㄱ-ㅎ]\))[ \t]+
  | (?:[一二三四五六七八九十]{{1,3}}[、.]|\([一二三四五六七八九十]{{1,3}}\))[ \t]* )""",
    re.VERBOSE | re.IGNORECASE,
)
GOES_ON = regex(r"(?:\$\$?|\\\(|`)?[ \t]*&?[ \t]*(?:=(?![=>])|≈|\\approx)")
"""What an item begins with that goes on with the equation of the one above: "2. $= 0.8$"."""
BOLD_LABEL = regex(  # **(i)**, *3(c)*, **Step 1/4.**
    rf"""[ \t]*(?P<bold>\*{{1,3}}|__?)(?:
    {_PARTS}{_NUMBER}[.):]*
  | (?:\d{{1,2}}[ ]?)?(?:\((?:[a-z]|[ivx]{{1,4}}|\d{{1,2}})\)){{1,2}}[.:]?
  | (?:\d{{1,2}}[ ]?[a-h]?|[a-h]\d?|[ivx]{{1,4}})\) | [(\[]\d{{1,2}}/\d{{1,2}}[)\]] | \[[a-z]\]
  | \d\ufe0f?\u20e3 | \d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\. | [a-h]\.
    | [(\[]?\d{{1,2}}:[0-5]\d(?::[0-5]\d)?[\])]?
    )(?P=bold)(?:[ \t:.]+|(?=\$))""",
    re.VERBOSE | re.IGNORECASE,
)
"""One that is set off as a whole; what follows is no part of it."""
CELL_LABEL = regex(
    r"\s*(?:\*\*|__)?(?:A\.:|Ans(?:wer)?\.?:|A:(?=\s)|Soln?\.?:|Solution:"
    r"|\(?[a-h]\)[ ](?=[ ]*\S[^=]*\Z))(?:\*\*|__)?\s*",
    re.IGNORECASE,
)
"""What a cell of a table begins with where answers are written into it."""
NUMBERED = regex(  # q = w*x   (1), or q = w*x ------ 1
    r"(?=[ \t—–.…_-])(?<![ \t])(?:(?:[ \t]{2,}|\t)[(\[](?:eq\.?[ ]?)?\d{1,2}[)\]]"
    r"|(?<![-—–.…_])[ \t]*(?:-{4}|—{2}|–{3}|\.{4}|…{2}|_{4})[-—–.…_> \t]*"
    r"[(\[]?(?:eq\.?[ ]?)?\d{1,2}[)\]]?)[ \t]*(?=\n|\Z)"
)
NAMED = regex(r"[ \t]*\((?:eqn?s?|equation|math|fig|tab|def|thm|lem|prop|sec)[:_.-][\w.:-]+\)[ \t]*(?=\n|\Z)")
"""The name by which MyST refers to the equation that it stands behind: "$$ (eq:chain)"."""
LEADS = ("  ", "\t", "----", "——", "–––", "....", "……", "____")
"""Signs of which one stands before the number of an equation."""
