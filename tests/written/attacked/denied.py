"""What later words say against a right number: a quantity that is denied by its name, another value of it, an unfinished one."""

# ruff: noqa: E501

_DENIALS = [  # of q alone
    "My q is wrong.", "The value of q is not right.", "q is wrong.", "q is incorrect.", "Mein q ist falsch.", "Der Wert von q ist falsch.",
    "Der Wert von q stimmt nicht.", "q stimmt nicht.", "q ist nicht richtig.", "Le q est faux.", "La valeur de q est fausse.",
    "q n'est pas correct.", "El valor de q no es correcto.", "q está mal.", "Mi q es incorrecto.", "I got q wrong.", "I messed up q.",
    "There's a mistake in q.", "There is an error in q.", "In q steckt ein Fehler.", "Il y a une erreur dans q.", "Hay un error en q.",
    "I don't believe q.", "q cannot be right.", "q can't be 10.", "But q isn't 10.", "q is not 10.", "q kann nicht stimmen.",
    "q ist nicht 10.", "q ne vaut pas 10.", "q n'est pas 10.", "q no es 10.", "q no puede ser 10.", "q ne peut pas être 10.", "q kann nicht 10 sein.",
    "The values of q and r are wrong.", "Die Werte von q und r sind falsch.", "Les valeurs de q et r sont fausses.",
    "Los valores de q y r son incorrectos.", "However, q is wrong.", "The result for q is wrong.", "Das Ergebnis für q ist falsch.",
    "Le résultat pour q est faux.", "El resultado de q es falso.", "Unfortunately q is wrong.", "My value for q was wrong.",
    "I made a mistake in q.", "Bei q habe ich mich verrechnet.", "Je me suis trompé pour q.", "Me equivoqué en q.",
    "I think q is wrong.", "I am not sure about q.", "q may be wrong.", "Not sure about q.", "I doubt q.", "q might be wrong.",
    "Bei q bin ich nicht sicher.", "q ist vielleicht falsch.", "q est peut-être faux.", "No estoy seguro de q.",
    "The sign of q is wrong.", "Das Vorzeichen von q ist falsch.", "Le signe de q est faux.", "El signo de q es incorrecto.",
    "q has the wrong sign.", "q should be 12.", "q should have been 12.", "q müsste 12 sein.", "q aurait dû être 12.", "q debería ser 12.",
]  # fmt: skip
_SLOPES = [
    "df/dw is wrong.", "The gradient of w is wrong.", "df/dw isn't right.", "Der Gradient von w ist falsch.", "Die Ableitung nach w stimmt nicht.",
    "Le gradient de w est faux.", "La dérivée par rapport à w est fausse.", "El gradiente de w es incorrecto.", "La derivada respecto a w no es correcta.",
    "The gradients of w and x are wrong.", "I got the gradient of w wrong.", "There is an error in df/dw.", "df/dw can't be right.",
    "The derivative with respect to w is not correct.", "df/dw has the wrong sign.",
]  # fmt: skip
_FINE = [  # of nothing, or of another
    "q is not wrong.", "q isn't wrong.", "The sign is right.", "q can't be negative.", "q cannot be zero.", "r isn't 10 but 8.", "q is right.",
    "q ist nicht falsch.", "q n'est pas faux.", "q no es incorrecto.", "q ist nicht negativ.", "q ne peut pas être négatif.", "q no puede ser negativo.",
    "q is not 12.", "q ist nicht 12, denn w ist 5.", "x is not wrong.", "There is no error in q.", "In q ist kein Fehler.", "Il n'y a pas d'erreur dans q.", "No hay error en q.",
    "If we forget z, the gradient of q is wrong.", "The gradient of w is wrong if we forget z.", "q would be wrong if w were 4.",
    "Without w, q would be wrong.", "q does not depend on z.", "q hängt nicht von z ab.", "q ne dépend pas de z.", "q no depende de z.",
    "We do not need q again.", "q brauchen wir nicht mehr.", "The error does not reach q yet.", "Here q is not the output.",
    "q is not changed by b.", "Not only q, but also r is needed.", "If q is wrong, all is wrong.", "Wenn q falsch ist, ist alles falsch.",
    "w is not multiplied by z yet.", "It is easy to get q wrong.", "Don't forget q.", "r should be 8.", "q should be 10.",
]  # fmt: skip


