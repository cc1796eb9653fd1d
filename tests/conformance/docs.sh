#!/usr/bin/env bash
# Holds `mtvp docs --format html` to the HTML checker of the W3C (vnu, npm): no error and no warning for any regioplan, in both
# languages. Installs what it needs below target/. Needs Rust, Node and Java.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$root/target/conformance
mkdir -p "$work/html"

. tests/conformance/packages.sh
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
rm -f "$work"/html/*.html
for regioplan in regioplans/*/*.regioplan tests/cases/docs/*.regioplan tests/cases/taal/*.regioplan; do
  for lang in nl en; do
    name=$(echo "${regioplan%.regioplan}" | tr '/' '-')
    target/debug/mtvp docs "$regioplan" --format html --lang "$lang" >"$work/html/$name-$lang.html"
  done
done
pages=$(ls "$work"/html/*.html | wc -l)
[ "$pages" -ge 12 ] || { echo "only $pages pages"; exit 1; }
java -jar "$work/node_modules/vnu-jar/build/dist/vnu.jar" "$work"/html/*.html
echo "$pages pages are sound HTML"
