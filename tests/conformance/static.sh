#!/usr/bin/env bash
# The static program of Linux, and the container that holds it alone: it runs where nothing else is, and reads the plans that are handed to
# it. By hand, not in `.ci/run`: the build takes minutes. Needs rustup's target of musl; Debian's buildah for the container.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/conformance/python.sh
target=$(uname -m)-unknown-linux-musl
out=$PWD/target/conformance/static
rm -rf "$out"
mkdir -p "$out"
CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 CARGO_TARGET_DIR=target/targets MTVP_PACKED=1 MTVP_PROFILE=dev MTVP_OUT=$out \
  packaging/build.sh "$target" >"$out/said.txt" 2>&1 || { cat "$out/said.txt"; exit 1; }
tar -xzf "$out"/mtvp-linux-*.tar.gz -C "$out"
folder=$(echo "$out"/mtvp-linux-*/)
# It says so of a program that stands at a fixed place in memory in other words, and with another status.
ldd "$folder/mtvp" >"$out/said.txt" 2>&1 || true
grep -q "statically linked\|not a dynamic executable" "$out/said.txt" || { cat "$out/said.txt"; echo "the program hangs on libraries"; exit 1; }

# A plan in order, one that is not, and the day of today in the Netherlands, without files of time zones.
judged() { # <command>...
  "$@" --version
  "$@" check plannen/de-linde.yaml --quiet
  status=0
  "$@" check plannen/de-kastanje.yaml --format concise --quiet || status=$?
  [ "$status" -eq 1 ]
}

echo "-- in a folder where nothing else is"
root=$out/root
mkdir -p "$root/plannen"
cp "$folder/mtvp" "$root/"
cp -r examples/plannen/. "$root/plannen/"
judged chroot "$root" /mtvp

echo "-- in a container"
tests/conformance/debian.sh buildah
buildah=(buildah --storage-driver vfs --root "$out/images" --runroot "$out/run")
"${buildah[@]}" build --isolation chroot --quiet -f packaging/Containerfile -t mtvp "$folder" >/dev/null
container=$("${buildah[@]}" from --pull-never mtvp)
inside() { "${buildah[@]}" run --isolation chroot -v "$PWD/examples:/plannen" "$container" /usr/bin/mtvp "$@"; }
judged inside
"${buildah[@]}" rm "$container" >/dev/null

echo "-- the wheel is for each Linux"
wheels=("$out"/mtvp-*-manylinux2014_*.musllinux_1_1_*.whl)
[ -e "${wheels[0]}" ] || { ls "$out"; exit 1; }
"$python_home/bin/pip" --disable-pip-version-check install --quiet --no-index --target "$out/wheel" "${wheels[0]}"
(cd examples && judged "$out/wheel/bin/mtvp")
echo "the static program works alone"
