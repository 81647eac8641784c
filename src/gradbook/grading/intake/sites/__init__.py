"""What course sites write, and no learner: names of files and folders, lists of hand-ins, gradebooks, times."""
