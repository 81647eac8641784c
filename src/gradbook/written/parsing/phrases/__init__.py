"""Phrases: words that stand for signs and quantities, by named rules."""
