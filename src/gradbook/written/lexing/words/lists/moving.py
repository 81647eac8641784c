"""Moving: verbs that say that a quantity is changed, changes or arrives, as words are looked up without their signs."""

from gradbook.written.lexing.words.dictionary import bare_words

MOVES = frozenset({
    "nudge", "nudging", "nudged", "nudges", "bump", "bumping", "bumped", "perturb", "perturbing", "perturbed", "wiggle",
    "wiggling", "increase", "increasing", "increases", "raise", "raising", "decrease", "decreasing", "decreases",
    "lowering", "changing", "change", "vary", "varying", "shift", "shifting", "erhoht", "erhohe", "erhohen",
    "verandere", "augmente", "augmenter", "augmentant", "perturbe", "aumenta", "aumentar", "aumentamos", "aumentando",
    "aumento", "verhoog", "verhogen", "zwieksz", "zwiekszamy", "увеличим", "увеличить", "увеличивая",
    "subir", "subimos", "subo", "sube", "incrementar", "incrementa", "incrementamos", "bajar", "bajamos", "mover",
    "movemos", "aumentare", "aumentiamo", "incrementare", "incrementiamo", "augmentons", "anheben", "vergrossern",
    "增加", "增大", "늘", "증가", "增", "増", "増加", "verandert",
})  # fmt: skip
NUDGES = bare_words(  # verbs for a change that is as small as that of a derivative
    "nudge nudging wiggle wiggling bump bumping perturb perturbing tweak tweaking jiggle jiggling stupse stupsen "
    "wackeln störe stören perturbe perturber perturbo perturbar perturbare verstoor verstoren"
)
CHANGES = MOVES | frozenset({  # of what a change leads to
    "changes", "changed", "varies", "moves", "moved", "wiggles", "nudges", "bumps", "jiggles",
    "grow", "grows", "shrink", "shrinks", "respond", "responds", "react",
    "reacts", "andert", "andern", "anderte", "reagiert", "varie", "varier", "changer", "modifie", "cambia", "cambiar",
    "cambiaria", "varia", "variar", "muda", "mudar", "mudaria", "mudasse", "cambiare", "cambierebbe", "variare",
    "reagisce", "zmieni", "zmienia", "zmieniamy", "изменится", "изменяется", "меняется", "变化", "改变", "变动", "변하",
    "바뀌", "変化", "変わる",
    "degisir", "thay doi", "berubah",
})  # fmt: skip
LANDS = frozenset({
    "lands", "land", "landing", "landed", "settles", "arrives", "arrive", "arrived", "landet", "landen", "gelangt",
    "gelangen", "atterrit", "aterriza", "llega", "llegamos", "chega", "chegamos", "arriva", "arriviamo", "belandt",
    "hamnar", "laduje",
})  # fmt: skip
ON = frozenset({"on", "at", "bei", "auf", "a", "sur", "en", "em", "op", "pa", "na"})  # what it lands
