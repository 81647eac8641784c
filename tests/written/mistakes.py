"""One wrong answer for each diagnosis, with the exercise it belongs to and the key it is about. The manual shows it."""

from gradbook.written import Diagnosis

MISTAKES: dict[Diagnosis, tuple[str, str, str]] = {
    Diagnosis.LOCAL: ("seed", "$\\frac{\\partial f}{\\partial w} = x = 2$", "df/dw"),
    Diagnosis.UPSTREAM_ONLY: ("square", "dL/dw = dL/de = -3", "dL/dw"),
    Diagnosis.SWAP: ("seed", "$\\frac{\\partial f}{\\partial w} = zw = 15$", "df/dw"),
    Diagnosis.SIGN: ("seed", "r = q + b = 10 + 2 = 12", "r"),
    Diagnosis.ASCENT: ("seed", "$w_1 = w + \\alpha \\cdot 6 = 5.06$", "w1"),
    Diagnosis.NO_RATE: ("seed", "w_new = 5 - 6 = -1", "w1"),
    Diagnosis.RATE_TWICE: ("seed", "w_new = 5 - 0.01 * 0.06 = 4.9994", "w1"),
    Diagnosis.GRADIENT_AS_NEW: ("seed", "w_new = 6", "w1"),
    Diagnosis.PATH: ("fan-out", "df/dx = df/dp * dp/dx = y = -4", "df/dx"),
    Diagnosis.PATHS_MULTIPLIED: ("paths", "df/dx = (v*y) * (u*1) = 15 * 6 = 90", "df/dx"),
    Diagnosis.POWER_RULE: ("square", "dL/de = e = -1.5", "dL/de"),
    Diagnosis.FORWARD: ("seed", "df/dz = f = 24", "df/dz"),
    Diagnosis.INVERTED: ("seed", "df/dw = 1/6", "df/dw"),
    Diagnosis.ARITHMETIC: ("seed", "q = wx = 5 * 2 = 12", "q"),
    Diagnosis.BAD_STEP: ("seed", "df/dw = r + b = 8 - 2 = 6", "df/dw"),
    Diagnosis.ROUNDING: ("sigmoid", "$a = \\sigma(1) = 0.7$", "a"),
    Diagnosis.NOT_DIRECT: ("seed", "r = wx + b", "r:formula"),
    Diagnosis.NO_VALUE: ("seed", "$w_t = w_{t-1} - \\alpha \\frac{\\partial f}{\\partial w}$", "w1"),
    Diagnosis.CONTRADICTION: ("seed", "q = 7 and q = 10", "q"),
    Diagnosis.NONE: ("seed", "df/dw = 7", "df/dw"),
}
