"""Voices: sentences in which a number is a task's, a key's, another case's, or what a mistake would give.

Each row is one way to say so, in the words that learners and sheets use, and is looked for in the sentence of an
equation: before it, or right behind it. What no row says is read as the learner's own.
"""

import re
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.cues.against.denials.afterwards import ADDS
from gradbook.written.parsing.cues.around.surroundings import Surroundings

GOAL = "a goal"
_SECOND = "the next sample"
_INDEXED = regex(r"(?P<name>[^\W\d_]+_?)[2-9]")
_FIRST = regex(r"\b(?:first|erste[sr]?|premi(?:er|ère))\s+(?:sample|beispiel|exemple|data\s*point)\b", re.IGNORECASE)
_IN_YOURS = r"""(?<!as\s)(?<!like\s)\b(?:in|on|from|per)\s+your\s+(?:\w+\s+)?(?:solution|answer|notes?|paper
      |work(?:ings?)?|post|message|letter|e-?mail|calculations?|sheet|version|draft|homework|attempt|submission)\b
      (?!\s+(?:box|field))
    | (?<!wie\s)\b(?:in|aus|nach|laut)\s+(?:deine|ihre|eure)[rnm]\s+(?:lösung|heft|antwort|notizen|rechnung|abgabe
      |nachricht|e?-?mail|version)\b
    | (?<!comme\s)\b(?:dans|selon|d['’]après)\s+(?:ta|ton|tes|votre|vos)\s+(?:solution|réponse|notes?|calculs?|copie
      |message|lettre|version)\b
    | (?<!como\s)\b(?:en|según)\s+(?:tus?|sus?|vuestr[oa]s?)\s+(?:solución|respuesta|notas|apuntes|cálculos?|mensaje
      |versión)\b
    | (?<!como\s)\b(?:na|no|nas|nos|em)\s+(?:tu?a|te?u|seu|sua)s?\s+(?:solução|resposta|notas|cálculos?|mensagem
      |versão)\b
    | (?<!come\s)\bne(?:l|lla|i|gli|lle)\s+(?:tu|su)(?:a|o|e|oi)\s+(?:soluzione|risposta|appunti|calcol[oi]
      |messaggio|versione)\b
    | (?<!als\s)(?<!zoals\s)\bin\s+(?:jouw|je|uw)\s+(?:oplossing|antwoord|notities|berekening|uitwerking|bericht
      |versie)\b
    | (?<!som\s)\bi\s+di(?:n|tt?|na|ne)\s+(?:lösning|svar|anteckningar|løsning|besvarelse|noter)\b
    | [你您]的(?:答案|解答|笔记|作业|解法|计算)[里裡中上] | (?:네|너의|당신의)\s*(?:풀이|답안?|노트)에서
    | (?:あなた|君)の(?:解答|答え|ノート|計算)で"""
