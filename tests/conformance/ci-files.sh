#!/usr/bin/env bash
# The example files for CI, and the workflow that makes a release, as their own judges see them: the schemas of GitHub and GitLab, zizmor for what is unsafe
# in a workflow, pre-commit for its files. Needs Python 3 and PyPI; the tools themselves work without a network.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/conformance/python.sh

workflow=examples/.github/workflows/praktijkplannen.yml
spoiled=target/conformance/spoiled
rm -rf "$spoiled"
mkdir -p "$spoiled/.github/workflows"

# A judge that accepts everything proves nothing: each must refuse a file in which one thing is wrong.
refuses() {
    if "$@" >"$spoiled/said.txt" 2>&1; then
        cat "$spoiled/said.txt"
        echo "accepted, though it is wrong: $*"
        exit 1
    fi
}

echo "-- GitHub: the schema of workflows"
check-jsonschema --builtin-schema vendor.github-workflows "$workflow" .github/workflows/release.yml
sed 's/runs-on:/draait-op:/' "$workflow" >"$spoiled/workflow.yml"
refuses check-jsonschema --builtin-schema vendor.github-workflows "$spoiled/workflow.yml"

echo "-- GitHub: zizmor"
zizmor --offline --no-progress --quiet --persona=auditor examples/.github .github
sed 's/checkout@[0-9a-f]*/checkout@v5/' "$workflow" >"$spoiled/.github/workflows/los.yml"
refuses zizmor --offline --no-progress --quiet --persona=auditor "$spoiled/.github"

echo "-- GitLab: its schema"
check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci examples/.gitlab-ci.yml
sed 's/codequality:/kwaliteit:/' examples/.gitlab-ci.yml >"$spoiled/gitlab.yml"
refuses check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci "$spoiled/gitlab.yml"

echo "-- pre-commit: the hooks, and the file of the example"
pre-commit validate-manifest .pre-commit-hooks.yaml
pre-commit validate-config examples/.pre-commit-config.yaml
sed 's/language:/taal:/' .pre-commit-hooks.yaml >"$spoiled/hooks.yaml"
refuses pre-commit validate-manifest "$spoiled/hooks.yaml"
for id in $(sed -n 's/^ *- id: \([a-z-]*\).*/\1/p' examples/.pre-commit-config.yaml); do
    grep -q "^- id: $id\$" .pre-commit-hooks.yaml || { echo "there is no hook $id"; exit 1; }
done
echo "the CI files are accepted"
