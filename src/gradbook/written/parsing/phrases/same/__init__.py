"""What is the same as another: values and gradients that a sentence states by likeness."""
