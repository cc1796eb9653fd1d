#!/usr/bin/env bash
# The library and the program are type-checked, with all they depend on, for the systems that users have besides this one:
# Windows, and WebAssembly in a browser. Nothing is linked or run for them. Where rustup has the targets, its own compiler
# checks; elsewhere Debian's does, which brings no standard library for these targets, so that is checked along from source.
set -euo pipefail
cd "$(dirname "$0")/../.."

targets=(x86_64-pc-windows-gnu wasm32-unknown-unknown)
# One run for both, so that what they share is built once and neither waits for the other.
check=(check --quiet --locked --lib --bins "${targets[@]/#/--target=}")

if timeout 60 rustup --quiet target add "${targets[@]}" > /dev/null 2>&1; then
  CARGO_TARGET_DIR=target/targets cargo "${check[@]}"
else
  tests/conformance/debian.sh rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64
  # Its standard library comes from nightly features of a stable compiler.
  RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR=target/targets-debian \
    /usr/bin/cargo "${check[@]}" -Z build-std=std,panic_abort
fi
echo "checked for ${targets[*]}: library and program"
