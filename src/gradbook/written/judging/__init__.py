"""From statements to verdicts: what each member says of an asked quantity, and what that makes of the answer."""
