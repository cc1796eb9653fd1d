#!/usr/bin/env bash
# Holds `mtvp schema` to two validators that know nothing of mtvp, check-jsonschema (PyPI) and ajv (npm): both must accept every schema,
# and judge every example plan as tests/cases/schema/oordeel.snap says. Installs what it needs below target/. Needs Rust, Python
# and Node.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
work=$root/target/conformance
mkdir -p "$work/schema"

echo "== validators"
. tests/conformance/python.sh
. tests/conformance/packages.sh

[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
mtvp=$root/target/debug/mtvp
judged=tests/cases/schema/oordeel.snap
total=0
for regioplan in regioplans/*/*.regioplan; do
  schema=$work/schema/$(basename "$(dirname "$regioplan")").json
  # A leidraad or werkplan judges no plans and has no schema.
  grep -q '^regioplan ' "$regioplan" || continue
  folder=${regioplan%.regioplan}/
  "$mtvp" schema "$regioplan" >"$schema"
  check-jsonschema --quiet --check-metaschema "$schema"
  grep -E "^(ja |nee) $folder" "$judged" >"$work/expected.txt"
  mapfile -t plans < <(cut -c5- "$work/expected.txt")

  (cd "$work" && node "$root/tests/conformance/ajv.mjs" "$schema" "${plans[@]/#/$root/}") | sed "s|$root/||" >"$work/ajv.txt"
  diff "$work/expected.txt" "$work/ajv.txt" || { echo "ajv judges otherwise"; exit 1; }

  check-jsonschema --output-format json --schemafile "$schema" "${plans[@]}" >"$work/report.json" || true
  python3 tests/conformance/refused.py <"$work/report.json" | sort -u >"$work/refused.txt"
  sed -n 's/^nee //p' "$work/expected.txt" | sort -u >"$work/expected-refused.txt"
  diff "$work/expected-refused.txt" "$work/refused.txt" || { echo "check-jsonschema judges otherwise"; exit 1; }
  total=$((total + ${#plans[@]}))
done
[ "$total" -ge 200 ] || { echo "only $total plans were judged"; exit 1; }
echo "both validators judge $total plans as expected"
