#!/usr/bin/env bash
# The program for Windows, tried under Wine: it says and writes what the program of this system does, with the paths, line ends, window and
# colours of Windows. Needs mingw-w64, Debian's wine64, Python 3, and what targets.sh builds with.
set -euo pipefail
cd "$(dirname "$0")/../.."
top=$PWD
out=$top/target/conformance/windows
mkdir -p "$out"

tests/conformance/debian.sh gcc-mingw-w64-x86-64 wine64
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
made=$top/$(tests/conformance/targets.sh | sed -n 's/^built for .*: //p')
linux=$top/target/debug/mtvp

# A folder as somebody has it, far from this repository: the program beside the plans, with a space and an accent in its name.
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
work="$away/Mijn plannen é"
mkdir -p "$work"
cp "$made" "$work/"
cp -r examples "$work/examples"
# This Wine lacks one library of Windows 10; it has one function, over one that is there.
printf '%s\n' '#include <windows.h>' 'BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);' \
  '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return SystemFunction036(data, (ULONG)size); }' >"$out/prng.c"
x86_64-w64-mingw32-gcc -shared -o "$work/bcryptprimitives.dll" "$out/prng.c" -ladvapi32

export WINEPREFIX=$out/prefix WINEDEBUG=-all
# Languages and colours are those of Windows, which sets none of these.
unset LANG LC_ALL LC_MESSAGES TERM COLORTERM
wine=/usr/lib/wine/wine64
[ -e "$WINEPREFIX" ] || timeout 300 "$wine" wineboot --init >/dev/null 2>&1
windows() { timeout 300 "$wine" mtvp.exe "$@"; }
ends() { # <status> <command>...
  local wanted=$1 status=0
  shift
  "$@" >"$out/said.txt" 2>"$out/complained.txt" || status=$?
  [ "$status" -eq "$wanted" ] || { cat "$out/said.txt" "$out/complained.txt"; echo "ended with $status: $*"; exit 1; }
}
same() { # <what> <file> <file>
  cmp -s "$2" "$3" || { diff "$2" "$3" | head -20; echo "$1: not as on Linux"; exit 1; }
}
# People read paths as their system writes them.
paths() { tr '\\' / <"$out/said.txt" >"$out/paths.txt" && mv "$out/paths.txt" "$out/said.txt"; }
cd "$work"

echo "-- the same findings, in each form"
for form in human concise json sarif markdown csv; do
  ends 1 "$linux" check examples/plannen --format "$form"
  cp "$out/said.txt" "$out/linux.txt"
  ends 1 windows check examples/plannen --format "$form"
  case $form in human | concise) paths ;; esac
  same "$form" "$out/linux.txt" "$out/said.txt"
done

echo "-- the region, and a region that is a workbook"
ends 1 "$linux" region examples/regio --as-of 2026-06-01
cp "$out/said.txt" "$out/linux.txt"
ends 1 windows region 'examples\regio' --as-of 2026-06-01
paths
same region "$out/linux.txt" "$out/said.txt"
ends 1 windows region examples/regio --as-of 2026-06-01 --format xlsx -o bureau.xlsx
[ -s bureau.xlsx ]

echo "-- paths of Windows: a backslash, a drive, a space, an accent, and a plan without a command"
drive=Z:$(printf '%s' "$work" | tr / '\\')
for path in 'examples\plannen\de-linde.yaml' "$drive\\examples\\plannen\\de-linde.yaml" '.\examples\plannen\de-linde.yaml'; do
  ends 0 windows check "$path"
  ends 0 windows "$path"
  grep -q "Het plan is in orde" "$out/said.txt"
done
ends 1 windows check '.\examples\plannen\' --format concise
paths
grep -q '^examples/plannen/de-kastanje.yaml:' "$out/said.txt" || { head "$out/said.txt"; echo "another path"; exit 1; }
ends 2 windows 'examples\plannen\weg.yaml'
ends 0 windows explain aw-jaar-3 --regioplan rijn-en-duin

echo "-- a plan with the line ends and the mark of Kladblok; --fix keeps both"
note=examples/plannen/kladblok.yaml
sed 's/$/\r/' examples/plannen/de-linde.yaml | sed '1s/^/\xef\xbb\xbf/' >"$note"
ends 0 windows check "$note"
# In cells of a date: a form that is read, and a fixed one that is written.
sed -i 's/^\(ingediend: \)\(20[0-9][0-9]\)-\([0-9][0-9]\)-\([0-9][0-9]\)/\1\4-\3-\2/' "$note"
before=$(tr -cd '\r' <"$note" | wc -c)
ends 1 windows check "$note" --fix --diff
ends 0 windows check "$note" --fix
[ "$(tr -cd '\r' <"$note" | wc -c)" -eq "$before" ] || { echo "--fix lost line ends"; exit 1; }
[ "$(head -c 3 "$note" | od -An -tx1 | tr -d ' ')" = efbbbf ] || { echo "--fix lost the mark at the beginning"; exit 1; }
grep -q '^ingediend: 20[0-9][0-9]-' "$note"

