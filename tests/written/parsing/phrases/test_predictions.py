"""The prediction in words is the node that is compared with the target."""

import pytest
from tests.written.corpus import EXERCISES

from gradbook.written.judging.outcomes.said.readback import read_back
from gradbook.written.reading import reading_of

PREDICTIONS: list[tuple[str, str, list[str]]] = [
    ("hat", "The prediction is σ(1) = 0.73.", ["y_hat = sigmoid(1) = 0.73"]),
    ("hat", "The predicted value: 0.73", ["y_hat = 0.73"]),
    ("hat", "The model predicts 0.73", ["y_hat = 0.73"]),
    ("hat", "After the step the model predicts 0.75", ["y_hat_new = 0.75"]),
    ("hat", "Die Vorhersage ist 0,73", ["y_hat = 0.73"]),
    ("hat", "Le modèle prédit 0,73", ["y_hat = 0.73"]),
    ("hat", "La predicción es 0,73", ["y_hat = 0.73"]),
    ("hat", "A previsão é 0,73", ["y_hat = 0.73"]),
    ("hat", "La previsione è 0,73", ["y_hat = 0.73"]),
    ("hat", "De voorspelling is 0,73", ["y_hat = 0.73"]),
    ("hat", "Model przewiduje 0,73", ["y_hat = 0.73"]),
    ("hat", "Модель предсказывает 0,73", ["y_hat = 0.73"]),
    ("hat", "Tahmin: 0.73", ["y_hat = 0.73"]),
    ("hat", "Prediksi: 0.73", ["y_hat = 0.73"]),
    ("hat", "模型预测 0.73", ["y_hat = 0.73"]),
    ("hat", "予測値は 0.73 です", ["y_hat = 0.73"]),
    ("hat", "예측값은 0.73입니다", ["y_hat = 0.73"]),
    ("square", "The prediction is 3 * 0.5 + 1 = 2.5", ["s = 3 * 0.5 + 1 = 2.5"]),
    ("logloss", "The prediction is 0.38", ["p = 0.38"]),
    ("hat", "The prediction is y_hat = 0.73", ["y_hat = 0.73"]),
    ("hat", "The model should predict 1", []),
    ("hat", "The model predicts a cat", []),
    ("seed", "The prediction is 8", []),
]


@pytest.mark.parametrize(("name", "text", "statements"), PREDICTIONS)
def test_a_prediction_in_words_is_what_is_compared_with_the_target(name: str, text: str, statements: list[str]) -> None:
    assert [read_back(statement, text) for statement in reading_of(text, EXERCISES[name].lexicon)] == statements
