"""Requests: sentences that invite a reader to correct an answer, should anything be wrong, and call nothing so.

Correct me if I'm wrong!    Sagt Bescheid, falls was falsch ist.    Si me equivoqué, avísenme.    如有错误请指正。

What presupposes an error ("tell me where I went wrong"), names what may be wrong ("if the sign is wrong") or has any
other word is none.
"""

from collections.abc import Sequence

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.words.dictionary import bare_words

_TELL = bare_words(  # what a reader is asked to do
    "tell let shout say speak yell holler message ping write drop sagt sag sagen melden meldet meld schreibt schreib "
    "bescheid dites dis dîtes signalez avisez écrivez avisadme avísame avísenme avisen díganme decidme dime decirme "
    "avísadme avisem avise avisa digam diga ditemi ditemelo dimmelo dimmi fatemelo segnalatemi segnalate scrivetemi "
    "zeg zegt laat dajcie daj napiszcie napisz mówcie piszcie напишите скажите сообщите пишите подскажите säg hojta "
    "skriv sig si řekněte napište dejte söyleyin söyler belirtin yazın bildirin chỉ nói báo kabari beritahu kasih "
    "sorry apologies maaf entschuldigung désolé désolée perdón disculpen disculpa desculpem desculpe scusate scusa "
    "przepraszam извините صححوني batana batao bataye bataiye digueu-me aviseu-me javite recite kažite jawite povedzte "
    "dajte napíšte кажете кажите јавите תגידו תכתבו sabihin pakisabi"
)
_CORRECT = bare_words(  # and which no error is presupposed by
    "correct corrected correction corrections korrigiert korrigier korrigieren korrektur korrekturen verbessert "
    "corrigez corrige corriger corríjanme corregidme corrígeme corregirme corríjame correcciones corrijam corrija "
    "corrigir correções correggetemi correggimi correggete correggermi correzioni poprawcie popraw poprawki поправьте "
    "поправляйте исправьте verbeter verbeteren verbetert rätta rättar rett ret opravte düzeltin düzeltirseniz sửa "
    "koreksi koreksinya dikoreksi corectați chấm"
)
_WELCOME = bare_words(
    "welcome appreciated happy glad free hesitate willkommen gern gerne hésitez bienvenues bienvenidas bienvenidos "
    "agradecen agradeço benvenute gradite libre libremente mile widziane mong giúp"
)
_IF = bare_words(
    "if case falls wenn si se jeśli jeżeli gdyby если als mocht indien om hvis jestli pokud varsa eğer nếu jika kalau "
    "bila لو agar ako ak ако אם kung"
)
_ERROR = bare_words(
    "wrong mistake mistakes mistaken error errors mess messed slip slipped off amiss incorrect falsch fehler vertan "
    "verrechnet schief trompe trompé trompée erreur erreurs faute fautes cloche faux equivoqué equivoco equivocado "
    "equivocada equivocándome errores fallo fallé mal errei erro erros errado errada sbaglio sbagliato sbagliata "
    "errore errori źle błąd błędy mylę pomyliłem pomyliłam ошибся ошиблась ошибка ошибки неправ неправа неверно fout "
    "fouten fel feil forkert galt chyba chybu chyby mýlím špatně hatam hata yanlışım yanlış sai lỗi nhầm salah "
    "kesalahan keliru stimmt خطأ galti galat "
    "equivocat equivocada greška greške pogriješio pogriješila pogrešio pogrešila "
    "грешка греша грешио грешила pomýlil pomýlila טעיתי טעות mali pagkakamali"
)
_FORGOT = bare_words(
    "miss missed forget forgot forgotten overlook overlooked skip vergessen übersehen oublié oublie manque olvidé "
    "olvida olvidado falta faltó esqueci esqueceu faltou dimenticato dimenticata manca saltato zapomniałem "
    "zapomniałam pominąłem забыл забыла упустил упустила vergeten gemist glömt missat glemt zapomněl zapomněla "
    "unuttum lupa quên thiếu"
)
_ANY = bare_words(
    "anything something any some etwas was irgendwas quelque chose algo alguna cosa alguma coisa qualcosa qualche coś "
    "iets något noget noe něco bir şey sesuatu gì ada что то нибудь koi kuch res nešto niečo нещо нешто משהו may meron"
)
_BESIDE = bare_words(  # pronouns, particles and courtesy
    "please pls plz kindly i im ive am is are was have has had did do does me my you your yours anyone anybody "
    "someone somebody to be know get got made make go went up a an the there here out in so just and or but also hi "
    "always feel not any further find see spot notice thanks thank folks guys everyone all where bitte mich mir ihr "
    "euch ich wir da es ist sind liegt liege nicht stimmen sollte sein habe hab hat einen einer ein eine irgendwo mal "
    "gern gerne doch ruhig danke moi je suis ai il y une un des de dans svp vous plaît te ne pas à est et merci vos "
    "les toute toutes mi he en algún alguna por favor hay ha habido está estoy esta se os gracias todas todos bien "
    "que con alguien ve veis ven tenga tengo eu algum alguma houver tiver há estiver estou em com obrigado obrigada "
    "são é tem ho qualche ci sono è lo per favore grazie avessi fatto proszę mnie się jest coś znać jakiś jakieś mam "
    "gdzieś dzięki пожалуйста меня мне я где то есть если что в спасибо был была прав не maar alsjeblieft ik het heb "
    "er iets mij graag till mig jag har är något om gärna snälla det prosím mě v něčem jsem kde lütfen bir beni bana "
    "yerde olursa mình thì mọi người ở đâu với ạ xin nhé cho biết thầy cô nha mohon tolong kak pak bu ya jika yang "
    "aku saya terima kasih should case في s m n l d qu t don j quelqu c bem vindas"
)
_ME = bare_words(
    "me mich mir moi corríjanme corregidme corrígeme corríjame correggetemi correggimi mnie меня mij mig mě beni "
    "mohon tolong"
)
_DONE = bare_words("corrected have has had was ich habe hab hat he ho ai heb jag")  # perhaps by somebody
_THE = bare_words("the my der den die das mein meinen l mon el mi il mio o meu")  # of an error that is there
_BEHIND_IT = frozenset({"varsa"})  # an "if" that stands behind what it is of
_PARTS = regex(r"['’-]+")  # of words that are drawn together
_EMOJI = regex(r"[^\w)）]+$")
_ALL = _TELL | _CORRECT | _WELCOME | _IF | _ERROR | _ANY | _BESIDE
_SIGNS = regex(  # whole sentences, of scripts that set no blanks and of Hindi
    r"(?:如果?|若|要是)(?:有|哪里|哪里有|我)*(?:任何)?(?:不对|错误?|錯誤?|问题|問題|不足)(?:的话|的地方|之处)?[,，]?"
    r"(?:还|還|就)?(?:请|請|麻烦|欢迎|敬请)?(?:各位|大家|老师|老師)?"
    r"(?:告诉我|告訴我|指正|指出|纠正|批评指正|提醒我|斧正)(?:一下)?[,，]?(?:谢谢|謝謝|感谢|感謝)?(?:大家|老师)?"
    r"|(?:请|請|欢迎|歡迎|敬请)(?:各位|大家|老师|老師)?(?:指正|纠正|批评指正|多多指教|斧正)"
    r"|(?:もし)?(?:どこか)?(?:(?:間違い|間違え|誤り|ミス)(?:が|は)?(?:あれば|ありましたら|あったら)"
    r"|間違って(?:い)?(?:たら|れば|ましたら))[、,]?(?:ご)?(?:指摘|教えて|訂正(?:して)?)"
    r"(?:お願いします|ください|下さい|いただけると(?:幸い|嬉しい)です)"
    r"|(?:agar[ ])?koi[ ](?:galti|galati|mistake|error)[ ](?:ho|hui[ ]ho|hai)[ ]to[ ](?:please[ ]|pls[ ]|plz[ ])?"
    r"(?:batana|batao|bataye|bataiye|batayein|bata[ ]dena|bata[ ]dijiye|correct[ ]kar[ ]dena)"
    r"|(?:혹시[ ])?(?:틀린|잘못된|이상한)[ ](?:부분|곳|데|점|거)(?:이|가)?[ ]?있(?:으면|다면)[ ](?:꼭[ ])?"
    r"(?:알려[ ]?주세요|알려[ ]?주시면[ ]감사하겠습니다|지적[ ]?(?:부탁드립니다|해[ ]?주세요)"
    r"|댓글(?:로)?[ ](?:주세요|부탁드립니다)|말씀해[ ]?주세요)"
)


