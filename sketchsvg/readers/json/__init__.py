"""Sheets in JSON: read (``read_json``), written (``to_json``), and described for other programs (``schema``)."""