_BEFORE = {
    "a task": r"""(?:^\W* | \band\s+ | \bund\s+ | \bet\s+ | \by\s+ | \be\s+)(?:
        (?:show|verify|prove|demonstrate|justify)\s+that | explain\s+(?:how|why) | zeigen?\s+sie | zeige\b | beweise
        | montre[rz]\s+que | vérifie[rz]\s+que | demuestr[ae]\s+que | compruebe\s+que | mostre\s+que | verifique\s+que
        | dimostra(?:re)?\s+che | 证明 | 说明为什么)""",
    GOAL: r"""(?:^\W*|\band\s+|\bso\s+)(?:we|i)\s+
        (?:need|are\s+looking\s+for)\s+.{1,12}\s(?:so|such)\s+that\s*$
        | \b(?:goal|aim|ziel|objectif|objetivo|obiettivo|doel)\s*(?:is|ist|est|es|é|è)\s*$
        | 目标[是：:]\s*$ | 목표는\s*$ | ^\W*my\s+bet\s*:\s*$
        | \bit\s+remains\s+to\s+(?:be\s+shown|show|prove)\b | \bil\s+faut\s+trouver\s*$ | 求证[：:]?\s*$
        | (?:^\W*|\b(?:we|i|to\s+find\s+the\s+(?:minimum|optimum)\s+we)\s+)(?:set|solve|setze|löse)\s*$""",
    "the step back, or another one": r"""\b(?:undo(?:ing)?|revert(?:ing)?)\s+(?:the|this|my|that)\s+step\b
        | \b(?:going|go)\s+(?:one|a)\s+step\s+back\b
        | \bthe\s+next\s+(?:step|update)\s+(?:after\s+this|brings|gives|takes|leads)\b
        | \brate\s+(?:from|of)\s+(?:the\s+)?(?:last|previous|other|next)?\s*(?:exercise|problem|question|task)\b""",
    "its start": r"""^\W*(?:initiali[sz]e|initially,?)\s*$""",
    "what was given up": r"""\b(?:unable\s+to\s+(?:get|derive|find|obtain) | we\s+(?:can\s+)?rule\s+out
        | i\s+object\s+to
        | (?:i\s+)?lost\s+(?:\w+\s+)?points?\s+(?:for|on) | das\s+schließt)\s*$""",
    "a hint": r"""^\W*(?:hints? | tipp? | hinweis | indice | pista | dica | suggerimento | 提示 | 힌트 | control\s+value
        | kontrollwert | zur\s+kontrolle | reference\s+value | referenzwert | official\s+answer | sollwert | soll
        )\s*:?\s*$""",
    "the right answer": r"""^\W*(?:the\s+|die\s+|la\s+|a\s+)?(?:
        (?:correct|richtige|bonne|korrekte|juiste)\s+(?:answer|antwort|réponse|antwoord)
        | (?:respuesta|resposta|risposta)\s+(?:correcta|correta|corretta)) | 正确答案
        | 정답(?!\s*\$*\s*[yt][^\s=]{0,4}\s*=|[이가은는]?\s*\$?[01]\$?\s*[이일인])""",
    "a mistake": r"""(?<!don't\s)(?<!not\s)(?<!n['’])\b(?:forgot(?!\s+nothing) | forgets?
        | forgetting | swapping | mistyped | typed
        | vergesse | vergisst | vergessen | oublie | olvidé | esqueci | dimentico)\b
        | \bwithout\s+the\s+(?:factor|square|minus|sign|half|1/2|chain) | \bwith\s+an?\s+(?:plus|minus)\b
        | 符号相反 | halbiert""",
    "near it": r"""\b(?:presque|quasi|casi|fast|quase|bijna|почти|майже|σχεδόν|aproape|næsten|nesten|nästan|melkein
        |majdnem)\s*$
        | 几乎\s*$""",
    "what is not so": r"""\b(?:tempting | otherwise(?!\s+(?:stated|said|put|written))
        | because\s+then | can't\s+be | cannot\s+be | sonst | autrement
        | sinon)\b""",
    "what is not understood": r"""\bverstehe\s+(?:\w+\s+)?nicht\b | \b(?:do\s+not|don't)\s+understand\b
        | \bne\s+comprends\s+pas\b | \bno\s+entiendo\b | \bnão\s+entendo\b | \bnon\s+capisco\b""",
    "up to its sign": r"""\bbis\s+auf(?:s|\s+das)?\s+vorzeichen | \bup\s+to\s+(?:the\s+|a\s+|its\s+)?sign
        | \ba\s+menos\s+do\s+sinal | \bsalvo\s+(?:el\s+signo|o\s+sinal) | \bau\s+signe\s+près
        | \ba\s+meno\s+del\s+segno""",
    "another exercise": r"""\b(?:in|im|en|em|nel|dans)\s+(?:the\s+)?(?:exercise|problem|question|version|aufgabe
        |exercice|ejercicio|exercício|esercizio)\s+(?:[b-z]\b|\d).{0,40}\b(?:had|was|were|hatten|war|avions|teníamos|tínhamos)\b
        | \bin\s+version\s+\w+\s+of\b | \d번\s*문제에서 | 课上的例子
        | \b(?:example|beispiel|exemple|ejemplo|exemplo|esempio)\s+(?:from|of|in|der|aus|du|de|do|della)\s+(?:the\s+)?
          (?:class|lecture|vorlesung|cours|clase|aula|lezione|book|buch|livre)\b""",
    "another sample": r"""\b(?:validation|test|dev)\s+(?:sample|set|loss|data|example|error)\b
        | \b(?:second|next)\s+input\b""",
    _SECOND: r"""\b(?:second|next|other|zweite|nächste|deuxième)\s+(?:sample|beispiel|exemple|data\s*point)\b""",
    "somebody's": r"""\bin\s+\w+['’]s\s+(?:video|lecture|notes|code|blog|book|slides)\b
        | \bon\s+the\s+(?:board|blackboard|slides?)\b | \bau\s+tableau\b | \ban\s+der\s+tafel\b | \ben\s+la\s+pizarra\b
        | \bno\s+quadro\b | \balla\s+lavagna\b | ^\W*group\s+[a-z]\s*: | 同桌 | 同学算 | 짝의 | compagno
        | \bgraph\s+in\s+the\s+task | \bta\s*:
        | \b(?:the\s+|die\s+|l['’]|la\s+)?(?:ai|ki|ia|chat\s?gpt|gpt-?\d\w*|copilot|gemini|claude|llm|(?:chat)?bot)
          \s+(?:says?|said|answers?|gives?|gave|gets?|got|claims?|thinks?|tells?|told|sagt|dit|dice|diz)\b""",
    "what was thought": r"""(?:
          \b(?:i|we)\s+(?:once|used\s+to|formerly|previously|originally)\s+(?:think|thought|believed?|assumed?|say|said|wr[io]te
            |have|had)
        | \b(?:früher|anfangs|damals|einst)\s+(?:dachte|glaubte|meinte)\s+ich
        | \bi\s+had\s+thought | \bich\s+dachte\s*[:,]
        | \bich\s+(?:dachte|glaubte|meinte)\s+(?:früher|anfangs|damals|einst|mal)
        | \bj['’](?:ai|avais)\s+(?:d['’]abord\s+)?cru | \bje\s+croyais | \bantes\s+(?:creía|pensaba|achava)
        | \b(?:creía|achava|credevo)\b | \bprima\s+pensavo | \bik\s+dacht\s+(?:ooit|vroeger|eerst)
        | \b(?:vroeger|eerst)\s+dacht\s+ik
        | \b(?:kiedyś|dawniej)\s+myślał[ae]m | раньше\s+я\s+думала? | \bförr\s+trodde\s+jag)
        \s*[:,]?(?:(?!\b(?:but|aber|mais|pero|mas|ma|maar|ale|но|men)\b)[^.;:]){0,40}\s*$""",
    "the reader's": _IN_YOURS,
    "a limit": r"""\b(?:for|as|when|if|in\s+the\s+limit(?:\s+of)?|für|wenn|im\s+(?:grenzfall|limes)|pour|quand
        |lorsque|si|cuando|para|quando|se|per|com)\s+\$?\\?\w+\$?\s*(?:->|→|\\to\b|\\rightarrow\b)""",
    "what a step left out leads to": r"""\bwithout\s+(?:the|it|this|that)\b[^.=]{0,30}\b(?:you|we|one|i)
        (?:['’]d|\s+would|\s+might)?\s+(?:get|have|obtain)\b""",
    "what has piled up": r"\baccumulated\s+over\b | \btwo\s+backward\b | \bzero_grad\b",
}
"""Before an equation, by what its number is then."""
_BEFORE_NEW = {
    "another step": r"""\b(?:in|at|im|beim|après|dans)\s+(?:the\s+|la\s+|dem\s+)?(?:
        (?:next|second|third|zweiten|nächsten)\s+
        (?:step|schritt|étape|epoch|iteration|round|update|pass|runde)|(?:step|schritt|étape|epoch|iteration)\s+[2-9])
        (?!.{0,120}\b(?:start|begin)s?\b)
        | ^\W*(?:step|schritt|epoch|iteration)\s+[2-9]\d?\s*:
        | \bmomentum\b | \bclipping\b | \bweight\s+decay\b | \badam\b""",
}
"""Before a new value."""
_BEHIND = {
    "it is not finished": r"""^\W*(?:needs\s+(?:a|another)\s+factor | missing\s*:
        | now\s+(?:divide|multiply|subtract|add)\s+(?:by|it|this|that|the\s+(?:result|other)|-?\d)
        | times\s+(?!1\b)-?\d | twice\s+that\b | sign\s+to\s+be | sign\s+unknown
        | to\s+the\s+power\b | this\s+is\s+the\s+absolute\b)""",
    "a part of it": r"^\W*(?:from\s+one\s+(?:branch|path) | for\s+the\s+(?:first|second|one)\s+(?:path|branch))\b",
    "another case": r"""^\W*(?:averaged\s+over | summed\s+over | with\s+l[12]\s+reg | with\s+momentum
        | with\s+weight\s+decay)""",
    "another point": r"""^\W*(?:this|that|it|all\s+of\s+(?:the\s+above|this)|the\s+above)\s+
        (?:holds|is|was|were|works)\s+(?:only\s+)?(?:for|with|at)\s+(?!once\b)""",
    "its source": r"""^\W*\(?(?:from\s+the\s+(?:hint|sheet|key|solution|task|exercise) | as\s+given\b | source\s*:)""",
    "it fails": r"""^\W*(?:doesn't|does\s+not)\s+(?:pass|match|agree) | ^\W*(?:—|--|-)\s*0\s+points
        | ^\W*\(?negative\)?\s*$""",
    "its start": r"""^\W*\(?(?:initially | initial(?:i[sz]ed)?(?:\s+(?:value|guess))?(?!\s[\w ]{1,20}[:=]) | init
        | startwert
        | valeur\s+initiale
        | magic\s+number | placeholder | example\s+value | rolled\s+a\s+di[ce]e? | 抄的 | 찍음)\b""",
    "it only fills": r"""^\W*\(?(?:so\s+that\s+the\s+\w+\s+isn['’]t\s+empty | (?:only\s+|just\s+)?to\s+fill
        | damit\s+(?:etwas|was)\s+(?:da)?steht | pour\s+(?:remplir|mettre\s+quelque) | por\s+poner\s+algo
        | tirei\s+do\s+nada)\b""",
    "it is refused": r"""^\W*\(?(?:is\s+out\s+of\s+the\s+question | can\s+be\s+ruled\s+out | my\s+foot
        | (?:cost|kostete|coûté)\s+me\s+\w+\s+points? | me\s+costó | does\s+not\s+take
        | (?:old|alt|alte|ancien|viejo|旧|舊)\)\s*$ | has\s+to\s+come\s+out)""",
    "another's, or an old one": r"""^\W*what\s+(?:you|he|she|they|others?|people|most)
          \s+(?:got|get|have|wrote|said|say)\b
        | ^\W*(?:you\s+(?:wrote|said|claimed?) | (?:schreibst|schriebst)\s+du | hast\s+du\s+geschrieben
          | (?:tu\s+as|as-tu)\s+écrit |escribiste|escreveste|hai\s+scritto|skrev\s+du|schreef\s+je)\b
        | ^\W*(?:is|was)\s+what\s+i\s+(?:had|got|wrote|put)\s+(?:before|until|at\s+first|first|earlier)\b
        | ^\W*(?:is|was)\s+(?:what\s+(?:you|he|she|they|others?|people|most)\b
        |my\s+(?:first|old|previous|earlier)\b|my\s+answer\s+before|the\s+old\b) | ^\W*used\s+to\s+be\b""",
    "the reader's": rf"^[ ,(–—-]*(?:(?:is|are|stands|steht|stehen|est|está|è)\s+)?(?:{_IN_YOURS})",
    "a limit": r"""^\W*(?:for|as|when|if|in\s+the\s+limit(?:\s+of)?|für|wenn|pour|quand|lorsque|si|cuando|para
        |quando|se|per|com)
        \s+\$?\\?\w+\$?\s*(?:->|→|\\to\b|\\rightarrow\b)""",
    "two numbers": r"^\W*(?:bzw|beziehungsweise)\b",
}
"""Right behind an equation."""
_BELOW = {
    "a mark of it": r"""^[\s.]*(?:(?:feedback|grade|score|mark|points?|punkte|note)\s*:\s*
        (?:wrong|incorrect|f\b|0(?![.,\d]))
        | 0\s?/\s?\d+\s*(?:points?|pts?|marks?|punkte)?
        | (?:please\s+)?try\s+again(?!\s+with\s+(?:the\s+)?(?:new|updated)\b) | réessaye | 再试一次)""",
}
"""Behind an equation, an empty line between or none."""
_FLAGS = re.IGNORECASE | re.VERBOSE
_MISTAKE = "a mistake"
_CORRECTS = regex(  # a label of a correction, and a word that leads to the number: "Edit: I forgot the x, so"
    r"""^\W*(?:edit|correction|corrected|update|wait|oops|fix|korrektur|nachtrag|corrección|correção|correzione|correctie|poprawka
        |исправление|правка|更正|修正|정정)\b
      (?!.*\b(?:many|most|some|people|students|others|you|viele|manche|man|muchos|beaucoup|muitos|molti|многие)\b) .*
      (?:\b(?:so|therefore|hence|thus|should\s+be|also|daher|damit|donc|entonces|então|logo|quindi|dus|więc|поэтому|значит)\b
        | ->|→|=>|⇒|:|所以|따라서)[\s$`*(]*$""",
    _FLAGS | re.DOTALL,
)
_LOOKED_AT = 120  # letters of a sentence


