import pytest

from sketchsvg.exporters.addresses import heading_name, safe_address


@pytest.mark.parametrize("address", [
    "https://example.org/a?b=c:d#e", "http://example.org", "mailto:a@example.org", "notes.html", "../a/b:c", "#here",
    "//example.org/x", "?q=a:b", "HTTPS://EXAMPLE.ORG", "https://example.org/한글",
])
def test_what_opens_a_page_stays(address: str):
    assert safe_address(address) == address


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "java\tscript:x",
    "\x01javascript:alert(1)", "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "blob:x", "",
    "https://example.org/\x00", "javascript&colon;:x",
])
def test_what_could_run_something_does_not(address: str):
    assert safe_address(address) == ""


def test_headings_have_the_names_of_github():
    assert heading_name("Key Terms (용어)!") == "key-terms-용어"
