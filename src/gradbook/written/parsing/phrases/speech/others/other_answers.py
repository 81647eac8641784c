"""Other answers: sentences that tell what others answer, where a mistake leads, or what would be otherwise.

Many write df/dz = 6.        Common mistake: df/dz = 6        Had we left q out, we would have got df/dz = 6.

Such a sentence says nothing of another number that the learner gives. One in which the learner speaks of a mistake of
their own, or says that the others are right, is none of these.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare

_PEOPLE = r"""
    (?:\b(?:many|most|some|several|lots\s+of|a\s+lot\s+of|(?:a\s+)?few|other|those
        |all\s+those)\s+(?:of\s+(?:you|them|us)\s+)?
        (?:\w+\s+)?(?:students?|people|learners?|beginners?|candidates?|solutions?|submissions?|papers
            |classmates|who)\b
      | \b(?:whoever|anyone\s+who|everyone\s+who|students?|people|beginners?|candidates?)\b)
    .{0,60}?\b(?:wr[io]te|writes|written|answer\w*|gets?|got|gives?|gave|reports?|reported|puts?|claims?
        |claimed|thinks?
      |thought|forgets?|forgot|finds?|found|obtain\w*|lose|loses|lost|used?|uses|took|takes?|multipl\w+)\b
  | ^\W*(?:but\s+|so\s+)?you(?:['’]ve|\s+have)?\s+(?:got|wrote|forgot|answered)\b
  | \bwhy\s+you\s+(?:got|had|ended\s+up)\b
  | ^\W*(?:but\s+|so\s+|and\s+)?you\s+(?:had|put|computed|calculated|ended\s+up|took)\b
      (?=.*\b(?:forgot\w*|missed|dropped|left\s+out|mistaken(?:ly)?|wrong(?:ly)?)\b)
  | ^\W*(?:du\s+(?:hattest|schriebst)|tu\s+avais\s+(?:écrit|trouvé|mis|obtenu)|tu\s+trouvais
      |(?:a\s+ti\s+)?te\s+(?:salía|daba)|tenías|você\s+tinha|avevi|je\s+had|你之前)
      (?=.*(?:vergessen|falsch|oubli|faux|olvid|esquec|errad|dimentic|sbagli|vergeten|fout|忘|漏|错))
  | \byour\s+(?:mistake|error|bug)\b
  | \b(?:viele|einige|manche|die\s+meisten|andere)\b.{0,60}?\b(?:schreib\w+|antwort\w+|erhalten|bekommen
      |vergess\w+|geben|rechne\w*
      |nehmen|hatten|haben)\b
  | \bwer\b.{0,60}?\b(?:schreibt|vergisst|rechnet|bekommt|erhält|verliert)\b
  | \b(?:beaucoup|certains|certaines|plusieurs|d['’]autres|ceux\s+qui|quiconque
      |celui\s+qui)\b.{0,60}?\b(?:écri\w+|répond\w*|donnent?
      |trouvent?|oublient?|obtiennent|prennent|mettent|perd\w*)\b
  | \b(?:much[oa]s|mucha\s+gente|algun[oa]s
      |vari[oa]s|otr[oa]s|quien(?:es)?|l[oa]s\s+que|el\s+que)\b.{0,60}?\b(?:escrib\w+
      |respond\w+|ponen?|dan|olvid\w+
      |obtien\w+|sacan?|encuentran?|pierden?)\b
  | \b(?:muit[oa]s|muita\s+gente|algu(?:ns|mas)|vári[oa]s|outr[oa]s|quem|[oa]s\s+que)\b.{0,60}?\b(?:escrev\w+|respond\w+
      |põem?|dão|esquec\w+|obt\w+
      |encontr\w+|usou|usaram|ach\w+|perdem?)\b
  | \bse\s+o\s+alun[oa]\b | \bsi\s+(?:el\s+alumno|la\s+alumna|l['’]élève|l['’]étudiante?)\b | \bse\s+lo\s+studente\b
  | \bwenn\s+(?:der\s+Student|die\s+Studentin|der\s+Prüfling)\b | \bif\s+(?:the|a)\s+(?:student|candidate)\b
  | \b(?:molt[ie]|alcun[ie]|tant[ie]|altr[ie]|chi|quell[ie]\s+che)\b.{0,60}?\b(?:scriv\w+|rispond\w+|mett\w+
      |danno|dimentic\w+|otten\w+
      |trova\w*|perd\w+)\b
  | \b(?:veel|sommige|andere)\s+(?:studenten|mensen)\b.{0,60}?\b(?:schrijven|vergeten|krijgen|antwoorden)\b
  | \b(?:wielu|niektórzy)\b.{0,60}?\b(?:pisze|piszą|zapomina\w*|podaje|odpowiada\w*)\b
  | \b(?:многие|некоторые|кто)\b.{0,60}?(?:пиш\w+|забыва\w+|получа\w+|отвеча\w+)
  | (?:很多|不少|有些|有的|许多|許多|部分)(?:同学|同學|学生|學生|人|初学者)?.{0,15}?(?:写成|寫成|写|答|算成|算出|以为
    |認為|认为|忘|得到|考虑|考慮|漏|用)
  | (?:많은|일부|몇몇)\s*(?:학생|사람|분|답안)|답안[이도]\s*(?:많|있)|多くの(?:人|学生)|一部の(?:人|学生)
"""
_MISTAKE = r"""
    \b(?:common|typical|frequent|classic|usual|popular|easy|standard)\s+(?:student\s+)?(?:mistake|error|pitfall
        |trap|slip
      |misconception|blunder)s?\b
  | \b(?:häufige[rsn]?|typische[rsn]?|beliebte[rsn]?|klassische[rsn]?)\s+(?:fehler|falle|irrtum|stolperfalle)\b
  | \b(?:erreur|piège|faute)s?\s+(?:très\s+)?(?:fréquent|classique|courant|typique)e?s?\b
  | \berror(?:es)?\s+(?:muy\s+)?(?:común|comunes|frecuentes?|típicos?|clásicos?|habitual(?:es)?)\b
  | \berros?\s+(?:muito\s+)?(?:comum|comuns|frequentes?|típicos?|clássicos?)\b
  | \berror[ei]\s+(?:molto\s+)?(?:comun[ei]|frequent[ei]|tipic[oi]|classic[oi])\b
  | \b(?:veelgemaakte|klassieke)\s+fout\b | \b(?:częsty|typowy)\s+błąd\b | (?:частая|типичная)\s+ошибка
  | \b(?:often|frequently|sometimes|usually|regularly)\s+
      (?:forgotten|confused|mixed\s+up|overlooked|omitted|missed|swapped)\b
  | \b(?:häufig|oft|manchmal|gern|gerne)\b.{0,60}?\b(?:eingesetzt|verwendet|vergessen|verwechselt|übersehen|benutzt)\b
  | \b(?:souvent|parfois)\s+(?:oubli|confon|omi)\w+
  | \b(?:a\s+menudo|suele[n]?|muchas\s+veces)\b.{0,20}?\b(?:olvid|confund|omit)\w+
  | \bcostuma[m]?\s+(?:esquec|confund)\w+ | \bspesso\b.{0,20}?\b(?:dimentic|confond)\w+
  | 易错|易錯|常见(?:的)?错误|常見(?:的)?錯誤|흔한\s*실수|자주\s*(?:하는|틀리는)|よくある(?:間違い|ミス|誤り)
  | \b(?:it\s+is|it['’]s|is)\s+tempting\s+to\b | \bone\s+might\s+be\s+tempted\b | \bes\s+ist\s+verlockend\b
"""
_OTHERWISE = r"""
    \bhad\s+(?:we|i|you|one)\s+\(?(?:only\s+|wrongly\)?\s+|mistakenly\)?\s+){0,2}(?:followed|kept|counted|taken|ignored|forgotten|neglected|omitted|left|skipped|dropped|missed
        |overlooked|used)\b
  | \bif\s+(?:we|i|you|one|someone|somebody)\s+(?:had\s+)?(?:only\s+)?(?:ignor\w+|forg\w+|neglect\w*|omit\w*
      |leave|left|skip\w*
      |drop\w*|miss\w*|overlook\w*)\b
  | \bhätten?\s+(?:wir|man|ich)\b.{0,40}?\b(?:vergessen|weggelassen|ignoriert|übersehen)\b
  | \bwenn\s+(?:man|wir|ich)\b.{0,40}?\b(?:vergisst|vergessen|vergesse|weglässt|weglassen|weglasse|ignorier\w*
      |übersieht)\b
  | \bsi\s+(?:on|l['’]on|nous|j['’]).{0,25}?\b(?:oubli\w+|ignor\w+|néglig\w+)\b
  | \bsi\s+(?:se|uno)\s+(?:\w+\s+)?(?:olvid\w+|ignor\w+|omit\w+)\b
  | \bse\s+(?:a\s+gente\s+|você\s+|si\s+)?(?:esquec\w+|ignor\w+|omit\w+|dimentic\w+|trascur\w+)\b
  | (?:如果|若|要是).{0,12}?(?:忘|忽略|漏)
"""
_OWN = regex(
    r"""\b(?:my|mine|me|i|i['’]m|i['’]ve|us|ich|mein\w*|mir|mich|je|j['’]ai|mon|ma|mes|moi|yo|mi|mis|me|eu|meu
        |minha|io|mio
      |mia|ik|mijn|ja|mój|я|мой)\b|我|나는|내가|제가|私""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDORSES = regex(
    r"""\b(?:right(?:ly)?(?!\s+to\s+left)(?<!to\sright)|correct(?:ly)?|true|better|agree\w*|richtig|korrekt|stimmt|recht|juste|exact\w*|raison
        |correct[oa]s?|razón
      |cert[oa]s?|corret[oa]s?|razão|giust[oaie]|ragione|juist|gelijk|rację|прав\w*)\b|正确|正確|对的|對的|맞|정답|正しい""",
    re.IGNORECASE | re.VERBOSE,
)
_THEIRS = regex(
    r"""\b(?:they|their|theirs|them|those|both|ihre[rns]?|deren|beide|leur|leurs|eux|elles|suy[ao]s?|ell[oa]s|deles
      |delas|dele|loro
      |entrambi|ambos|ambas|instead|actually|sondern|statt|mais|pero|mas|ma|but|so|final|now|jetzt|nun|maintenant
      |ahora|agora
      |adesso|ora|teraz)\b|他们|她们|它们|其实|그들|彼ら""",
    re.IGNORECASE | re.VERBOSE,
)
_FALSE = regex(
    r"""\W*(?:(?:this|that|it)(?:['’]s|\s+is)|(?:das|dies|es)\s+ist|c['’]est|(?:esto|eso|ello)?\s*(?:es|está)|(?:isso
      |isto)?\s*[ée]|(?:questo|ciò)?\s*è
      |dat\s+is|to(?:\s+jest)?|это|这是|那是|这样是|이것은|그건|それは|)\s*
    (?:(?:of\s+course|obviously|clearly|simply|plainly|natürlich|einfach|bien\s+sûr|claro|evidentemente|ovviamente)\s+)?
    (?:wrong|false|incorrect|not\s+(?:right|correct|true)|falsch|nicht\s+richtig|faux|inexact|incorrecto|falso|errado
      |incorreto
      |sbagliato|mal|fout|onjuist|błędne|błąd|неверно|неправильно|错的|错误的|틀렸다|틀립니다|틀렸습니다|間違い(?:です)?)\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_KEEPS = regex(
    r"""\b(?:mine|my\s+\w+)\s+(?:stays?|remains?|stands?)\b|\bi(?:['’]m|\s+am)?\s+(?:keep(?:ing)?|stick(?:ing)?
      |stay(?:ing)?)\b
      |\bich\s+bleibe\b|\b(?:mein\w*)\s+bleibt\b|\bje\s+garde\s+(?:mon|ma|mes|le\s+mien)\b|\bje\s+reste\b
      |\b(?:mantengo|me\s+quedo\s+con\s+(?:el|la)\s+mí\w)|\bmantenho\b|\b(?:tengo|mantengo)\s+il\s+mio\b|我坚持|내\s*답""",
    re.IGNORECASE | re.VERBOSE,
)
_ABLE = regex(  # whose answer is rather the right one
    r"""\b(?:careful\w*|proper\w*|attention|good|clever|smart|best|everyone|everybody|sorgfältig\w*|aufmerksam\w*|gut\w*|alle
      |attention|attentiv\w*|bien|bon[ns]?|cuidad\w*|atent\w*|bem|bene|attent\w*|brav[iae])\b|仔细|认真|小心""",
    re.IGNORECASE | re.VERBOSE,
)
_LIKEWISE = regex(
    r"""^\W*(?:(?:and\s+|und\s+|et\s+|y\s+|e\s+)?(?:so\s+(?:is|are|was)|ditto|likewise|(?:the\s+)?same|ebenso|genauso
      |pareil\w*|idem|lo\s+mismo|o\s+mesmo|lo\s+stesso))\b
    | \b(?:too|as\s+well|ebenso|genauso|auch|likewise|aussi|también|também|anche)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_FURTHER = regex(
    r"""^\W*(?:also|(?:and\s+)?some|the\s+rest|auch|der\s+rest|aussi|también|tampoco|também|anche|and(?:er|other)\w*
      |ein\s+andere\w+|otro|outro|un\s+altro|un\s+autre|later|then)\b | ^\W*(?:还有|也)""",
    re.IGNORECASE | re.VERBOSE,
)
_DENIED = regex(r"\b(?:not|n['’]t|never|nicht|pas|no|não|non|niet|nie|не)\b|没|沒|不|未", re.IGNORECASE)
_FLAGS = re.IGNORECASE | re.VERBOSE
_POINTS = regex(  # at what stands here, and is the learner's own
    r"""\b(?:das|dies\w*|this|that|it)\s+(?:here|hier)\b|\b(?:here|hier)\s+(?:das|that|this|it|is|ist)\b|\bceci\b
      |\bde\s+aquí\b|\baquí\s+(?:esto|eso)\b|\bвот\s+это\b|\bquesto\s+qui\b|\bisto\s+aqui\b|这里的|這裡的""",
    _FLAGS,
)
_MISTAKEN = regex(_MISTAKE, _FLAGS)
_WORDS = regex(r"[^\W\d]+")
_OTHERS, _SUPPOSED = regex(f"{_PEOPLE}|{_MISTAKE}", _FLAGS), regex(_OTHERWISE, _FLAGS)


@lru_cache(maxsize=1_000)
def tells_of_other_answers(text: str) -> bool:
    """Whether a sentence tells what others answer, or what would be otherwise, and no more of the learner's own.

    Args:
        text: the sentence, or what stands before an equation in it.
    """
    if found := _SUPPOSED.search(text):
        return _DENIED.search(text, found.start()) is None and _ENDORSES.search(text) is None
    against = any(form.search(text) for form in (_OWN, _ENDORSES, _ABLE, _POINTS))
    return _OTHERS.search(text) is not None and not against


def words_of_others(text: str) -> list[str]:
    """Return the words by which a sentence tells what others answer."""
    return [word for found in _OTHERS.finditer(text) for word in _WORDS.findall(found.group())]


def tells_of_mistake(text: str) -> bool:
    """Whether a sentence tells of a mistake that many make."""
    return _MISTAKEN.search(text) is not None


def only_tells_of_mistake(text: str, tokens: Iterable[Token]) -> bool:
    """Whether a sentence tells of such a mistake, and none of its other words is against anything.

    Args:
        text: the sentence.
        tokens: its tokens, in their order.
    """
    found = _MISTAKEN.search(text)
    if found is None:
        return False
    against = (token for token in tokens if token.role in AGAINST_IT or token.role is Role.ERROR)
    words = Counter(word for token in against for word in bare(token.text).split())
    return not words - Counter(bare(word) for word in _WORDS.findall(found.group()))


def judges_false(text: str) -> bool:
    """Whether a sentence only says of what stands before it that it is wrong: "That is false."."""
    return _FALSE.fullmatch(text) is not None


def speaks_of_answers(text: str) -> bool:
    """Whether a sentence may say whose answer is right: the learner's own, theirs, or another.

    That the learner keeps their own, "Mine stays 8.", says no more than their equation does.
    """
    if keeps(text):
        return False
    found = (form.search(text) for form in (_OWN, _THEIRS, _ENDORSES, _DENIED))
    return any(found) or any(map(str.isdigit, text))


def keeps(text: str) -> bool:
    """Whether a sentence says that the learner keeps their own answer, and no other is right."""
    return _KEEPS.search(text) is not None and not endorses(text)


def says_too(text: str) -> bool:
    """Whether a sentence says that its number is as another's: "So is 3.", "Ditto q = 3"."""
    return _LIKEWISE.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether a sentence may go on with another answer that is not the learner's: "So is 3.", "And some: q = 3"."""
    return says_too(text) or _FURTHER.search(text) is not None


def speaks_of_oneself(text: str) -> bool:
    """Whether a sentence has a word for its writer."""
    return _OWN.search(text) is not None


def endorses(text: str) -> bool:
    """Whether a sentence says that something is right, and denies nothing."""
    return _ENDORSES.search(text) is not None and _DENIED.search(text) is None
