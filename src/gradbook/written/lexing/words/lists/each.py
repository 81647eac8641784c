"""Words by which what is said is said of each of several: "both are 3", "W = 0.1 (all)", "都是 0"."""

from gradbook.written.lexing.words.dictionary import bare

EACH = frozenset(map(bare, (
    "both", "each", "all", "every", "beide", "beiden", "alle", "allen", "jeweils", "je", "jedes", "deux", "tous",
    "toutes", "chacun", "chacune", "ambos", "ambas", "todos", "todas", "cada", "uno", "entrambi", "entrambe", "tutti",
    "tutte", "ciascuno", "elk", "allebei", "allemaal", "oba", "obie", "obydwa", "wszystkie", "wszystkich", "każdy",
    "każda", "оба", "обе", "все", "каждый", "обидва", "обидві", "усі", "всі", "ikisi", "ikisi de", "her iki", "her",
    "hepsi", "hepsi de", "tümü", "biri", "kedua", "keduanya", "semua", "semuanya", "setiap", "tiap", "masing-masing",
    "cả hai", "ca hai", "tất cả", "đều", "mỗi", "từng", "hai", "ambele", "toate", "båda", "alla", "begge", "molemmat",
    "kaikki", "oba dva", "všechny", "mindkettő", "mindegyik", "mind", "όλα", "και τα δύο", "هردو", "همگی", "كلاهما",
    "كلتاهما", "كلها", "جميعها",
    "दोनों", "सभी", "都", "都是", "均", "均为", "皆", "两个", "全都", "全部", "両方", "すべて",
    "dono", "donon", "teeno", "sab", "tots", "totes", "tots dos", "totes dues", "ambdós", "ambdues", "obje", "svi",
    "обје", "сви", "све", "двете", "двата", "всички", "obe", "oboje", "všetky", "všetko", "שניהם", "שתיהן", "כולם",
    "sve", "כולן", "উভয়", "দুটোই", "দুইটাই", "সব", "সবগুলো", "pareho", "lahat", "ทั้งคู่", "ทั้งสอง", "ทั้งหมด", "ทุกตัว",
    "全て", "どちらも", "どれも", "いずれも", "둘 다", "둘다", "둘", "모두", "전부",
)))  # fmt: skip
