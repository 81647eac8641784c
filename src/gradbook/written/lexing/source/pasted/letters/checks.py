"""Checks: questions by which a learner only asks a reader to look at an answer, or whether all is right in it.

    Could someone have a look?    Ist das richtig so?    Ránéznél?    请问对吗？

What has any other word is none: "Should it be doubled?"
"""

from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare_words

_RIGHT = bare_words(
    "right correct ok okay good fine richtig korrekt stimmt stimmen passt correcte juste bon bien exact correcto "
    "correcta cierto certo correto bem giusto corretto bene torna klopt goed juist dobrze poprawne poprawnie zgadza "
    "правильно верно верный правильный правильное так сходится doğru đúng benar betul rätt riktigt riktig stämmer "
    "správně dobře corect corecta bine oikein helyes"
)
_LOOKS = bare_words(  # what a reader is asked to do, or to say of it
    "check look glance thoughts agree makes make sense see schaust schauen schau drüber drüberschauen nachsehen "
    "kontrollierst prüfst meinst hin vérifier vérifies regarder regardes relire œil penses pensez colle miras mires "
    "revisas revisar revisarlo revisa opinas parece voy conferir confere olhada olhar acha acham sentido occhiata "
    "controlli controllare guardi pensi pensate kijken kijk kloppen denk zerkniesz zerknąć sprawdzisz sprawdzić "
    "myślisz проверите проверишь проверьте проверить глянешь глянете посмотришь посмотрите посмотреть перевірите "
    "перевіриш правильно bakar bakabilir kontrol olmuş sizce sence ránéznél ránézel ránéznétek megnéznéd megnézed "
    "átnéznéd jó szerinted mrkneš kouknete koukneš mrknout zkontroluješ zkontrolovat sedí myslíš kolla kollar titta "
    "tror kigge sjekke sjekker stemmer katsoa katsotko menikö näyttääkö cek dicek bener xem uiți verifici"
)
_BESIDE = bare_words(  # whom it is said to, of what, and how politely
    "is this that it these are they all everything so my answer answers solution result results the did i do get got "
    "look looks have been done and am please ist das es alles habe ich gerechnet gemacht meine lösung mein ergebnis "
    "die sind bin jetzt est-ce est ce que c'est cela ça va mon résultat ma réponse tout j'ai está esta esto así todo "
    "lo hice mi respuesta isso tá tudo minha resposta a fiz é assim è così questo il risultato la risposta ho fatto "
    "dit dat het zo mijn antwoord czy to jest tak wszystko się moje rozwiązanie это всё все так ли я решил решила "
    "посчитал посчитала сделал сделала ответ мой да решение mu mı bu yapmış mıyım yaptım cevabım hepsi không ạ như "
    "vậy thế này thầy cô em làm có à apakah ini tidak sudah belum jawaban saya kah ya är det er detta dette svaret "
    "mitt je e asta onko tämä ez oder n'est pas no não profe prof professor teacher sir can could would will may you "
    "your anyone anybody someone somebody mind any time over quick pls an at take what think does sound sounds seem "
    "how kannst könntest könnten können du ihr sie jemand mal kurz bitte was haut kommt hierhin einmal drauf tu vous "
    "peux peut pourrais pourriez pouvez quelqu'un jeter un coup d'œil en y sur qu'en penses-tu te plaît s'il t'a "
    "puedes puede podrías podría podéis alguien qué me le vistazo por favor ves pode podem poderia alguém dar dá uma "
    "o faz você puoi può potresti potrebbe qualcuno ci dai un'occhiata che ne per favore wil jij u even mee wat kunt "
    "iemand of kan może ktoś pan pani mógłby mogłaby co tym na możesz można не можете можешь мог могли бы кто-нибудь "
    "пожалуйста вы ты на как думаете думаешь можеш будь ласка чи acaba mısın mısınız misin misiniz eder bir lütfen "
    "sen siz nekem kérlek ezt így lett rá bys bych mohl můžeš můžete prosím någon ser ut vil noen på vad hvad voitko "
    "vähän kak bang pak dong ga gak nggak udah coba giúp với chưa anh chị și"
)
_ALL = _RIGHT | _LOOKS | _BESIDE
_WITHOUT_BLANKS = regex(
    "(?:请问|請問)?(?:老师|老師)?[,，]?我?(?:这样|這樣|这|這|算得|做得|写得|答案|结果|結果|全部|都|以上|是)*"
    "(?:对不对|對不對|对|對|正确|正確)(?:的|了)?(?:吗|嗎|么|吧)?"
    "|(?:これで|これは|答えは|計算は|全部|すべて)?(?:合って|あって|正しい|正解|大丈夫)(?:い?ます|でしょう|です)か"
    "|(?:이거|이게|제가|혹시|답이|이렇게|다|풀이가|계산이|하면|[ ]){0,4}"
    "(?:맞나요|맞습니까|맞을까요|맞는지요|맞는[ ]건가요|맞게[ ](?:했나요|한[ ]건가요|풀었나요))"
    r"|[^\W\d]{0,6}…?(?:これで|それで)(?:いい|よい|良い|よろしい|合ってる|大丈夫)(?:の|ん?ですか|のですか|の?でしょうか|の?かな|か)?"
    "|هل[ ]هذا[ ]صحيح|क्या[ ]यह[ ]सही[ ]है"
)


def asks_whether_right(said: str, words: Sequence[str]) -> bool:
    """Whether a question only asks for a look at an answer, or whether it is right.

    Args:
        said: the question, without its mark.
        words: its words, bare.
    """
    if _WITHOUT_BLANKS.fullmatch(said):
        return True
    return _ALL.issuperset(words) and not (_RIGHT | _LOOKS).isdisjoint(words)
