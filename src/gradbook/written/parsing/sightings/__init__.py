"""Sightings: numbers that stand beside the names of quantities, whatever the layout."""
