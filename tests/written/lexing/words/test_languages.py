"""The data files of words: what they may hold, and how a word is looked up."""

import pytest

from gradbook.written.lexing.words.dictionary import AGAINST_IT, Dictionary, Role, Words
from gradbook.written.lexing.words.languages import DICTIONARY, LANGUAGES, words_of

# words that deny, hedge, retract, suppose, speak of others, or make another number of the one before them
AGAINST = {
    "en": """
        not never wrong wrongly incorrect incorrectly false falsely fake bogus invalid erroneous mistake mistaken doubt
        doubtful nonsense rubbish garbage lie lying unlikely hardly barely none nobody nor except excluding unlike
        maybe perhaps possibly probably may might could guess suspect presumably supposedly allegedly apparently
        seems unclear uncertain unsure hopefully believe tentative placeholder draft random sorry oops correction
        retract undo void obsolete replaced cancelled deleted scratch typo erratum ignore if suppose assume pretend
        imagine imaginary hypothetically expected wish neighbour friend classmate teacher author textbook internet
        joke kidding quote rumour scenario million thousand dozen hundred percent half twice double triple
        instead rather another other example""",
    "de": """
        nicht nie niemals falsch falsche fehlerhaft irrtum ungültig unsinn quatsch lüge kein keine kaum außer weder
        vielleicht eventuell vermutlich wahrscheinlich womöglich angeblich anscheinend scheinbar unsicher unklar
        hoffentlich glaube denke vermute könnte sollte korrektur entschuldigung gestrichen gelöscht vergessen aber doch
        wenn falls angenommen annahme würde wäre hätte nachbar freund lehrer buch witz zitat gerücht million tausend
        prozent hälfte doppelt mehr weniger statt andere beispiel""",
    "fr": """
        pas faux fausse fausses non jamais erroné invalide absurde mensonge doute sauf excepté peut-être
        probablement apparemment incertain devrait pourrait crois pense pardon désolé correction corrige annulé barré si
        supposons imaginons serait aurait hypothèse voisin ami professeur livre blague citation autre exemple million
        mille moitié double""",
    "es": """
        no falso falsa incorrecto nunca erróneo inválido absurdo mentira dudo salvo excepto quizás probablemente
        aparentemente incierto debería podría creo pienso perdón corrección corrijo anulado tachado si supongamos
        imaginemos sería tendría hipótesis vecino amigo profesor libro broma cita otro ejemplo millón mil mitad
        doble""",
    "pt": """
        não falso falsa incorreto nunca errado inválido absurdo mentira duvido exceto talvez provavelmente aparentemente
        incerto deveria poderia acho creio desculpe correção corrijo anulado riscado se suponha imagine seria teria
        hipótese vizinho amigo professor livro piada citação outro exemplo milhão mil metade dobro""",
    "it": """
        non falso falsa sbagliato mai errato invalido assurdo bugia dubito tranne salvo forse probabilmente
        apparentemente incerto dovrebbe potrebbe credo penso scusa correzione correggo annullato barrato se
        supponiamo immaginiamo sarebbe avrebbe ipotesi vicino amico professore libro scherzo citazione altro esempio
        milione mille metà
        doppio""",
    "nl": """
        niet nooit geen fout foute onjuist verkeerd vals ongeldig onzin leugen zonder behalve twijfel vergissing
        nauwelijks misschien wellicht waarschijnlijk vermoedelijk of denk gok geloof schijnbaar onzeker
        onduidelijk hopelijk kladje correctie sorry doorgestreept vergeet maar echter als indien stel zou zouden
        veronderstel buurman vriend klasgenoot leraar boek grapje citaat miljoen duizend procent helft dubbel
        meer minder andere anders voorbeeld bijvoorbeeld""",
    "sv": """
        inte aldrig fel felaktig felaktigt falsk ogiltig nonsens lögn ingen inget inga knappt tvivlar utom varken kanske
        möjligen troligen förmodligen eventuellt tydligen antagligen osäker oklart förhoppningsvis tror gissar borde
        rättelse ursäkta förlåt struket raderat glömde men om ifall anta skulle vore granne kompis lärare boken skämt
        citat rykte miljon tusen procent hälften dubbelt mer mindre istället annan annat exempel""",
    "pl": """
        nie nigdy żaden błędny błędna błędne błędnego błędnej błędnie fałszywy fałszywa nieprawda bzdura
        kłamstwo źle zły bez pomyłka pomyłki wątpię chyba może prawdopodobnie lub albo myślę sądzę zgaduję
        niepewny losowo podobno rzekomo ale jednak poprawka przepraszam skreślam jeśli jeżeli gdyby załóżmy
        założenie byłoby by sąsiad sąsiada sąsiadem sąsiadka kolega kolegi kolegę nauczyciel podręcznik
        podręczniku książce żart cytat milion tysiąc procent połowa więcej inny inna inne innego innej innym
        innych przykład przykładzie przykładu zamiast niech""",
    "cs": """
        ne nikdy žádný špatně chybný chybně falešný nesmysl lež bez kromě možná asi pravděpodobně snad nebo myslím
        tipuji nejistý údajně prý ale avšak oprava omlouvám promiňte škrtám smazáno zapomněl jestliže kdyby
        předpokládejme by soused souseda kamarád učitel učebnice kniha vtip citát milion tisíc procent polovina více
        méně jiný jiná jiné místo příklad""",
    "ru": """
        не нет никогда неверно неверный неверная неверного неправильно неправильный ошибочно ложь ложный чушь
        бред враньё без кроме едва вряд возможно наверное вероятно может кажется или думаю полагаю сомневаюсь
        якобы случайный но однако извините поправка исправил зачёркнуто если бы допустим предположим пусть сосед
        соседа соседом соседка соседке друг друга другу учитель учителя преподаватель учебник учебнике книге
        шутка цитата миллион тысяча процент половина больше меньше другой другая другого другой других иной
        пример примере примера например вместо""",
    "vi": """
        không chưa sai nhầm lầm bịa dối hoặc hay chắc đoán nghĩ tưởng nhưng quên nếu đặt thầy sách họ khác triệu
        nghìn nửa hơn gấp chẳng đừng giả xạo bậy nhảm tin tạm nháp bừa sửa bỏ xóa xoá hủy gạch khoan thôi lại
        liệu cô bạn trăm lần""",
    "zh": "不 不是 错 错误 没有 可能 也许 大概 更正 抱歉 如果 假设 邻居 同学 例如 另一个 万 亿 一半",
    "ja": """
        ない ではない じゃない ません 不 非 未 無 誤り 間違い 間違えた 違う 嘘 偽 ミス たぶん おそらく
        かもしれない だろう と思う らしい または か はず 適当 しかし 訂正 修正 すみません 取り消し 忘れて もし
        仮に 仮定 なら 友達 隣の人 先生 教科書 彼 昨年 冗談 万 倍 以上 半分 他の 別の 例えば 例 代わりに とする""",
    "tr": """
        değil değildir yok hiç olmaz yanlış yanlıştır hatalı hatalıdır geçersiz saçma uydurma yalan sahte imkansız
        imkânsız çelişki şüpheli yanılgı eksik hariç belki olabilir muhtemelen galiba sanırım bence veya yahut acaba
        umarım taslak rastgele pardon özür düzeltme iptal ama fakat ancak aslında eğer şayet olsaydı varsayalım
        diyelim arkadaşım hoca öğretmen kitap başka diğer örnek milyon bin yüzde yarısı fazla 'dan 'ten""",
    "id": """
        tidak bukan belum jangan tak salah keliru palsu bohong mustahil ngawur ragu gagal kecuali mungkin
        barangkali sepertinya kayaknya atau kira duga tebak semoga maaf ralat koreksi coret hapus tetapi tapi namun
        sebenarnya jika kalau andai misalkan teman guru dosen buku lain contoh juta ribu persen setengah
        lebih""",
    "ko": "아니다 틀렸다 거짓 아마 추측 정정 취소 만약 가정 친구 이웃 예를 다른 만 억",
}


