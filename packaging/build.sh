#!/usr/bin/env bash
# Makes what people download for one system, below `dist/`: the program or its archive, the wheel, and on Linux the Debian package.
# Usage: packaging/build.sh [TARGET]; without a target for this system. MTVP_PROFILE=dev makes one that is built sooner.
# Needs Rust, and maturin for the wheel (without it there is no wheel, and that is said). maturin asks cargo for the same program, which is
# there by then. CARGO names another cargo, for maturin too.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:-}
profile=${MTVP_PROFILE:-release}
out=${MTVP_OUT:-dist}
mkdir -p "$out"

host=$(rustc -vV | sed -n 's/^host: //p')
cargo=(--locked --profile "$profile")
made=${CARGO_TARGET_DIR:-target}
if [ -n "$target" ]; then
  [ "$target" = "$host" ] || rustup target add "$target"
  cargo+=(--target "$target")
  made=$made/$target
fi
target=${target:-$host}
case $profile in dev) made=$made/debug ;; *) made=$made/$profile ;; esac
# Windows: with the library of C inside, so that nothing else need be installed.
export CARGO_TARGET_X86_64_PC_WINDOWS_MSVC_RUSTFLAGS="-C target-feature=+crt-static"
export CARGO_TARGET_AARCH64_PC_WINDOWS_MSVC_RUSTFLAGS="-C target-feature=+crt-static"

echo "-- the program for $target"
program=$made/mtvp
"${CARGO:-cargo}" build "${cargo[@]}" --bin mtvp

case $target in
  x86_64-*) arch=x86_64 deb=amd64 ;;
  aarch64-*) arch=arm64 deb=arm64 ;;
  *) echo "no name for the processor of $target"; exit 2 ;;
esac
archive() { # <system>
  local name=mtvp-$1-$arch
  rm -rf "${out:?}/$name"
  mkdir -p "$out/$name"
  cp "$program" LICENSE-MIT LICENSE-APACHE CHANGELOG.md "$out/$name/"
  tar -czf "$out/$name.tar.gz" -C "$out" "$name"
  rm -rf "${out:?}/$name"
}
case $target in
  # A program that is dragged onto must stand by itself, outside an archive.
  x86_64-*-windows-*) cp "$made/mtvp.exe" "$out/mtvp.exe" ;;
  aarch64-*-windows-*) cp "$made/mtvp.exe" "$out/mtvp-arm64.exe" ;;
  *-apple-darwin) archive macos ;;
  *-linux-*) archive linux && packaging/debian.sh "$program" "$deb" "$out" ;;
  *) echo "no name for the system of $target"; exit 2 ;;
esac

if command -v maturin >/dev/null; then
  echo "-- the wheel"
  rm -rf "$out/wheel"
  # `auditwheel skip`: what a wheel may hang on is a matter of libraries, and this is a program.
  maturin build "${cargo[@]}" --out "$out/wheel" --auditwheel skip --compatibility linux
  case $target in
    # A static program runs beside each library of C, old or new, glibc or musl; a wheel says so by its name.
    *-linux-musl) wheel tags --remove --platform-tag "manylinux2014_${target%%-*}.musllinux_1_1_${target%%-*}" "$out"/wheel/*.whl ;;
  esac
  mv "$out"/wheel/*.whl "$out/"
  rmdir "$out/wheel"
else
  echo "no maturin: no wheel is made"
fi
ls -l "$out"
