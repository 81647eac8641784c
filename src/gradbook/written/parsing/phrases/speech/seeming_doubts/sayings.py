"""Sayings: whole sentences that speak of errors, hopes and what is left out, and say nothing of the equations beside.

A common mistake is to forget the minus sign.    I hope this helps!    For simplicity we ignore the bias.

Only a sentence of words is one: what names a quantity or a number may be about that.
"""

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role
from gradbook.written.lexing.words.sections import sections_of
from gradbook.written.parsing.phrases.speech.sentences import of_words, text_of

_TAIL = r"(?: (?!(?:wrong|false|incorrect|falsch|faux|falso|errado|sbagliato|above|oben)\b)\S+)*"
_COMMON = r"(?:very |most )?(?:common |frequent |typical |classic )(?:mistake|error|pitfall)"
_FORGETS = r"(?:forget|forgetting|drop|dropping|mix|mixing|miss|missing|confuse|confusing)"
_WAYS = "|".join([
    # what people often get wrong
    rf"(?:a|one|the|another) {_COMMON} is (?:to )?{_FORGETS}{_TAIL}",
    r"ein (?:haufiger|typischer|beliebter|klassischer) (?:fehler|denkfehler|rechenfehler) is (?:(?:das|die|den) )?\S+ "
    r"(?:zu )?(?:vergessen|verwechseln|ubersehen)",
    rf"une erreur (?:frequente|courante|classique|typique) is (?:d'|de )?(?:oublier|confondre){_TAIL}",
    rf"un error (?:comun|frecuente|tipico|habitual) is (?:olvidar|confundir){_TAIL}",
    rf"um erro (?:comum|frequente|tipico) is (?:esquecer|confundir){_TAIL}",
    rf"un errore (?:comune|frequente|tipico|classico) is (?:dimenticare|confondere){_TAIL}",
    r"常见的?错误is(?:忘记|忘了|漏掉|混淆)\S*",
    r"흔한실수(?:는|is)?\S*(?:빠뜨리|잊)\S*것(?:이다|입니다|is)\S*",
    # hopes and encouragement
    r"(?:i |we )?hope(?:fully)? (?:this|that|it)(?: all)? (?:helps|helped|is clear|makes sense|is useful)",
    r"(?:ich )?hoff(?:e|entlich) (?:das|dies|es) is (?:verstandlich|klar|hilfreich|nachvollziehbar)",
    r"希望(?:大家|你|这)\S*(?:懂|明白|帮助|理解)\S*",
    r"(?:도움이|이해가)되(?:었으면|길|셨으면)\S*",
    rf"(?:don't|do not) (?:panic|worry|be afraid|be scared){_TAIL}",
    rf"(?:keine (?:sorge|angst|panik)|niente (?:panico|paura)|nao se (?:assuste|preocupe)){_TAIL}",
    r"别(?:担心|怕|慌)\S*",
    r"(?:this|that|it) (?:is(?: not)?|wasn't|isn't) (?:so|too|that) (?:hard|bad|difficult|scary)(?: (?:is|was) it)?",
    r"(?:this|that|it) (?:is|was) (?:quite |very |really )?(?:easy|simple|quick|fun|nice)(?: \S+ it)?",
    r"that(?:'s| is) (?:it|all)(?: folks| for now| there is)?",
    r"this is not a (?:typo|misprint)|das is kein (?:tippfehler|schreibfehler)",
    r"ce n'(?:is|est) pas une (?:coquille|faute de frappe)",
    r"(?:这个?)?公式看(?:起来|上去)\S*(?:复杂|吓人|难)\S*",
    r"trust but (?:always )?verify|vertrauen is gut kontrolle is besser",
    # signs and sizes
    r"(?:so )?(?:all|both)(?: of (?:them|these))?(?: (?:two|three|four|five|gradients|derivatives))* is (?:\S+ )?"
    r"(?:negative|positive|zero|non-?zero|small|large)",
    r"(?:alle|beide)(?: (?:zwei|drei|vier|gradienten|ableitungen))* is (?:negativ|positiv|null|klein|gross)",
    r"(?:tous|toutes|todos|todas|tutti|tutte|entrambi|ambos|ambas)(?: (?:les|los|as|os|le|i|e))?(?: \S+)? is "
    r"(?:negati[fv]\S*|positi[fv]\S*|nulles|nuls|cero|zero)",
    # what is passed over
    rf"(?:feel free to|you can|you may) skip (?:this|the) (?:part|section|paragraph){_TAIL}",
    rf"without further ado{_TAIL}",
    r"(?:for (?:the sake of )?simplicity )?we (?:ignore|omit|drop|neglect) the bias(?:es)?(?: terms?)?(?: here)?",
    r"(?:간단히하기위해|편의상)?(?:편향|바이어스)(?:은|는|is)(?:무시|생략)\S*",
    r"(?:no necesitamos|nao precisamos de|non servono) (?:los otros terminos|outros termos|gli altri termini)",
    # what goes the same way
    r"(?:de forma analoga|analogamente|da mesma forma) para (?:el otro|o outro) \S+",
    r"同理(?:可得|可求|可知)?另一个?\S{0,4}",
    r"마찬가지로다른\S{0,3}값도\S*",
    r"\S{0,4}나중에다시(?:사용|쓰|필요)\S*",
    r"보다시피\S*",
    r"왜이렇게\S*할까\S*",
    r"the rest is (?:just|only|pure) \S+|le reste n'(?:is|est) que du \S+",
])  # fmt: skip


@cache
def _sayings() -> re.Pattern[str]:
    """Return what finds a saying, or a sentence that explains, from words all of which do.

    What goes on with any other word, as with "is what Ben has", may charge something.
    """
    sections = sections_of(files(__package__) / "explanations.txt")
    ways = sections.pop("ways")
    for name, lines in sections.items():
        known = "|".join(sorted(map(re.escape, " ".join(lines).split())))
        further = rf"(?: ?(?:{known})(?: |$))*"
        ways = [way.replace(f"{{{name.removeprefix('words ')}}}", further) for way in ways]
    return re.compile("|".join([_WAYS, *ways]))


def is_saying(text: str) -> bool:
    """Whether the text of a sentence is a saying."""
    return _sayings().fullmatch(text) is not None


def said(tokens: list[Token]) -> list[Token]:
    """Return the tokens, those of a sentence that is a saying as plain words."""
    found = tokens
    for start, end in of_words(tokens):
        if is_saying(text_of(tokens[start:end])):
            found = list(tokens) if found is tokens else found
            found[start:end] = [_plain(token) for token in tokens[start:end]]
    return found


def _plain(token: Token) -> Token:
    return replace(token, role=Role.PLAIN) if token.kind == "word" else token
