"""Whose: columns for the learner's own numbers beside those of others, for what it should be, and rows of people.

Marks, tries and ranks are nobody's numbers.

| node | solution | mine |      | node | value | should be |      | Student | q  |
| q    | 10       | 11   |      | q    | 10    | 11        |      | Ben     | 10 |
"""

import re
from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.graph.expression import Number
from gradbook.written.lexing.source.credits import in_full
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.people import is_given_name
from gradbook.written.parsing.tables.grids.grids import Cell

LEFT_OPEN = "a column of one's own without a number"
_NOUN = (
    r"answers?|results?|values?|solutions?|numbers?|try|attempt|guess|version|work|antwort|ergebnis|wert|lösung|versuch"
    r"|rechnung|réponse|résultat|valeur|solution|calcul|respuesta|resultado|valor|solución|cálculo|resposta|solução"
    r"|risposta|risultato|valore|soluzione|calcolo|antwoord|resultaat|waarde|berekening|odpowiedź|wynik|wartość|ответ"
    r"|результат|значение|答案|结果|值|解答|結果|答え|답|결과|값"
)
_OWN = regex(
    rf"\W*(?:(?:the\s+)?(?:me|mine|ours?|own|yours?|by\s+hand|submitted|what\s+i\s+(?:had|got|have|wrote)|i\s+(?:got|had))"
    rf"|(?:my|our|your|own|mein|meine|unsere?|eigene[sr]?|mon|ma|notre|mi|nuestr[oa]|mio|mia|meu|minha|nosso|mijn|moj[ea]?"
    rf"|мой|моя|моё|我的|自分の|私の|나의|내)\s*(?:(?:first|second|own|erster?|zweiter?)\s+)?(?:{_NOUN})"
    r"|ich|meine?s?|von\s+hand|le\s+mien|moi|à\s+la\s+main|yo|m[ií]o|a\s+mano|eu|meu|meus|à\s+mão|io|ik|zelf|mijn|met\s+de\s+hand"
    r"|ja|mój|moje|ręcznie|я|мой|моё|мое|вручную|我|我的|手算|自分|私|手計算|나|내|나의|benim|ben|saya|tôi|của\s+tôi"
    r")\W*(?:\([^()]{0,30}\))?\W*",
    re.IGNORECASE,
)
_OUGHT = regex(
    r"\W*(?:(?:it\s+)?(?:should|must|ought\s+to)(?:\s+have)?\s+be(?:en)?|correct(?:ed)?|right|corrections?"
    r"|(?:the\s+)?(?:correct|right|true)\s+(?:answer|value|result|one)|soll(?:te)?(?:\s+sein)?|richtig(?:er\s+wert)?|korrekt"
    r"|korrektur|devrait\s+être|correcte?|juste|corrigé|debería\s+ser|correcto|corrección|deveria\s+ser|correto|correção"
    r"|dovrebbe\s+essere|corretto|correzione|zou\s+moeten\s+zijn|juist|powinno\s+być|poprawnie|должно\s+быть|правильно"
    r"|верно|应为|应该是|正确|正确答案|正しくは|正解|정답)\W*",
    re.IGNORECASE,
)
_AGAIN = regex(  # another way to the same number
    r"\W*(?:(?:first|second|third|last|other|another|1st|2nd|erster?|zweiter?|premier|deuxième|primer|segundo|primeiro|primo"
    r"|secondo)?\s*(?:try|attempt|version|run|guess|versuch|fassung|essai|intento|tentativa|tentativo|poging|próba|попытка)"
    r"(?:\s*\d)?|py ?torch|numpy|autograd|tensorflow|jax|python|calculator|program|code|computed|book|textbook"
    r"|taschenrechner|programm|buch|calculatrice|livre|calculadora|libro|livro|calcolatrice|rekenmachine|kalkulator"
    r"|калькулятор|计算器|第[一二三]次|電卓|계산기)\W*",
    re.IGNORECASE,
)
MARKS = (
    r"pts?|pkte?|points?|marks?|credits?|punkte?|be|puntos?|ptos?|pontos?|punti|punten|pkt|баллы?|балл|分值|分数|得分|分"
    r"|配点|点数|배점|점수"
)
_MARKED = regex(rf"\W*(?:{MARKS})\W*", re.IGNORECASE)
_OF_WORK = regex(
    rf"\W*(?:(?:max\.?|full|nr\.?|no\.?|number|anzahl|nombre|número|numero|#)(?:\s+(?:of|der|de|di))?\s)?(?:{MARKS}|tries"
    r"|attempts|ranks?|pages?|minutes|versuche|rang|seiten?|minuten|essais|pages?|intentos|páginas?|tentativas|pagine|tentativi"
    r"|dates?|deadline|difficulty|priority|页码|次数)\W*(?:\(?max\.?\)?)?\W*",
    re.IGNORECASE,
)
_PEOPLE = regex(
    r"\W*(?:students?|who|whom?|persons?|people|author|classmates?|partner|participant|schüler(?:in)?|studierende[rn]?|wer"
    r"|person|élève|étudiante?|qui|personne|alumn[oa]|estudiante|quién|persona|alun[oa]|estudante|quem|pessoa|studente|chi"
    r"|leerling|wie|uczeń|kto|студент|ученик|кто|öğrenci|kim|siswa|siapa|học\s+sinh|学生|姓名|谁|名前|氏名|誰|学习者|이름|학생|누구)\W*",
    re.IGNORECASE,
)


