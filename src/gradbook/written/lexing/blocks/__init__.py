"""Blocks: headings, lists, tables, program text and mathematics, with their places in the source."""
