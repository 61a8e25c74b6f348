"""Foreign SVG drawings, read safely into clean outlines, lines and words in millimetres."""
