"""Drawings by hand: what was read of a foreign drawing becomes marks for the pens."""
