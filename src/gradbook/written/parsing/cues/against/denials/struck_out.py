"""What is struck out in words: "crossed out: q = 10", "Attempt 1 (failed): q = 10", "durchgestrichen: q = 10"."""

from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.parsing.cues.around.announcements import denies_denial
from gradbook.written.parsing.cues.around.surroundings import Surroundings
from gradbook.written.parsing.grammar.edges import last_seen

_STRUCK = frozenset({
    "crossed out", "struck out", "struck", "strikeout", "deleted", "discarded", "abandoned", "scratched", "cancelled",
    "canceled", "void", "voided", "obsolete", "withdrawn", "rejected", "durchgestrichen", "gestrichen", "verworfen",
    "geloscht", "ungultig", "barre", "raye", "biffe", "annule", "supprime", "tachado", "tachada", "borrado", "anulado",
    "descartado", "riscado", "apagado", "cancellato", "barrato", "depennato", "scartato", "doorgestreept", "geschrapt",
    "vervallen", "skreslone", "przekreslone", "usuniete", "зачеркнуто", "зачёркнуто", "вычеркнуто", "удалено",
    "gach bo", "bi gach", "ustu cizili", "karalandi", "silindi", "dicoret", "dihapus", "划掉", "删除", "作废", "草稿",
    "打ち消し", "取り消し", "削除", "下書き", "삭제", "취소", "취소선", "초안", "schmierzettel", "kladde", "brouillon",
    "borrador", "rascunho", "brutta copia", "brudnopis", "черновик",
})  # fmt: skip
_AGAINST = frozenset({Role.DENIAL, Role.RETRACTION})
_FEW = 4  # words of a label


def struck_out(around: Surroundings, number: int) -> str:
    """Return the word of a label, or of brackets in it, by which an equation is struck out."""
    first = around.drafts[number].first
    place = last_seen(around.tokens, first)
    if place < 0 or around.tokens[place].text != "colon":
        return ""
    start = around.line_start(first)
    for at, inside in around.asides:
        if (
            start < at <= place
            and not denies_denial(inside)
            and (told := next((w.text for w in inside if w.role in _AGAINST), ""))
        ):
            return told
    words = around.before(number)
    return next((w.text for w in words if bare(w.text) in _STRUCK), "") if len(words) <= _FEW else ""
