#!/usr/bin/env bash
# Shows what an editor with yaml-language-server (npm) offers and explains in a plan with the schema of `mtvp schema`, and ends with 1
# when something lacks. Installs what it needs below target/. Needs Rust and Node.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$root/target/conformance
mkdir -p "$work/schema"
. tests/conformance/packages.sh
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
target/debug/mtvp schema regioplans/rijn-en-duin/2.7.regioplan >"$work/schema/editor.json"
cd "$work"
node "$root/tests/conformance/editor.mjs" "$work/schema/editor.json"
