"""Calls of a sketch for every shape."""

#: A call of every shape, its lengths in the sketch's unit times ``u``.
SHAPES = {
    "line": lambda s, u, **o: s.line(10 * u, 10 * u, 50 * u, 20 * u, **o),
    "polyline": lambda s, u, **o: s.polyline([(10 * u, 10 * u), (30 * u, 12 * u), (10 * u, 40 * u)], **o),
    "polygon": lambda s, u, **o: s.polygon([(10 * u, 10 * u), (30 * u, 12 * u), (10 * u, 40 * u)], **o),
    "rectangle": lambda s, u, **o: s.rectangle(10 * u, 10 * u, 40 * u, 20 * u, **o),
    "rounded": lambda s, u, **o: s.rectangle(10 * u, 10 * u, 40 * u, 20 * u, radius=3 * u, **o),
    "ellipse": lambda s, u, **o: s.ellipse(40 * u, 30 * u, 20 * u, 12 * u, **o),
    "circle": lambda s, u, **o: s.circle(40 * u, 30 * u, 12 * u, **o),
    "arc": lambda s, u, **o: s.arc(40 * u, 30 * u, 20 * u, 12 * u, 20, 250, **o),
    "sector": lambda s, u, **o: s.sector(40 * u, 30 * u, 20 * u, 12 * u, 20, 250, **o),
    "curve": lambda s, u, **o: s.curve([(10 * u, 10 * u), (30 * u, 30 * u), (60 * u, 10 * u)], **o),
    "loop": lambda s, u, **o: s.curve([(10 * u, 10 * u), (40 * u, 8 * u), (60 * u, 30 * u), (20 * u, 40 * u)], closed=True, **o),
    "bezier": lambda s, u, **o: s.bezier([(10 * u, 10 * u), (30 * u, 0 * u), (50 * u, 30 * u), (60 * u, 9 * u)], **o),
    "path": lambda s, u, **o: s.path("M10 10 h30 q10 15 -4 20 z", scale=u, **o),
    "text": lambda s, u, **o: s.text(10 * u, 30 * u, "안녕 hello", **o),
}
CLOSED = ("polygon", "rectangle", "rounded", "ellipse", "circle", "sector", "loop", "path")
OPEN = ("line", "polyline", "arc", "curve", "bezier", "text")
