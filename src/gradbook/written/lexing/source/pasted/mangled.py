r"""Mangled letters: a text in UTF-8 that was read as one of Windows, "Ã—" for "×" and "âˆ‚" for "∂".

What each letter was is sure where all of its bytes are there. Others say nothing: most of such texts are whole.
"""

import re

from gradbook.core.text.patterns import regex

_BYTES = {  # of each letter, in the code pages of western and of Turkish Windows
    **{chr(byte): byte for byte in range(0x80, 0x100)},
    **{letter: byte for page in ("cp1252", "cp1254") for byte in range(0x80, 0x100)
       if (letter := bytes([byte]).decode(page, "ignore"))},
}  # fmt: skip
_GOES_ON = "".join(re.escape(letter) for letter, byte in _BYTES.items() if byte < 0xC0)
_MANGLED = regex(
    rf"[Â-ß][{_GOES_ON}]|[à-ï][{_GOES_ON}]{{2}}|[ð-ôğ][{_GOES_ON}]{{3}}"  # how many bytes follow, by the first
)
_FEW = 3  # such letters, at least: "Å·" may stand in a text that is whole


def mended(source: str) -> str:
    """Return a source, as long as it was, with the letters that were mangled, and unseen blanks behind them."""
    if source.isascii() or len(_MANGLED.findall(source)) < _FEW:
        return source
    return _MANGLED.sub(_letter, source)


def _letter(mangled: re.Match[str]) -> str:
    try:
        letter = bytes(_BYTES[sign] for sign in mangled.group()).decode("utf-8")
    except UnicodeDecodeError:
        return mangled.group()
    return letter + "\u200b" * (len(mangled.group()) - 1)
