"""Said: what a learner and a teacher are told of a verdict, and what of the answer is shown back."""
