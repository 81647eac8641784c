"""Salutations: what a message says to its reader before an answer and behind it, which speaks against nothing."""

import pytest
from tests.written.corpus import ACCEPTED, EXERCISES, verdicts

LINES = "q = 10\nr = 8"
GREETS = [
    "老师您好，以下是我的答案：", "老师，我的答案是：", "선생님 안녕하세요.", "先生、これが私の答えです。",
    "Hocam merhaba, cevabım:",
    "Уважаемый преподаватель, мой ответ:", "Pak, ini jawaban saya:",
    "Buongiorno professore, ecco la mia soluzione:",
    "Sehr geehrter Herr Professor, hier ist meine Lösung:",
    "Bonjour Madame, voici ma réponse :", "Professor, segue minha resposta:",
    "Thưa thầy, đây là bài làm của em:",
    "Message to a friend:", "Nachricht an einen Freund:", "Carta a un amigo:", "Сообщение другу:",
]  # fmt: skip
OF_OTHERS = [
    "老师的答案：", "老师答案：", "先生の解答：", "La soluzione del professore:", "Prof solution:",
    "Teacher answer:", "Respuesta del profesor:", "Hi, here is Ben's solution:",
    "Message from a friend:", "Brief eines Freundes:", "Carta de un amigo:", "Message to a friend, copied:",
]  # fmt: skip
ASKS = [
    "Правильно?", "Это правильно?", "Правильно ли я решил?", "请问对吗？", "对不对？", "这样对吗？谢谢老师！",
    "合っていますか？", "これで正しいですか？", "맞나요?", "이거 맞나요? 감사합니다.", "제가 맞게 했나요?", "Doğru mu?",
    "Doğru yapmış mıyım?", "Czy to jest poprawne?", "Dobrze?", "Đúng không ạ?",
    "Apakah ini benar?", "Är det rätt?", "Klopt dat?", "Ist das richtig?", "Right?",
    "Is this correct? Thanks!", "¿Es correcto?", "Tá certo?", "Giusto?", "C'est juste ?",
    "Je to správně?", "Onko tämä oikein?", "**Is that right?**", "هل هذا صحيح؟",
    "क्या यह सही है?", "Could somebody check?", "Ránéznél?", "¿Me lo miras?", "Was meinst du?", "Kan dat kloppen?",
    "Doğru mu acaba?", "これでいいの?", "Any thoughts?", "Mrkneš na to?",
]  # fmt: skip
DENIES = [
    "Is this right? No, it should be 5.", "Right? No.", "Wrong, right?", "对不对？不对",
    "Is r right?", "Not right?", "r is wrong.", "Stimmt das? Nein.", "C'est juste ? Non.", "맞나요? 아니요.",
    "これで正しいですか？いいえ。", "Should it be doubled?", "Isn't it negative?", "Could you correct the sign?",
]  # fmt: skip

TITLED = [
    "{}",
    "**{}**",
    "# {}",
    "### {}",
    "> {}",
    "\\textbf{{{}}}",
    "<b>{}</b>",
    "---\n{}\n---",
    "{}\n===",
    "# Sheet 2\n## {}",
]
BYLINES = [
    "Aluno: Rafael Monteiro, nº 98231", "Nome: Giulia Rossi, matricola 778812", "Name: Jonas Weber, Matr.-Nr. 4471123",
    "Étudiant : Paul Lefèvre, groupe TD3", "Alumno: Diego Ramírez — Grupo B", "Hausaufgabe von Lena Fischer",
    "Имя: Анна Кузнецова, группа ИВТ-21", "Ad Soyad: Mehmet Yılmaz, No: 20190345", "TP2 de Chloé Martin",
    "Student: Kowalska Anna, nr albumu 310223", "氏名：佐藤健 学籍番号：A2104", "Nama: Budi Santoso, NIM 1301194",
    "Homework 4, Tom Baker (tb342)", "author: S. Okoye", "Übung 3, Gruppe 5: Max Mustermann & Erika Musterfrau",
]  # fmt: skip
NO_BYLINES = [
    "# Copied from Anna Weber", "**Lösung von Tim Berg**", "# Anna Weber's answer", "# Solution by ChatGPT",
    "# Musterlösung von Lena Fischer", "# Wrong: Anna Weber", "# Not Anna Weber", "# Falsch, Peter Maier",
    "# Anna Weber (old version)", "# Anna Weber and Tom: draft", "# Anna Weber: Entwurf", "# Autor: Chat GPT",
    "# Von Anna Weber abgeschrieben", "# Anna Weber, from Tom Baker", "# Group 3 (Anna Weber's sheet)",
    "# Aluno: Rafael errado", "# Sheet 2\n## Copied from Anna Weber", "# Prof. Weber", "## 王先生",
    "## 田中さん", "# 김민수 씨",
]  # fmt: skip
ENDS = [
    "Вроде всё.", "кажется, всё", "всё вроде", "To chyba wszystko", "Sanırım bu kadar",
    "たぶんこれで全部です", "Νομίζω αυτά", "Здається, все", "I think that's all.", "Ich glaube das wars.",
]  # fmt: skip


