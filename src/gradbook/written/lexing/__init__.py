"""From an answer's source to blocks, and from blocks to tokens."""
