"""Keyed: data files in an answer: JSON, YAML, TOML, logs and reprs, whose keys say of what each number is."""
