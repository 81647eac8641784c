"""Assembly: from tokens to equations, side by side."""
