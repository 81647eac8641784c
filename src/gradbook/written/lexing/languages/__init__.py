"""The words of each language that is known, by what they do."""

from gradbook.written.lexing.languages import chinese, english, french, german, italian, korean, portuguese, spanish
from gradbook.written.lexing.words import Dictionary

DICTIONARY = Dictionary(
    {
        "en": english.WORDS,
        "de": german.WORDS,
        "fr": french.WORDS,
        "es": spanish.WORDS,
        "pt": portuguese.WORDS,
        "it": italian.WORDS,
        "zh": chinese.WORDS,
        "ko": korean.WORDS,
    }
)
