"""Asking: all words of a sentence that only asks its reader whether an answer is right, or where it is not.

    Could someone please check if this is correct?    Où est mon erreur ?    Let me know if I made a mistake.

What negates, or names another answer ("not", "instead", "negative"), is none of them, nor is a number or a name.
"""

from collections.abc import Iterable

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare, bare_words

_PARTS = regex(r"[ '’-]+")  # of phrases, and of words that are drawn together: "est-ce", "c'est"
_MARKS = frozenset("?？")
ASKING = bare_words(
    "gradient gradients derivative derivatives backprop backpropagation gradienten ableitung ableitungen derivee "
    "derivees gradiente gradientes derivada derivadas gradienti derivata derivate 梯度 导数 기울기 그래디언트 a "
    "about all mistake mistakes mistaken error errors am c d est j l m n qu s t an and any anybody anyone anything "
    "anywhere are at be been by calculation can check checked checking computation computations confirm could did "
    "do does doing done either else ever everything far find for found get give go going good got had has have help "
    "here hi how i idea if in into is it its kind kindly know let little look looks made make makes math maybe me "
    "mess might missed missing my numbers of ok okay on one over part please point possible problem proceed quick "
    "really result results right see seem seems so solution someone somebody something somewhere spot step steps "
    "tell thank thanks that the there these they thing think this thx to up verify way we went what where whether "
    "which while why with work working would wrong you your aber alles also an bitte da das dass dazu denn die der "
    "den dem ein eine einen einer er es etwas falsch fehler geht genau gerade haben habe hab hilft helfen hier ich "
    "ihr ihre ihren in irgendwo ist ja jemand kann kannst konnt konnte konnten kontrollieren lieber liegt mal man "
    "mein meine meinem meinen meiner mich mir mit nachrechnung ob passt problem prufen rechnung schauen schon "
    "schritt sehen seht siehst sie sind so soweit stelle stimmt steckt und uber uberprufen verrechnet vielleicht "
    "warum was weiss weiter wer wie wo woran zu ai aider au avez avoir bon bonjour calcul calculs ce cela ces cette "
    "chose comment correct correcte corriger dans de des dire dites du elle en erreur erreurs est et etre faire "
    "fait faute faux je juste l la le les ma mal me merci mes moi mon ou peu peut peux pourriez pourrais pouvez "
    "probleme quelque quelqu'un quelqu quelle quoi raisonnement resultat s se si son svp sur te toi tout trompe "
    "trouve un une valider verifier vois voit voyez vous y a ahi alguien algun alguna algo asi aqui ayudar bien "
    "calculo calculos como con correcta correcto cual cuenta cuentas de decir decirme del dice dime donde el en "
    "error errores es esta estan este esto estoy fallo favor gracias hay he hecho hola la las lo los mal me mi mis "
    "numeros o podria podrian podrias por profe puede pueden puedes que quien resultado revisar revisarlo saber se "
    "si sea solucion todo todos una uno ver verificar ai algo alguem algum alguma ali aqui ajudar bem certa certo "
    "como conferir contas correta correto dizer do da de e ela em erro erros errado errei esta estao eu existe "
    "favor faz fiz foi isso me meu meus minha na no nos obrigado obrigada onde os pessoal poderia poderiam pode "
    "podem por problema professor profe qual que resultado se sera tem tudo um uma ver verificar voce voces aiutare "
    "bene c'e calcoli calcolo che ci come con controllare corretta corretto cosa cosi da del della di dove e errore "
    "errori fatto giusta giusto grazie ho il in la lo mi mio miei mia nel passaggio per potete potrebbe puo puoi "
    "qualche qualcosa qualcuno quale questo qui risultato sapere sbagliato sbaglio se sia sono sta torna tutto un "
    "una va vedere verificare controleren dit doe een er fout gaat goed heb het iemand ik is juist kan kloppen "
    "klopt kunnen kunt maak mijn misschien naar of u waar wat wel zit zo 吗 嗎 么 呢 请 請 请问 老师 麻烦 哪里 哪儿 "
    "错 错了 出错 问题 对 正确 检查 看看 帮 帮忙 一下 谢谢 这样 这 我 算 做 有 맞나요 맞는지 맞아요 확인 "
    "부탁드립니다 부탁 어디 틀렸나요 틀린 문제 이거 이게 제 계산 혹시 봐 주세요 감사합니다 선생님"
)
_BEGS = bare_words(  # what begins a request
    "let please tell kindly bitte sagt sag dites dime diganme diga digam dimmi laat 请 麻烦"
)
REQUESTS = _BEGS | bare_words("thanks svp favor grazie 부탁")
"""What asks without a question mark: "Let me know if I made a mistake."."""
_WHETHER = bare_words("if whether where ob wo si ou donde se onde dove of waar 是否 哪里 에서")
_ERRORS = bare_words(
    "wrong mistake mistakes mistaken error errors mess missed missing problem falsch fehler problem verrechnet "
    "faute faux erreur erreurs mal trompe probleme error errores fallo mal problema erro erros errado errei "
    "problema errore errori sbagliato sbaglio problema fout 错 错了 出错 问题 틀렸나요 틀린 문제"
)
_ASKS = bare_words(  # one of which stands before an error that is only asked for
    "where what which if whether why how did do does have is are can could any wo was woran welcher ob wer ist sind "
    "kann ou quelle quoi si est y donde que cual si hay onde qual se ha dove cosa quale c'e waar wat of "
    "哪里 哪儿 有 吗 어디 혹시"
)


def only_asks(words: Iterable[str]) -> bool:
    """Whether a sentence of such words and marks only asks its reader whether all is right, or where it is not."""
    words = [*words]
    said = {part for word in words for part in _PARTS.split(bare(word)) if part[:1].isalnum()}
    requests = not said.isdisjoint(REQUESTS) and not said.isdisjoint(_WHETHER)
    asks = requests or not _MARKS.isdisjoint(words)
    return len(said) > 1 and asks and ASKING.issuperset(said) and _leaves_open([*map(bare, words)])


def _leaves_open(words: list[str]) -> bool:
    """Whether no word, or one behind what asks, is for an error: no "This is wrong, can someone tell me why?"."""
    errors = [at for at, word in enumerate(words) if not _ERRORS.isdisjoint(_PARTS.split(word))]
    before = {part for word in words[: errors[0]] for part in _PARTS.split(word)} if errors else set()
    first = {part for word in words[:1] for part in _PARTS.split(word)}
    return not errors or (
        len(errors) == 1 and not before.isdisjoint(_ASKS) and not first.isdisjoint(_ASKS | _BEGS | {"someone"})
    )
