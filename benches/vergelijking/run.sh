#!/usr/bin/env bash
# Ten rules of Rijn en Duin 2.7 by mtvp and by three JSON Schema validators, on the same plans in one run.
# Installs the three below target/vergelijking, and prints the table of the README in markdown.
# Needs python3, npm and a network for the first run. Options go to vergelijk.py: --rounds N.
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=target/vergelijking
mkdir -p "$tools"

[ -x "$tools/venv/bin/check-jsonschema" ] || {
    python3 -m venv "$tools/venv"
    "$tools/venv/bin/pip" install --quiet check-jsonschema==0.39.0
}
[ -x "$tools/node_modules/.bin/ajv" ] || npm install --silent --no-fund --prefix "$tools" ajv-cli@5.0.0
[ -x "$tools/bin/jsonschema-cli" ] || cargo install --quiet --locked --root "$tools" --version 0.60.2 jsonschema-cli

cargo build --release --locked --quiet
for plans in 1000 10000; do
    [ -d "$tools/plannen-$plans" ] ||
        cargo bench --quiet --locked --bench generate -- --plans "$plans" --seed 1 --to "$tools/plannen-$plans" >&2
done
"$tools/venv/bin/python" benches/vergelijking/vergelijk.py "$tools" "${CARGO_TARGET_DIR:-target}/release/mtvp" "$@"
