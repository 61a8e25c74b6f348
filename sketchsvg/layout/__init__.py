"""Layout: shares and fitting."""
