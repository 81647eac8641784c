"""Letters by which an answer calls quantities of the exercise in a way of its own: y_pred, J, a bar over a name."""
