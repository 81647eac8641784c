"""Arrays that an answer names for itself, and that are not what is asked, or have other numbers."""

# exercise, key, whether the answer is to be accepted, answers
ARRAYS: list[tuple[str, str, bool, list[str]]] = [
    (
        "layers",  # an array of the answer's own that is another one, is given twice, or has other numbers
        key,
        False,
        [
            r"$g = 2 (y - z_2) W_2 = [2, -1]$",
            r"$g = (z_2 - y) W_2 = [-2, 1]$",
            r"$g = W_2 = [4, -2]$, $h = g$",
            r"$g = 2 (z_2 - y) W_2$, then $g = W_2$, so $g = [2, -1]$",
            r"$\text{err} = 2 (z_2 - y) W_2 = [-1, 2]$",
            r"It is wrong that $\text{err} = 2 (z_2 - y) W_2$ is $[2, -1]$",
        ],
    )
    for key in ("dL/da1_2", "dL/dz1_2", "dL/db1_2")
]
ARRAYS += [
    (
        "layers",  # drawn in lines: a row more, swapped or transposed, another array, denied
        key,
        accepted,
        [
            text.format(*entries)
            for entries in rows
            for text in (
                "```text\ndL/dW1 = [ {0}  {1} ]\n         [ {2}  {3} ]\n```",
                "```text\ndL/dW1 = dL/dz1 ⊗ x = [ {0}  {1} ]\n                      [ {2}  {3} ]\n```",
                "```text\n         [ {0}  {1} ]\ndL/dW1 = [ {2}  {3} ]\n```",
                "```text\ndL/dW1 = ⎡ {0}  {1} ⎤\n         ⎣ {2}  {3} ⎦\n```",
                "```text\ndL/dW1 =\n[[{0}. {1}.]\n [{2}. {3}.]]\n```",
                "dL/dW1 = [\n  [{0}, {1}],\n  [{2}, {3}],\n]",
                "dL/dW1 = [{0}, {1}; {2}, {3}]",
                "```text\ndL/dW1 = [ 2*2    2*1  ] = [ {0}  {1} ]\n         [ -1*2  -1*1  ]   [ {2}  {3} ]\n```",
                "```text\ndL/dW1 = [  2 ] [ 2  1 ] = [ {0}  {1} ]\n         [ -1 ]            [ {2}  {3} ]\n```",
            )
        ],
    )
    for accepted, rows in (
        (True, [("4", "2", "-2", "-1")]),
        (False, [("4", "-2", "2", "-1"), ("-2", "-1", "4", "2"), ("2", "4", "-1", "-2"), ("0", "0", "0", "0")]),
    )
    for key in ("dL/dW1_12", "dL/dW1_21")
]
ARRAYS += [
    (
        "layers",
        key,
        False,
        [
            "```text\ndL/dz1 = [ 4   2 ]\n         [ -2  -1 ]\n```",
            "```text\ndL/dW2 = [ 4   2 ]\n         [ -2  -1 ]\n```",
            "```text\nW1 = [ 4   2 ]\n     [ -2  -1 ]\n```",
            "```text\ndL/dW1 ≠ [ 4   2 ]\n         [ -2  -1 ]\n```",
            "```text\ndL/dW1 = [ 4   2   0 ]\n         [ -2  -1  0 ]\n```",
            "```text\ndL/dW1 = [ 4   2 ]\n         [ -2  -1 ]\n         [ 0  0 ]\n```",
            "```text\ndL/dW1 = [ 1*2    3*1  ] = [ 4   2 ]\n         [ -1*3  -1*1  ]   [ -2  -1 ]\n```",
        ],
    )
    for key in ("dL/dW1_12", "dL/dW1_21")
]
