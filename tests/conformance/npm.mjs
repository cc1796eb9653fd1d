// Asks the installed core of each example plan what the program says of it. Usage: node judge.mjs REPOSITORY
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Core } from "mtvp-core";

const [top] = process.argv.slice(2);
const now = new Date();
const two = (number) => String(number).padStart(2, "0");
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
const core = await Core.open();
core.ask({ ask: "start", lang: "nl", today });

const short = (plan) => plan.findings.map((one) => [one.rule, one.severity, one.message, one.line]);
let judged = 0;
let wrong = 0;
for (const region of readdirSync(join(top, "regioplans"), { withFileTypes: true }).filter((one) => one.isDirectory())) {
  const files = readdirSync(join(top, "regioplans", region.name), { recursive: true })
    .filter((path) => /(^|\/)(goed|fout)\/[^/]+\.yaml$/.test(path) && !path.includes("regio/"))
    .map((path) => join("regioplans", region.name, path));
  const run = files.slice(0, 20);
  if (run.length === 0) continue;
  const args = ["check", ...run, "--no-config", "--format", "json"];
  const said = JSON.parse(spawnSync(join(top, "target/debug/mtvp"), args, { cwd: top, maxBuffer: 1 << 28 }).stdout);
  for (const path of run) {
    const theirs = said.plans.find((plan) => plan.path === path);
    const text = readFileSync(join(top, path), "utf8");
    const answer = core.ask({ ask: "look", text });
    const ours = answer.plan?.plans?.[0] ?? answer.plan;
    // Evidence stands on a disk, and another plan with this code beside it: the core sees neither.
    const beside = ["bestand-ontbreekt", "dubbele-agb"];
    const seen = (plan) => JSON.stringify(short(plan).filter(([rule]) => !beside.includes(rule)));
    judged += 1;
    if (seen(theirs) !== seen(ours)) {
      wrong += 1;
      console.log(`${path}: the program ${seen(theirs)}, the package ${seen(ours)}`);
    }
  }
}
if (wrong > 0 || judged < 50) {
  console.log(`${wrong} of ${judged} plans are judged in another way`);
  process.exit(1);
}
// What is no question is told, and the core goes on.
if (!core.ask({ ask: "nothing" }).wrong || !core.ask({ ask: "look", text: "regioplan: x\n" }).plan) process.exit(1);
console.log(`${judged} plans: the package of npm says what the program says`);
