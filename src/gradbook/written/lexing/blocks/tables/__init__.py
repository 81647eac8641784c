"""Tables: lines that are a table, by bars, by blanks, as lists, or in all but the form."""
