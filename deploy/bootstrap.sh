#!/bin/sh
# Make .venv and install what is pinned: sh deploy/bootstrap.sh STAMP REQUIREMENTS...
# Needs only Python 3.11 or newer; where Debian keeps Python's venv module apart, it is installed or asked for.
set -eu

stamp=$1
shift
uv_version=0.13.9
python=${PYTHON:-python3}

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 || fail "Python 3.11 or newer is needed. On Debian and Ubuntu: apt-get install python3 python3-venv"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is needed; $python is $("$python" -V 2>&1). Set PYTHON=/path/to/a/newer/python."

install_venv_module() {
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ]; then
        asroot=
    elif sudo -n true 2>/dev/null; then
        asroot=sudo
    else
        return 1
    fi
    command -v apt-get >/dev/null 2>&1 || return 1
    echo "  … installing Debian's python$version-venv"
    $asroot apt-get update -qq && $asroot env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "python$version-venv" >/dev/null
}

make_venv() {
    rm -rf .venv
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -m venv .venv
    elif command -v uv >/dev/null 2>&1; then
        uv venv --quiet --seed --python "$python" .venv
    elif install_venv_module; then
        "$python" -m venv .venv
    else
        fail "Python's venv module is missing. As root: apt-get install python3-venv   Then run make again."
    fi
}

echo "  … Python packages"
[ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null || make_venv
[ "$(.venv/bin/uv --version 2>/dev/null | cut -d' ' -f2)" = "$uv_version" ] ||
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$uv_version" ||
    fail "uv could not be installed: is the network there?"

for file in "$@"; do
    set -- "$@" --requirement "$file"
    shift
done
.venv/bin/uv pip install --quiet --python .venv/bin/python "$@" ||
    fail "The Python packages could not be installed. Check the network, then run make again."
touch "$stamp"
echo "  ✓ Python packages"
