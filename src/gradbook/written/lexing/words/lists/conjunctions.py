"""Conjunctions that leave it open which of two is meant, in small letters."""

from gradbook.written.lexing.words.dictionary import bare_words

OR = bare_words("or oder ou o of lub または 또는 或 或者 veya atau")
