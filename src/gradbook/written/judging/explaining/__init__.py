"""Why a verdict is what it is: the places that it rests on, and what stands against them."""
