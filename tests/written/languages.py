"""The words of an answer in each language that is known: what states q = 10, r = 8, df/dw = 6 and w_new = 4.94.

The exercise is the assignment's: q = w*x; r = q + b; f = z*r at x = 2, w = 5, b = -2, z = 3, and a step of 0.01.
"""

# language -> key -> answers that are right
STATED: dict[str, dict[str, list[str]]] = {
    "English": {
        "q": ["The value of q is 10.", "q equals 5 times 2 = 10", "So we get q = 10"],
        "r": ["r is 10 minus 2 = 8", "Therefore r = 8."],
        "df/dw": ["The derivative of f with respect to w is 6.", "the gradient of w is 6"],
        "w1": ["the new w is 4.94", "New weight: 4.94", "w after the update is 4.94"],
    },
    "German": {
        "q": ["q ist 10.", "q ist gleich 5 mal 2 = 10", "Also ergibt sich q = 10", "q beträgt 10"],
        "r": ["r ist 10 minus 2 = 8", "Daher gilt r = 8."],
        "df/dw": ["Die Ableitung von f nach w ist 6.", "Die partielle Ableitung von f nach w beträgt 6"],
        "w1": ["das neue w ist 4,94", "Neues Gewicht: 4,94"],
    },
    "French": {
        "q": ["q vaut 10.", "q est égal à 5 fois 2 = 10", "On obtient donc q = 10"],
        "r": ["r vaut 10 moins 2 = 8", "Ainsi r = 8."],
        "df/dw": ["La dérivée de f par rapport à w vaut 6.", "La dérivée partielle de f par rapport à w est 6"],
        "w1": ["le nouveau w vaut 4,94", "Nouveau poids : 4,94"],
    },
    "Spanish": {
        "q": ["q es 10.", "q es igual a 5 por 2 = 10", "Entonces q = 10"],
        "r": ["r es 10 menos 2 = 8", "Por lo tanto r = 8."],
        "df/dw": ["La derivada de f con respecto a w es 6.", "La derivada parcial de f respecto a w vale 6"],
        "w1": ["el nuevo w es 4,94", "Nuevo peso: 4,94", "peso nuevo: 4,94"],
    },
    "Portuguese": {
        "q": ["q é 10.", "q é igual a 5 vezes 2 = 10", "Então q = 10"],
        "r": ["r é 10 menos 2 = 8", "Portanto r = 8."],
        "df/dw": ["A derivada de f em relação a w é 6.", "A derivada parcial de f em relação a w vale 6"],
        "w1": ["o novo w é 4,94", "Novo peso: 4,94"],
    },
    "Italian": {
        "q": ["q è 10.", "q è uguale a 5 per 2 = 10", "Quindi q = 10"],
        "r": ["r è 10 meno 2 = 8", "Dunque r = 8."],
        "df/dw": ["La derivata di f rispetto a w è 6.", "La derivata parziale di f rispetto a w vale 6"],
        "w1": ["il nuovo w è 4,94", "Nuovo peso: 4,94"],
    },
    "Chinese": {
        "q": ["q 等于 10。", "q 为 10", "所以 q = 5 乘以 2 = 10"],
        "r": ["r 等于 10 减 2 = 8", "因此 r = 8。"],
        "df/dw": ["f 对 w 的偏导数是 6。", "f对w的导数为6"],
        "w1": ["新的 w 是 4.94"],
    },
    "Korean": {
        "q": ["q는 10입니다.", "q = 5 곱하기 2 = 10", "따라서 q = 10"],
        "r": ["r은 8이다", "그러므로 r = 8."],
        "df/dw": ["f의 w에 대한 편미분은 6이다."],
        "w1": ["새로운 w는 4.94"],
    },
}

# language -> what denies, doubts or takes back q = 10, or says it of something else
DENIED: dict[str, list[str]] = {
    "English": ["q is not 10", "q = 10 is wrong", "maybe q = 10", "q = 10 or 12", "My neighbour has q = 10"],
    "German": ["q ist nicht 10", "q = 10 ist falsch", "vielleicht q = 10", "q = 10 oder 12", "Mein Nachbar hat q = 10"],
    "French": ["q n'est pas 10", "q = 10 est faux", "peut-être q = 10", "q = 10 ou 12", "Mon voisin a q = 10"],
    "Spanish": ["q no es 10", "q = 10 es falso", "quizás q = 10", "q = 10 o 12", "Mi vecino tiene q = 10"],
    "Portuguese": ["q não é 10", "q = 10 está errado", "talvez q = 10", "q = 10 ou 12", "Meu vizinho tem q = 10"],
    "Italian": ["q non è 10", "q = 10 è sbagliato", "forse q = 10", "q = 10 o 12", "Il mio vicino ha q = 10"],
    "Chinese": ["q 不是 10", "q = 10 是错误的", "也许 q = 10", "q = 10 或 12", "我的邻居 q = 10"],
    "Korean": ["q는 10이 아니다", "q = 10은 틀렸다", "아마 q = 10", "q = 10 또는 12", "내 이웃은 q = 10"],
    "one that is not known": ["q nie jest 10", "q = 10 je špatně", "možná q = 10", "q = 10 razy 2", "Sąsiad ma q = 10"],
}