def _accepted(answer: str) -> set[str]:
    return {key for key, verdict in verdicts(answer, EXERCISES["seed"]).items() if verdict.status in ACCEPTED}


LETTERS = ["Letter to my friend:", "Brief an meine Schwester:", "Lettre à mon ami :", "Mensaje para mi amigo:"]
YOURS = [
    "In your solution {}", "In your notes: {}", "{}, you wrote", "In deiner Lösung {}", "Du hast {}",
    "Dans ta solution {}", "En tu solución {}", "Na tua solução {}", "Nella tua soluzione {}", "I din lösning {}",
    "In jouw oplossing {}",
]  # fmt: skip


@pytest.mark.parametrize("title", LETTERS)
def test_a_letter_that_tells_what_its_reader_has_is_no_answer(title: str) -> None:
    exercise = EXERCISES["seed"]
    assert verdicts(f"{title}\n{LINES}", exercise)["q"].status in ACCEPTED
    for yours in YOURS:
        text = f"{title}\n{yours.format('q = 10, r = 8')}.\n"
        assert not {verdicts(text, exercise)[key].status for key in ("q", "r")} & ACCEPTED, text


@pytest.mark.parametrize("said", [
    "In your solution {}", "In your last message {}", "In deiner Lösung {}", "Dans ta copie {}", "En tu respuesta {}",
    "Nos teus cálculos {}", "Nella tua risposta {}", "I ditt svar {}", "In jouw berekening {}", "在你的答案里 {}",
    "On your paper {}", "In deinem Heft steht {}", "{} is in your solution", "{} steht in deiner Lösung",
])  # fmt: skip
def test_what_stands_in_the_readers_answer_is_not_the_own_one(said: str) -> None:
    assert verdicts(said.format("r = 8"), EXERCISES["seed"])["r"].status not in ACCEPTED


@pytest.mark.parametrize("said", [
    "With your numbers {}", "As in your notes: {}", "Your answer: {}", "You get {}",
    "{} In your solution x is another number.", "{} as in your notes",
])  # fmt: skip
def test_numbers_by_what_the_reader_gave_are_the_own_ones(said: str) -> None:
    statuses = verdicts(said.format("q = 10, r = 8."), EXERCISES["seed"])
    assert {statuses[key].status for key in ("q", "r")} <= ACCEPTED


@pytest.mark.parametrize("greeting", GREETS)
def test_a_greeting_says_nothing_against_what_follows(greeting: str) -> None:
    assert _accepted(f"{greeting}\n{LINES}") == {"q", "r"}


@pytest.mark.parametrize("title", OF_OTHERS)
def test_what_follows_may_be_somebody_elses(title: str) -> None:
    assert verdicts(f"{title}\n{LINES}", EXERCISES["seed"])["q"].status not in ACCEPTED


@pytest.mark.parametrize("question", ASKS)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_last_line_that_only_asks_whether_all_is_right_denies_nothing(question: str, between: str) -> None:
    assert _accepted(f"{LINES}{between}{question}\n") == {"q", "r"}


@pytest.mark.parametrize("denial", DENIES)
def test_a_last_line_that_says_more_is_heard(denial: str) -> None:
    assert verdicts(f"{LINES}\n{denial}", EXERCISES["seed"])["r"].status not in ACCEPTED


@pytest.mark.parametrize(
    "note", ["Rem.: c'est faux", "Anm.: falsch", "NB: this is wrong", "Nota: está mal", "Note: wrong"]
)
def test_a_note_is_heard_behind_its_label(note: str) -> None:
    assert verdicts(f"q = 10\n\n{note}\n\nr = 8", EXERCISES["seed"])["q"].status not in ACCEPTED
    assert verdicts(f"r = 8\nq = 10\n{note}", EXERCISES["seed"])["q"].status not in ACCEPTED


@pytest.mark.parametrize("byline", BYLINES)
def test_titles_say_whose_work_it_is(byline: str) -> None:
    for title in TITLED:
        assert _accepted(f"{title.format(byline)}\n\n{LINES}") == {"q", "r"}


@pytest.mark.parametrize("title", NO_BYLINES)
def test_titles_with_a_name_and_more_may_be_of_others(title: str) -> None:
    assert not _accepted(f"{title}\n\n{LINES}")


def test_parts_by_several_persons_are_nobodys_alone() -> None:
    assert not _accepted(f"# Anna Weber\n\n{LINES}\n\n# Peter Miller\n\nq = 7\nr = 5")


@pytest.mark.parametrize("end", ENDS)
def test_a_last_line_may_believe_that_it_is_all(end: str) -> None:
    assert _accepted(f"{LINES}\n\n{end}") == {"q", "r"}


@pytest.mark.parametrize(
    "end", ["вроде всё неправильно", "To chyba wszystko źle", "кажется, всё неверно", "Вроде не всё."]
)
def test_a_last_line_that_believes_more_is_heard(end: str) -> None:
    assert _accepted(f"{LINES}\n\n{end}") != {"q", "r"}
