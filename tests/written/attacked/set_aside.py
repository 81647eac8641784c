"""What is set aside, denied in a few words, or so at another point: right numbers that an answer itself does not give."""

# ruff: noqa: E501

_SENTENCES = [  # of their own, behind an equation
    "I don't think so.", "I wouldn't say so.", "I don't believe it.", "I am not convinced.", "Well, no.", "Hmm, no.", "Oh no.",
    "That can't be.", "It can't be.", "Quite the contrary.", "On the contrary.", "The opposite is the case.", "Opposite is true.",
    "On reflection the opposite.", "Nice try.", "Dream on.", "Found online.", "Copied from GitHub.", "I found this on Reddit.",
    "Ehm, nein.", "Glaube ich nicht.", "Das kann nicht sein.", "Ganz im Gegenteil!", "Das Gegenteil ist der Fall.", "Von wegen!",
    "Je ne pense pas.", "Je ne crois pas.", "Je pense que non.", "Euh, non.", "Au contraire.", "C'est le contraire.", "Que nenni.",
    "No lo creo.", "Creo que no.", "Bueno, no.", "Todo lo contrario.", "Al contrario.", "Qué va.",
    "Acho que não.", "Bem, não.", "Pelo contrário.", "É o contrário.", "Non credo.", "Credo di no.", "Beh, no.", "È il contrario.",
    "Then add 3.", "Add 3.",
]  # fmt: skip
_LABELS = [  # with the equation behind them, or under them
    "found online", "Found on the internet", "Solution found on GitHub", "Taken from a forum", "Pasted from GitHub", "Seen on Quora",
    "Result from Wolfram Alpha", "Old attempt", "Old solution", "Previous attempt", "Earlier attempt", "First attempt", "My first try",
    "Initial guess", "Discarded", "Crossed out", "Deleted", "Scrapped", "Outdated", "Deprecated", "Please ignore",
    "Online gefunden", "Auf GitHub gefunden", "Im Netz gefunden", "Alter Versuch", "Erster Versuch", "Alte Lösung", "Verworfen",
    "Veraltet", "Trouvé en ligne", "Solution trouvée sur GitHub", "Ancienne solution", "Premier essai", "Ancienne tentative",
    "Abandonné", "Encontrado en línea", "Encontrado en GitHub", "Solución anterior", "Primer intento", "Descartado", "Tachado",
    "Encontrei no GitHub", "Solução antiga", "Primeira tentativa", "Tentativa anterior", "Trovato online", "Trovato su GitHub",
    "Vecchia soluzione", "Primo tentativo", "Tentativo precedente", "Scartato",
]  # fmt: skip
_TAKEN = [  # before an equation, where x is 2
    "We take x as {}.", "Let x be {}.", "x is taken to be {}.", "For x I use {}.", "Using {} for x:", "x gets {}.", "Choose x as {}.",
    "Setting x to {}:", "Insert {} for x.", "Put {} into x.", "I chose {} for x.", "The input x is set to {}.", "Give x the value {}.",
    "Sei x gleich {}.", "x sei {}.", "Für x nehme ich {}.", "Für x setze ich {} ein.", "Mit {} für x:", "x bekommt {}.",
    "Wir nehmen x als {} an.", "Pour x je prends {}.", "Soit x égal à {}.", "On prend {} pour x.", "Para x uso {}.",
    "Tomamos x como {}.", "Sea x igual a {}.", "Usando {} para x:", "Seja x igual a {}.", "Tomo {} para x.", "Per x uso {}.",
    "Sia x uguale a {}.", "x := {}",
]  # fmt: skip
_INLINE = [
    "I plug in {} for x and get q = 10", "I put {} in for x: q = 10", "With x being {} we have q = 10", "Substituting {} for x gives q = 10",
    "With {} for x we get q = 10", "Plugging x as {} gives q = 10", "En remplaçant x par {}, q = 10", "Ich setze {} für x ein: q = 10",
    "q = 10 with x set to {}", "q = 10 (x set to {})", "q = 10, using {} for x", "q = 10 (using {} for x)", "q = 10, taking x to be {}",
]  # fmt: skip
_ORDERED = [  # behind two equations
    "The second is right, the first isn't.", "The first is right, the second is not.", "Only the second is correct.", "The first doesn't hold.",
    "The latter is right, the former is not.", "One is right, the other isn't.", "Das zweite stimmt, das erste nicht.", "Nur die zweite ist richtig.",
    "Le second est juste, le premier non.", "La segunda es correcta, la primera no.", "A segunda está certa, a primeira não.",
    "La seconda è giusta, la prima no.",
]  # fmt: skip
_COMMENTS = [
    "# Exercise 2 (Anna's solution, not mine)", "# copied from GitHub", "# old attempt, discarded", "# solution of Ben (my neighbour)",
    "# from the textbook, page 3", "# first attempt", "# (wrong)", "# deprecated", "# Aufgabe 2 (Annas Lösung, nicht meine)",
    "# Exercice 2 (solution d'Anna, pas la mienne)", "# Ejercicio 2 (solución de Ana, no mía)", '"""Anna\'s solution, not mine"""',
]  # fmt: skip
_COLUMNS = [
    "Max", "Min", "Maximum", "Max value", "Limit", "Upper bound", "Range", "Obergrenze", "Grenzwert", "Borne supérieure", "Máximo", "Límite",
    "Massimo", "Limite superior",
]  # fmt: skip
_CAPTIONS = [
    "Gradients of sample 2:", "Values of sample 2:", "Sample 2:", "For the second sample:", "Werte der Stichprobe 2:",
    "Valeurs de l'échantillon 2 :", "Valores de la muestra 2:",
]  # fmt: skip