def is_own(title: Cell) -> bool:
    """Whether a title says that its column has the learner's own numbers, beside those of others."""
    return _OWN.fullmatch(title.text) is not None


def is_ought(title: Cell) -> bool:
    """Whether a title says that its column has what the others should be."""
    return _OUGHT.fullmatch(title.text) is not None


def is_again(title: Cell) -> bool:
    """Whether a title says another way to the same number, or whose it is."""
    return _AGAIN.fullmatch(title.text) is not None or is_person(title)


def counts_work(title: Cell) -> bool:
    """Whether a title says that its column counts marks, tries or pages, which are no numbers of a quantity."""
    return _OF_WORK.fullmatch(title.text) is not None


def of_somebody_or_work(title: Cell) -> bool:
    """Whether a word of a title says whose its numbers are, or that they count work: "grad (tom)", "grad rank"."""
    words = [token for token in title.tokens if token.kind == "word"]
    return any(
        token.role is Role.OTHERS or is_given_name(token.text.capitalize()) or _OF_WORK.fullmatch(token.text)
        for token in words
    )


def not_in_full(title: Cell, cell: Cell) -> bool:
    """Whether a cell has the marks for its row, and not all of them: "0/2 wrong"."""
    return bool(cell.text.strip()) and _MARKED.fullmatch(title.text) is not None and not in_full(cell.text)


def left_open(cells: Sequence[tuple[Cell | None, Cell]]) -> bool:
    """Whether a row has a column for the learner's own number and none in it, beside a number of another's."""
    own = [cell for title, cell in cells if title is not None and is_own(title)]
    others = sum(title is not None and any(token.kind == "num" for token in cell.tokens) for title, cell in cells)
    return bool(own) and others > 0 and not any(_has_number(cell) for cell in own)


def _has_number(cell: Cell) -> bool:
    worded = any(token.kind == "word" for token in cell.tokens)
    return not worded and any(token.kind == "num" for token in cell.tokens)


def number_alone(cell: Cell) -> tuple[str, float] | None:
    """Return the only number of a cell that has nothing else, as it is written and its value."""
    tokens = [token for token in cell.tokens if not token.edge]
    signed = len(tokens) == 2 and tokens[0].text == "-"
    last = tokens[-1] if len(tokens) == 1 + signed else None
    if last is None or last.kind != "num" or not isinstance(last.node, Number):
        return None
    return last.text, -last.node.value if signed else last.node.value


def speaks_of_people(title: Cell) -> bool:
    """Whether a title says that the rows under it are people's."""
    return _PEOPLE.fullmatch(title.text) is not None


def is_person(cell: Cell) -> bool:
    """Whether a cell is somebody's given name."""
    words = [token for token in cell.tokens if token.kind == "word"]
    return len(words) == 1 == len(cell.tokens) and is_given_name(cell.text.strip(" \t*_$`"))
