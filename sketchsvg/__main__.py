"""``python -m sketchsvg``: the command line where no script is installed."""

import sys

from sketchsvg.cli import main

if __name__ == "__main__":
    sys.exit(main())
