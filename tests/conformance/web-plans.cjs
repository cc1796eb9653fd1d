// Every example plan, judged by the module of the pages and by the program: what is said of it must be the same. Called by web.sh: <module>.
const { execFileSync } = require("node:child_process");
const { isDeepStrictEqual } = require("node:util");
const fs = require("node:fs");
const path = require("node:path");
const open = require("./web-core.cjs");

const ask = open(process.argv[2]);
const below = (folder) => {
  const all = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return all.map((one) => path.relative(folder, path.join(one.parentPath, one.name)).split(path.sep).join("/"));
};
const plans = below("regioplans")
  .filter((name) => /\/(goed|fout)\/[^/]+\.yaml$/.test(name))
  .map((name) => `regioplans/${name}`)
  .sort();

const now = new Date();
const two = (number) => String(number).padStart(2, "0");
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
ask({ ask: "start", lang: "nl", today });

function program(files) {
  try {
    return execFileSync("target/debug/mtvp", ["check", "--no-config", "--format", "json", ...files], { maxBuffer: 1 << 28 });
  } catch (ended) {
    if (ended.status !== 1) throw ended;
    return ended.stdout;
  }
}

// What other plans of the run and the name of the file say is not for a page.
const said = (plan) => {
  const { path: _, findings, nearest, ...rest } = plan;
  const of = ({ fingerprint, ...finding }) => finding;
  return { ...rest, nearest: nearest ?? null, findings: findings.filter((one) => one.rule !== "dubbele-agb").map(of) };
};

const wrong = [];
const judged = JSON.parse(program(plans)).plans;
let slowest = [0, ""];
for (const expected of judged) {
  const text = fs.readFileSync(expected.path, "utf8");
  const files = below(path.dirname(expected.path));
  const began = performance.now();
  const answer = ask({ ask: "look", text, form: true, advice: true, files });
  const took = performance.now() - began;
  if (took > slowest[0]) slowest = [took, expected.path];
  if (answer.stop || !isDeepStrictEqual(said(answer.plan), said(expected))) {
    wrong.push(`${expected.path}:\n  page    ${JSON.stringify(answer.stop ?? said(answer.plan))}\n  program ${JSON.stringify(said(expected))}`);
  }
}
if (judged.length !== plans.length) wrong.push(`${judged.length} of ${plans.length} plans were judged`);
if (wrong.length > 0) {
  console.error(wrong.slice(0, 5).join("\n"));
  console.error(`${wrong.length} of ${plans.length} plans differ`);
  process.exit(1);
}
console.log(`${plans.length} plans: the same findings in the module as on the command line; the slowest took ${Math.round(slowest[0])} ms (${slowest[1]})`);
