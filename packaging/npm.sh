#!/usr/bin/env bash
# Makes the package of the core for npm, of the module that web/build.sh made. Usage: packaging/npm.sh FOLDER. Needs npm.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(cd "$1" && pwd)
module=${XDG_CACHE_HOME:-$HOME/.cache}/mtvp-web/core.wasm
[ -s "$module" ] || { echo "$module is not there: run web/build.sh first" >&2; exit 1; }
field() { sed -n "s/^$1 = \"\(.*\)\"$/\1/p" Cargo.toml | head -n 1; }
package=$(mktemp -d)
trap 'rm -rf "$package"' EXIT
cp packaging/npm/* LICENSE-MIT LICENSE-APACHE "$package/"
cp "$module" "$package/mtvp.wasm"
cat >"$package/package.json" <<JSON
{
  "name": "mtvp-core",
  "version": "$(field version)",
  "description": "$(field description)",
  "license": "(MIT OR Apache-2.0)",
  "type": "module",
  "exports": { ".": { "types": "./index.d.ts", "default": "./index.js" }, "./mtvp.wasm": "./mtvp.wasm" },
  "sideEffects": false,
  "engines": { "node": ">=18" }
}
JSON
(cd "$package" && npm pack --silent --ignore-scripts --pack-destination "$out")
