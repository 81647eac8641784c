"""Nouns for what a node is in a neuron: the weight, the bias, what goes into its function, what comes out of it.

Such a noun is the name of a node only where the graph has no other of that kind.
"""

from gradbook.core.text.patterns import regex
from gradbook.written.lexicon import Lexicon
from gradbook.written.lexing.naming.neurons import activation_of, bias_of, net_input_of, prediction_of, weight_of
from gradbook.written.lexing.tokens import Token
from gradbook.written.lexing.words.counting import ORDINALS
from gradbook.written.lexing.words.dictionary import Role, bare, bare_words
from gradbook.written.names.wiring import is_bias
from gradbook.written.notation import plain

_WEIGHTS = bare_words(
    "weight's gewichts gewichtes ciężaru wagi веса весу весом вес ağırlığın ağırlığa bobot peso poids"
)
_BIASES = bare_words("bias's biases biasa смещения смещению смещение смещ viés sesgo biais")
_SUMS = bare_words(
    "logit pre-activation preactivation preactivacion préactivation pré-activation pré-ativação voraktivierung логит "
    "предактивация предактивации 净输入 加权和 预激活 预激活值 线性输出 重み付き和 線形和 ロジット 사전활성값 가중합 "
    "로짓"
)
_ACTIVATED = bare_words(
    "activation aktivierung activación ativação attivazione activatie aktywacja aktywacji активация активации "
    "активацию 激活 激活值 激活输出 活性化 活性化値 활성값 활성화 활성화값 aktivasi aktivasyon"
)
OUTPUTS = bare_words(
    "output ausgabe sortie salida saída uscita uitvoer wyjście выход выхода 输出 出力 출력 çıktı çıktısı çıkış keluaran"
)
VALUED = _SUMS | _ACTIVATED | OUTPUTS  # nouns that a number may be of
PREDICTIONS = frozenset({
    "prediction", "predicted", "forecast", "vorhersage", "prognose", "prédiction", "predicción", "predição", "previsão",
    "previsione", "predizione", "voorspelling", "predykcja", "prognoza", "предсказание", "прогноз", "dự đoán", "tahmin",
    "tahmini", "prediksi", "prediksinya", "予測", "予測値", "예측", "예측값", "예측값은", "预测", "预测值",
    "probability", "wahrscheinlichkeit", "probabilité", "probabilidad", "probabilidade", "probabilità", "kans",
    "prawdopodobieństwo", "вероятность", "xác suất", "olasılık", "probabilitas", "確率", "확률", "概率",
})  # fmt: skip
_FORETELLS = frozenset(map(bare, PREDICTIONS))
_LAST_NUMBER = regex(r"(\d+)$")
_NETWORKS = frozenset({"net", "netz", "reseau"})  # what a network is called too


def kind_of(token: Token, lexicon: Lexicon) -> str:
    """Return the node or input that a noun means by what it is in a neuron; "" for any other word."""
    if token.kind != "word":
        return ""
    word = bare(token.text)
    if token.role is Role.WEIGHT or word in _WEIGHTS:
        return lexicon.recall(weight_of)
    if token.role is Role.BIAS or word in _BIASES:
        return lexicon.recall(bias_of)
    if word in _SUMS or (token.role is Role.NET and word not in _NETWORKS and not word.endswith((" to", " into"))):
        return lexicon.recall(net_input_of)
    if word in _ACTIVATED:
        return lexicon.recall(activation_of)
    if word in _FORETELLS or word in OUTPUTS:  # of the network, or of its only neuron
        predicted = lexicon.recall(prediction_of)
        return predicted if word in _FORETELLS or predicted == lexicon.recall(activation_of) else ""
    return ""


def counted_kind_of(before: Token, token: Token, lexicon: Lexicon) -> str:
    """Return the weight or bias that a noun and an ordinal before it mean, "the second weight"; "" for none."""
    count = ORDINALS.get(bare(before.text), 0)
    if not count or not is_learned_noun(token):
        return ""
    is_of_kind = _is_bias if token.role is Role.BIAS or bare(token.text) in _BIASES else lexicon.wiring.is_learned
    named = [name for name in lexicon.inputs if is_of_kind(name)]
    numbers = [_LAST_NUMBER.search(name) for name in named]
    counted = sorted(int(found[1]) for found in numbers if found)
    if len({name.rstrip("0123456789") for name in named}) != 1 or counted != list(range(1, len(named) + 1)):
        return ""  # w1, w2, w3, and no v1 beside them, no w0 and no w12
    return next((name for name, found in zip(named, numbers, strict=True) if found and found[1] == str(count)), "")


def _is_bias(name: str) -> bool:
    return is_bias(plain(name).rstrip("0123456789"))


def is_learned_noun(token: Token) -> bool:
    """Whether a word is a noun for a weight or a bias."""
    return token.kind == "word" and (token.role in (Role.WEIGHT, Role.BIAS) or is_learned(token))


def is_learned(token: Token) -> bool:
    """Whether a word is for a weight or a bias as some languages bend it."""
    return token.kind == "word" and bare(token.text) in _WEIGHTS | _BIASES


def is_of_several(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is a noun for a node of a neuron of which the graph has none, or several."""
    if token.kind != "word" or kind_of(token, lexicon):
        return False
    word = bare(token.text)
    return word in _SUMS | _ACTIVATED or (word in OUTPUTS and bool(lexicon.activated))
