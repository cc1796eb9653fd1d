#!/usr/bin/env bash
# Neovim without a screen, with its own language client, does everything that `mtvp lsp` can on real files: on plans and on a
# regioplan with its register and examples. Ends with 1 when something lacks. Needs Rust; installs neovim of Debian, which is older
# than `vim.lsp.start`: the script then starts the client with the functions below it. Takes half a minute beside the build.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/conformance
"$here/debian.sh" neovim
[ -n "${MTVP_BUILT:-}" ] || cargo build --quiet --locked
export MTVP=${CARGO_TARGET_DIR:-$PWD/target}/debug/mtvp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/plannen" "$work/.git"
cp -r examples/nieuwe-versie "$work/regels"
cp examples/plannen/de-linde.yaml "$work/plannen/"
sed -i 's/rijn-en-duin@2.7 /rijn-en-duin@2.8 /; s/^ingediend: .*/ingediend: 2026-03-14/' "$work/plannen/de-linde.yaml"
printf '# Instellingen van een proef.\nregioplans = ["regels"]\n' >"$work/mtvp.toml"
cd "$work"
XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config \
  timeout 120 nvim --headless -u NONE -i NONE -n -c "luafile $here/neovim.lua" 2>&1
