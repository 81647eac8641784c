"""Files: what programs for notes, wikis, documents, flash cards and sheets write beside what was meant."""
