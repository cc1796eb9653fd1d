#!/usr/bin/env bash
# Installs the named Debian packages that are not there; scripts that run beside each other take turns.
set -euo pipefail
if dpkg -s "$@" > /dev/null 2>&1; then exit 0; fi
exec 9> "${TMPDIR:-/tmp}/mtvp-debian.lock"
flock 9
apt-get update -q > /dev/null
apt-get install -y -q --no-install-recommends "$@" > /dev/null
