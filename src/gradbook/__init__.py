"""Gradbook: a lab kit for the first course in neural networks."""


def __getattr__(name: str) -> str:
    if name == "__version__":  # looked up when it is asked for: nothing is imported for it before __main__ has begun
        from importlib.metadata import version

        return version("gradbook")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
