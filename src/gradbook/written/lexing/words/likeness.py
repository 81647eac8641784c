"""Words by which something is the same as something else: "c gets the same" states a number, though none is written."""

SAMES = frozenset({
    "same", "selbe", "selben", "gleiche", "gleichen", "dasselbe", "denselben", "dieselbe", "même", "meme", "mismo",
    "misma", "mesmo", "mesma", "stesso", "stessa", "zelfde", "hetzelfde", "dezelfde",
})  # fmt: skip
