"""Words that count: the first, the second; and those of what is done once more. All without case and accents."""

from gradbook.written.lexing.words.dictionary import bare, bare_words

ORDINALS = {
    bare(word): count
    for count, words in enumerate(
        (
            "first 1st erste erster erstes premier premiere primer primera primero primeira primeiro prima primo "
            "eerste pierwsza pierwszy первая первый 第一 첫 첫번째",
            "second 2nd zweite zweiter zweites zweiten deuxieme seconde segundo segunda secondo seconda tweede druga "
            "drugi вторая второй второго 第二 두 둘째",
            "third 3rd dritte dritter drittes dritten troisieme tercera tercero tercer terceira terceiro terza terzo "
            "derde trzecia trzeci третья третий 第三 세 셋째",
            "fourth 4th vierte vierter viertes vierten quatrieme cuarta cuarto quarta quarto vierde czwarta четвёртая "
            "第四 네",
            "fifth 5th funfte funfter funften cinquieme quinta quinto vijfde piata пятая 第五 다섯",
        ),
        1,
    )
    for word in words.split()
}
NUMBERED = bare_words(  # what a whole number behind it only counts: "chapter 3"
    "exercise problem question task part step chapter section version page slide lecture week figure fig table "
    "aufgabe teil frage schritt kapitel abschnitt seite folie vorlesung woche abbildung tabelle exercice partie étape "
    "chapitre ejercicio parte paso capítulo página exercício passo esercizio capitolo pagina opgave vraag stap "
    "hoofdstuk zadanie krok rozdział strona задача шаг глава часть страница úkol adım bölüm uppgift steg kapitel"
)
AGAIN = frozenset(map(bare, (
    "again", "anew", "once more", "erneut", "nochmal", "nochmals", "noch einmal", "wieder", "encore", "à nouveau",
    "de nouveau", "nuevamente", "de nuevo", "otra vez", "novamente", "de novo", "outra vez", "di nuovo",
    "nuovamente", "opnieuw",
    "nogmaals", "ponownie", "снова", "заново", "再次", "重新", "再", "再度", "再び", "もう一度", "もういちど", "改めて",
    "다시", "one more", "nog een keer", "nog eens", "une fois de plus", "una vez más", "mais uma vez",
    "ancora una volta", "jeszcze raz", "ещё раз", "еще раз", "igen", "en gång till", "znovu", "opět", "ještě jednou",
    "tekrar", "yeniden",
)))  # fmt: skip
COUNTED = frozenset(map(bare, (  # behind a number: how often, or how many rounds of training
    "times", "steps", "iterations", "epochs", "rounds", "mal", "schritte", "schritten", "iterationen", "epochen",
    "durchläufe", "fois", "étapes", "itérations", "époques", "veces", "pasos", "iteraciones", "épocas", "vezes",
    "passos", "iterações", "volte", "passi", "iterazioni", "epoche", "keer", "maal", "stappen", "iteraties", "razy",
    "kroków", "iteracji", "epok", "раз", "шагов", "итераций", "эпох", "lần", "bước", "vòng lặp", "kez", "kere", "defa",
    "adım", "iterasyon", "kali", "langkah", "iterasi", "epoch", "次", "步", "轮", "遍", "回", "번", "회",
)))  # fmt: skip
SAMPLES = frozenset({
    "sample", "samples", "datapoint", "batch", "minibatch", "stichprobe", "datenpunkt", "echantillon", "muestra",
    "amostra", "campione", "steekproef", "样本", "个样本", "サンプル", "샘플", "표본",
    "datensatz", "datapunt", "donnees", "datos", "dados", "dati", "danych", "данных", "probka", "probki", "probce",
    "выборка", "наблюдение", "observation", "beobachtung", "observacion", "observacao", "osservazione", "waarneming",
    "obserwacja", "quan sat", "gozlem", "pengamatan", "观测", "観測", "관측", "pattern",
    "mau", "diem du lieu", "ornek", "veri noktasi", "sampel", "titik data", "数据点",
    "データ点", "データポイント", "데이터포인트", "데이터 포인트",
})  # fmt: skip
TASKS = frozenset({  # nouns for an exercise, or a part of one
    "exercise", "task", "problem", "question", "homework", "assignment", "aufgabe", "ubung", "ubungsaufgabe", "frage",
    "exercice", "tache", "probleme", "devoir", "ejercicio", "tarea", "problema", "pregunta", "exercicio", "tarefa",
    "esercizio", "compito", "oefening", "opgave", "zadanie", "zadaniu", "задача", "задание", "упражнение",
    "упражнении", "задаче", "задании",
})  # fmt: skip
LIKEWISE = frozenset({"likewise", "ditto", "idem", "ebenso"})
SAMES = frozenset({  # as another: "c gets the same" states a number, though none is written
    "same", "selbe", "selben", "gleiche", "gleichen", "dasselbe", "denselben", "dieselbe", "meme", "mismo",
    "misma", "mesmo", "mesma", "stesso", "stessa", "zelfde", "hetzelfde", "dezelfde", "ayni", "同じ", "同じく",
    "相同", "一样", "동일", "같은", *LIKEWISE,
})  # fmt: skip
BESIDE_SAME = frozenset(
    {"ile", "と", "와", "과", "与", "和", "跟", "同"}
)  # beside what it is the same as, before the word
TOO = frozenset(map(bare, (  # behind a quantity at the end of its sentence: "dL/dp = 4, dL/db too"
    "too", "also", "as well", "auch", "genauso", "ebenfalls", "aussi", "egalement", "tambien", "igualmente", "tambem",
    "tb", "tbm", "tmb", "anche", "ugualmente", "ook", "też", "także", "тоже", "также", "också",
)))  # fmt: skip
PARTS = {  # by how much a number is divided
    word: float(below)
    for below, words in {
        2: "half halves halb halbe halfte moitie mitad metade meia mezzo demi helft",
        3: "third thirds drittel tiers tercio tercios terco tercos terzi",
        4: "quarter quarters viertel quart quarts cuartos quartos quarti kwart",
        5: "fifth fifths funftel",
        8: "eighth eighths achtel",
    }.items()
    for word in words.split()
}
SIGNED = frozenset({  # what a number is: "the error is negative" takes none back
    "negative", "positive", "negativ", "positiv", "negatif", "positif", "negativo", "positivo", "negativa", "positiva",
    "negatief", "positief", "ujemne", "dodatnie", "отрицательным", "положительным", "отрицательна", "положительна",
})  # fmt: skip
ALMOST = bare_words(
    "almost nearly virtually practically fast beinahe nahezu presque quasiment casi quase quasi bijna haast prawie "
    "niemal почти майже nästan næsten nesten neredeyse hampir gần skoro aproape melkein majdnem téměř σχεδόν تقریبا "
    "تقريبا लगभग 几乎 差不多 ほぼ ほとんど 거의"
)
"""Words by which a number is said to be near another, and not that one: "almost zero"."""
