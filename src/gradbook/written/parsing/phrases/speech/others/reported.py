"""Reported numbers: what somebody else has, what the writer had at first, and what would be in another case.

Tom has df/dz = 6.        At first I had df/dz = 6.        With slope 0.2 it would be df/dz = 6.

None of them is what the sentence's writer answers, unless the sentence says that it is right, or is taken over.
"""

import re
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.parsing.phrases.speech.others.other_answers import endorses, keeps, speaks_of_oneself

_FLAGS = re.IGNORECASE | re.VERBOSE
_HAS = r"""(?:says?|said|has|had|have|gets?|got|wrote|writes?|written|claims?|thinks?|uses?|used|told|does|makes
    |sagt\w*|hat(?:te)?|schr(?:ei|ie)b\w*|bekommt|meint\w*|dit|disait|a(?:vait)?\s+(?:trouvé|écrit|mis|dit)|trouve
      |écrit|obtient|dice|dijo|tiene|tenía|puso|escribió|obtiene
    |diz|disse|tem|tinha|escreveu|obtém|ha(?:\s+scritto)?|aveva|scrive|trova)"""
_PERSON = r"""(?:(?:bench\s+|desk\s+)?(?:neighbou?r|mate)|partner|friend|classmate|colleague|guy|girl|students?|tutor
      |teacher|professor
    |prof|ta|roommate|brother|sister|video|lecture|slides?|book|textbook|sitznachbar(?:in)?|nachbar(?:in)?|freund(?:in)?
    |kommiliton\w+|lehrer(?:in)?|dozent(?:in)?|buch|vorlesung|folien?|voisine?|amie?|camarade|copain|copine|livre
      |cours|vidéo|compañer[oa]
    |amig[oa]|vecin[oa]|profe|profesora?|libro|colega|monitora?|professora?|vizinh[oa]|livro|compagn[oa]|amic[oa]
      |vicin[oa]
    |professoressa)"""
_ATTRIBUTED = regex(
    rf"""\b{_PERSON}\b(?:\s+[\w'’]+){{0,5}}?\s+{_HAS}\b
    | (?-i:(?<![.!?]\s)(?<!^)\b[A-Z][a-zà-ÿ]{{2,}})\s+(?:also\s+|only\s+|auch\s+|nur\s+)?{_HAS}\b
    | \b(?:what|which|was|ce\s+que|lo\s+que)\s+(?-i:[A-Z][a-zà-ÿ]{{2,}})\s+{_HAS}\b
    | \b(?:he|she|they|er|sie|il|elle|ils|él|ella|ele|ela|lui|lei)\s+(?:also\s+|only\s+|auch\s+|nur\s+
      |aussi\s+)?{_HAS}\b
    | \b(?:in|on|auf|dans|sur|en|na|no|nel|nella|sulla)\s+(?:the\s+|der\s+|den\s+|le\s+|la\s+|el\s+|o\s+)?(?:video
      |lecture|slides?|book
      |board|vorlesung|folie|buch|cours|livre|vidéo|clase|libro|aula|quadro|livro|lezione)\b
    | (?:同学|朋友|老师|助教|同桌)(?:们)?[^,，、：:好我]{{0,4}}(?:写|说|算|得)
      |(?:친구|짝꿍|선배|조교|교수님).{{0,4}}(?:는|은|이|가)|(?:友達|先生|友人).{{0,3}}[はが]""",
    _FLAGS,
)
_FORMERLY = regex(
    r"""\b(?:at\s+first|(?:the\s+)?first\s+time|beim\s+ersten\s+mal|initially|originally|in\s+my\s+first\s+(?:try
      |attempt|version)|my\s+first\s+(?:try|attempt|version)|first\s+i
      |i\s+first|zuerst|anfangs|erst|au\s+début|d['’]abord|la\s+première\s+fois|al\s+principio|primero|no\s+início
      |a\s+princípio
      |primeiro|all['’]inizio|in\s+un\s+primo\s+momento)\b.{0,24}?\b(?:had|put|did|wrote|got|thought|used|hatte
      |schrieb|dachte
      |avais|j['’]ai\s+mis|había|puse|tenía|tinha|coloquei|pus|avevo|ho\s+messo)\b
    | \bhad\b.{0,30}\bin\s+my\s+first\s+(?:try|attempt|version)\b | 一开始|起初|처음에는""",
    _FLAGS,
)
_WOULD = regex(
    r"""\b(?:if|with|for|had|were|would|wenn|mit|falls|hätte|avec|si|con|com|se)\b.{0,60}?(?:\bwould\b|['’]d\b
      |\bwäre[n]?\b|\bwürden?\b
      |\bserai(?:t|ent)\b|\baurai(?:t|ent)\b|\bsería[n]?\b|\btendría\b|\bseria[m]?\b|\bteria\b|\bsarebbe\b
      |\bavrebbe\b|\bdaría\b
      |\bdaria\b|\bdarebbe\b)
    | \b(?:then|and|so|alors|dann|luego|então|allora)\b.{0,20}?(?:\bwould\s+be\b|['’]d\s+be\b|\bwäre\b|\bserait\b
      |\bsería\b|\bseria\b|\bsarebbe\b)
    | ^\W*would\b.{0,24}\bhave\s+been\b""",
    _FLAGS,
)
_STEP = regex(
    r"\b(?:steps?|updates?|schritte?s?|pas|pasos?|passos?|passo|stap)\b|步", re.IGNORECASE
)  # is what is asked
_ADOPTS = regex(
    r"""\b(?:i|we)\s+(?:now\s+|will\s+|shall\s+|therefore\s+|should\s+(?:have\s+)?)?(?:take|use|change|go\s+with
      |adopt|follow|agree|switch
      |correct|should)\b
    | \bich\s+(?:nehme|ändere|übernehme|korrigiere|schließe)\b | \bje\s+(?:change|prends|mets|corrige|garde\s+(?:la
      |le)\s+sien)
    | \b(?:pongo|cambio|tomo|corrijo|me\s+quedo\s+con\s+(?:el|la)\s+suy)\b | \b(?:mudo|troco|corrijo|adoto)\b
    | \b(?:cambio|prendo|correggo|metto)\b | 我改|改成|改为 | \b(?:instead|actually|stattdessen|eigentlich|en\s+fait
      |en\s+realidad
    |na\s+verdade|in\s+realtà)\b""",
    _FLAGS,
)


