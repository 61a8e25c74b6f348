"""Notes written as code, that come out as one page written by hand."""
