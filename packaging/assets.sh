#!/usr/bin/env bash
# Makes a release of what was built: the installers, which get to know the address of this version, and the checksums of all.
# Usage: packaging/assets.sh FOLDER ADDRESS
set -euo pipefail
cd "$(dirname "$0")/.."
out=$1 address=$2
for installer in install.sh install.ps1; do
  sed "s|@BRON@|$address|" "packaging/$installer" >"$out/$installer"
done
cd "$out"
rm -f SHA256SUMS
sums=$(sha256sum -- *)
echo "$sums" >SHA256SUMS
