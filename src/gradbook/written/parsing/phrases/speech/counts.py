"""Counts: whether a word or a number says that there are more than one."""

from gradbook.graph.expression import Number
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import written
from gradbook.written.lexing.words.languages import DICTIONARY

_LATER = frozenset({  # ordinals
    "другого", "третього", "другій", "третій", "десятій", "δεύτερη", "τρίτη", "δέκατη", "doua", "treia", "zecea",
    "دوم", "سوم", "دهم", "الثانية", "الثالثة", "العاشرة",
    "другому", "третьому", "δεύτερο", "τρίτο", "doilea", "al doilea", "treilea", "anden", "andet",
    "andre", "toinen", "toisen", "második", "másodikban",
    "druhém", "druhého", "třetím", "druhom", "drugom", "drugog", "другом", "другог", "втората", "вториот", "drugem",
    "drugega", "antro", "antrojo", "otrā", "teise", "teist", "екінші", "השני", "ที่สอง", "দ্বিতীয়", "இரண்டாவது", "دوسرے",
    "ikalawang", "pangalawang", "doosre", "dusre", "segon", "segona", "두", "세", "두번째",
    "second", "third", "fourth", "fifth", "zweiten", "dritten", "vierten", "deuxième", "troisième", "segundo",
    "segunda", "tercer", "tercera", "terceiro", "terceira", "secondo", "seconda", "terzo", "terza", "tweede", "derde",
    "drugim", "trzecim", "второго", "третьего", "ikinci", "üçüncü", "kedua", "ketiga", "hai", "thu hai", "第二", "第三",
    "第2",
    "sixth", "seventh", "eighth", "ninth", "tenth", "funften", "fünften", "sechsten", "siebten", "achten", "neunten",
    "zehnten", "cinquième", "sixième", "septième", "huitième", "dixième", "quinta", "sexta", "séptima", "octava",
    "décima", "sétima", "oitava", "settima", "ottava", "zevende", "tiende",
})  # fmt: skip
_SEVERAL = frozenset({
    "кількох", "декількох", "багатьох", "μερικά", "πολλά", "αρκετά", "câteva", "multe", "mai multe", "چند", "چندین",
    "عدة", "कई",
    "flere", "mange", "många", "useita", "monta", "több", "sok",
    "dozen", "dozens", "couple", "hundred", "hundreds", "thousand", "thousands", "dutzend", "hundert", "tausend",
    "douzaine", "cent", "mille", "docena", "cien", "mil", "dúzia", "cem", "dozzina", "cento", "dozijn", "tuzin",
    "several", "many", "few", "multiple", "mehreren", "mehrere", "einigen", "vielen", "plusieurs", "quelques", "varios",
    "varias", "muchos", "vários", "várias", "muitos", "diversi", "alcuni", "alcune", "molti", "meerdere", "enkele",
    "kilku", "wielu", "нескольких", "birkaç", "beberapa", "nhiều", "多", "几", "数", "여러", "몇",
})  # fmt: skip


def is_many(count: Token) -> bool:
    """Whether a token counts more than one, or the second or a later one."""
    if count.kind == "num":
        return count.node != Number(1.0)
    text = written(count.text)
    return text in _LATER or text in _SEVERAL or DICTIONARY.value(count.text) not in (None, 1.0)


def is_one(count: Token) -> bool:
    """Whether a token counts one."""
    return count.node == Number(1.0) if count.kind == "num" else DICTIONARY.value(count.text) == 1.0


def is_later(count: Token) -> bool:
    """Whether a word is an ordinal behind the first: the second, the third."""
    return count.kind == "word" and count.text in _LATER
