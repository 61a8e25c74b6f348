#!/bin/sh
# Makes .venv beside this file and installs sketchsvg into it, with the cairo library where it is missing.
#   sh setup.sh            to draw pages
#   sh setup.sh --tests    also what the tests need
# Can be run again at any time. To use a certain Python: PYTHON=python3.13 sh setup.sh
set -eu
cd "$(dirname "$0")"

tests=no
case "${1-}" in
    "") ;;
    --tests) tests=yes ;;
    *) echo "usage: sh setup.sh [--tests]" >&2; exit 2 ;;
esac

say() { echo "setup: $*" >&2; }
fail() { say "$*"; exit 2; }
has() { command -v "$1" >/dev/null 2>&1; }

# As root, or through sudo where there is one.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif has sudo; then sudo "$@"
    else fail "this needs root: $*"
    fi
}

refreshed=no
# Installs the package that each system calls by its own name: install APT DNF BREW (- where there is none).
install() {
    if has apt-get; then
        [ "$refreshed" = yes ] || as_root apt-get update -qq >&2
        refreshed=yes
        # shellcheck disable=SC2086  # a name may be several
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1 >&2
    elif has dnf; then
        [ "$2" = - ] && return
        # shellcheck disable=SC2086
        as_root dnf install -y -q $2 >&2
    elif has brew; then
        [ "$3" = - ] && return
        # shellcheck disable=SC2086
        brew install --quiet $3 >&2
    else
        fail "no apt-get, dnf or brew here: install $1 by hand, then run this again"
    fi
}

find_python() {
    for name in ${PYTHON-} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if has "$name" && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ]; then
    say "installing Python"
    install "python3 python3-venv" python3 python3
    python=$(find_python)
    # Where the system's own Python is older, a newer one often stands beside it (Ubuntu 22.04).
    [ -n "$python" ] || (install "python3.11 python3.11-venv" python3.11 python@3.13) || :
    python=$(find_python)
    [ -n "$python" ] || fail "sketchsvg needs Python 3.11 or newer; name one: PYTHON=/path/to/python sh setup.sh"
fi

if ! .venv/bin/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    say "making .venv with $("$python" --version)"
    if ! "$python" -m venv --clear .venv >/dev/null 2>&1; then
        # Debian and Ubuntu ship Python without its venv.
        version=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
        say "installing $version-venv"
        install "$version-venv" "$version" -
        "$python" -m venv --clear .venv
    fi
fi

if [ "$tests" = yes ]; then what=".[tests]"; else what="."; fi
say "installing sketchsvg$([ "$tests" = no ] || echo ' and what its tests need')"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
.venv/bin/python -m pip install --quiet --disable-pip-version-check --editable "$what"

if ! .venv/bin/python -c 'import cairocffi' >/dev/null 2>&1; then
    say "installing the cairo library"
    install libcairo2 cairo cairo
    .venv/bin/python -c 'import cairocffi' >/dev/null 2>&1 ||
        fail "the cairo library is not found. On macOS: export DYLD_FALLBACK_LIBRARY_PATH=\$(brew --prefix)/lib"
fi

# The tests read pages back with OCR and look into PDFs; without these tools some of them are skipped.
if [ "$tests" = yes ] && has apt-get; then
    wanted=""
    tesseract --list-langs 2>/dev/null | grep -qx kor || wanted="tesseract-ocr tesseract-ocr-eng tesseract-ocr-kor"
    has pdftotext || wanted="$wanted poppler-utils"
    if [ -n "$wanted" ]; then
        say "installing$(printf ' %s' $wanted)"
        (install "$wanted" - -) || say "could not install them; some tests will be skipped"
    fi
fi
say "done: .venv/bin/sketchsvg --help"
