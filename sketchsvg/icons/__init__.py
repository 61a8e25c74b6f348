"""Icons as strokes."""
