"""What words call the nodes of a graph by what they are there: "the weight", "the pre-activation", "the sigmoid"."""
