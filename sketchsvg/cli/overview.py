"""What ``sketchsvg --help`` says, ready made: asking for help need not wait for click."""

OVERVIEW = """\
Usage: sketchsvg [OPTIONS] COMMAND [ARGS]...

  Notes written as code, that come out as one page written by hand.

  Try: sketchsvg render sheets/ch23.py

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
  check    Read and compose sheets without drawing them.
  doctor   Look whether everything needed is installed.
  hands    List the hands that --hand knows here.
  icons    List the icons, or search them.
  inspect  Print the composed page as JSON.
  render   Draw sheets as SVG, PDF, PNG or WebP.
  roughen  Draw any SVG again by hand.
  schema   Print the JSON Schema of sheets in JSON.
  themes   List the themes that --theme knows here.
  write    Write a text by hand.
"""
