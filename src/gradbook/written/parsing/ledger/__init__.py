"""The ledger: quantities with the numbers that stand beside them, whatever the layout."""
