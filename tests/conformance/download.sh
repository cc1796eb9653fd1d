#!/usr/bin/env bash
# What people download is built and run: the archive with its installer, the Debian package and the wheel, each in a place where
# nothing of this repository is. Needs Debian's dpkg, Python 3 and PyPI.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/conformance/python.sh
top=$PWD
out=$top/target/conformance/download
rm -rf "$out"
mkdir -p "$out/dist" "$out/empty"

# In a run of everything the program of the tests is what cargo gives: a build would take it away from under them.
pack=(CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 CARGO_TARGET_DIR=target/packed)
[ -z "${MTVP_BUILT:-}" ] || pack=(CARGO="$top/tests/conformance/built.sh")
env "${pack[@]}" MTVP_PACKED=1 MTVP_PROFILE=dev MTVP_OUT="$out/dist" packaging/build.sh >"$out/said.txt" 2>&1 || { cat "$out/said.txt"; exit 1; }

# Runs a program where it stands, far from this repository: it knows its version and its regioplannen, and finds what is wrong.
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
works() { # <program>
  (
    cd "$out/empty"
    [ "$("$1" --version)" = "mtvp $version" ]
    "$1" show rijn-en-duin >/dev/null
    "$1" check "$top/examples/plannen/de-linde.yaml" --no-config --quiet
    status=0
    "$1" "$top/examples/plannen/de-kastanje.yaml" --no-config >"$out/said.txt" || status=$?
    [ "$status" -eq 1 ]
    grep -q "overtreding rijn-en-duin::aw-jaar-3" "$out/said.txt"
  )
}

echo "-- the wheel, in an environment of its own"
python3 -m venv "$out/python"
pip=("$out/python/bin/pip" --disable-pip-version-check)
"${pip[@]}" install --quiet --no-index "$out"/dist/*.whl
works "$out/python/bin/mtvp"
"${pip[@]}" show mtvp >"$out/said.txt" 2>&1
grep -q "^Version: $version$" "$out/said.txt"
mv "$out/python/bin/mtvp" "$out/of-wheel"

echo "-- the Debian package, installed in a folder and removed"
root=$out/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
touch "$root/var/lib/dpkg/status"
install_dpkg=(dpkg --root="$root" --force-not-root --force-depends --log="$out/dpkg.log")
"${install_dpkg[@]}" --install "$out"/dist/*.deb >/dev/null
works "$root/usr/bin/mtvp"
cmp "$root/usr/bin/mtvp" "$out/of-wheel" || { echo "the wheel holds another program than the package"; exit 1; }
for made in man/man1/mtvp.1.gz man/man1/mtvp-check.1.gz bash-completion/completions/mtvp zsh/vendor-completions/_mtvp doc/mtvp/copyright; do
  [ -s "$root/usr/share/$made" ] || { echo "the package lacks $made"; exit 1; }
done
"${install_dpkg[@]}" --purge mtvp >/dev/null
left=$(find "$root/usr" -type f 2>/dev/null || true)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }

echo "-- the archive, by its installer; a file that was changed is refused"
packaging/assets.sh "$out/dist" "file://$out/dist"
HOME=$out/home sh "$out/dist/install.sh" >"$out/said.txt"
grep -q "^mtvp $version staat in" "$out/said.txt"
works "$out/home/.local/bin/mtvp"
(cd "$out/dist" && sha256sum --quiet -c SHA256SUMS)
echo x >>"$out"/dist/mtvp-*.tar.gz
if HOME=$out/other sh "$out/dist/install.sh" >"$out/said.txt" 2>&1; then echo "a changed file was installed"; exit 1; fi
grep -q "niet wat het moet zijn" "$out/said.txt"
[ ! -e "$out/other/.local/bin/mtvp" ]

echo "-- the scripts can be read"
shellcheck packaging/*.sh
python3 tests/conformance/powershell.py packaging/install.ps1

echo "-- a tag that is not the version makes no release"
if packaging/version.sh 0.0.0 2>/dev/null; then exit 1; fi
echo "the downloads work"
