#!/usr/bin/env bash
# The real pre-commit runs our hook in a repository of a thousand plans: all of them, one that changed, a file that is
# no plan, a plan that breaks a rule, an exception without a reason, evidence that is deleted, settings that change. Needs Cargo, git, Python 3 and PyPI.
# The hook is `mtvp-check-system`, with the mtvp that Cargo builds here; `mtvp-check` differs only in that pre-commit
# builds mtvp itself.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/conformance/python.sh
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked

work=$PWD/target/conformance/pre-commit
rm -rf "$work"
mkdir -p "$work/hooks" "$work/region"
export PATH=$PWD/target/debug:$PATH PRE_COMMIT_HOME=$work/home MTVP_LANG=nl
export GIT_CONFIG_GLOBAL=$work/gitconfig GIT_CONFIG_NOSYSTEM=1
git config --global user.name Test
git config --global user.email test@example.nl
git config --global init.defaultBranch main

# pre-commit clones the hooks from a repository; one with only their file will do, as they build nothing.
cp .pre-commit-hooks.yaml "$work/hooks"
git -C "$work/hooks" init --quiet
git -C "$work/hooks" add .
git -C "$work/hooks" commit --quiet -m hooks

# A region's repository: a thousand plans, in folders with names long enough that pre-commit must split its list.
cp -r examples/plannen examples/afwijkingen.yaml "$work/region"
cd "$work/region"
folder=plannen/kopie/een-lange-naam-van-een-huisartsengroep-die-samen-met-de-regio-werkt-aan-meer-tijd-voor-de-patient/praktijken
mkdir -p "$folder/bewijs" archief
cp plannen/bewijs/triage.txt "$folder/bewijs"
for number in $(seq 1001 2000); do
    sed "s/agb: 01056789/agb: 0109$number/; s/De Linde/Nummer $number/" plannen/de-linde.yaml >"$folder/praktijk-$number.yaml"
done
# With a code of its own: the other plans of a practice are looked at when one of them changes.
sed 's/flexibele-consultduur:  .*/lean-werken:/; s/keuze: verdieping/keuze: onderhoud/; s/agb: 01056789/agb: 01092001/' plannen/de-linde.yaml >archief/oud.yaml
rm plannen/de-kastanje.yaml
printf 'services:\n  web: {image: nginx}\n' >docker-compose.yml
printf '# Instellingen.\nexclude = ["archief/"]\nwaivers = "afwijkingen.yaml"\n' >mtvp.toml
cat >.pre-commit-config.yaml <<END
repos:
  - repo: $work/hooks
    rev: $(git -C "$work/hooks" rev-parse HEAD)
    hooks:
      - id: mtvp-check-system
        verbose: true
END
git init --quiet
git add .
git commit --quiet -m begin

# Runs pre-commit, and holds its exit status to what is expected.
hook() {
    local expected=$1 status=0
    shift
    pre-commit run --color never "$@" >"$work/said.txt" 2>&1 || status=$?
    if [ "$status" -ne "$expected" ]; then
        tail -n 40 "$work/said.txt"
        echo "expected exit status $expected, got $status"
        exit 1
    fi
}
says() {
    grep -q -- "$1" "$work/said.txt" || { tail -n 40 "$work/said.txt"; echo "it does not say: $1"; exit 1; }
}
# How many plans were looked at, over all runs of mtvp, and how many runs that were.
looked_at() {
    awk '/plan(nen)? bekeken/ { plans += $1; runs++ } END { print plans + 0, runs + 0 }' "$work/said.txt"
}
expect() {
    [ "$1" = "$2" ] || { tail -n 40 "$work/said.txt"; echo "expected $2, got $1"; exit 1; }
}

echo "-- all files"
began=$SECONDS
hook 0 --all-files
read -r _ runs <<<"$(looked_at)"
# The run that is handed the exceptions looks at all plans, so one may be looked at twice.
plans=$(grep -oE '^plannen/.*\.yaml: ' "$work/said.txt" | sort -u | wc -l)
expect "$plans" "$(find plannen -name '*.yaml' | wc -l)"
[ "$runs" -gt 1 ] || { echo "the list was not split, so this tried less than it should"; exit 1; }
echo "   $plans plans in $runs runs, $((SECONDS - began)) s"

echo "-- one changed plan"
echo "# nog een regel" >>"$folder/praktijk-1500.yaml"
git add .
hook 0
expect "$(looked_at)" "1 1"
git commit --quiet -m "een plan"

echo "-- a file that is no plan, and a plan that the settings leave out"
echo "# nog een regel" >>docker-compose.yml
echo "# nog een regel" >>archief/oud.yaml
git add .
hook 0
says "geen plan gewijzigd"
git commit --quiet -m "geen plan"

echo "-- a plan that breaks a rule, refused by git commit itself"
sed -i 's/positieve-gezondheid: onderhoud/positieve-gezondhied: onderhoud/' "$folder/praktijk-1600.yaml"
git add .
hook 1
says 'overtreding onbekende-interventie'
pre-commit install >/dev/null
if git commit --quiet -m "kapot" >"$work/said.txt" 2>&1; then
    echo "git committed a broken plan"
    exit 1
fi
says 'overtreding onbekende-interventie'
git reset --quiet --hard

echo "-- exceptions"
echo "# nog een regel" >>afwijkingen.yaml
git add .
hook 0
sed -i '/reden:/d' afwijkingen.yaml
git add .
hook 1
says "ontbreekt .reden."
git reset --quiet --hard

echo "-- evidence that is deleted, and settings that change: pre-commit names no plan"
git rm --quiet plannen/bewijs/triage.txt
hook 1
says "bestand-ontbreekt"
git reset --quiet --hard
sed -i 's/^exclude.*/exclude = []/' mtvp.toml
git add .
hook 1
says "archief/oud.yaml"
git reset --quiet --hard

echo "pre-commit works with the hook"
