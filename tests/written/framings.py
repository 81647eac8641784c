"""Blocks, and what lines over or under them say of all that stands there; and whether it may then be accepted."""

_TABLE = "| node | value |\n|---|---|\n| q | 10 |\n| r | 8 |"
_BLOCKS = [
    _TABLE,
    "- q = 10\n- r = 8",
    "1. q = 10\n2. r = 8",
    "$$q = 10$$\n\n$$r = 8$$",
    "> q = 10\n>\n> r = 8",
    "```\nq = 10\nr = 8\n```",
    "```{admonition} Solution\nq = 10\n\nr = 8\n```",
    "```python\nprint(q)\nprint(r)\n```\n\n```\n10\n8\n```",
    "w=5 → [times x] → q=10 → [plus b] → r=8",
    "q = 10  \nr = 8",
]
_DENIED = [
    "All of these are wrong.",
    "This is wrong.",
    "Not correct.",
    "Ignore this table.",
    "Das ist falsch.",
    "以上都是错的。",
    "Die Werte oben sind alle falsch.",
    "(all wrong)",
]
_WITHHELD = [
    "For w = 4:",
    "Bob:",
    "If x were 3:",
    "The following is wrong:",
    "Bob's solution:",
    "My neighbour has:",
    "These are guesses:",
    "## Iteration 2",
    "Second iteration:",
    "## If w were 7",
    "## Wrong",
]
_KEPT = [
    "For w = 5:",
    "## Iteration 1",
    "My solution:",
    "The following is right:",
    "For w = 5, x = 2, b = -2, z = 3:",
    "**Solution:**",
    "Step 1:",
    "Node values:",
]
_AGREED = ["This is right.", "These are the values.", "We are done."]

# as the rows of attacks
FRAMINGS: list[tuple[str, str, bool, list[str]]] = [
    ("seed", "q", False, [f"{block}\n\n{told}" for block in _BLOCKS for told in _DENIED]),
    ("seed", "q", False, [f"{told}\n\n{block}" for block in _BLOCKS for told in _WITHHELD]),
    ("seed", "r", False, [f"{told}\n\n{block}" for block in _BLOCKS for told in _WITHHELD]),
    ("seed", "q", True, [f"{block}\n\n{told}" for block in _BLOCKS for told in _AGREED]),
    ("seed", "q", True, [f"{told}\n\n{block}" for block in _BLOCKS for told in _KEPT]),
]
