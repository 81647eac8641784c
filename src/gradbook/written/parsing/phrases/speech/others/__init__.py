"""Others: sentences that tell what others answer, or the learner once did, and no more of the own answer."""
