#!/usr/bin/env bash
# Holds the reports of `mtvp check` to the tools that read them: SARIF to Microsoft's validator, to the schema and to
# sarif-tools, JUnit to junitparser, the annotations of GitHub to what @actions/core writes itself,
# and the calendar of `mtvp region` to icalendar.
# Needs Rust, Node with npm, and Python 3; installs pinned versions below target/conformance/reports.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/conformance/reports
tools=$PWD/target/conformance/reports
mkdir -p "$tools"

echo "== the tools"
npm install --prefix "$tools" --no-save --no-audit --no-fund --loglevel=error \
  @microsoft/sarif-multitool@5.7.0 @actions/core@3.0.1
# npm may leave out the step that makes the validator executable.
chmod u+x "$tools"/node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool* || true
[ -x "$tools/venv/bin/python" ] || python3 -m venv "$tools/venv"
"$tools/venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"

echo "== the reports"
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
mtvp=${CARGO_TARGET_DIR:-$PWD/target}/debug/mtvp
formats="json sarif junit github gitlab"
odd=$(mktemp -d)
trap 'rm -rf "$odd"' EXIT

# Runs a check with a report in every format; that there are violations (status 1) is what the reports are about.
reports() { # <name> <arguments>
  local name=$1 format status=0 wanted=()
  shift
  rm -rf "${tools:?}/$name" && mkdir -p "$tools/$name"
  for format in $formats; do wanted+=(--report "$format=$tools/$name/$format"); done
  "$mtvp" check "$@" --as-of 2025-06-01 --format concise "${wanted[@]}" >"$tools/$name.txt" || status=$?
  [ "$status" -eq 1 ] || { echo "$name: exit status $status"; exit 1; }
}

reports everything regioplans examples tests/cases

# The same plans below names that a format could stumble over.
plans=$PWD/tests/cases/reports
mkdir -p "$odd/50%, \"=één\" map" "$odd/::error::x"
cp "$plans/plannen/1-gewoon.yaml" "$odd/50%, \"=één\" map/a,b:c;d|\`e\`<f>#1&@g ]]>.yaml"
cp "$plans/plannen/2-raar.yaml" "$odd/::error::x/%0A%25.yaml"
cp "$plans/plannen/6-gelijk.yaml" "$odd/"$'nieuwe\nregel 😀.yaml'
cp "$plans/plannen/5-onleesbaar.yaml" "$odd/-f=x,line=7.yaml"
cp "$plans/plannen/4-goed.yaml" "$odd/goed.yaml"
(cd "$odd" && reports odd . --regioplan "$plans/proef.regioplan")

# The snapshots have what was set aside as well; a head of three lines stands above each.
rm -rf "$tools/snapshots" && mkdir -p "$tools/snapshots"
for format in $formats; do
  tail -n +4 "$plans/$format.snap" >"$tools/snapshots/$format"
done

echo "== SARIF: sarif-multitool validate"
for name in everything odd snapshots; do
  cp "$tools/$name/sarif" "$tools/$name.sarif"
  "$tools/node_modules/.bin/sarif-multitool" validate "$tools/$name.sarif" \
    --max-file-size-in-kb 40000 --output "$tools/$name.validated.sarif" --log ForceOverwrite >"$tools/$name.validate.txt" ||
    { cat "$tools/$name.validate.txt"; exit 1; }
done

echo "== SARIF: schema and sarif-tools; JUnit: junitparser; counts"
schema=$(cargo metadata --locked --format-version 1 |
  "$tools/venv/bin/python" -c 'import json, pathlib, sys
package = next(p for p in json.load(sys.stdin)["packages"] if p["name"] == "serde-sarif")
print(pathlib.Path(package["manifest_path"]).parent / "src/schema.json")')
for name in everything odd snapshots; do
  "$tools/venv/bin/python" "$here/read.py" "$schema" "$tools" "$name"
done

echo "== GitHub: @actions/core"
for name in everything odd snapshots; do
  node "$here/github.mjs" "$tools/node_modules/@actions/core/lib/core.js" "$tools/$name"
done
echo "== the calendar of a region: icalendar"
for folder in examples/regio tests/cases/regio/onvolledig tests/cases/regio/twee-regios; do
  name=$tools/${folder##*/}
  for format in ics csv; do
    table=()
    [ "$format" = ics ] || table=(--table termijnen)
    status=0
    "$mtvp" region "$folder" --as-of 2026-06-10 --format "$format" "${table[@]}" >"$name.$format" 2>"$name.txt" || status=$?
    [ "$status" -le 1 ] || { cat "$name.txt"; exit 1; }
  done
  "$tools/venv/bin/python" "$here/calendar_days.py" "$name.ics" "$name.csv"
done
echo "the reports are what their readers ask"
