"""Words of clauses: which of them may say another number than the one that stands there, or that it is of another.

Any other word of a language that is known may stand between a quantity and its number: nobody knows all verbs.
"""

from collections.abc import Sequence
from itertools import pairwise

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, AND, Role, bare, bare_words
from gradbook.written.notation import VALUE_NOUNS
from gradbook.written.parsing.phrases.called.operations import OPERATION
from gradbook.written.parsing.phrases.slopes.received.getting import together

POSSESSIVE = bare_words(
    "its their his sein seine seinen ihr ihre son sa leur su sus seu sua suo sua zijn haar jego его"
)
RELATIVE = bare_words(  # of what was named last
    "which whose that who where there what die der das dessen deren wo dort was qui dont que où là ce cuyo cuya donde "
    "allí cujo cuja onde che cui dove waarvan waar dat"
)
POSSESSIVE_RELATIVE = bare_words("whose dessen deren dont cuyo cuya cujo cuja cui waarvan wiens")
FIRST = bare_words("first zuerst zunächst d'abord primero primeiro prima eerst")
BUT = frozenset({"but", "aber", "mais", "pero", "mas", "ma", "maar", "но", "但", "但是"})
BESIDE = AGAINST_IT - {Role.SUPPOSITION}  # what speaks against a number in its clause
SLOPED = (Role.SLOPE, Role.SLOPES)
NAMES = ("name", "der", "new")  # kinds of tokens that name a quantity
QUANTITIES = (*NAMES, "diff")  # and that begin to
_UNCLEAR = (*BESIDE, Role.BEFORE, Role.OLD, Role.STRANGE, Role.EVERYDAY, None)
_OTHER_ONE = (Role.BEFORE, Role.OLD, Role.DENIAL, Role.OTHER)
_SHIFTS = (
    bare_words(  # another number
        "half twice double triple thrice third quarter less more fewer least most almost nearly percent between "
        "zwischen entre tra fra tussen over under über unter squares overshoots undershoots averages apart away off "
        "magnitude norm absolute betrag opposé opposée знак"
    )
    | bare_words(  # that it is not had
        "misses miss missing lacks lack lacking loses lose fails fail without except ignores ignore skips skip avoids "
        "drops cancels cancel reverses wants tops balances nothing nobody none neither no nichts niemand keine kein "
        "keiner rien aucun aucune nada ninguno ninguna nenhum nenhuma niente nessuno nessuna niets geen whatever"
    )
    | bare_words(  # what should be
        "must should ought supposed expected wanted hoped sollte müsste devrait debería deveria dovrebbe"
    )
    | bare_words(  # what is beside it, or what it is shared with
        "above below before beyond beside near past around against along sur sous sobre bajo sotto sopra boven onder "
        "shared shares copy copies teilt teilen reparten comparten divide dividen hangt"
    )
    | bare_words(  # what else has numbers
        "steps point points sample samples example examples batch epoch ascent seite page"
    )
)
_WE = bare_words("we you i one")
_FINDS = bare_words("find compute calculate work derive get obtain see determine evaluate also now then easily")
_LEAVING = bare_words("leaving")
_CHANGE = bare_words("change increase decrease rise drop änderung changement cambio mudança cambiamento")
_EXTREME = bare_words(  # before a derivative, or behind it
    "second second-order maximal maximum largest mean average zweite zweiten maximale mittlere seconde moyenne segunda "
    "máxima media média seconda massima 二阶 二階 2차"
)
_SAID = frozenset({"word", "rel", "sep", "num", "op", "open", "close", "fn", *QUANTITIES})
_TOGETHER = bare_words(
    "sharing share sharing together between half total insgesamt altogether overall combined sum split shared totale "
    "gesamt gesamten ensemble juntos juntas insieme"
)
_ITS_OWN = (  # what it has that a clause is about: "its gradient", "the new value"
    *SLOPED, Role.RESULT, Role.VALUES, Role.PARTIAL, Role.LOCAL, Role.SAME, Role.FILLER, Role.NEW, Role.BACKWARD,
    Role.LINK, Role.RELATION, Role.ARTICLE, Role.STEP, Role.AFTER,
)  # fmt: skip
_OWN_NOUNS = VALUE_NOUNS | OPERATION.keys() | {"local one"} | bare_words(
    "total whole end contributions factor slope upstream incoming gesamten ganze ende totale somme fin suma final soma "
    "fim somma fine result ergebnis résultat resultado risultato minus plus sign"
)  # fmt: skip
_WHOEVER = {"everything else", "all others"} | bare_words(
    "everything everyone else rest others alles jeder jedes chaque reste cada resto ogni"
)
_INDEFINITE = bare_words("a an another ein eine einen un une una uno um uma een")
_NOUNS = bare_words(
    "input weight node unit neuron factor eingabe gewicht knoten faktor entrée poids nœud facteur entrada peso nodo "
    "fator ingresso nó ingang gewicht knoop"
)
_UNNAMED = (Role.WEIGHT, Role.BIAS, Role.NET)
_AS = bare_words("as als comme como come")
_PRONOUNS = bare_words("it them this that das dies ihn sie es ça cela lui elle él ella ele ela esso essa")
_OF_SLOPE = (Role.REASON, Role.ARTICLE, Role.LOCAL, *SLOPED, Role.OF, Role.FILLER)
_TRAILS = (Role.LINK, Role.SAME, Role.REASON, Role.STAYS)
_TRAILING = (
    AND
    | {"as well", "as before"}
    | bare_words(
        "too again unchanged alike here there also only each out back an raus heraus ab zurück übrig auch ebenfalls "
        "hier unverändert je jeweils aussi également ici chacun también igualmente aquí também aqui anche pure qui "
        "이다 이고 이며 입니다 다 가 된다 됩니다 です だ となる になる"
    )
)


