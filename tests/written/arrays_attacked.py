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
