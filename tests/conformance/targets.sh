#!/usr/bin/env bash
# For the systems that users have besides this one: the program is built for Windows (windows.sh runs it), and library and program are
# type-checked for WebAssembly, with all they depend on. Where rustup has the targets, its own compiler works; elsewhere
# Debian's does, which brings no standard library for these targets, so that is built along from source. Its result lies below target/targets,
# or target/targets-debian. An argument leaves out the other system: `windows` or `wasm`.
set -euo pipefail
cd "$(dirname "$0")/../.."

windows=x86_64-pc-windows-gnu
wasm=wasm32-unknown-unknown
export CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 CARGO_TARGET_DIR=target/targets
tests/conformance/debian.sh gcc-mingw-w64-x86-64
if timeout 60 rustup --quiet target add "$windows" "$wasm" > /dev/null 2>&1; then
  compile() { cargo "$@"; }
else
  tests/conformance/debian.sh rustc-web cargo-web rust-web-src
  CARGO_TARGET_DIR=target/targets-debian
  # Its standard library comes from nightly features of a stable compiler.
  compile() { RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc /usr/bin/cargo "$@" -Z build-std=std,panic_abort; }
fi
if [ "${1:-}" != wasm ]; then
  compile build --quiet --locked --bin mtvp --target="$windows"
  echo "built for $windows: $CARGO_TARGET_DIR/$windows/debug/mtvp.exe"
fi
if [ "${1:-}" != windows ]; then
  compile check --quiet --locked --lib --bins --target="$wasm"
  echo "checked for $wasm: library and program"
fi
