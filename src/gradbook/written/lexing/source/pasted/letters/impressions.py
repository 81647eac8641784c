"""Impressions: sentences that only tell how the work felt, how long it took, or what comes next.

Took me ten minutes.    Tired. Tomorrow two neurons.    Ist doch gar nicht so wild, wenn man's von hinten macht.

A denial of what pleases ("not happy"), and any other word, is heard as before.
"""

from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare, bare_words

_HARD = bare_words(  # what may be denied as well: "not as hard as I thought"
    "hard harder difficult tough wild scary bad terrible horrible long longer simple simpler easy easier trivial "
    "schwer schwerer schwierig schlimm einfach einfacher leicht leichter kompliziert lang dur dure difficile "
    "difficiles sorcier compliqué compliquée facile longue difícil difíciles complicado complicada fácil sencillo "
    "sencilla largo larga simples longo longa difficili facili complicato complicata semplice lungo lunga moeilijk "
    "moeilijker makkelijk makkelijker lastig eng simpel trudne trudny trudna łatwe łatwy proste straszne сложно "
    "сложнее трудно легко просто страшно zor kolay kolaymış zormuş svårt lätt enkelt susah sulit mudah khó dễ"
)
_PLEASING = bare_words(
    "fun nice cool neat satisfying happy proud love loved liked relieved great awesome beautiful pretty phew yay "
    "hurra schön spaß freut freu stolz glücklich hübsch super toll witzig joli jolie content contente fier fière "
    "sympa génial marrant chouette bonito bonita contento contenta orgulloso orgullosa divertido chulo guay lindo "
    "legal feliz orgulhoso orgulhosa bacana massa bello bella felice divertente figo leuk mooi blij trots fajne ładne "
    "ładnie cieszę красиво круто здорово рад рада приятно güzel güzelmiş güzeldi harika sevindim kul roligt skönt "
    "snyggt senang keren bagus vui hay"
)
_WEARY = bare_words(
    "tired exhausted sleepy coffee break bed sleep müde kaffee pause bett schlafen fatigué fatiguée café dodo dormir "
    "cansado cansada cama sueño sono stanco stanca letto moe koffie slapen zmęczony zmęczona kawa spać устал устала "
    "спать кофе yorgun yoruldum kahve uyku trött kaffe sova capek lelah ngantuk mệt ngủ"
)
_LASTING = bare_words(
    "minutes minute min hours hour evening evenings afternoon tries attempts minuten stunde stunden abend anläufe "
    "versuche heure heures soirée essais tentatives minutos hora horas tarde intentos tentativas minuti ora ore "
    "serata tentativi uur avond pogingen minut minuty godzinę godziny wieczór prób минут минуты час часа вечер "
    "попытки dakika saat minuter timmar menit jam phút tiếng"
)
_NEXT = bare_words(
    "tomorrow next later morgen nächste nächstes nächsten nachher demain prochain prochaine mañana próximo próxima "
    "siguiente amanhã domani prossimo prossima volgende jutro następny następne завтра следующий следующая дальше "
    "yarın sonraki imorgon nästa besok mai"
)
_DENIES = bare_words(
    "not no isn't wasn't aint nicht kein keine pas ne n'est n'était non não niet geen nie не değil inte tidak không"
)
_BESIDE = bare_words(
    "i i'm im it its it's is was be been are that's this that these me my you one we the a an as so than to at all "
    "and or but too very really quite pretty actually kinda kind of sort bit little much just only even still again "
    "today tonight yesterday now then first ever once finally done did do does doing go going goes get got makes made "
    "make took takes take taking needed need feels felt feel looks looked look looking seemed thought think expected "
    "imagined feared when if step by slowly back end backwards two three four five six seven ten fifteen twenty "
    "thirty half whole another more with neurons neuron layers layer softmax maybe exercise exercises chapter part "
    "rest video lecture course lol haha hehe ha ah oh wow puh ok okay time for ich es ist war das vielleicht doch gar "
    "wie als wenn man man's mans stur von hinten macht gemacht nur ein eine einen mir mich hat habe hab gedauert "
    "gebraucht und aber auch ja echt eigentlich sehr ganz dachte gedacht erwartet heute jetzt erst mal dann zwei drei "
    "vier fünf zehn zwanzig halbe weiter mit der die den dem neuronen schichten aufgabe kapitel teil uff schritt für "
    "erstes je j'ai c'est c'était ce est était ça si que quand on le la les l un une des m'a m ai pris mis mais et en "
    "fait finalement aussi très trop tout plus moins pensais croyais pas deux trois quatre cinq dix vingt demi pour "
    "fois exercice chapitre suite neurones couches ouf par l'envers aujourd'hui maintenant yo era fue lo el los las "
    "una he tomó llevó tardé costó pero y muy tan tanto como pensaba creía parece parecía hoy ahora al final se hace "
    "paso dos cuatro cinco diez veinte media más menos con neuronas capas ejercicio capítulo parte uf jaja jeje todo "
    "hay para de eu é foi o os um uma levou demorei muito tão quanto achava pensei hoje agora no fim faz passo dois "
    "quatro dez vinte meia com neurônios camadas exercício kkk rsrs ufa tudo io stato stata il gli mi ci ho messo "
    "richiesto ma molto così come pensavo credevo sembra sembrava oggi adesso alla fine fa due tre quattro cinque "
    "dieci venti mezza più meno neuroni strati esercizio capitolo uffa che tutto poi ik het dat een mij heeft heb "
    "gekost maar heel zo dacht leek lijkt vandaag nu op eind stap voor twee drie vijf tien twintig meer met lagen "
    "oefening hoofdstuk deel valt mee viel pff hoor best było jest się mnie zajęło ale bardzo tak jak myślałem "
    "myślałam wydaje dziś dzisiaj teraz na końcu krok po dwa trzy cztery pięć dziesięć dwadzieścia pół więcej z "
    "neurony warstwy zadanie rozdział część takie wcale это было и я мне у меня заняло но очень так как думал думала "
    "кажется сегодня теперь в конце шаг за два три четыре пять десять двадцать пол больше с нейроны слои задача глава "
    "часть оказалось совсем ушло уф yani bu çok kadar da ama ve ben bana sandığım gibi bugün şimdi sonunda adım iki "
    "üç dört beş yirmi yarım daha ile nöron katman soru bölüm sürdü aldı çıktı oldu det var jag ett men och mycket "
    "tog mig som trodde idag ini itu sangat aku saya ternyata banget sih này rất mình em"
)
_KNOWN = _HARD | _PLEASING | _WEARY | _LASTING | _NEXT | _DENIES | _BESIDE
_PARTS = regex(r"['’-]+")


def tells_impression(words: Sequence[str]) -> bool:
    """Whether a sentence of such words, bare, tells how an answer was worked out only by its ease, joy or length."""
    parts = {part for word in words for part in ([word] if word in _KNOWN else map(bare, _PARTS.split(word))) if part}
    if not _KNOWN.issuperset(parts):
        return False
    pleased = not parts.isdisjoint(_PLEASING | _WEARY | _LASTING | _NEXT)
    return parts.isdisjoint(_DENIES) if pleased else not parts.isdisjoint(_HARD)
