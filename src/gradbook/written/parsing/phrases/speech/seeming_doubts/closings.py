"""Closings: how an answer takes leave of its reader: "Hope this helps.", "Let me know if you have any doubts."

What such a sentence hopes, and the doubts that it speaks of, are its reader's: they speak against no equation. Nor does
a last paragraph that only asks whether all is right, "Is this correct?", or a sentence of it that does, or a last
line that hopes so, "Hope this is right!" No number is taken back by it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gradbook.core.text.patterns import regex
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import AGAINST_IT, Role, bare, bare_words
from gradbook.written.lexing.words.lists.asking import only_asks
from gradbook.written.parsing.grammar.edges import ends_sentence
from gradbook.written.parsing.phrases.speech.seeming_doubts.questions import CONFIRMED
from gradbook.written.parsing.phrases.speech.seeming_doubts.rhetoric import MARKS

HOPES = bare_words(
    "hope hopes hopefully hoping hoffe hoffentlich espère j'espère espero ojalá spero надеюсь 希望 hoop mam "
    "umarım inşallah semoga hopelijk nadzieję nadzieje hy vọng vong doufám snad doufejme hoppas förhoppningsvis "
    "håper håber sper надеюсь сподіваюся toivottavasti remélem"
) | {"mam nadzieje", "hy vong", "hy vong la"}  # phrases of the lexicon
_DOUBTS = bare_words("doubt doubts confusion zweifel doute doutes duda dudas dúvida dúvidas dubbi dubbio сомнения")
_QUESTIONS = bare_words("question questions unclear fragen frage domande вопрос вопросы вопросов")
DOUBTS = _DOUBTS | _QUESTIONS
_ANY = bare_words("any if anything further more when bei wenn falls weitere si autres d'autres se altre если ещё")
_WRITER = bare_words("i we ich wir je nous yo tengo eu tenho io ho я мы 我")  # whose doubts are of what is written
_CALL = bare_words(  # for questions, as slides end: "Questions?"
    "questions fragen preguntas perguntas domande vragen pytania вопросы any noch des alguna alguma qualche jeszcze "
    "dúvidas dudas doutes dubbi zweifel вопрос питання otázky frågor spørgsmål soru sorular"
)
_HELPS = bare_words(
    "help helps helped helpful clear clears clearer cleared clarifies useful understand understandable sense hilft "
    "geholfen verständlich klar aide aidé aidera clair utile ayude ayudado ayuda sirva claro útil ajude ajudado "
    "ajuda aiuti aiutato chiaro utile поможет помогло понятно 帮助 有帮助 看懂 helpt geholpen duidelijk"
)
_ADDRESSES = bare_words(
    "you your let know ask feel free hesitate reach please kindly comment comments upvote accept du ihr sie euch "
    "melden melde meldet fragt frag tu vous hésite hésitez demande te tienes tenéis tienen pregunta preguntad "
    "comenta comentarios comentários commentaires kommentare kommentaren commenti комментариях комментарии "
    "komentarzach 评论 avísame pergunte perguntar perguntem comente chiedi chiedete scrivi scrivete pure пишите "
    "спрашивайте задавайте"
)

_OF_ALL = CONFIRMED | bare_words(
    "is it this that these are all everything does do did i get my answer answers the look looks das alles so ist "
    "sind es habe ich c'est cela ça tout est ce ¿ está es esto eso todo están lo hice está isso tudo é è così tutto "
    "questo 吗 요 这样 都"
)
_RIGHT = CONFIRMED | bare_words(
    "passt doğrudur gestimmt rätt stämmer korrekt správně dobře bine corect riktigt riktig oikein jó"
)
_UNDERSTOOD = bare_words(  # "I hope I understood the task correctly"
    "understood understand verstanden compris entendido entendi capito понял поняла begrepen zrozumiałem zrozumiałam "
    "förstått forstått anladım"
)
_ERRED = bare_words(  # "I hope I did not make a mistake", "Надеюсь, не ошибся"
    "mistake mistakes error errors wrong messed verrechnet vertan fehler trompé trompée erreur erreurs equivocado "
    "equivocada error errores errado errei erro erros sbagliato sbagliata errori errore fout fouten fouten pomyliłem "
    "pomyliłam błędu błędów ошибся ошиблась ошибок hata sai chyb chybu fel"
)
_NOT = bare_words(
    "not didn't no any nicht kein keine keinen pas aucune ne no ningún não nenhum non nessun geen niet nie bez не "
    "нет yapmamışımdır yok không inte inga žádnou"
)
_HOPES_IN_ONE_WORD = regex(  # scripts that set no spaces
    "(?:希望|但愿|但願)(?:我|这|這|这样|都|全|能|是|is|算|做|写)*"
    "(?:(?:对|對|正确|正確)|(?:没|没有|沒|沒有)(?:算|做|写)?(?:错|錯|问题|問題))(?:的|了|吧|啦)?"
    "|(?:合って|あって|正しければ|正しい)?(?:いれば|いると|ると|と)?(?:いい|良い|よい)(?:の)?(?:です|だ)?(?:が|けど|な|ね)?"
    "|맞(?:았으면|으면|기를|길)(?:좋겠(?:네요|습니다|어요|다)|바랍니다|바라요)"
)
_ALL = bare_words(
    "all everything alles wars war's tout todo tudo tutto всё все усе wszystko vše všechno všetko allt alt kaikki "
    "kadar ennyi minden tot toate semua αυτά όλα hết svi sve 全部 全て すべて"
)
_ENDS = ({"it", "that's"}, {"it", "that"}, {"isso", "e"}, {"isso", "is"}, {"eso", "es"}, {"eso", "is"}, {"das", "war"})
BELIEVES = bare_words(
    "think guess believe glaube denke crois pense creo acho credo penso denk вроде кажется похоже думаю здається ніби "
    "chyba wydaje myślę asi snad myslím sanırım galiba tror luulen varmaan hiszem talán cred νομίζω rasanya kayaknya "
    "sepertinya hình mislim たぶん 多分 大概 好像"
)
_WISHES = (  # all words of "Ich hoffe, das passt so", "Espero que esté todo bien"
    HOPES
    | _RIGHT
    | _ALL
    | BELIEVES
    | _OF_ALL
    | bare_words(
        "dass hab gemacht que soit fait esteja esten esté sia siano che andato dat het is że jest wszystko ik mi my "
        "that that's mam nos nous noi uns you что всё thank thanks merci danke gracias obrigado obrigada grazie "
        "bedankt dziękuję and und et y e en i now way done war s on ok to jest się det är bär detta allt "
        "că este ik il em ạ la ta mình mich mir m'être être haberme haber ter "
        "me essermi avere made make anywhere mi nie się "
        "że je jsem tak thầy cô không hepsi olsun olur ошибки правильно всё это я "
        "ну вот бы и на этом готово здесь тут by mi się že nog vel var se on siinä azt bu kadar asta e και sudah ini "
        "như rồi vậy là to já za mnie od で これ です かな と 思います 了 就 这些"
    )
    | _ERRED
    | _NOT
    | _UNDERSTOOD
    | bare_words(
        "task question exercise problem assignment correctly have die aufgabe frage richtig la l'exercice bien "
        "ejercicio pregunta el bem questão exercício a o bene l'esercizio esercizio domanda задание вопрос задачу "
        "opdracht de vraag zadanie pytanie dobrze uppgiften rätt oppgaven riktig soruyu"
    )
)
_NO_MISTAKE = regex(r"\.{0,2}h{1,3}[.h]{0,4}n{1,2}[.n]{0,3}e{1,2}\.{0,2}")  # a hope, a negation, an error
_OF_WORDS = frozenset({"word", "sep", "bad", "open", "close"})
_SIGNS = ("¿", "'")
_INVITATION = 8  # words
_LONGEST = 24  # tokens of such a sentence


def taken_leave(tokens: list[Token]) -> list[Token]:
    """Return the tokens, what only hopes or doubts in a closing as plain words."""
    paragraph, line = _last_paragraph(tokens), _last_line(tokens)
    found = tokens[:paragraph] + _confirmed(tokens[paragraph:])
    found[line:] = _wished(found[line:])
    start, closing = 0, min(paragraph, line)
    worded = all(token.kind in ("word", "sep") or token.text in ("is", *_SIGNS) for token in tokens[closing:])
    for at in range(len(tokens) + 1):
        if at < len(tokens) and not ends_sentence(tokens[at]):
            continue
        sentence = found[start:at]
        if start >= closing and worded and _only_asks(sentence):
            found[start:at] = _as_words(sentence)
        elif sentence and len(sentence) <= _LONGEST and all(token.kind in ("word", "sep") for token in sentence):
            last = at == len(tokens) or tokens[at].text == "block" or _only_invites(tokens[at:])
            found[start:at] = _plain(sentence, last=last)
        start = at + 1
    return found


def _only_invites(rest: Sequence[Token]) -> bool:
    """Whether nothing follows but a few words that speak against nothing: "Questions? Open an issue."."""
    words = [token for token in rest if token.kind != "sep"]
    plain = all(token.kind in ("word", "bad") and token.role not in AGAINST_IT for token in words)
    return plain and len(words) <= _INVITATION


def _only_asks(sentence: Sequence[Token]) -> bool:
    words = [token for token in sentence if token.kind != "sep" and token.text != "is"]
    return all(token.kind == "word" or token.text in _SIGNS for token in words) and only_asks(t.text for t in words)


def _last_paragraph(tokens: list[Token]) -> int:
    """Return where the last paragraph begins; at the end where there is only one."""
    return next((at for at in range(len(tokens), 0, -1) if tokens[at - 1].text == "block"), len(tokens))


def _last_line(tokens: list[Token]) -> int:
    """Return where the last line begins, behind two others or in a paragraph of its own; at the end for none."""
    ends = [at for at, token in enumerate(tokens[:-1]) if token.text in ("line", "block")]
    own = len(ends) > 1 or (bool(ends) and tokens[ends[-1]].text == "block")
    return ends[-1] + 1 if own else len(tokens)


def _confirmed(paragraph: list[Token]) -> list[Token]:
    """Return a paragraph, plain where it only asks to be told that all is right."""
    words = [token for token in paragraph if token.kind != "sep"]
    said = [bare(token.text) for token in words if token.text not in MARKS]
    asks = len(said) < len(words) and all(token.kind == "word" or token.text == "is" for token in words)
    plain = asks and not CONFIRMED.isdisjoint(said) and _OF_ALL.issuperset(said)
    return _as_words(paragraph) if plain else paragraph


def _wished(line: list[Token]) -> list[Token]:
    """Return a line, plain where it only hopes that all is right."""
    said = [token.text for token in line if token.kind != "sep"]
    inner = line[: next((n for n in range(len(line), 0, -1) if line[n - 1].kind != "sep"), 0)]
    clauses = sum(token.text in ("stop", "semicolon", "line") for token in inner)
    return (
        _as_words(line)
        if not clauses and wishes(said) and all(t.kind in _OF_WORDS or t.text == "is" for t in line)
        else line
    )


def _as_words(tokens: list[Token]) -> list[Token]:
    return [token if token.kind == "sep" else replace(token, kind="word", role=Role.PLAIN) for token in tokens]


def wishes(words: Iterable[str]) -> bool:
    """Whether words only hope that all is right, or believe that it is all: "I hope this is correct.", "das war's"."""
    words = [bare(word) for word in words]
    if _HOPES_IN_ONE_WORD.fullmatch("".join(word for word in words if word[:1].isalpha())):
        return True
    said = {part for word in words for part in word.split() if part[:1].isalpha()}
    right = not said.isdisjoint(HOPES) and (
        _spared(words) or (not said.isdisjoint(_RIGHT | _UNDERSTOOD) and said.isdisjoint(_ERRED | _NOT))
    )
    ends = not said.isdisjoint(_ALL) or any(both <= said for both in _ENDS)
    whole = ends and not said.isdisjoint(BELIEVES) and said.isdisjoint(CONFIRMED | _ERRED | _NOT)
    return (right or whole) and said <= _WISHES


def _spared(words: Sequence[str]) -> bool:
    """Whether words hope that there is no mistake, in this order: "I hope I made no mistake"."""
    said = [part for word in words for part in word.split()]
    kinds = "".join("h" if w in HOPES else "n" if w in _NOT else "e" if w in _ERRED else "." for w in said)
    return _NO_MISTAKE.fullmatch(kinds) is not None and _ALL.isdisjoint(said)


def takes_leave(words: Iterable[str]) -> bool:
    """Whether a sentence of such words asks its reader to ask, and says nothing else."""
    return _asks(set(map(bare, words)))


def _hopes(words: set[str]) -> bool:
    return not words.isdisjoint(HOPES) and not words.isdisjoint(_HELPS)


def _asks(words: set[str]) -> bool:
    asked = not words.isdisjoint(_DOUBTS) or (not words.isdisjoint(_QUESTIONS) and not words.isdisjoint(_ANY))
    return asked and not words.isdisjoint(_ADDRESSES) and words.isdisjoint(_WRITER)


def _plain(sentence: list[Token], *, last: bool) -> list[Token]:
    words = {bare(token.text) for token in sentence if token.kind == "word"}
    if last and words <= _CALL | MARKS and words & _CALL and words & MARKS:
        return _as_words(sentence)
    hopes, asks = _hopes(words), _asks(words)
    if not (hopes or asks):
        return sentence
    meant = (HOPES if hopes else frozenset()) | (DOUBTS if asks else frozenset())
    return [replace(token, role=Role.PLAIN) if _is_meant(token, meant, asks=asks) else token for token in sentence]


def _is_meant(token: Token, meant: frozenset[str], *, asks: bool) -> bool:
    word = bare(token.text) if token.kind == "word" else ""
    return word in meant or (asks and token.role is Role.CONDITION)
