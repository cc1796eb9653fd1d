#!/usr/bin/env bash
# Holds the workbook of a region to LibreOffice: it opens it, its CSV of each sheet is ours, and a decision that is filled in in a
# file that LibreOffice saved comes back with `mtvp decisions import`. Needs Python 3; installs libreoffice-calc-nogui of Debian,
# which takes minutes; with an argument `if-there`, as in .ci/run, it installs nothing, and says that it is passed over.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ "${1:-}" = if-there ] && ! command -v soffice > /dev/null; then
  echo "skipped: soffice is not there"
  exit 0
fi
here=$PWD/tests/conformance
command -v soffice > /dev/null || "$here/debian.sh" libreoffice-calc-nogui
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
mtvp=${CARGO_TARGET_DIR:-$PWD/target}/debug/mtvp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A profile of its own: whoever works with LibreOffice here is not in the way.
office() { # <target> <file>...
  local target=$1
  shift
  timeout 120 soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$target" --outdir "$work" "$@" >"$work/office.txt" 2>&1 ||
    { cat "$work/office.txt"; exit 1; }
}
region() { # <folder> <arguments>...; a region with violations, or with a version that is over, is as good as any here
  "$mtvp" region "$@" --as-of 2026-06-10 2>"$work/said.txt" || [ $? -eq 1 ] || { cat "$work/said.txt"; return 1; }
}

echo "== each sheet is our CSV"
declare -A folders=([eemland]=examples/regio [twee]=tests/cases/regio/twee-regios [onvolledig]=tests/cases/regio/onvolledig)
for name in "${!folders[@]}"; do
  region "${folders[$name]}" --format xlsx -o "$work/$name.xlsx" >/dev/null
  for table in praktijken keuzes te-beoordelen termijnen regels cijfers; do
    region "${folders[$name]}" --format csv --table "$table" >"$work/$name.$table.csv"
  done
done
office 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1' "$work"/*.xlsx
for name in "${!folders[@]}"; do
  python3 "$here/workbook.py" compare "$work" "$name"
done

echo "== a decision that is filled in in LibreOffice comes back"
cp -r examples/regio "$work/regio"
sed -i '/^decisions/d' "$work/regio/mtvp.toml" 2>/dev/null || true
echo 'decisions = "nieuw.yaml"' >>"$work/regio/mtvp.toml"
(cd "$work/regio" && touch nieuw.yaml && region . --format xlsx -o "$work/rond.xlsx" >/dev/null)
office fods "$work/rond.xlsx"
count=$(python3 "$here/workbook.py" fill "$work/rond.fods")
rm "$work/rond.xlsx"
office xlsx "$work/rond.fods"
(cd "$work/regio" && "$mtvp" decisions import "$work/rond.xlsx")
[ "$(grep -c '^- praktijk' "$work/regio/nieuw.yaml")" -eq "$count" ] || { echo "$count decisions were filled in"; exit 1; }
open=$(cd "$work/regio" && "$mtvp" reviews . --open --as-of 2026-06-10 --format csv | tail -n +2 | wc -l)
[ "$open" -eq 0 ] || { echo "$open reviews are open still"; exit 1; }
echo "the workbook is what LibreOffice reads, and $count decisions came back"
