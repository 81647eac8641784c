"""The few things that every room uses."""