def are_clear(said: Sequence[Token]) -> bool:
    """Whether no word before a number in its clause may say another number, or that it is of another quantity."""
    begun, led, before = False, None, ""
    for token in said:
        if before in _LEAVING and token.kind in QUANTITIES:
            return False  # "the gradient leaving w"
        if token.kind not in _SAID or (token.kind == "rel" and token.text != "is"):
            return False
        if token.kind != "word":
            continue
        text = bare(token.text)
        second = (token.role in SLOPED and before in _EXTREME) or (text in _EXTREME and led in SLOPED)
        if second or (text in _CHANGE and led is Role.ARTICLE):
            return False  # "a change in z of 0.9", "the second derivative"
        able, found = before in _WE and text == "can", before != "can" or text in _FINDS
        led, before = token.role, text
        if not found:
            return False  # "you can guess it"
        if able:
            continue  # "we can find it in the same way and get 72"
        if (token.role in _UNCLEAR or text in _SHIFTS) and (begun or text not in BUT):
            return False
        begun = True  # "all but u get -3"
    return True


def are_known(said: Sequence[Token]) -> bool:
    """Whether no word of a clause says what it is about to be another: "the old w gradient"."""
    return not any(token.kind == "word" and token.role in _OTHER_ONE for token in said)


def add_nothing(behind: Sequence[Token]) -> bool:
    """Whether what stands between a number and the end of its clause changes nothing of it: "also", "back"."""
    words = [token for token in behind if not token.edge and token.kind not in ("open", "close", "sep")]
    if words and bare(words[0].text) in _AS and any(token.role in SLOPED for token in words):
        return all(token.kind == "name" or token.role in _OF_SLOPE for token in words)
    if words and words[0].role is Role.FOR and len(words) > 1 and bare(words[1].text) in _PRONOUNS:
        behind = words[2:]  # "leaving -1 for it"
    return all(
        token.edge
        or token.kind in ("open", "close", "sep")
        or (token.kind == "word" and (token.role in _TRAILS or bare(token.text) in _TRAILING))
        for token in behind
    )


def name_another(said: Sequence[Token]) -> bool:
    """Whether a clause is about something that has no name here: "the other", "its partner", "the weight's share"."""
    words = [token for token in said if not token.edge]
    if any(bare(token.text) in _WHOEVER for token in words):
        return True
    for token, behind in pairwise(words):
        led = token.role is Role.ARTICLE or bare(token.text) in POSSESSIVE
        if led and behind.kind == "word" and behind.role not in _ITS_OWN and bare(behind.text) not in _OWN_NOUNS:
            return True
    return any(token.role in _UNNAMED for token in words)


def brings_in(said: Sequence[Token]) -> bool:
    """Whether a clause brings in something without a name, of which the next one may speak: "comes with an input"."""
    words = [token for token in said if not token.edge]
    return any(bare(token.text) in _INDEFINITE and bare(noun.text) in _NOUNS for token, noun in pairwise(words))


def holds_number(said: Sequence[Token]) -> bool:
    """Whether a number stands among words, outside brackets."""
    depth = 0
    for token in said:
        depth += (token.kind == "open") - (token.kind == "close")
        if token.kind == "num" and depth <= 0:
            return True
    return False


def are_of_all(said: Sequence[Token]) -> bool:
    """Whether several have a number only together."""
    return together(said) or any(bare(token.text) in _TOGETHER for token in said)
