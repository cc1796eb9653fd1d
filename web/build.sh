#!/usr/bin/env bash
# Builds the pages: the core as a WebAssembly module, and each page as one file in web/dist. Where rustup has the target, its compiler builds;
# elsewhere Debian's, which brings no standard library for it, so that is built along. Needs Node. What was built is kept below
# ~/.cache/mtvp-web (or XDG_CACHE_HOME), so that a second run is quick; --cold says how long a first one takes.
set -euo pipefail
cd "$(dirname "$0")/.."
cache=${XDG_CACHE_HOME:-$HOME/.cache}/mtvp-web
target=wasm32-unknown-unknown
mkdir -p "$cache"
# Who builds at the same time waits.
exec 9> "$cache/lock"
flock 9
export CARGO_TARGET_DIR=$cache/target
if [ "${1:-}" = --cold ]; then
  export CARGO_TARGET_DIR
  CARGO_TARGET_DIR=$(mktemp -d "$cache/cold.XXXXXX")
  trap 'rm -rf "$CARGO_TARGET_DIR"; echo "times of this script and of what it started (user, system):"; times' EXIT
fi

build=(build --quiet --locked --release --manifest-path web/core/Cargo.toml --target "$target")
if rustup target list --installed 2> /dev/null | grep -q "^$target$" \
  || { ! dpkg -s rust-web-src > /dev/null 2>&1 && timeout 60 rustup --quiet target add "$target" > /dev/null 2>&1; }; then
  cargo "${build[@]}"
else
  tests/conformance/debian.sh rustc-web cargo-web rust-web-src lld
  # Its standard library comes from nightly features of a stable compiler.
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc /usr/bin/cargo "${build[@]}" -Z build-std=std,panic_abort
fi
cp "$CARGO_TARGET_DIR/$target/release/mtvp_web.wasm" "$cache/core.wasm"

cd web
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent --no-audit --no-fund
npx tsc --noEmit
node build.mjs "$cache/core.wasm"
