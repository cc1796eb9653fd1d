// What an editor shows in a plan: starts yaml-language-server with a schema and asks for help at some places.
// `node editor.mjs SCHEMA` from the folder where the packages are; prints what was shown, ends with 1 when something lacks. Used by
// editor.sh.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const uri = "file:///plan.yaml";
const server = spawn("node", ["node_modules/yaml-language-server/bin/yaml-language-server", "--stdio"]);
const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const waiting = new Map();
const diagnostics = [];
let buffer = Buffer.alloc(0);
let last = 0;

function send(message) {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}
const ask = (method, params) =>
  new Promise((done) => {
    last += 1;
    waiting.set(last, done);
    send({ id: last, method, params });
  });
const settings = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false }, schemas: {} },
  http: {},
};

function answer(message) {
  if (message.method === "workspace/configuration") {
    send({ id: message.id, result: message.params.items.map((item) => settings[item.section] ?? null) });
  } else if (message.method === "custom/schema/request") {
    send({ id: message.id, result: "mtvp://schema" });
  } else if (message.method === "custom/schema/content") {
    send({ id: message.id, result: JSON.stringify(schema) });
  } else if (message.method === "textDocument/publishDiagnostics") {
    diagnostics.push(message.params);
  } else if (message.id !== undefined && message.method) {
    send({ id: message.id, result: null });
  } else if (waiting.has(message.id)) {
    waiting.get(message.id)(message.result ?? message.error);
  }
}

server.stdout.on("data", (chunk) => {
  buffer = Buffer.concat([buffer, chunk]);
  for (;;) {
    const head = buffer.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, head).toString())[1]);
    if (buffer.length < head + 4 + length) return;
    const body = buffer.subarray(head + 4, head + 4 + length).toString();
    buffer = buffer.subarray(head + 4 + length);
    answer(JSON.parse(body));
  }
});
// Nothing may wait for ever.
setTimeout(() => { console.error("the language server does not answer"); process.exit(1); }, 60000).unref();

await ask("initialize", { processId: null, rootUri: null, capabilities: { workspace: { configuration: true } } });
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings } });
send({ method: "yaml/registerCustomSchemaRequest" });
let version = 0;

async function open(text) {
  version += 1;
  const document = { uri, languageId: "yaml", version, text };
  if (version === 1) send({ method: "textDocument/didOpen", params: { textDocument: document } });
  else send({ method: "textDocument/didChange", params: { textDocument: { uri, version }, contentChanges: [{ text }] } });
}
/** Help at the mark `§` in a text. */
async function at(text, method) {
  const [before, after] = text.split("§");
  await open(before + after);
  const lines = before.split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1).length };
  return ask(method, { textDocument: { uri }, position });
}
const completion = async (text) => {
  const found = await at(text, "textDocument/completion");
  return (found.items ?? found).map((item) => item.label);
};
const hover = async (text) => JSON.stringify((await at(text, "textDocument/hover"))?.contents?.value ?? "");
/** The problems of a text; those of an earlier text may come first, so this waits for the one that is wanted. */
async function problems(text, wanted) {
  diagnostics.length = 0;
  await open(text);
  let found = ["(no answer)"];
  for (let turn = 0; turn < 100; turn += 1) {
    await new Promise((done) => setTimeout(done, 100));
    if (diagnostics.length > 0) found = diagnostics.at(-1).diagnostics.map((one) => one.message);
    if (found.some((message) => message.includes(wanted))) break;
  }
  return found;
}

const head = "startkwartaal: 2025-Q1\njaar: 1\npraktijk:\n  naam: De Linde\n";
let wrong = 0;
function expect(what, found, ...wanted) {
  const text = Array.isArray(found) ? found.join(" | ") : found;
  const lacks = wanted.filter((one) => (one.startsWith("!") ? text.includes(one.slice(1)) : !text.includes(one)));
  console.log(`${what}: ${text}`);
  if (lacks.length > 0) {
    wrong += 1;
    console.log(`  WRONG: ${lacks.join(", ")}`);
  }
}

expect("keys at the top", await completion("startkwartaal: 2025-Q1\n§"), "jaar", "praktijk", "jaren", "ondertekening");
expect("years", await completion(`${head}jaren:\n  §`), "1", "2", "3");
expect("interventions of year 1", await completion(`${head}jaren:\n  1:\n    interventies:\n      §`),
  "taakherschikking", "beeldbellen", "positieve-gezondheid", "!vier-d-model");
expect("kinds", await completion(`${head}jaren:\n  1:\n    interventies:\n      beeldbellen: §`), "nieuw", "onderhoud");
expect("fields of a choice", await completion(`${head}jaren:\n  1:\n    interventies:\n      beeldbellen:\n        keuze: nieuw\n        §`),
  "producten", "startdatum", "bewijs");
expect("kinds behind keuze", await completion(`${head}jaren:\n  1:\n    interventies:\n      beeldbellen:\n        keuze: §`), "nieuw");
expect("words of a field", await completion(`${head}jaren:\n  1:\n    interventies:\n      beeldbellen:\n        keuze: nieuw\n        e-consulten: §`),
  "dagelijks", "zelden");
expect("hover over an intervention", await hover(`${head}jaren:\n  1:\n    interventies:\n      beeld§bellen: nieuw\n`),
  "Beeldbellen, e-mail of chatcontact", "Minimale eis", "RED-43");
expect("hover over a field", await hover(`start§kwartaal: 2025-Q1\n`), "kwartaal");
expect("a wrong date", await problems(`ingediend: 14-03-2025\n${head}`, "Schrijf een datum"), "Schrijf een datum");
expect("an unknown key", await problems(`${head}jarne:\n`, "jarne"), "jarne");
expect("an unknown kind", await problems(`${head}jaren:\n  1:\n    interventies:\n      beeldbellen: opnieuw\n`, "nieuw"), "nieuw");
expect("not on offer", await problems(`${head}jaren:\n  1:\n    interventies:\n      vier-d-model: nieuw\n`, "vier-d-model wordt niet aangeboden"), "vier-d-model wordt niet aangeboden");
server.kill();
process.exit(wrong > 0 ? 1 : 0);
