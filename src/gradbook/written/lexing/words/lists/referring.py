"""Referring: words by which a sentence points to a part of an answer, in small letters without accents."""

from gradbook.written.lexing.words.dictionary import bare_words

THIS = bare_words("this that das dies cela ça ceci eso esto isso isto questo ciò dat dit to это tämä bunu onu")
"""What was said right before, without its noun."""
LINES = bare_words(
    "рядок рядки рядку рядках γραμμη γραμμες linia randul randurile पंक्ति سطر السطر الصف "
    "line lines row rows zeile zeilen ligne lignes linea lineas renglon renglones fila filas linha linhas riga righe "
    "regel regels wiersz wiersze wierszach linijka linijki linijce linijek radek radky строка строки строке строках "
    "строк линия satir satirlar satirda baris dong rad raden rader 行 행 줄"
)
LABELLED = LINES | bare_words(
    "equation eq eqn step steps number numbers no nr item items part parts bullet box boxes field point points "
    "question q entry cell out gleichung z schritt schritte schritten nummer punkt punkte punkten teil teile "
    "teilaufgabe feld felder etape etapes case cases numero n ecuacion paso pasos apartado apartados inciso casilla "
    "equacao passo passos itens alinea campo campos equazione passaggio punto punti casella vergelijking stap "
    "stappen onderdeel krok kroki krokach punkty punktach podpunkt pole ad rovnice bod body пункт пункты пункте "
    "пунктах пунктов шаг шаги шаге шагах номер вопрос adim adimlar madde kutu langkah nomor buoc cau muc steg 第 式 "
    "步 項 项 问 題 题 番 번 단계"
)
"""What a label is of: "line 3", "в пунктах 6-8"."""
OTHERS = bare_words(
    "інші решта решту αλλα αλλες υπολοιπα υπολοιπες celelalte restul बाकी अन्य بقیه سایر الباقي الأخرى "
    "other others remaining rest andere anderen ubrigen restlichen autres restants restantes otros otras demas "
    "outros outras altri altre restanti overige pozostale pozostalych ostatni остальные остальных diger "
    "digerleri lain sisanya khac con lai andra ovriga 其他 其余 剩下 他 残り 나머지 다른"
)
SAME = bare_words(
    "same likewise ditto ebenso gleiches dasselbe genauso idem pareil meme igual mismo mesmo stesso zelfde tak "
    "samo stejne также то же ayni sama tuong tu detsamma 同样 同樣 同じ 마찬가지"
)
LAST = bare_words(
    "останній остання останнє останні τελευταιο τελευταια τελευταιες ultimul ultimele अंतिम आखिरी "
    "last final bottom lowest previous letzte letzten letztes letzter unterste untersten unteren vorige dernier "
    "derniere derniers dernieres ultimo ultima ultimos ultimas ultimi ultime laatste onderste ostatnia ostatni "
    "ostatnie ostatnich posledni poslednich последний последняя последнее последние последних son terakhir cuoi "
    "sista 最后 最後 마지막"
)
FIRST = bare_words(
    "перший перша перше перші πρωτο πρωτη πρωτα primul primele पहला पहली "
    "first 1st top erste ersten erstes erster oberste obersten premier premiere premiers premieres primero primera "
    "primer primeros primeras primeiro primeira primeiros primeiras primo prima primi prime eerste bovenste "
    "pierwsza pierwszy pierwsze pierwszych prvni prvnich первый первая первое первые первых ilk pertama dau forsta "
    "第一 最初 첫"
)
BETWEEN = bare_words(
    "second third fourth former latter 2nd 3rd upper lower anderes autre otro otra outro outra altro altra zweite "
    "zweiten zweites zweiter dritte dritten drittes letztere letzteres erstere ersteres obere untere seconde "
    "deuxieme troisieme segundo segunda tercero tercera terceiro terceira secondo seconda terzo terza tweede derde "
    "drugie drugi druga второе второй вторая 第二 第三 두번째 세번째"
)
"""Words for one of several, neither the first nor the last."""
ABOVE = bare_words(
    "вище παραπανω πανω sus ऊपर بأعلاه "
    "above before oben daruber obigen davor dessus avant arriba encima anteriores acima sopra boven "
    "hierboven powyzej powyzsze nad vyse выше yukaridaki ustteki atas tren ovan ovanfor 上面 上 위"
)
PLACES = bare_words(
    "others below underneath under column columns bullets entries cells boxes yellow red green blue "
    "starred marked highlighted struck crossed bracketed answers ones anderen ubrigen restlichen unten darunter "
    "spalte spalten eintrage felder gelb rot grun blau markierte markierten antworten autres "
    "dessous colonne colonnes cases jaune rouge vert bleu reponses otros otras abajo columna "
    "columnas casillas amarillo rojo verde azul respuestas outros outras abaixo coluna "
    "colunas amarelo vermelho respostas altri altre sotto colonna "
    "giallo rosso blu risposte andere hieronder kolom kolommen geel rood groen blauw antwoorden pozostale "
    "ponizej kolumna zolte czerwone zielone odpowiedzi gwiazdka sloupec zlute cervene odpovedi остальные ниже "
    "столбец столбце желтые красные ответы diger asagidaki sutun sari kirmizi yesil cevaplar merah kuning "
    "cot vang xanh kolumn gul rod gron svar 后面 列 红色 黄色 绿色 答案 下 赤 黄 答え 열 빨간 노란 답"
)
"""Words of place and of colour, and for several: "everything below the line", "the yellow ones"."""
