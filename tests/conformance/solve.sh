#!/usr/bin/env bash
# The nearest valid choices of the four regions with choices, beside another solver: `solve.py` has the rules about choices as the
# source documents have them, written by hand for clingo, and compares what the fewest changes cost. Needs Python 3 and, the first
# time, PyPI; where that cannot be reached it says so and is skipped.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
home=target/conformance/clingo
package=clingo==5.8.0
if [ "$(cat "$home/packages" 2>/dev/null)" != "$package" ]; then
  rm -rf "$home"
  python3 -m venv "$home"
  if ! "$home/bin/pip" install --quiet --disable-pip-version-check --retries 1 "$package"; then
    echo "skipped: $package cannot be installed"
    exit 0
  fi
  echo "$package" >"$home/packages"
fi
"$home/bin/python" tests/conformance/solve.py target/debug/mtvp
