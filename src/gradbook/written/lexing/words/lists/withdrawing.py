"""Withdrawing: words that take back, and words for a whole part that is, in small letters without accents."""

from gradbook.written.lexing.words.dictionary import bare_words

WITHDRAWS = bare_words(
    "disregard retract scrap ignore void withdraw strike rubbish garbage nonsense invalid discard "
    "streichen streicht gestrichen ignorieren ignoriert zuruckziehen zuruckgezogen hinfallig ungultig unsinn quatsch "
    "ignorez ignorer retire annule annuler barre barrez rayez ignoren ignora ignorad retiro anulo tachen tachar "
    "ignorem ignorar anular risquem riscar ignorate ignorare ritiro annullo cancellate negeer negeren streep doorhalen "
    "ignorujcie zignorowac wycofuje skreslam skreslic saymayin gecersiz iptal игнорируйте игнорировать вычеркиваю "
    "вычеркнуть отменяю зачеркнуть abaikan batalkan bo qua huy ignorera stryk "
    "作废 忽略 撤回 不算 无效 取り消します 取り消し 無視 撤回します 무시 취소 철회 무효"
) | {
    "do not mark", "don't mark", "dont mark", "do not grade", "don't grade", "dont grade", "do not count",
    "don't count", "dont count", "nicht werten", "nicht bewerten", "nicht zahlen", "gelten nicht", "gilt nicht",
    "ne comptez pas", "ne pas compter", "no cuenten", "no valen", "nao contem", "non contate", "tellen niet",
}  # fmt: skip
WHOLE_PARTS = bare_words(
    "diese jene ces celles ceux estas estos esas esos essas esses queste questi quelle quelli deze эти "
    "block part section half bullets lines rows page table everything all rest values gradients derivatives "
    "numbers results steps calculation those these them above backward forward teil abschnitt halfte zeilen "
    "seite tabelle alles werte gradienten ableitungen zahlen ergebnisse schritte rechnung oben obige obigen "
    "bloc partie moitie lignes tableau tout tous toutes valeurs derivees nombres resultats calcul dessus "
    "bloque parte seccion mitad lineas filas tabla todo todos todas valores gradientes derivadas numeros "
    "resultados calculo arriba secao metade linhas tabela tudo acima blocco sezione meta righe tabella tutto "
    "tutti tutte valori gradienti derivate numeri risultati calcolo sopra blok deel helft regels tabel "
    "waarden afgeleiden getallen resultaten berekening boven czesc wiersze wszystko wartosci gradienty "
    "pochodne wyzej powyzej bolum satirlar tablo hepsi degerler gradyanlar turevler yukarida yukaridaki "
    "ustteki часть строки все значения градиенты производные выше 部分 上面 以上 上述 那些 这些 全部 梯度 导数 "
    "上の 행 위 위의 전부 값들 "
    "부분"
)