def dictionary(**languages: str) -> Dictionary:
    return Dictionary(lambda: {name: words_of(text, name) for name, text in languages.items()})


def test_a_file_gives_words_phrases_and_values() -> None:
    words = words_of("# a comment\n[relation]\nis equal_to  # and another\n\n[number]\n2 two a_pair\nfew", "en.txt")
    assert words == Words(
        {"is": Role.RELATION, "equal to": Role.RELATION, "two": Role.NUMBER, "a pair": Role.NUMBER, "few": Role.NUMBER},
        {"two": 2.0, "a pair": 2.0},
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[relations]\nis", r"en.txt, line 1: '\[relations\]' is no role"),
        ("[relation] is", "en.txt, line 1: .* is no role"),
        ("is\n[relation]", "en.txt, line 1: 'is' stands before any role"),
        ("[hedge]\nmaybe\n[plain]\nnode Maybe", "en.txt, line 4: 'maybe' stands in line 2 already, as hedge"),
    ],
)
def test_a_fault_in_a_file_is_named_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        words_of(text, "en.txt")


def test_a_word_without_its_accents_that_may_be_two_words_is_unknown() -> None:
    words = dictionary(fr="[hedge]\noûa\n[plain]\noùa")
    assert words.role("oùa", (("fr",),)) is Role.PLAIN
    assert words.role("oua", (("fr",),)) is None


