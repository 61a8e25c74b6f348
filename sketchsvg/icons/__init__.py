"""Icons as pen strokes: our own, lucide's, the user's, and the table that turns emoji into them."""

from sketchsvg.icons.emoji import emoji_at, icon_for_emoji
from sketchsvg.icons.find import Icon, icon, icon_names

__all__ = ["Icon", "emoji_at", "icon", "icon_for_emoji", "icon_names"]
