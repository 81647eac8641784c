"""Answers in which the right number stands and that claim nothing: each kind, with right ones that look alike."""

# the words of a longer answer about other quantities, in which each also stands
BEFORE = """Forward pass first. The network multiplies the weight by the input, then it adds the bias, and at the end it
scales the sum by the last input. Each node of the graph is computed from the nodes that enter it, in order.

"""
BEHIND = """

The next node adds the bias to this product. Backward pass: we start at the output and apply the chain rule, one node
after the other. The gradient of f with respect to z is the other factor, which is df/dz = 8."""


def program(*lines: str) -> str:
    """A program as a cell of Markdown."""
    return "\n".join(["```python", *lines, "```"])


# kind, key, answers that must not be accepted, answers that must
KINDS: list[tuple[str, str, list[str], list[str]]] = [
    (
        "what a program never runs",
        "q",
        [
            program("if False:", "    q = 10"),
            program("if 0:", "    q = 10"),
            program("if not True:", "    q = 10"),
            program("if True:", "    pass", "else:", "    q = 10"),
            program("while False:", "    q = 10"),
            program("for i in []:", "    q = 10"),
            program("for i in range(0):", "    q = 10"),
            program("if False:", "    assert q == 10"),
            program("try:", "    pass", "except:", "    q = 10"),
            program("raise ValueError", "q = 10"),
            program("exit()", "q = 10"),
            program("import sys", "sys.exit(0)", "q = 10"),
            program("quit()", "q = w * x  # 10"),
            program("def g():", "    q = 10"),
            program("def g():", "    return", "    q = 10", "g()"),
            program("def forward(w, x):", "    q = 10", "    return q"),
            program("def g():", "    raise ValueError", "    q = 10", "g()"),
            program("class A:", "    def f(self):", "        q = 10"),
        ],
        [
            program("if __name__ == '__main__':", "    q = w * x  # 10"),
            program("if True:", "    q = w * x  # 10"),
            program("q = w * x  # 10", "assert q == 10"),
            program("q = w * x  # 10", "if q != 10:", "    raise ValueError"),
            program("for i in range(1):", "    q = w * x  # 10"),
            program("def forward(w, x):", "    q = w * x", "    return q", "q = forward(w, x)  # 10"),
            program("def forward(w, x):", "    return w * x", "print(forward(5, 2))", "q = w * x  # 10", "exit()"),
            program("q = w * x", "print(q)  # 10"),
        ],
    ),
    (
        "the strings of a program",
        "q",
        [
            program('"""', "q = 10", '"""'),
            program("'''q = 10'''"),
            program('s = "q = 10"'),
            program("r'''", "q = 10", "'''", "q = w + x"),
            program("print('q = 10')"),
            program('text = """', "q = 10", '"""'),
            program("def g():", '    """q = 10"""'),
        ],
        [
            program('"""The forward pass."""', "q = w * x  # 10"),
            program('"""', "The forward pass.", '"""', "q = w * x  # 10"),
            program('print("forward pass")', "q = w * x  # 10"),
            program("q = w * x", 'print("q =", q)  # 10'),
            program("# q = 10", "q = w * x"),
        ],
    ),
]
