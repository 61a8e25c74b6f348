"""The kinds of diagram mermaid knows, and which of them stands at the head of a text."""

from __future__ import annotations

import re

# Keyword at the head: what it is called in a message.
OTHER_KINDS: dict[str, str] = {
    "sequenceDiagram": "a sequence diagram",
    "classDiagram": "a class diagram",
    "classDiagram-v2": "a class diagram",
    "stateDiagram": "a state diagram",
    "stateDiagram-v2": "a state diagram",
    "erDiagram": "an entity relationship diagram",
    "gantt": "a Gantt chart",
    "pie": "a pie chart",
    "journey": "a user journey",
    "gitGraph": "a git graph",
    "C4Context": "a C4 diagram",
    "C4Container": "a C4 diagram",
    "C4Component": "a C4 diagram",
    "C4Dynamic": "a C4 diagram",
    "C4Deployment": "a C4 diagram",
    "quadrantChart": "a quadrant chart",
    "requirement": "a requirement diagram",
    "requirementDiagram": "a requirement diagram",
    "timeline": "a timeline",
    "zenuml": "a ZenUML diagram",
    "sankey": "a Sankey diagram",
    "sankey-beta": "a Sankey diagram",
    "xychart": "an XY chart",
    "xychart-beta": "an XY chart",
    "block": "a block diagram",
    "block-beta": "a block diagram",
    "packet": "a packet diagram",
    "packet-beta": "a packet diagram",
    "kanban": "a kanban board",
    "architecture": "an architecture diagram",
    "architecture-beta": "an architecture diagram",
    "radar": "a radar chart",
    "radar-beta": "a radar chart",
    "treemap": "a treemap",
    "treemap-beta": "a treemap",
    "treeView-beta": "a tree view",
    "venn-beta": "a Venn diagram",
    "ishikawa-beta": "an Ishikawa diagram",
    "wardley-beta": "a Wardley map",
    "info": "mermaid's information page",
}

FLOWCHART = re.compile(r"(flowchart-elk|flowchart|graph)\b", re.IGNORECASE)
MINDMAP = re.compile(r"mindmap\b", re.IGNORECASE)
HEAD_WORD = re.compile(r"[A-Za-z][\w-]*")
ARROW_SOMEWHERE = re.compile(r"--[->xo]|==[=>]|-\.+->?")
