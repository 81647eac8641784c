"""Seeds are a pure function of seed and name."""

from gradbook.core.seeds import derive_seed


def test_same_names_same_seed() -> None:
    assert derive_seed(3, "epoch", 1) == derive_seed(3, "epoch", 1)


def test_streams_differ_and_fit_a_generator() -> None:
    seeds = {derive_seed(seed, name, k) for seed in range(5) for name in ("a", "b") for k in range(50)}
    assert len(seeds) == 500
    assert all(0 <= seed < 2**63 for seed in seeds)
    assert derive_seed(1, "ab", 1) != derive_seed(1, "a", "b1")