def invites_corrections(said: str, words: Sequence[str], *, asks: bool) -> bool:
    """Whether a sentence only invites its reader to correct what may be wrong, or asks whether anything is forgotten.

    Args:
        said: the sentence, without its mark.
        words: its words, bare.
        asks: whether a question mark stands behind it.
    """
    if _SIGNS.fullmatch(_EMOJI.sub("", said.lower())):
        return True
    words = [part for word in words for part in _PARTS.split(word) if part]
    if asks and not _FORGOT.isdisjoint(words) and not _ANY.isdisjoint(words):
        return (_FORGOT | _ANY | _BESIDE).issuperset(words)
    if not _ALL.issuperset(words):
        return False
    errors, given = ([n for n, word in enumerate(words) if word in known] for known in (_ERROR, _IF))
    if errors and given and (given[0] < errors[-1] or not _BEHIND_IT.isdisjoint(words)):
        is_there = words[errors[-1] - 1] in _THE or "sí" in said.lower()  # "if you see the mistake, tell me"
        return not is_there and not (_TELL | _CORRECT).isdisjoint(words)
    return not errors and not _CORRECT.isdisjoint(words) and _is_addressed(words)


def _is_addressed(words: Sequence[str]) -> bool:
    """Whether words of correcting are said to a reader: "correct me", "corrections welcome", not "I was corrected"."""
    done = not _DONE.isdisjoint(words)
    return len(words) > 1 and not (_WELCOME if done else _WELCOME | _ME).isdisjoint(words)
