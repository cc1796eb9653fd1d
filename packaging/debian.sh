#!/usr/bin/env bash
# Makes the Debian package of a program that is built: with the pages of the manual and the completions that the program writes itself.
# Usage: packaging/debian.sh PROGRAM ARCHITECTURE FOLDER; MTVP_PACKED says how small it is made, from 0 to 9. Needs dpkg-deb, and the program must run on this machine.
# Not cargo-deb: what it does more (which libraries a program hangs on) a static program has not.
set -euo pipefail
program=$1 arch=$2 out=$3
cd "$(dirname "$0")/.."
field() { sed -n "s/^$1 = \"\(.*\)\"$/\1/p" Cargo.toml | head -n 1; }
version=$(field version)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
# A folder of mktemp is for one person; a package is for all.
chmod 755 "$root"

install -D -m 755 "$program" "$root/usr/bin/mtvp"
share=$root/usr/share
mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d"
export MTVP_LANG=nl
"$program" man | gzip -9n >"$share/man/man1/mtvp.1.gz"
for command in $("$program" --help | sed -n 's/^  \([a-z][a-z-]*\)  .*$/\1/p'); do
  "$program" man "$command" | gzip -9n >"$share/man/man1/mtvp-$command.1.gz"
done
"$program" completions bash >"$share/bash-completion/completions/mtvp"
"$program" completions zsh >"$share/zsh/vendor-completions/_mtvp"
"$program" completions fish >"$share/fish/vendor_completions.d/mtvp.fish"
install -D -m 644 CHANGELOG.md "$share/doc/mtvp/changelog"
gzip -9n "$share/doc/mtvp/changelog"
{
  echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
  echo "Upstream-Name: mtvp"
  echo
  echo "Files: *"
  echo "Copyright: de makers van mtvp"
  echo "License: $(field license | sed 's/ OR / or /; s/MIT/Expat/')"
  echo
  echo "License: Expat"
  sed 's/^$/./; s/^/ /' LICENSE-MIT
  echo
  echo "License: Apache-2.0"
  echo " Op Debian staat de tekst in /usr/share/common-licenses/Apache-2.0."
} >"$share/doc/mtvp/copyright"

mkdir "$root/DEBIAN"
cat >"$root/DEBIAN/control" <<CONTROL
Package: mtvp
Version: $version
Architecture: $arch
Section: text
Priority: optional
Maintainer: mtvp <mtvp@localhost>
Installed-Size: $(du -k -s "$root/usr" | cut -f1)
Description: controleert een praktijkplan Meer Tijd Voor de Patiënt
 Controleert een praktijkplan met het regioplan van de regio, voordat de
 praktijk het inlevert, en zegt bij elke bevinding wat er te doen is.
CONTROL
dpkg-deb --root-owner-group -z"${MTVP_PACKED:-9}" --build "$root" "$out/mtvp_${version}_${arch}.deb" >/dev/null
echo "made mtvp_${version}_${arch}.deb"
