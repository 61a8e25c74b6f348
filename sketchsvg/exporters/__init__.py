"""Exporters: SVG, PDF and PNG."""
