"""Words by which a number is said to be near another, and not that one: "almost zero", "fast null"."""

from gradbook.written.lexing.words.dictionary import bare_words

ALMOST = bare_words(
    "almost nearly virtually practically fast beinahe nahezu presque quasiment casi quase quasi bijna haast prawie "
    "niemal почти майже nästan næsten nesten neredeyse hampir gần skoro aproape melkein majdnem téměř σχεδόν تقریبا "
    "تقريبا लगभग 几乎 差不多 ほぼ 거의"
)
