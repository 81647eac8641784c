"""The playground: a graph that one can drag, practice, and a network that one can draw for and watch learn.

Pages send what changed and show what comes back: values, gradients, derivations, verdicts and pictures are those of the
other rooms, and no JavaScript calculates any of them.
"""
