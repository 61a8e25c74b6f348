import subprocess
import sys

PROGRAM = """
import sys
from sketchsvg.exporters.postponing import postponed
with postponed("{name}"):
    import {name}
before = "{witness}" in sys.modules
found = {name}.{member}
print(before, "{witness}" in sys.modules, found.__name__)
"""


def told(**parts):
    done = subprocess.run([sys.executable, "-c", PROGRAM.format(**parts)], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_postponed_module_is_loaded_when_it_is_used_and_then_whole():
    assert told(name="urllib.request", member="urlopen", witness="http.client") == ["False", "True", "urlopen"]


def test_a_module_that_is_loaded_already_stays_as_it_is():
    import urllib.request

    from sketchsvg.exporters.postponing import postponed

    module = urllib.request
    with postponed("urllib.request"):
        pass
    assert sys.modules["urllib.request"] is module


def test_the_svg_of_a_page_loads_no_network():
    program = """
import sys
from sketchsvg import Sheet, text
Sheet(text("a"), page="A6").to_svg()
print("ssl" in sys.modules, "drawsvg" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
