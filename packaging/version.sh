#!/usr/bin/env bash
# What the change log says of a version; it fails where the version is not that of Cargo.toml, or not the first of the change log.
# Usage: packaging/version.sh VERSION
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=$1
ours=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
first=$(sed -n 's/^## \[\(.*\)\].*$/\1/p' CHANGELOG.md | head -n 1)
[ "$wanted" = "$ours" ] || { echo "the tag says $wanted, and Cargo.toml $ours" >&2; exit 1; }
[ "$wanted" = "$first" ] || { echo "the tag says $wanted, and the change log begins with $first" >&2; exit 1; }
grep -q "^## \[$wanted\] - [0-9]\{4\}-[0-9]\{2\}-[0-9]\{2\}$" CHANGELOG.md || { echo "the change log gives $wanted no date" >&2; exit 1; }
awk -v version="$wanted" '/^## \[/ { inside = index($0, "[" version "]") == 4; next } inside' CHANGELOG.md