_WANTING = regex(  # what a number is said to want, so that it is none to take over
    r"""\b(?:only|just|forgot\w*|forgets?|missing|miss(?:es|ed)|lacks?|los(?:t|es)|left\s+out|leaves?\s+out|without|ignor\w+
      |overlook\w*|wrong|mistaken?|error|incorrect|false|not\s+right|drop(?:s|ped)|nur|vergessen|vergisst|vergaß|falsch|fehler
      |fehlt|ohne|oublié\w*|oublie|faux|fausse|seulement|sans|manque|olvid\w+|solo|sólo|solamente|sin|mal|esque\w+|apenas|só|falt\w+
      |errad[oa]|sem|dimentic\w+|sbagliat\w|manca|senza|vergeten|fout|zonder|zapomni\w+|забыл\w*|неверно)\b
    |忘|漏|错|不对|不對|当成|當成|少了|没有|틀|빠뜨|잊|間違|忘れ""",
    _FLAGS,
)
_COUNTER = regex(
    r"\b(?:if|wenn|falls|si|se)\b.{0,40}?\b(?:were|wäre[n]?|était|étaient|fuera|fuese|fosse|fossero)\b", re.IGNORECASE
)
_ELSEWHERE = regex(
    r"\bnot\s+(?:mine|ours)\b|\bnicht\s+(?:wir|ich|unsere?|meine?)\b|\bpas\s+(?:nous|moi|le\s+nôtre)\b|\bno\s+nosotros\b"
    r"|\bnão\s+(?:nós|eu)\b|\bnon\s+(?:noi|io)\b|\bfor\s+(?:his|her|their|another|a\s+different)\s+\w+|\b(?:numbers|values|inputs|weights)\b.{0,12}\bdifferent\b",
    re.IGNORECASE,
)
_SO = regex(
    r"\W*(?:so|thus|hence|therefore|and\s+so|also|daher|deshalb|donc|así\s+que|entonces|então|logo|quindi|dunque|dus|więc)\b"
    r"|\W*(?:所以|因此|그래서|だから)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_000)
def is_reported(text: str) -> bool:
    """Whether a sentence gives a number that is somebody's, a former one or another case's, and does not take it over.

    Args:
        text: the sentence, as it is written.
    """
    found = _is_supposed(text) or any(form.search(text) for form in (_ATTRIBUTED, _FORMERLY))
    return found and not endorses(text) and _ADOPTS.search(text) is None


def is_set_apart(text: str, rest: str, *, followed: bool) -> bool:
    """Whether such a number is told apart from the own one: as the former, with what it wants, or before the own one.

    What else follows may take it over, in as many ways as there are: "The book says 7, and books don't lie."

    Args:
        text: the sentence, as it is written.
        rest: what is written behind the number, up to the next equation.
        followed: whether that is the learner's own.
    """
    said = any(map(str.isalnum, rest))
    if keeps(rest) or (followed and not said):
        return True
    if _FORMERLY.search(text) is not None:
        return not said or _WANTING.search(rest) is not None
    if speaks_of_oneself(rest) or _SO.match(rest):
        return False
    supposed = _is_supposed(text) and _COUNTER.search(text) is not None and not (said or speaks_of_oneself(text))
    return supposed or _WANTING.search(rest) is not None or _ELSEWHERE.search(rest) is not None


def _is_supposed(text: str) -> bool:
    return _WOULD.search(text) is not None and not _STEP.search(text)
