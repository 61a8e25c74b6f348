"""Layered drawings of graphs in clear passes: cycles, rank, chains, order, position, rows, route."""
