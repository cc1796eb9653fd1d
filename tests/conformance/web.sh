#!/usr/bin/env bash
# Holds the pages of web/ to the program and to a real browser (Chromium). Every example plan gives the same findings in the module as on
# the command line. For each region a plan is made from an empty form with the keyboard alone, and `mtvp check` finds it in order; plans
# are opened and saved without loss; axe-core finds nothing, nothing is wider than the screen, and no request leaves. Pictures and printed
# plans stay in target/conformance/web. With a browser it takes minutes, and with MTVP_EVERY=1, which opens each example plan, half an hour. An argument
# `plans` asks only for the comparison; `some`, as in .ci/run, for that and, where Chromium is there, one region's way, examples and looks.
# Needs Rust and Node, and Chromium for the rest.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$root/target/conformance
mkdir -p "$work/web"

. tests/conformance/packages.sh
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
web/build.sh
module=${XDG_CACHE_HOME:-$HOME/.cache}/mtvp-web/core.wasm
NODE_PATH=$work/node_modules node tests/conformance/web-plans.cjs "$module"
[ "${1:-}" != plans ] || exit 0
if [ "${1:-}" = some ]; then
  command -v chromium > /dev/null || { echo "skipped: chromium is not there"; exit 0; }
  export MTVP_WEB=some
fi

browser=(playwright-core@1.65.1 axe-core@4.14.1)
if [ "$(cat "$work/page-packages.txt" 2>/dev/null)" != "${browser[*]}" ]; then
  npm install --silent --no-save --no-audit --no-fund --prefix "$work/page-packages" "${browser[@]}"
  echo "${browser[*]}" >"$work/page-packages.txt"
fi
command -v chromium > /dev/null || tests/conformance/debian.sh chromium
NODE_PATH=$work/page-packages/node_modules:$work/node_modules node tests/conformance/web.cjs "$work/web" "$(command -v chromium)"
