"""Withdrawing: words that take back, and words for a whole part that is, in small letters without accents."""

from collections.abc import Sequence

from gradbook.written.lexing.words.dictionary import bare, bare_words

NOT_TO_COUNT = tuple(map(bare, (
    "do not mark", "don't mark", "dont mark", "do not grade", "don't grade", "dont grade", "do not count",
    "don't count", "dont count", "nicht werten", "nicht bewerten", "nicht zahlen", "gelten nicht", "gilt nicht",
    "nu o luati in seama", "nu luati in seama", "nu se noteaza", "nu notati", "خط بزنید", "خط بزن", "حساب نکنید",
    "لا تحسب", "لا تحسبها", "لا تحسبوها", "μην μετρησετε", "μη μετρησετε", "не рахуйте", "не зараховуйте",
    "teller ikke", "skal ikke telle", "ei lasketa", "ne szamitsa", "ne ertekelje",
    "no lo cuente", "no lo cuenten", "no los cuente", "no los cuenten", "no las cuente", "no las cuenten",
    "ne comptez pas", "ne pas compter", "no cuenten", "no valen", "nao contem", "non contate", "tellen niet", "bo qua",
)))  # fmt: skip
"""Phrases by which what stands before or behind them is not to be counted."""
WITHDRAWS = bare_words(
    "revoked revoke durchgestrichen durchstreichen einklammern ritiro ritirare jeter jetez poubelle disregard "
    "retract scrap ignore void withdraw strike rubbish garbage nonsense invalid discard streichen streicht "
    "gestrichen ignorieren ignoriert zuruckziehen zuruckgezogen hinfallig ungultig unsinn quatsch ignorez "
    "ignorer retire annule annuler barre barrez rayez ignoren ignora ignorad retiro anulo tachen tachar "
    "ignorem ignorar anular risquem riscar ignorate ignorare annullo cancellate negeer negeren streep "
    "doorhalen ignorujcie zignorowac wycofuje skreslam skreslic saymayin gecersiz iptal игнорируйте "
    "игнорировать вычеркиваю вычеркнуть отменяю зачеркнуть abaikan batalkan huy ignorera stryk withdrawn "
    "withdrew retracted scrapped ignored voided discarded disregarded bin trash delete deleted erase erased "
    "geloscht loschen loscht wegwerfen verwerfe verworfen gestrichene supprimez supprimer effacez effacer "
    "rature raturees borren borrar borrad descarten descartar desconsiderem desconsiderar apaguem apagar "
    "descartem scartate scartare eliminate eliminare weggooien schrappen geschrapt wyrzucenia wyrzucic "
    "skreslenia skreslone wykreslic usunac vyskrtnout skrtam skrtnete neplati zahodit выбросить удалить "
    "вычеркните зачеркните отменить silin cizin yoksayin hapus coret xoa gach kasta stryker 作废 忽略 撤回 "
    "скасовую відкликаю анулюю викреслити закреслено видалити ігноруйте ακυρωνω ανακαλω αγνοηστε διαγραφηκε anulez "
    "retrag sterg stergeti ignorati taiat anulat हटा काट रद्द अनदेखा حذف لغو نادیده احذف تجاهل ألغي شطب "
    "slettet strøget overstreget bortse strøket poistettu yliviivattu peruutettu törölve áthúzva visszavonva "
    "nehodnotit nehodnotte nepocitat nepocitejte nezapocitavat vynechte strykas strykes "
    "不算 无效 取り消します 取り消し 無視 撤回します 무시 취소 철회 무효"
) | frozenset(NOT_TO_COUNT)
UNDOES = bare_words(
    "переплутав переплутала забудьте μπερδεψα ξεχαστε αναποδα incurcat inversat "
    "meant scratch retract swap swapped swaps reversed exchanged interchanged stale outdated placeholder "
    "placeholders vergesst vergiss umgekehrt gemeint vertauscht verdreht verwechselt zuruck zuruckgenommen "
    "kassiert uberholt oubliez interverti intervertis intervertie interverties echange echanges perime "
    "olviden olvida olvidad intercambiado intercambiados intercambie intercambiadas invertidos esquecam "
    "esqueca trocado trocados troquei trocadas invertido dimenticate viceversa dimentica scambiato scambiati "
    "scambiate invertito invertiti verwisseld andersom omgewisseld verlopen odwrotnie zamienione zamienilem "
    "zamienilam pomylilem pomylilam zapomnijcie prohozene prehodil prehodila zapomente наоборот перепутал "
    "перепутала поменял забудьте unutun karistirdim tertukar lupakan nham forvaxlat 反了 写反 搞反 颠倒 对调 "
    "抄错 写错 看错 入れ替わ 書き間違え 바뀌 반대로 잘못"
)
"""Words that take back what a sentence points to, and that are said of much else where it points to nothing."""
FITS = bare_words(
    "fit fits fitted match matches matched agree agrees agreed tally tallies reproduce reproduced passt "
    "passen passte stimmt stimmen stimmte aufgeht ubereinstimmt ubereinstimmen colle collent cadre cadrent correspond "
    "correspondent concorde concordent cuadra cuadran cuadraba coincide coinciden encaja encajan concuerda "
    "concuerdan confere conferem coincidem combacia combaciano torna tornano coincidono "
    "quadra quadrano klopt kloppen passen overeenkomt zgadza zgadzaja pasuje pasuja sedi souhlasi vychazi "
    "сходится сходятся совпадает совпадают бьется сошлось stammer overens uyusuyor tutuyor cocok sesuai khop"
)
"""Words that say of a number that it goes with another; a "not" beside one says that it does not."""
MISFITS = bare_words(
    "nesedi nesouhlasi nevychazi uyusmuyor tutmuyor mismatch mismatches mismatched 不符 对不上 合わない 안맞"
)
WHOLE_PARTS = bare_words(
    "diese jene ces celles ceux estas estos esas esos essas esses queste questi quelle quelli deze эти block "
    "part section half bullets lines rows page table everything all rest values gradients derivatives numbers "
    "results steps calculation those these them above backward forward teil abschnitt halfte zeilen seite "
    "tabelle alles werte gradienten ableitungen zahlen ergebnisse schritte rechnung oben obige obigen bloc "
    "partie moitie lignes tableau tout tous toutes valeurs derivees nombres resultats calcul dessus bloque "
    "parte seccion mitad lineas filas tabla todo todos todas valores gradientes derivadas numeros resultados "
    "calculo arriba secao metade linhas tabela tudo acima blocco sezione meta righe tabella tutto tutti tutte "
    "valori gradienti derivate numeri risultati calcolo sopra blok deel helft regels tabel waarden afgeleiden "
    "getallen resultaten berekening boven czesc wiersze wszystko wartosci gradienty pochodne wyzej powyzej "
    "hodnoty gradienty derivace vysledky vyse vsechno vsechny cela tabulka radky cast gradienter gradienterna vikter "
    "vikterna varden vardena derivator derivatorna resultaten svaren ovanfor ovan allt alla tabellen raderna delen "
    "bolum satirlar tablo hepsi degerler gradyanlar turevler yukarida yukaridaki ustteki часть строки все "
    "значения градиенты производные выше 部分 上面 以上 上述 那些 这些 全部 梯度 导数 上の 행 위 위의 전부 "
    "값들 부분"
)


def not_to_count(words: Sequence[str]) -> str:
    """Return the phrase by which words, without accents, say that something is not to be counted; "" for none."""
    whole = f" {' '.join(words)} "
    return next((phrase for phrase in NOT_TO_COUNT if f" {phrase} " in whole), "")


CORRECTIONS = bare_words(
    "correction corrections erratum errata corrigendum corrigenda korrektur korrekturen berichtigung correctif "
    "corrección correcciones correção correções correzione correzioni rettifica correctie correcties verbetering "
    "poprawka korekta исправление поправка уточнение виправлення oprava düzeltme koreksi rättelse rettelse korjaus "
    "javítás corectare διόρθωση تصحيح sửa 更正 修正 訂正 정정 수정"
)
"""What stands at the head of a sentence that corrects what was said before."""
