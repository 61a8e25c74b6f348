"""Text: the hand, inline markup and line setting."""
