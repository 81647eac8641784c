"""Around: the words before and behind each equation, and sentences that speak of all of them."""
