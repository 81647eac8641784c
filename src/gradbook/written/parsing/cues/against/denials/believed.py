"""Former beliefs: a clause behind an equation that tells it for what one once thought: "q = 10, I thought at first"."""

from itertools import takewhile

from gradbook.written.lexing.words.dictionary import bare, bare_words
from gradbook.written.parsing.cues.around.surroundings import Surroundings

THOUGHT = bare_words(
    "thought believed assumed guessed supposed dachte glaubte meinte vermutete pensais croyais pensé creí creía "
    "pensaba pensei achei achava pensava pensavo credevo pensai dacht myślałem myślałam sądziłem sądziłam думал думала "
    "считал считала trodde tänkte troede tænkte tenkte gândeam credeam düşündüm sandım"
)
_CLAUSE = 8  # tokens of one


def believed(around: Surroundings, number: int) -> str:
    """Return the verb of a clause right behind an equation that says it was once thought."""
    behind, tokens = around.behind(number), around.tokens
    if behind >= len(tokens) or tokens[behind].text not in ("comma", "-"):
        return ""
    clause = [*takewhile(lambda token: token.kind == "word", tokens[behind + 1 : behind + 1 + _CLAUSE])]
    said = ((token.text, word) for token in clause for word in bare(token.text).split())
    return next((text for text, word in said if word in THOUGHT), "")