def test_accents_matter_first() -> None:
    words = dictionary(de="[condition]\nwürde\n[plain]\nwurde hatte\n[slope]\nAbleitungsgröße")
    assert words.role("würde", (("de",),)) is Role.CONDITION
    assert words.role("Wurde", (("de",),)) is Role.PLAIN
    assert words.role("wu\N{COMBINING DIAERESIS}rde", (("de",),)) is Role.CONDITION
    assert words.role("wuerde", (("de",),)) is Role.CONDITION
    assert words.role("ableitungsgrosse", (("de",),)) is Role.SLOPE
    assert words.role("ABLEITUNGSGRÖSSE", (("de",),)) is Role.SLOPE
    assert words.role("hätte", (("de",),)) is None


def test_in_vietnamese_another_mark_makes_another_word() -> None:
    words = dictionary(vi="[plain]\nbạn đạo_hàm\n[denial]\nbịa\n[step]\ncập_nhật")
    assert words.role("bạn", (("vi",),)) is Role.PLAIN
    assert words.role("bàn", (("vi",),)) is None
    assert words.role("bia", (("vi",),)) is Role.DENIAL  # as it is typed without marks
    assert words.phrases("dao", "ham") == [("dao", "ham")]


def test_letters_that_turkish_alone_has_are_small_and_plain_as_others_are() -> None:
    words = dictionary(tr="[denial]\nyanlış hatalı\n[plain]\nileri ağırlık")
    assert words.role("İLERİ", (("tr",),)) is Role.PLAIN
    assert words.role("YANLIŞ", (("tr",),)) is Role.DENIAL
    assert words.role("hatali", (("tr",),)) is Role.DENIAL
    assert words.role("agirlik", (("tr",),)) is Role.PLAIN


def test_the_languages_of_an_answer_are_those_that_know_most_of_its_words() -> None:
    words = dictionary(en="[plain]\nnode fast", de="[plain]\nKnoten dann\n[link]\ndaher", nl="[plain]\nknoten dan")
    assert words.spoken("Daher ist dann der Knoten ...")[0] == (("de",), ("nl",), ("en",))
    assert words.spoken(r"\fast")[0] == (("en",),)


def test_between_languages_that_are_equally_likely_what_speaks_against_an_equation_goes_first() -> None:
    words = dictionary(es="[plain]\nsia", it="[supposition]\nsia", fr="[hedge]\nsia donc")
    assert words.role("sia", (("es", "it"),)) is Role.SUPPOSITION
    assert words.role("sia", (("es",), ("it",))) is Role.PLAIN
    assert words.role("donc", (("es", "it"),)) is None


@pytest.mark.parametrize("name", LANGUAGES)
def test_each_language_loads_and_knows_its_verbs_and_denials(name: str) -> None:
    roles = set(DICTIONARY.words(name).values())
    assert {Role.RELATION, Role.DENIAL, Role.HEDGE, Role.CONDITION, Role.SLOPE, Role.NEW} <= roles


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in AGAINST.items() for word in words.split()])
def test_what_may_speak_against_an_equation_is_never_plain(name: str, word: str) -> None:
    role = DICTIONARY.words(name).get(word)
    assert role in AGAINST_IT | {Role.AGAINST}


def test_no_word_that_denies_is_cut_in_two() -> None:
    words = dictionary(ja="[link]\nすると\n[plain]\nする 値 では\n[supposition]\nとおく\n[denial]\nない ではない")
    assert words.signs("値するとおく") == ["値", "する", "とおく"]
    assert words.signs("値ではない") == ["値", "ではない"]
    assert words.signs("デタラメな値") == ["デタラメ", "な", "値"]


def test_what_chinese_and_japanese_both_write_speaks_against_an_equation_in_both_or_is_looked_at() -> None:
    chinese, japanese = DICTIONARY.words("zh"), DICTIONARY.words("ja")
    one_sided = {
        w for w in chinese.keys() & japanese.keys() if (chinese[w] in AGAINST_IT) != (japanese[w] in AGAINST_IT)
    }
    assert one_sided == {"可能"}  # "possible" in Japanese, "perhaps" in Chinese


def test_there_are_enough_words() -> None:
    assert all(len(DICTIONARY.words(name)) > 4_000 for name in ("en", "de", "fr", "es", "pt", "it", "pl", "ru"))
    assert all(len(DICTIONARY.words(name)) > 2_000 for name in ("nl", "sv", "cs", "ja", "vi", "tr", "id"))
