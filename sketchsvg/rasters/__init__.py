"""Pictures of pixels that an author asks for: what they are, and how they are read."""
