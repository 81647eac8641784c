"""Concluding words: what stands between a calculation in words and its result."""

from gradbook.written.lexing.words.dictionary import bare, bare_words

CONCLUDES = frozenset(map(bare, (
    "obtain", "obtains", "get", "gets", "got", "gives", "giving", "yields", "makes", "making", "so", "thus", "hence",
    "therefore", "equals", "find", "have", "leaves",
    "leaving", "becomes", "macht", "ergibt", "also", "somit", "damit", "daher",
    "gibt", "erhalten", "erhält", "bekommen", "bekommt", "kommen", "auf", "soit", "donc", "obtient", "trouve", "fait",
    "obtenemos", "queda", "resulta", "sale", "entonces", "o sea", "así", "luego", "nos da", "da", "obtemos", "fica",
    "dá", "então", "logo", "portanto", "ou seja", "otteniamo", "viene", "fa", "quindi", "dunque", "cioè", "ottengo",
    "получаем", "получается", "выходит", "итого", "значит", "dus", "krijgen", "daje", "czyli", "hasilnya", "jadi",
    "hasil", "곱해서", "곱하면", "하면", "미분하면", "따라서", "그래서",
    "結果", "よって", "なので", "所以", "就是", "得到",
)))  # fmt: skip
DOING = bare_words(  # of what is calculated with, in words
    "multiply multiplying multiplies add adding adds subtract subtracting subtracts divide dividing divides doubling "
    "double halving squaring cubing negating multiplizieren multipliziert addieren subtrahieren dividieren verdoppeln "
    "quadrieren multipliant additionnant ajoutant soustrayant divisant doublant multiplicando sumando restando "
    "dividiendo elevando doblando somando subtraindo dividindo dobrando moltiplicando sommando sottraendo dividendo"
)
