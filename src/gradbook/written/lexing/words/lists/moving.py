"""Moving: words that say or ask how a quantity is changed, changes or arrives, as they are looked up without signs."""

from gradbook.written.lexing.words.dictionary import bare_words

MOVES = frozenset({
    "nudge", "nudging", "nudged", "nudges", "bump", "bumping", "bumped", "perturb", "perturbing", "perturbed", "wiggle",
    "wiggling", "wiggled", "wiggles", "poke", "poked", "poking", "jiggle", "jiggled", "jiggling", "tweak", "tweaked",
    "tweaking", "increase", "increasing", "increases", "raise", "raising", "decrease", "decreasing", "decreases",
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
HOW = bare_words(
    "how what which wie was welche comment combien quoi que cómo como cuánto cuánta cuán quanto quanta quão come "
    "cosa hoe hoeveel wat jak jaki ile co как насколько сколько что hur hvor hvad hva nasıl ne bagaimana seberapa "
    "berapa nào bao 多少 怎么 怎样 如何 多 どう どれだけ どれくらい どのくらい どのように 얼마나 어떻게 얼마"
)
WHEN = bare_words(
    "if si when whenever as wenn falls sobald quand lorsque cuando quando als wanneer gdy kiedy jeśli gdyby jak "
    "когда если если när om når dersom hvis eğer ketika jika kalau bila khi nếu 如果 当 若 时"
)
_DOES = bare_words("do does did go goes going gone went")
_MOVING = (*bare_words(  # how verbs and adjectives begin that say what a quantity does when others change
    "chang mov budg react respon care feel happen shift swing jump wobbl wiggl sensitiv touchy depend rise grow vary "
    "varies änder reag beweg wackel passier empfindlich hängt steig bouge varie modif sensib réag dépend mueve cambi "
    "siente sube mexe muda move sobe muov succed dipend verander beweeg gevoelig gebeur zmien zmian rusz wrażliw "
    "czuł zależ dzieje меня измен реаг двига двин чувств завис происход раст rör ändr känslig beror ændr endr følsom "
    "değiş oyna tepki duyarlı hassas berubah bergerak peka sensitif nhạy đổi"
),)  # fmt: skip
_STEMS = (*bare_words("变 动 敏感 変わ 変化 動 민감 변하 변화 움직 바뀌 반응"),)  # of words in scripts without blanks
NUDGING = (*bare_words(  # how verbs begin for a change of a quantity that is only meant to be small
    "nudg pok push wiggl tweak turn bump perturb chang mov jiggl tap prod shift twist touch kick rais increas vary "
    "varied gedreh gestups gewackel geänder verschob dreh wackel änder stups anstups schieb beweg erhöh zupf rüttel "
    "pouss boug modif augment varie titill tourn empuj muev cambi toc subo aument gir empurr mex mud spin muov spost "
    "duw verander beweeg draai verhoog rusz zmien popch porusz pchn zwiększ толк измен двин шевел подвин покрут "
    "увелич сдвин пошевел трон puff ändr rör knuff vrid dytt oyna değiş dürt artır geser ubah dorong naik "
    "推 动 变 改变 動か 変え 揺ら 움직 건드 바꾸 흔들"
),)  # fmt: skip
PUSHING = (*bare_words(  # those of them by which no step of a descent is called
    "nudg pok push wiggl tweak bump perturb jiggl tap prod twist kick dreh gedreh gestups gewackel stups anstups "
    "wackel zupf rüttel pouss titill empuj empurr mex tocc spinge duw popch pchn porusz толк шевел пошевел трон puff "
    "knuff dytt dürt oyna dorong 推 揺ら 건드 흔들"
),)  # fmt: skip
SCALING = (*bare_words(  # how verbs begin for other changes, of which no gradient tells
    "doubl tripl halv remov drop delet zero omit verdoppel halbier weglass divis dupli triplic dobr raddopp dimezz "
    "verdubbel halveer podwo polow удво утро убер обнул fördubbl"
),)  # fmt: skip
BITS = (*bare_words(  # how words begin for how little something is moved: "a hair"
    "bit hair touch smidg tad notch pinch whisker crumb tick little tiny small bissch hauch stück quäntchen peu "
    "chouia poil poc pizc pelín pouco bocad tantin beetj tikj odrobin troch "
    "чуть немно капел lite gnutt litt lidt biraz sedikit 一点 少し 조금"
),)  # fmt: skip
FALLING = (*bare_words(  # how words begin for a move downwards, of which the number has no sign
    "down fall fell drop lower decreas shrink shrunk sink sank reduc less minus opposite other runter sink fäll "
    "fällt verringer gegen baiss diminu descen baj dismin desc caí cai diminui scend diminu daal verlaag spad male "
    "zmniejsz пада умень сниж minsk sjunk düş azal turun kurang giảm 降 减 下 減 내려 줄"
),)  # fmt: skip
OTHERWISE = (*FALLING, *SCALING)  # of which a number tells no gradient


def moves(text: str) -> bool:
    """Whether a word without its signs says of a quantity that it moves, or how readily."""
    return text in _DOES or text.startswith(_MOVING) or any(stem in text for stem in _STEMS)