# exercise, key, whether the answer is to be accepted, answers
SET_ASIDE: list[tuple[str, str, bool, list[str]]] = [
    ("seed", "q", False, [f"q = 10\n\n{said}" for said in _SENTENCES]),
    ("seed", "q", False, [f"{label}: q = 10" for label in _LABELS]),
    ("seed", "q", False, [f"{label}:\n\nq = 10" for label in _LABELS]),
    ("seed", "q", False, [f"### {label}\n\n$$q = 10$$" for label in _LABELS]),
    ("seed", "q", False, [f"{taken.format(3)}\n\nq = 10" for taken in _TAKEN]),
    ("seed", "q", True, [f"{taken.format(2)}\n\nq = 10" for taken in _TAKEN]),
    ("seed", "q", False, [text.format(3) for text in _INLINE]),
    ("seed", "q", True, [text.format(2) for text in _INLINE]),
    ("seed", "q", False, [f"q = 10, r = 8\n\n{said}" for said in _ORDERED]),
    ("seed", "q", False, [f"```python\n{comment}\nq = 10\n```" for comment in _COMMENTS]),
    ("seed", "q", False, [f"| name | {title} |\n|---|---|\n| q | 10 |" for title in _COLUMNS]),
    ("seed", "q", False, [f"{caption}\n\n| name | value |\n|---|---|\n| q | 10 |" for caption in _CAPTIONS]),
    (
        "seed",
        "q",
        False,
        [
            "q = 10 E3",
            "q = 10 A3",
            "q = 10 B2",
            "q = 10 E3, r = 8",
            "q = 10 M1",
            "q = 10 bis 12",
            r"$q = \stackrel{?}{=} 10$",
            r"$q \overset{?}{=} 10$",
            r"$q = wx \overset{?}{=} 10$",
            "q = wx = 10\n\nw*x is wrong.",
            "q = 10\n\nw*x is wrong",
            "q = 10\n\nx*w isn't right.",
            "q = 10\n\nw*x ist falsch.",
            "q = 10\n\nw*x is not 10.",
            "q = 10, then add 3",
            "q = 10, add 3",
            "q = 10 (add 3)",
            "q = 10 and add 3",
            "q = 10, then double it",
            "q = 10, dazu 3",
            "q = 10, depois somar 3",
            "q = 10, poi aggiungere 3",
            "q = 10, increase by 3",
            "First attempt: q = 10, second try below",
            "In my first attempt I had q = 10",
            "Solution (not mine):\n\nq = 10",
            "## Exercise 2 (Anna's solution, not mine)\n\nq = 10",
            "I found this online.\n\nq = 10",
            "q = 10 (from GitHub)",
            "Values of sample 2:\n\nq = 10",
        ],
    ),
    (
        "seed",
        "q",
        True,
        [
            "q = 10 (E3)",
            r"$$q = wx = 10 \quad (E3)$$",
            "q = 10   M1 A1",
            "My solution:\n\nq = 10",
            "Found:\n\nq = 10",
            "I found q = 10",
            "Taken from line 2: q = 10",
            "Pris de la ligne 2 : q = 10",
            "Visto en la línea 2: q = 10",
            "First solution: q = 10",
            "q = 10. I don't think that more is needed.",
            "q = 10\n\nThat was easy.",
            "q = 10. The opposite direction is the backward pass.",
            "q = 10. Opposite signs cancel.",
            "q = wx = 10. w*x is not needed again.",
            "q = wx = 10. w*x is not wrong.",
            "q = 10, then r = 8",
            "q = 10. Then add b: r = 8",
            "q = 10, r = 8. The second isn't needed here.",
            "q = 10, r = 8. The first step is not difficult.",
            "Sample 1:\n\n| name | value |\n|---|---|\n| q | 10 |",
            "Table of the first sample:\n\n| name | value |\n|---|---|\n| q | 10 |",
            "```python\n# Exercise 2 (my own solution)\nq = 10\n```",
            "```python\n# chain rule (not needed for q)\nq = 10\n```",
            "```python\n# forward pass (all values)\nq = 10\n```",
            "First attempt: q = 12. That was wrong. Second attempt: q = 10.",
            "df/dx = 15, df/dw = 6: x gets 15 and w gets 6. q = 10",
        ],
    ),
]
