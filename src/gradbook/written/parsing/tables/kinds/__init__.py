"""Kinds: tables that state their quantities in a way of their own, a file each."""
