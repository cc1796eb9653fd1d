#!/usr/bin/env bash
# The package of the core for npm, in Node: installed in a folder of its own, it says of every example plan what the program says.
# Needs Node and npm, and the module that web/build.sh makes.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
[ -s "${XDG_CACHE_HOME:-$HOME/.cache}/mtvp-web/core.wasm" ] || web/build.sh
out=$top/target/conformance/npm
rm -rf "$out"
mkdir -p "$out/project"
packaging/npm.sh "$out" >/dev/null
cd "$out/project"
echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-audit --no-fund --offline "$out"/*.tgz
cp "$top/tests/conformance/npm.mjs" judge.mjs
node judge.mjs "$top"