echo "-- new, next, letters: files are made as on Linux, and none is written over"
ends 0 "$linux" new rijn-en-duin --year 1 -o linux.yaml
ends 0 windows new rijn-en-duin --year 1 -o 'leeg.yaml'
same new linux.yaml leeg.yaml
ends 2 windows new rijn-en-duin --year 1 -o leeg.yaml
ends 0 "$linux" next examples/plannen/de-linde.yaml -o linux-volgend.yaml --no-config
ends 0 windows next 'examples\plannen\de-linde.yaml' -o volgend.yaml --no-config
same next linux-volgend.yaml volgend.yaml
status=0
windows letters 'examples\regio' -o brieven --as-of 2026-06-01 >/dev/null 2>&1 || status=$?
"$linux" letters examples/regio -o brieven-linux --as-of 2026-06-01 >/dev/null 2>&1 || true
# A practice without a name is called after its file.
sed -i 's|\\|/|g' brieven/*
diff -r brieven brieven-linux >/dev/null || { echo "letters: not as on Linux ($status)"; exit 1; }

echo "-- a regioplan of one's own beside the plans"
ends 0 windows new --regioplan onze-regio
ends 0 "$linux" new --regioplan onze-regio-2
ends 0 windows test onze-regio
ends 0 windows fmt --check onze-regio

echo "-- colours: in a file none, when asked for they are there"
ends 1 windows check examples/plannen/de-kastanje.yaml
if grep -q $'\x1b' "$out/said.txt"; then echo "colours in a file"; exit 1; fi
ends 1 windows check examples/plannen/de-kastanje.yaml --color always
grep -q $'\x1b' "$out/said.txt"

# Wine shows a window of Windows in the one of this system, so that must be able to show every letter. Its window hands codes of colours on
# as letters, and breaks lines too early for them: lines are not looked at.
export LC_CTYPE=C.UTF-8
echo "-- a window: words with accents whatever its code page, and colours"
for page in 850 1252 65001; do
  printf '@chcp %s >nul\r\n@mtvp.exe check examples\\plannen\\de-kastanje.yaml\r\n' "$page" >venster.bat
  timeout 120 script -qec "$wine cmd /c venster.bat" "$out/window.txt" >/dev/null </dev/null || true
  sed 's/\x1b\[[0-9;?]*[A-Za-z]//g' "$out/window.txt" >"$out/plain.txt"
  grep -q "overtreding" "$out/plain.txt" || { cat "$out/plain.txt"; echo "nothing came in the window"; exit 1; }
  grep -q "×" "$out/plain.txt" || { echo "code page $page: letters are lost"; exit 1; }
done

echo "-- without arguments, from a prompt: it says what to do and does not wait"
ends 2 windows
grep -q "mtvp check plan.yaml" "$out/complained.txt"

echo "-- started by the file manager: it takes plans that are dragged to its window, and waits"
# Who started a program is known by name: this does what the file manager does, and nothing else.
x86_64-w64-mingw32-gcc -municode -o explorer.exe "$top/tests/conformance/explorer.c"
talks() { # <status> <text> <line>... -- <argument>...
  local wanted=$1 status=0
  shift
  python3 "$top/tests/conformance/window.py" "$@" >"$out/said.txt" 2>&1 || status=$?
  [ "$status" -eq "$wanted" ] || { cat "$out/said.txt"; echo "ended with $status"; exit 1; }
}
wrong="$drive\\examples\\plannen\\de-kastanje.yaml"
talks 1 "Sleep het bestand van uw plan naar dit venster" "\"$wrong\"" "2 overtredingen" "" -- "$wine" explorer.exe mtvp.exe
talks 0 "Bent u klaar?" "" -- "$wine" explorer.exe mtvp.exe examples/plannen/de-linde.yaml
grep -q "in orde" "$out/said.txt"
talks 0 "Sleep het bestand" 'mtvp check examples/plannen/kladblok.yaml --fix --diff' "Bent u klaar?" "" -- "$wine" explorer.exe mtvp.exe
# From a prompt it waits for nobody.
talks 0 -- "$wine" cmd /c mtvp.exe check examples/plannen/de-linde.yaml
if grep -q "Bent u klaar" "$out/said.txt"; then echo "it waited at a prompt"; exit 1; fi

echo "the program for Windows works under Wine"
