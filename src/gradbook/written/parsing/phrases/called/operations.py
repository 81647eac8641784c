"""Operations in words: "the product of w and x", "multiplying w by x and adding b"."""

from collections.abc import Iterator, Sequence

from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.dictionary import Role, bare
from gradbook.written.lexing.words.lists.concluding import DOING

OPERATION: dict[str, str] = {
    bare(word): op
    for op, words in {
        "mul": "product multiplication multiply multiplying multiplied mul times multiplikations produkt "
        "multiplizieren multipliziert produit multipliant producto multiplicando produto prodotto moltiplicando "
        "乘积 積 곱",
        "add": "sum addition add adding added plus additions summen summe addieren addiert somme additionnant ajoutant "
        "suma sumando soma somando somma sommando 和 합",
        "sub": "difference subtraction subtract subtracting subtracted minus differenz subtrahieren différence "
        "soustrayant diferencia restando diferença subtraindo differenza sottraendo 差 차",
        "div": "quotient division divide dividing divided dividieren divisant cociente dividiendo quociente dividindo "
        "quoziente dividendo 商 몫",
        "pow": "square squaring power quadrat carré cuadrado quadrado quadrato 平方 제곱",
        "exp": "exponential exp exponentialfunktion exponentielle exponencial esponenziale",
        "log": "logarithm log logarithmus logarithme logaritmo",
        "sqrt": "root sqrt wurzel racine raíz raiz radice",
        "sigmoid": "sigmoid logistic",
        "sin": "sine sinus seno",
        "cos": "cosine cosinus kosinus coseno cosseno",
        "tanh": "tanh",
        "relu": "relu",
        "max": "maximum max",
        "min": "minimum min",
    }.items()
    for word in words.split()
}
_BY_ROLE = {Role.PLUS: "add", Role.MINUS: "sub", Role.TIMES: "mul", Role.OVER: "div", Role.POWER: "pow"}
_SIGN = {"*": "mul", "+": "add", "-": "sub", "/": "div", "^": "pow"}


def come_to(said: Sequence[Token], name: str, lexicon: Lexicon) -> bool:
    """Whether words that say what is done, and with what, may say how a node is calculated.

    What is done is all that is done in the graph, from the named nodes on; the nodes that words name are among those
    that it is done with, and all of them where there are several.
    """
    done = {op for token in said if (op := done_by(token))}
    named = {token.name for token in said if token.kind == "name" and token.name}
    operations, operands = set(_operations(name, lexicon)), set(_operands(name, lexicon))
    return done == operations and (named == operands if len(named) > 1 else named <= operands)


def done_by(token: Token) -> str:
    """Return the operation that a word, a sign or a function stands for; "" for none."""
    if token.kind == "fn":
        return OPERATION.get(token.text, token.text)
    by_role = _BY_ROLE.get(token.role, "") if token.kind == "word" and token.role else ""
    return OPERATION.get(bare(token.text)) or _SIGN.get(token.text) or by_role


def does(token: Token) -> bool:
    """Whether a word says that something is calculated with what stands behind it: "multiplying q", "we add x"."""
    return token.kind == "word" and bare(token.text) in DOING


def _operations(name: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield what a node is calculated with, from the nodes that have names."""
    yield lexicon.operations.get(name, "")
    for part in lexicon.operands.get(name, ()):
        if part in lexicon.unnamed:
            yield from _operations(part, lexicon)


def _operands(name: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the named nodes that a node is calculated from."""
    for part in lexicon.operands.get(name, ()):
        if part in lexicon.unnamed:
            yield from _operands(part, lexicon)
        else:
            yield part
