#!/usr/bin/env bash
# Holds `mtvp region --format html` and `mtvp letters` to a real browser (Chromium): at 1280, 390 and 320 pixels no axe-core violation and
# nothing wider than the screen, sorted and filtered from the keyboard, readable without scripts, printed to PDF, and no request
# leaves; and to the HTML checker of the W3C. Pictures stay in target/conformance/page. Installs what it needs below target/, and Chromium
# by apt; with an argument `if-there`, as in .ci/run, it installs no browser, and says that it is passed over. Needs Rust, Node and Java.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ "${1:-}" = if-there ] && ! command -v chromium > /dev/null; then
  echo "skipped: chromium is not there"
  exit 0
fi
root=$PWD
work=$root/target/conformance
mkdir -p "$work/page"

. tests/conformance/packages.sh
browser=(playwright-core@1.65.1 axe-core@4.14.1)
if [ "$(cat "$work/page-packages.txt" 2>/dev/null)" != "${browser[*]}" ]; then
  npm install --silent --no-save --no-audit --no-fund --prefix "$work/page-packages" "${browser[@]}"
  echo "${browser[*]}" >"$work/page-packages.txt"
fi
command -v chromium > /dev/null || tests/conformance/debian.sh chromium
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
rm -rf "$work"/page/*
make() { # <name> <folder> <option>...
  local name=$1 folder=$2
  shift 2
  # The exit status says that there is something to mend.
  target/debug/mtvp region "$folder" --format html -o "$work/page/$name.html" --as-of 2026-06-01 "$@" > /dev/null 2>&1 || [ $? -eq 1 ]
}
make regio tests/cases/brieven/regio
make regio-en tests/cases/brieven/regio --lang en
make voorbeeld examples/regio
target/debug/mtvp letters tests/cases/brieven/regio -o "$work/page/brieven" --as-of 2026-06-01 > /dev/null 2>&1
# It knows no digests in a policy; the browser below does.
filter=".*violates Content Security Policy.*"
java -jar "$work/node_modules/vnu-jar/build/dist/vnu.jar" --filterpattern "$filter" "$work"/page/*.html "$work"/page/brieven/*.html
NODE_PATH=$work/page-packages/node_modules node tests/conformance/page.cjs "$work/page" "$(command -v chromium)"
