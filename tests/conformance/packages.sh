# The npm packages that the conformance scripts need, in one place: npm removes what a later call does not name. Read by the
# scripts in this folder, after they set `work`. Scripts that run beside each other wait for who installs.
packages=(ajv@8.20.0 ajv-formats@3.0.1 yaml@2.9.1 yaml-language-server@2.0.0 vnu-jar@26.9.27)
exec 8>"$work/packages.lock"
flock 8
if [ "$(cat "$work/packages.txt" 2>/dev/null)" != "${packages[*]}" ]; then
  npm install --silent --no-save --no-audit --no-fund --prefix "$work" "${packages[@]}"
  echo "${packages[*]}" >"$work/packages.txt"
fi
exec 8>&-