def _each(first: str, remarks: list[str], rest: str = "r = 8") -> list[str]:
    """Each remark behind the equation, and in a paragraph of its own at the end."""
    return [text.format(first, one, rest) for one in remarks for text in ("{0}. {1}", "{0}\n\n{2}\n\n{1}")]


# exercise, key, whether the answer is to be accepted, answers
DENIED: list[tuple[str, str, bool, list[str]]] = [
    ("seed", "q", False, _each("q = 10", _DENIALS)),
    ("seed", "df/dw", False, _each("df/dw = 6", _SLOPES)),
    ("seed", "q", True, _each("q = 10", _FINE)),
    ("seed", "r", True, _each("r = 8", ["q is wrong.", "Mein q ist falsch.", "I got q wrong.", "El valor de q no es correcto."], "f = 24")),
    ("seed", "df/dw", True, _each("df/dw = 6", ["q is wrong.", "The gradient of x is wrong.", "If we forget z, the gradient of w is wrong."], "df/db = 3")),
    ("seed", "q", True, ["q = 12\n\nq is wrong. I forgot x. q = 5 * 2 = 10", "q = 12. That's wrong, sorry: q = 10"]),
    (
        "seed",
        "q",
        False,
        [
            "(1) q = 10\n(2) r = 8\n\n(1) is wrong.", "(1) q = 10\n\n(2) r = 8\n\nEquation (1) is wrong.", "$$q = 10 \\tag{1}$$\n$$r = 8 \\tag{2}$$\n\nEquation (1) is wrong.",
            "$$q = 10 \\tag{1}$$\n$$r = 8 \\tag{2}$$\n\nGleichung (1) ist falsch.", "$$q = 10 \\tag{1}$$\n$$r = 8 \\tag{2}$$\n\n(1) est fausse.",
            "q = 10\n\nr = 8\n\nOnly r is right.", "q = 10\n\nr = 8\n\nNur r ist richtig.", "q = 10\n\nr = 8\n\nSeul r est juste.", "q = 10\n\nr = 8\n\nSolo r es correcto.",
            "q = 10\n\nr = 8\n\nThe first is wrong.", "q = 10\n\nr = 8\n\nDer erste Wert ist falsch.", "q = 10\n\nr = 8\n\nLa première est fausse.", "q = 10\n\nr = 8\n\nEl primero es incorrecto.",
            "q = 10\n\nr = 8\n\nErratum: replace 10 by 12.", "q = 10\n\nr = 8\n\nCorrection for q: 12", "q = 10\n\nr = 8\n\nP.S. q should have been 12.", "q = 10\n\nr = 8\n\n(All wrong, see next page.)",
            "q = 10\n\nr = 8\n\nKorrektur für q: 12", "q = 10\n\nr = 8\n\nCorrection pour q : 12", "q = 10\n\nr = 8\n\nCorrección de q: 12",
        ],
    ),
    (
        "seed",
        "q",
        True,
        [
            "$$q = 10 \\tag{1}$$\n$$r = 8 \\tag{2}$$\n\nEquation (2) is wrong.", "$$q = 10 \\tag{1}$$\n$$r = 8 \\tag{2}$$\n\nBy (1), r is not 10 but 8.", "q = 10\n\nr = 8\n\nOnly q is right.",
            "q = 10\n\nr = 8\n\nOnly r is needed.", "q = 10\n\nr = 8\n\nReplace w by 5.", "q = 10\n\nr = 8\n\n(All done, see next page.)",
        ],
    ),
    (
        "seed",
        "q",
        False,
        [
            f"q = 10{link}{one}"
            for link in (", ", ". ", "\n\n")
            for one in (
                "q is in fact 12", "q is actually 12.", "q is really 12", "q ist eigentlich 12", "q ist in Wirklichkeit 12.", "q est en fait 12", "q est en réalité 12.", "q es en realidad 12", "q es realmente 12",
                "the right answer would be 12", "die richtige Antwort wäre 12", "la bonne réponse serait 12", "la respuesta correcta sería 12",
            )
        ]
        + ["q = 10\n\nRecomputed: 12", "q = 10\n\nNeu berechnet: 12", "q = 10\n\nRecalculé : 12", "q = 10\n\nRecalculado: 12", "q = 10 (now 12)", "q = 10 (jetzt 12)", "q = 10 (maintenant 12)", "q = 10 (ahora 12)",
           "At first q = 10, later 12.", "Zuerst q = 10, später 12.", "D'abord q = 10, ensuite 12.", "Primero q = 10, después 12."],
    ),
    ("seed", "q", True, ["q = 10, q is in fact 10", "q = 10. q is actually 10.", "q = 10. So q is indeed 10.", "q = 10. r is actually 8.",
                         "At first q = 10, later r = 8.", "q = 10 (w is now 5)"]),
    ("seed", "df/dw", False, ["df/dw = 6. df/dw is actually 12.", "df/dw = 6. The gradient of w is actually 12.", "df/dw = 6. Der Gradient von w ist eigentlich 12.", "df/dw = 6. Le gradient de w est en fait 12.", "df/dw = 6. El gradiente de w es en realidad 12."]),
    (
        "seed",
        "df/dw",
        False,
        [
            f"df/dw = 6{one}"
            for one in (
                ", still to be multiplied by 3", ", multiplied with z", ", multiplied by z", ". Now multiply by z.", ", before multiplying by z", ", divided by two", ", squared", ", negated", ", with a minus", ", with a minus sign",
                ", with the opposite sign", ". The sign is wrong.", ", mal 3", ", muss noch mit 3 multipliziert werden", ", noch mit z zu multiplizieren", ". Jetzt noch mit z multiplizieren.", ", à multiplier par 3", ", encore à multiplier par z",
                " mit umgekehrtem Vorzeichen", ", mit negativem Vorzeichen", " con signo opuesto", " au signe près", " avec le signe opposé", ", avec un moins", ", con un menos", ", por multiplicar por 3", ", hay que multiplicar por z", " point five", " Komma 5", " and a half",
                " above the true value", " under the target", " de más", " de trop", " zu viel", " (base 3)", " in base 7", ", al cuadrado", ", au carré", ", zum Quadrat", ", dividido por dos", ", divisé par deux", ", durch zwei geteilt",
                ". Multiply this by z.", ". Das Vorzeichen ist falsch.", ". Le signe est faux.", ". El signo está mal.", ". It still has to be multiplied by z.", ", times z", " (times z)", " (without z)", ", up to the sign", ", bis auf das Vorzeichen",
            )
        ]
        + ["q = 10 mal 3"],
    ),
    (
        "seed",
        "df/dw",
        True,
        ["df/dq = 3. Multiply by x to get 6: df/dw = 6", "df/dw = 6. The sign is right.", "df/dw = 6, so we multiply by the rate to get the step: 0.06", "df/dq = 3, multiplied by x: df/dw = 6", "df/dw = 6. Das Vorzeichen stimmt.", "df/dw = 6. Le signe est juste.",
         "df/dw = 6. Now multiply df/dr by q.", "df/dw = 3 times 2 = 6", "df/dw = 6, which is x multiplied by z", "df/dw = 6. The gradient is multiplied by the learning rate.", "df/dw = 6, weil wir mit x multiplizieren", "df/dw = 6, car on multiplie par x", "df/dw = 6, porque se multiplica por x"],
    ),
    (
        "seed",
        "q",
        False,
        [
            "q = 10. Can't be.", "q = 10. That can't be it.", "q = 10. Close, but no.", "q = 10. Almost.", "q = 10. I have no idea.", "We need q = 10",
            "Stolen from the web:\n\nq = 10", "q = 10 stimmt das?", "q = 10 contains the error", "The bug is in q = 10", "q = 10 is where the error happens",
            "q = 10\n\nMaybe it should be 11.", "q = 10. Kann nicht sein.", "q = 10. Fast.", "q = 10. Keine Ahnung.", "À montrer : q = 10", "Por demostrar: q = 10", "Wir brauchen q = 10", "q = 10. Impossible.", "q = 10. Presque.", "q = 10. Casi.",
            "q = 10. Ça ne peut pas être ça.", "q = 10. No puede ser.", "q = 10. Je n'ai aucune idée.", "q = 10. Ni idea.",
            "Kopiert:\n\nq = 10", "Copié :\n\nq = 10", "Copiado:\n\nq = 10", "Der Fehler ist in q = 10", "L'erreur est dans q = 10",
        ],
    ),
    ("seed", "df/dw", False, ["Numerically df/dw = 6, analytically 12.", "Numerisch df/dw = 6, analytisch 12.", "Numériquement df/dw = 6, analytiquement 12.", "df/dw = 6. Nach Korrektur des Fehlers erhalte ich 12.", "df/dw = 6. Après correction de l'erreur, j'obtiens 12."]),
    ("seed", "q", True, ["q = 10 👍", "q = 10. That's it.", "q = 10. Done.", "We need q first: q = 10", "### Given\n\nx = 2, w = 5, b = -2, z = 3\n\n### Solution\n\nq = 10", "Numerically q = 10, analytically 10.", "q = 10. I have one more idea.", "# Exercise 5\n\nq = 10"]),
    (
        "seed",
        "q",
        False,
        [
            "q = 10. Sadly, q is wrong.", "q = 10. The q above is wrong.", "q = 10. q, I fear, is wrong.", "q = 10. Oops, q is wrong!", "q = 10\n\n- q is wrong", "q = 10\n\n> q is wrong", "q = 10\n\n**q is wrong**",
            "q = 10\n\n*Note:* q is wrong.", "q = 10\n\nTeacher: q is wrong.", "q = 10\n\n$q$ is wrong.", "q = 10\n\n`q` is wrong.", "| node | value |\n|---|---|\n| q | 10 |\n| r | 8 |\n\nq is wrong.",
            "$$q = 10$$\n\nThe value $q = 10$ is wrong.", "q = 10\n\nq: wrong", "q = 10\n\nq wrong", "q = 10. q and r are both wrong.", "q = 10. Both q and r are wrong.", "q = 10. Neither q nor r is right.", "q = 10. q is too big.",
            "q = 10. q is too large by 2.", "q = 10. q is off by 2.", "q = 10. q is off.", "q = 10. q doesn't match.", "q = 10. q does not check out.", "q = 10. My calculation of q is wrong.",
            "q = 10. The calculation of q contains an error.", "q = 10. I made an error when computing q.", "q = 10. I miscalculated q.", "q = 10. There is something wrong with q.", "q = 10. Ignore q.",
            "q = 10. Please ignore my q.", "q = 10. Discard q.", "q = 10. q needs to be recomputed.", "q = 10. q is still wrong, I think.", "q = 10. I guessed q.", "q = 10. q was a guess.", "q = 10. q is copied from Ben.",
            "q = 10. I copied q.", "q = 10. q is from the book.", "q = 10. q isn't that.", "q = 10. q ≠ 10", "q = 10. $q \\neq 10$", "q = 10. q != 10", "q = 10. q is not equal to 10.", "q = 10. q is different from 10.",
            "q = 10. 10 is wrong.", "q = 10. The 10 is wrong.", "q = 10. The number 10 is wrong.", "q = 10. 10 isn't right.", "q = 10. The product is wrong.", "q = 10. The first value is wrong.",
            "q = 10. The forward pass is wrong.", "q = 10. The last result is wrong.", "q = 10. My answer is wrong.", "q = 10. Man sieht, q ist falsch.", "q = 10. q ist zu groß.", "q = 10. q habe ich geraten.",
            "q = 10. q habe ich falsch berechnet.", "q = 10. Ich habe q falsch.", "q = 10. q passt nicht.", "q = 10. Das q da oben stimmt nicht.", "q = 10. Mit q stimmt etwas nicht.", "q = 10. Die 10 ist falsch.",
            "q = 10. Bei q ist ein Fehler.", "q = 10. Bei q ist mir ein Fehler unterlaufen.", "q = 10. Weder q noch r stimmt.", "q = 10. J'ai mal calculé q.", "q = 10. q est trop grand.", "q = 10. J'ai deviné q.",
            "q = 10. Mon q est faux.", "q = 10. Ni q ni r ne sont justes.", "q = 10. Le 10 est faux.", "q = 10. q está equivocado.", "q = 10. Calculé mal q.", "q = 10. q es demasiado grande.", "q = 10. Adiviné q.",
            "q = 10. Ni q ni r son correctos.", "q = 10. El 10 está mal.", "q = 10. Hay algo mal en q.", "q = 10. q è sbagliato.", "q = 10. q está errado.", "q = 10. q is fout.", "q = 10. q jest źle.", "q = 10. q неверно.",
            "q = 10。q 是错的。", "q = 10。qは間違いです。", "q = 10. Is q right?", "q = 10. q is 10?", "q = 10. Why is q wrong?", "q = 10. q is about 12", "q = 10. q comes out as 12", "q = 10. I now get 12 for q.",
            "q = 10. For q I now get 12.", "q = 10. With a calculator I get 12.", "q = 10. The computer says 12.", "q = 10. q -> 12", "q = 10. Changed q to 12.", "q = 10. Set q to 12.", "q = 10. Use q = 12 instead.", "q = 10 → 12",
            "q = 10. Edit: 12", "q = 10. EDIT: q is 12.", "q = 10. It's 12.", "q = 10. No: 12.",
        ],
    ),
    (
        "seed",
        "df/dw",
        False,
        [
            "df/dw = 6. Multiply by 3!", "df/dw = 6 (still without z)", "df/dw = 6, not yet multiplied by z", "df/dw = 6. We have to multiply it by z.", "df/dw = 6, missing a factor of 3", "df/dw = 6. A factor of 3 is missing.",
            "df/dw = 6 without the factor z", "df/dw = 6. Es fehlt noch der Faktor 3.", "df/dw = 6. Il manque le facteur 3.", "df/dw = 6. Falta el factor 3.", "df/dw = 6, but negative", "df/dw = 6. It is negative.",
            "df/dw = 6, aber negativ", "df/dw = 6. Minus sign missing.", "df/dw = 6. I forgot the minus.", "df/dw = 6. A minus is missing.", "df/dw = 6. Es fehlt ein Minus.", "df/dw = 6 in absolute value",
            "df/dw = 6 (absolute value)", "df/dw = 6 im Betrag", "df/dw = 6 en valeur absolue", "df/dw = 6. Negate it.", "df/dw = 6. Flip the sign.", "df/dw = 6. Change the sign.", "df/dw = 6. Vorzeichen umdrehen.",
            "df/dw = 6, sign reversed", "df/dw = 6, Vorzeichen falsch", "df/dw = 6 (wrong sign)", "df/dw = 6 (sign?)", "df/dw = 6 plus something", "df/dw = 6 + ...", "df/dw = 6 thousand", "df/dw = 6k", "df/dw = 6!", "df/dw = 6²",
            "df/dw = 6 squared", "df/dw = 6 ± 3", "df/dw = 6 (mod 7)", "df/dw = 6 percent", "df/dw = 6 tenths", "df/dw = 6 of 10", "df/dw = 6 e 3", "df/dw = 6·10³", "df/dw = 6 x 10^3", "df/dw = 6 × z", "df/dw = 6, then divide by 2",
        ],
    ),
    (
        "seed",
        "q",
        True,
        [
            "q = 10. q is larger than r.", "q = 10. q is positive, so it's fine.", "q = 10. r is not right yet: r = 8", "q = 10. Now we add b.", "q = 10. Now add b: r = 8", "q = 10. Then multiply by z.\n\nf = 24",
            "q = 10. Multiply q by z? No, first add b.", "q = 10. This is then added to b.", "q = 10. q is an input of r.", "q = 10. q is used in the next step.", "q = 10. Not only q is positive.",
            "q = 10. Note that q is not an input.", "q = 10. q is not 0.", "q = 10. q ist nicht null.", "q = 10. That means q is correct.", "q = 10. I checked q with a calculator.", "q = 10. If x were 3, q would be 15.",
            "q = 10. For x = 3 we would get 15.", "q = 10. I am sure that q is right.", "q = 10. There can be no doubt about q.", "q = 10. No error in q or r.", "q = 10. q doesn't need b.", "q = 10. We don't need q any more.",
            "q = 10. Only r is missing.", "q = 10. Only q depends on x.", "q = 10. q is the only node that is right of w.", "q = 10. The second node is r.", "q = 10. r = 8, not 12.", "q = 10. q is not to be confused with r.",
            "q = 10. The derivative of q is not hard.", "q = 10. The error goes back to q.", "q = 10. The error at q is passed on.", "q = 10. An error signal arrives at q.", "q = 10. The value of q has 2 digits.",
            "q = 10. q is computed in 2 steps.", "q = 10. q is needed in step 3.", "q = 10. Step 2: add b to q.", "q = 10. Replace w by 5 and x by 2.", "q = 10. w is multiplied by x to get q.",
            "q = 10. Sorry that q is not in LaTeX.", "q = 10. Perhaps q should be called product.", "q = 10. Let me explain q.", "q = 10, which we then multiply by z",
        ],
    ),
    (
        "seed",
        "q",
        False,
        [
            "q = 10. That's for task 2.", "q = 10 (Exercise 5)", "q = 10 👎", "q = 10 in exercise 2", "To show: q = 10", "Copied:\n\nq = 10", "q = 10 non va", "Zu zeigen: q = 10", "q = 10 (Aufgabe 5)", "q = 10 in Aufgabe 2",
            "q = 10 (exercice 5)", "q = 10 (ejercicio 5)", "q = 10 dans l'exercice 2", "q = 10 en el ejercicio 2", "El error está en q = 10", "A montrer: q = 10", "Por demostrar: q = 10", "q = 10. Das ist für Aufgabe 2.",
            "q = 10. C'est pour l'exercice 2.", "q = 10. Eso es para el ejercicio 2.", "Kopiert:\n\nq = 10", "q = 10. q is not what I wrote.", "q = 10. $q \\neq 10$", "q = 10. q is bigger than 10.", "q = 10. Is q really 10?",
            "q = 10. q is another number.", "q = 10. Not q.", "q = 10. q was a guess.", "q = 10. q is closer to 12", "q = 10. q ist nicht 10, sondern 12.", "q = 10. q n'est pas 10 mais 12.", "q = 10. q isn't 10 but 12.",
            "q = 10. Not 10 but 12.", "q = 10. Nicht 10, sondern 12.", "q = 10. Statt 10 muss es 12 heißen.", "q = 10. q: 12 instead of 10", "q = 10. q ✗", "q = 10. q ❌", "q = 10\n\nr = 8\n\nq ❌, r ✓", "q = 10\n\nr = 8\n\n✓ r\n✗ q",
            "q = 10\n\nr = 8\n\n| q | wrong |\n|---|---|\n| r | right |", "q = 10\n\nr = 8\n\nRight: r. Wrong: q.", "q = 10\n\nr = 8\n\nFalse: q", "q = 10\n\nr = 8\n\nWrong are q and f.", "q = 10\n\nr = 8\n\nWrong: q, f",
            "q = 10\n\nr = 8\n\nErrors: q", "q = 10\n\nr = 8\n\nErrata: q should read 12", "q = 10\n\nr = 8\n\n[q is wrong]", "q = 10\n\nr = 8\n\n(q is wrong)", "q = 10 (q is wrong)", "q = 10\n\nr = 8\n\n# q is wrong",
            "q = 10\n\nr = 8\n\n```\nq is wrong\n```", "q = 10\n\nr = 8\n\n<small>q is wrong</small>", "q = 10\n\nr = 8\n\n$\\text{q is wrong}$", "q = 10\n\nr = 8\n\n$q \\text{ is wrong}$",
            "```python\nq = w * x  # 10\n# q is wrong\n```", "```python\nq = w * x  # 10\nprint('q is wrong')\n```", "q = 10\n\nr = 8\n\nThat q is wrong is clear.", "q = 10\n\nr = 8\n\nI know that q is wrong.",
            "q = 10\n\nr = 8\n\nMy neighbour says q is wrong.", "q = 10\n\nr = 8\n\nI think that my value of q is wrong, since f is too small.", "q = 10\n\nr = 8\n\nAlas, q was computed with the wrong weight.",
            "q = 10\n\nr = 8\n\nq was computed wrongly.", "q = 10\n\nr = 8\n\nq has been calculated incorrectly.", "q = 10\n\nr = 8\n\nq wurde falsch berechnet.", "q = 10\n\nr = 8\n\nq a été mal calculé.",
            "q = 10\n\nr = 8\n\nq está mal calculado.", "q = 10\n\nr = 8\n\nThe formula for q is wrong.", "q = 10\n\nr = 8\n\nThe forward value q is wrong.",
        ],
    ),
    (
        "seed",
        "df/dw",
        False,
        [
            "df/dw = 6\n\n∂f/∂w is wrong.", "df/dw = 6\n\n$\\frac{\\partial f}{\\partial w}$ is wrong.", "df/dw = 6\n\nThe gradient for w is wrong.", "df/dw = 6\n\nThe gradient with respect to w is wrong.",
            "df/dw = 6\n\nMy gradients are wrong.", "df/dw = 6\n\nThe gradient is wrong.", "df/dw = 6\n\ngrad w is wrong.", "df/dw = 6\n\ndw is wrong.", "df/dw = 6\n\nThe w gradient is wrong.", "df/dw = 6\n\nw's gradient is wrong.",
            "df/dw = 6\n\nThe backward pass is wrong.", "df/dw = 6\n\nThe derivative of f by w is off.", "df/dw = 6\n\nGradient of w: wrong", "df/dw = 6\n\nDie Ableitung von f nach w ist falsch.",
            "df/dw = 6\n\nLa dérivée de f par rapport à w est fausse.", "df/dw = 6\n\nLa derivada de f respecto a w es incorrecta.", "df/dw = 6\n\ndf/dw ≠ 6", "df/dw = 6\n\ndf/dw isn't 6.", "df/dw = 6\n\ndf/dw should have been -6.",
            "df/dw = 6\n\nThe gradient of w should have been 12.", "df/dw = 6\n\nI doubt df/dw.", "df/dw = 6\n\nNot sure about the gradient of w.",
        ],
    ),
    (
        "seed",
        "df/dw",
        True,
        [
            "df/dw = 6. It is positive.", "df/dw = 6. The minus sign cancels.", "df/dw = 6, because the two minus signs cancel.", "df/dw = 6. No sign is missing.", "df/dw = 6. The factor x must not be missing.",
            "df/dw = 6. Changing the sign of z would flip it.", "df/dw = 6. Here we multiplied by x.", "df/dw = 6, multiplied out.", "df/dw = 6. The new weight follows: multiply by the rate and subtract.",
            "df/dw = 6. Next, update w: w = 5 - 0.01 * 6 = 4.94", "df/dw = 6. To update, multiply by 0.01 and subtract from 5: 4.94", "df/dw = 6. Then we multiply by lr = 0.01 and subtract.",
            "df/dw = 6. Multiply by the learning rate 0.01: 0.06", "df/dw = 6. Dann multiplizieren wir mit der Lernrate 0.01.", "df/dw = 6. On multiplie ensuite par le taux 0.01.", "df/dw = 6. Luego multiplicamos por la tasa 0.01.",
            "df/dw = 6 with x = 2 and z = 3", "df/dw = 6 mit x = 2", "df/dw = 6 (= 2 times 3)", "df/dw = 6, the product of x and z", "df/dw = 6. In absolute value it is larger than df/dx? No.",
        ],
    ),
    (
        "seed",
        "q",
        True,
        [
            "q = 10. Adding b, we get 8.", "q = 10. We get r = 8, not 12.", "q = 10. Here q is no longer 0.", "q = 10. This value is needed for r.", "q = 10. The gradient of q is 3, not 6.",
            "q = 10. Since q isn't negative, all is well.", "q = 10, as q is not scaled.", "q = 10. The sign of q does not matter.", "q = 10. Careful: q is not the output.", "q = 10. A common mistake is to forget b.",
            "q = 10. Many forget that q depends on x.", "q = 10. It would be wrong to add z to q.", "q = 10. One must not confuse q and r.", "q = 10. q must not be confused with r.", "q = 10. No mistake in q.",
            "q = 10. I found no error in q.", "q = 10. The error in r comes from q.", "q = 10. The value of q is now known, so r follows.", "q = 10. q is exact.", "q = 10. If q is wrong, then r is wrong too.",
            "q = 10. Assuming q is right, r = 8.", "q = 10. Die Ableitung nach q ist nicht 1.", "q = 10. Man darf q nicht mit r verwechseln.", "q = 10. q geht nicht in z ein.", "q = 10. q ist kein Eingang.",
            "q = 10. Das Vorzeichen von q ist positiv.", "q = 10. Ein Fehler in w ändert q.", "q = 10. q ändert sich nicht.", "q = 10. Ohne w wäre q 0.", "q = 10. Il ne faut pas confondre q et r.", "q = 10. q n'est pas une entrée.",
            "q = 10. Le signe de q est positif.", "q = 10. q ne change pas.", "q = 10. q no cambia.", "q = 10. No hay que confundir q con r.", "q = 10. q no es una entrada.", "q = 10. El signo de q es positivo.",
            "q = 10. La dérivée de q n'est pas difficile.", "q = 10, r = 8, so q is larger than r by 2.", "q = 10. Let us check q: 5*2 = 10.", "q = 10. I checked: 10.", "q = 10. Python also gives 10.",
            "q = 10. The task says that q is a product.", "q = 10. See exercise 3 for z.", "q = 10. In the next step we multiply by z.", "q = 10. After that, multiply by z to get f: 24", "q = 10. What about r? r = 8",
            "q = 10. Other values than q are not needed.", "q = 10. The book calls q the product.", "q = 10. It is 10 because 5*2 = 10.", "q = 10. It is positive.",
        ],
    ),
    ("seed", "q", False, ["$$q = 10 \\tag{wrong}$$", "$$q = 10 \\tag{falsch}$$", "$$q = 10 \\tag{faux}$$", "$$q = 10 \\tag{incorrecto}$$"]),
    ("seed", "q", True, ["$$q = 10 \\tag{1}$$", "$$q = 10 \\tag{forward pass}$$", "$$q = 10 \\tag{Kettenregel}$$", "q = 10. Multiplying by z comes later."]),
]  # fmt: skip
