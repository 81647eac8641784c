"""Referring: words by which a sentence points to a part of an answer, in small letters without accents."""

from gradbook.written.lexing.words.dictionary import bare_words

LABELLED = bare_words(
    "equation eq eqn line lines row rows step steps number numbers no nr item items part parts bullet box boxes "
    "field point points question q entry cell out gleichung zeile zeilen z schritt schritte schritten nummer "
    "punkt punkte punkten teil teile teilaufgabe feld felder ligne lignes etape etapes case cases "
    "numero n ecuacion linea lineas paso pasos apartado apartados inciso renglon renglones fila filas "
    "casilla equacao linha linhas passo passos itens alinea campo campos equazione riga righe passaggio "
    "punto punti casella vergelijking regel regels stap stappen onderdeel wiersz wiersze wierszach linijka "
    "linijki linijce linijek krok kroki krokach punkty punktach podpunkt pole ad rovnice radek radky "
    "bod body пункт пункты пункте пунктах пунктов строка строки строке строках строк шаг шаги шаге шагах номер "
    "вопрос satir satirlar satirda adim adimlar madde kutu baris langkah nomor dong buoc cau muc rad raden "
    "rader steg 第 行 式 步 項 项 问 題 题 番 번 행 단계"
)
"""What a label is of: "line 3", "в пунктах 6-8"."""
OTHERS = bare_words(
    "other others remaining rest andere anderen ubrigen restlichen autres restants restantes otros otras demas "
    "outros outras altri altre restanti overige pozostale pozostalych ostatni остальные остальных diger "
    "digerleri lain sisanya khac con lai andra ovriga 其他 其余 剩下 他 残り 나머지 다른"
)
SAME = bare_words(
    "same likewise ditto ebenso gleiches dasselbe genauso idem pareil meme igual mismo mesmo stesso zelfde tak "
    "samo stejne также то же ayni sama tuong tu detsamma 同样 同樣 同じ 마찬가지"
)
LAST = bare_words(
    "last final bottom lowest previous letzte letzten letztes letzter unterste untersten unteren vorige dernier "
    "derniere derniers dernieres ultimo ultima ultimos ultimas ultimi ultime laatste onderste ostatnia ostatni "
    "ostatnie ostatnich posledni poslednich последний последняя последнее последние последних son terakhir cuoi "
    "sista 最后 最後 마지막"
)
FIRST = bare_words(
    "first top erste ersten erstes erster oberste obersten premier premiere premiers premieres primero primera "
    "primeros primeras primeiro primeira primeiros primeiras primo prima primi prime eerste bovenste pierwsza "
    "pierwszy pierwsze pierwszych prvni prvnich первый первая первое первые первых ilk pertama dau forsta 第一 最初 "
    "첫"
)
ABOVE = bare_words(
    "above before oben daruber obigen davor dessus avant arriba encima anteriores acima sopra boven "
    "hierboven powyzej powyzsze nad vyse выше yukaridaki ustteki atas tren ovan 上面 上 위"
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
