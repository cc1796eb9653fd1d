#!/usr/bin/env bash
# The extension for Visual Studio Code: installs what it needs as package-lock.json says, holds the colours to
# editors/vscode/tests with vscode-tmgrammar-test, holds the texts in two languages to each other, and packs it with vsce.
# Needs Node; one to two minutes with an empty npm cache, ten seconds after that.
set -euo pipefail
cd "$(dirname "$0")/../../editors/vscode"
[ -d node_modules ] || npm ci --silent --no-audit --no-fund
node --check src/extension.js
node - <<'JS'
const fs = require('fs');
const keys = (path) => Object.keys(JSON.parse(fs.readFileSync(path, 'utf8'))).sort().join('\n');
const manifest = fs.readFileSync('package.json', 'utf8');
const source = fs.readFileSync('src/extension.js', 'utf8');
const wrong = [];
if (keys('package.nls.json') !== keys('package.nls.nl.json')) wrong.push('package.nls.json');
if (keys('l10n/bundle.l10n.json') !== keys('l10n/bundle.l10n.nl.json')) wrong.push('l10n');
for (const key of keys('package.nls.json').split('\n')) if (!manifest.includes(`%${key}%`)) wrong.push(key);
for (const key of keys('l10n/bundle.l10n.json').split('\n')) if (!source.includes(`'${key}'`)) wrong.push(key);
if (wrong.length) {
  console.error(`texts that differ: ${wrong.join(', ')}`);
  process.exit(1);
}
JS
npm test --silent
npm run --silent package
echo "packed: $(ls -1 *.vsix)"
