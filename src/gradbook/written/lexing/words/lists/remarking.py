"""Remarking: what a key, or a label before a text, calls a remark."""

REMARKING = (  # in a regular expression
    r"comments?|notes?|remarks?|status|verdict|kommentar|bemerkung|hinweis|commentaire|remarque|comentario|nota"
    r"|observaci[oó]n|coment[aá]rio|osservazione|opmerking|uwaga|примечание|备注|注释|備考|비고"
)
