"""Training: a recipe, the resolution and augmentation of images, the fused step, the loop and its history."""
