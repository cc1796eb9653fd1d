#!/usr/bin/env bash
# Watches `mtvp` at work: it makes no call of the system that has to do with a network. Needs Linux and strace.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v strace > /dev/null || tests/conformance/debian.sh strace
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
trace=$(mktemp)
trap 'rm -f "$trace"' EXIT

watch() {
  status=0
  strace -f -qq -e trace=%network,execve -o "$trace" target/debug/mtvp "$@" > /dev/null 2>&1 || status=$?
  [ "$status" -le 1 ] || { echo "mtvp $*: exit status $status"; exit 1; }
  # The start of the program itself must be seen, or nothing was watched.
  grep -q 'execve("target/debug/mtvp"' "$trace" || { echo "nothing was traced"; exit 1; }
  if grep -v 'execve(\|+++ exited\|--- SIG' "$trace"; then
    echo "mtvp $* spoke to a network"
    exit 1
  fi
  [ "$(grep -c 'execve(' "$trace")" -eq 1 ] || { echo "mtvp $* started another program"; exit 1; }
  echo "silent: mtvp $*"
}

watch check examples/plannen regioplans
watch check examples/plannen --format json
watch region examples/regio
watch show
watch explain bsn
watch new rijn-en-duin --year 1
watch fmt --check regioplans
