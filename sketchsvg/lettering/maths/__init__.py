"""Formulas: LaTeX between dollars, laid out by the rules of print and written by our hand."""
