#!/usr/bin/env bash
# The program is built for Windows, the system of most users (windows.sh runs it). Where rustup has the target, its own compiler works; elsewhere
# Debian's does, which brings no standard library for it, so that is built along from source. The program lies below target/targets,
# or target/targets-debian. The core for WebAssembly is built by web/build.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."

windows=x86_64-pc-windows-gnu
export CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 CARGO_TARGET_DIR=target/targets
tests/conformance/debian.sh gcc-mingw-w64-x86-64
if timeout 60 rustup --quiet target add "$windows" > /dev/null 2>&1; then
  compile() { cargo "$@"; }
else
  tests/conformance/debian.sh rustc-web cargo-web rust-web-src
  CARGO_TARGET_DIR=target/targets-debian
  # Its standard library comes from nightly features of a stable compiler.
  compile() { RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc /usr/bin/cargo "$@" -Z build-std=std,panic_abort; }
fi
compile build --quiet --locked --bin mtvp --target="$windows"
echo "built for $windows: $CARGO_TARGET_DIR/$windows/debug/mtvp.exe"
