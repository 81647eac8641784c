"""Received: what quantities get on the way back, and the verbs that say so."""
