# For the scripts beside it: tools of PyPI in an environment of their own, below target/.
# Use: source this file, then `python_tools NAME PACKAGE==VERSION...`; their programs then come first in PATH.
python_tools() {
    local home=target/conformance/python-$1
    shift
    if [ "$(cat "$home/packages" 2>/dev/null)" != "$*" ]; then
        rm -rf "$home"
        python3 -m venv "$home"
        "$home/bin/pip" install --quiet --disable-pip-version-check "$@"
        echo "$*" >"$home/packages"
    fi
    PATH=$PWD/$home/bin:$PATH
}
