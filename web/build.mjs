// Puts each page in one file: the script, the style and the module of the core (compressed), and a policy that allows nothing else.
// In: src/, and the module that build.sh made (its path is the first argument). Out: dist/praktijk.html and dist/regio.html, and in dist/npm the
// core as a package for npm.

import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** So many kilobytes may a page be when it is compressed. */
const LARGEST = 3000;

const [modulePath] = process.argv.slice(2);
const here = new URL(".", import.meta.url);
const core = gzipSync(readFileSync(modulePath), { level: 9 }).toString("base64");
const digest = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

async function bundled(entry) {
  const made = await build({
    entryPoints: [new URL(entry, here).pathname],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    legalComments: "none",
    write: false,
  });
  return made.outputFiles[0].text.trim();
}

async function page(name, entry, title) {
  // A script ends where its end tag stands, also within a text.
  const script = (await bundled(entry)).replaceAll("</script", "<\\/script");
  const style = await bundled("src/page.css");
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)} 'wasm-unsafe-eval'`,
    `style-src ${digest(style)}`,
    "img-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const html = `<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div id="pagina"><main><h1>${title}</h1><p>De pagina wordt klaargezet. Gebeurt er niets? Deze pagina heeft JavaScript en WebAssembly nodig.</p></main></div>
<script id="core" type="application/gzip">${core}</script>
<script>${script}</script>
</body>
</html>
`;
  writeFileSync(new URL(`dist/${name}`, here), html);
  const packed = gzipSync(html, { level: 9 }).length / 1024;
  console.log(`dist/${name}: ${Math.round(html.length / 1024)} kB, compressed ${Math.round(packed)} kB`);
  if (packed > LARGEST) throw new Error(`${name} is larger than ${LARGEST} kB`);
}

mkdirSync(new URL("dist/", here), { recursive: true });
await page("praktijk.html", "src/praktijk.tsx", "Praktijkplan Meer Tijd Voor de Patiënt");
await page("regio.html", "src/regio.tsx", "Regioplan schrijven en bekijken");

/** The core as a package, with the number that the program has. */
function pack() {
  const version = /^version = "(.*)"$/m.exec(readFileSync(new URL("../Cargo.toml", here), "utf8"))[1];
  const description = "The core of mtvp as a WebAssembly module: judges practice plans of Meer Tijd Voor de Patiënt";
  const exports = { ".": { types: "./index.d.ts", default: "./index.mjs" }, "./core.wasm": "./core.wasm" };
  const files = ["index.mjs", "index.d.ts", "README.md"];
  const about = { name: "mtvp-core", version, description, license: "MIT OR Apache-2.0", type: "module", exports, files: [...files, "core.wasm"] };
  mkdirSync(new URL("dist/npm/", here), { recursive: true });
  files.forEach((file) => copyFileSync(new URL(`npm/${file}`, here), new URL(`dist/npm/${file}`, here)));
  copyFileSync(modulePath, new URL("dist/npm/core.wasm", here));
  writeFileSync(new URL("dist/npm/package.json", here), `${JSON.stringify(about, null, 2)}\n`);
}

pack();
