#!/usr/bin/env bash
# Stands for cargo where packaging/build.sh packs the program in a run of everything: who asks for the program gets the one that the tests were built
# with, in the words of cargo. Built for itself alone it would take minutes: what only the tests hang on asks more of some crates that the
# program hangs on too, so cargo would share next to nothing, and would put the other program in the place of the tested one.
set -euo pipefail
cd "$(dirname "$0")/../.."
case ${1:-} in
  build | rustc)
    # A copy of it: who packs a program may take it away from where it stands, and tests run it meanwhile.
    said=$(cargo test --quiet --locked --no-run --test all --message-format json-render-diagnostics | grep -F '"kind":["bin"]')
    program=$(sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' <<<"$said")
    copy=$PWD/target/conformance/built
    mkdir -p "$copy"
    cp "$program" "$copy/"
    echo "${said//$program/$copy/$(basename "$program")}"
    ;;
  *) exec cargo "$@" ;;
esac
