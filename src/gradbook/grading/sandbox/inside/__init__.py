"""What runs where hand-ins run: the warm process, its children, their shell, and what stands for what cannot work."""