def _compiled(rows: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: regex(pattern, _FLAGS) for name, pattern in rows.items()}


_FORMS, _FORMS_NEW, _FORMS_BEHIND, _FORMS_BELOW = map(_compiled, (_BEFORE, _BEFORE_NEW, _BEHIND, _BELOW))
_ANY = regex(
    "|".join(
        row.replace(r"^\W*", "").replace(r"^[\s.]*", "").replace(r"\s*:?\s*$", "").replace(r"\s*$", "")
        for rows in (_BEFORE, _BEFORE_NEW, _BEHIND, _BELOW)
        for row in rows.values()
    ),
    _FLAGS,
)


@lru_cache(maxsize=4)
def _may_say(source: str) -> bool:
    """Whether an answer has any words of such sentences, so that most are looked through once only."""
    return _ANY.search(source) is not None


def voice(around: Surroundings, number: int) -> str:
    """Return what says, before an equation or right behind it, that its number is not the learner's result."""
    draft, tokens, source = around.drafts[number], around.tokens, around.source
    if not _may_say(source) or not any(token.kind == "num" for token in draft.sides[-1]):
        return ""
    first = tokens[draft.first].start
    start = tokens[around.sentence(number)[0]].start
    before = source[max(start, first - _LOOKED_AT) : first]
    new = any(token.kind == "new" for token in draft.sides[0])
    told = _said(before, _FORMS) or (_said(before, _FORMS_NEW) if new else "")
    own = (told == _SECOND and _is_own_sample(around, number)) or (
        told == _MISTAKE and (_CORRECTS if _is_told_before(around, number) else ADDS).match(before) is not None
    )
    if told and not own:
        return told
    end = tokens[draft.last].end
    behind = source[end : end + _LOOKED_AT]
    return _said(behind.split("\n\n")[0], _FORMS_BEHIND) or _said(behind, _FORMS_BELOW)


def _is_told_before(around: Surroundings, number: int) -> bool:
    """Whether another equation stands above for what an equation is of, so that this one may correct it."""
    heads = (draft.head for draft in around.drafts if draft.states)
    own = around.drafts[number].head
    return next((place for place, head in enumerate(heads) if head == own), number) < number


def _is_own_sample(around: Surroundings, number: int) -> bool:
    """Whether an exercise of several samples names this one: "first sample: p1 = 1.5, second sample: p2 = 3.5"."""
    head = around.drafts[number].sides[0][:1]
    second = _INDEXED.fullmatch(head[0].name or "") if head else None
    firsts = (token.name for draft in around.drafts for token in draft.sides[0][:1])
    named = second is not None and any(name == f"{second['name']}1" for name in firsts)
    return named and _FIRST.search(around.source) is not None


def _said(text: str, forms: dict[str, re.Pattern[str]]) -> str:
    return next((name for name, form in forms.items() if form.search(text)), "")
