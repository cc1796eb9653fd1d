// Compares the annotations of a run with what @actions/core writes for the values that GitHub reads in them, and
// these values with the JSON of the same run. Arguments: the module, and the folder of the run.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const core = await import(pathToFileURL(module));
const stop = (message) => {
  console.error(`${folder}: ${message}`);
  process.exit(1);
};

/** What @actions/core writes for one annotation. */
const written = (kind, message, properties) => {
  const write = process.stdout.write;
  let text = "";
  process.stdout.write = (part) => ((text += part), true);
  try {
    core[kind](message, properties);
  } finally {
    process.stdout.write = write;
  }
  return text;
};

/** The signs behind their codes, read in the order in which the runner of GitHub reads them. */
const data = (text) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
const property = (text) =>
  text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%25", "%");

const plans = JSON.parse(readFileSync(`${folder}/json`, "utf8")).plans;
const known = new Set();
for (const plan of plans) {
  for (const finding of plan.findings.filter((finding) => finding.severity !== "pending")) {
    known.add(JSON.stringify([plan.path, finding.line, finding.end_line]));
  }
}
const wanted = plans.flatMap((plan) => plan.findings).filter((finding) => finding.severity !== "pending").length;

// A notice without a place says what was passed over.
const all = readFileSync(`${folder}/github`, "utf8").split("\n");
const lines = all.filter((line) => line !== "" && !line.startsWith("::notice::"));
if (lines.length !== wanted) stop(`${lines.length} annotations, but the JSON has ${wanted} findings`);
for (const line of lines) {
  const [, kind, place, said] = /^::(error|warning|notice) (.*?)::(.*)$/s.exec(line) ?? stop(`not a command: ${line}`);
  const values = Object.fromEntries(
    place.split(",").map((part) => [part.slice(0, part.indexOf("=")), property(part.slice(part.indexOf("=") + 1))]),
  );
  if (!known.has(JSON.stringify([values.file, Number(values.line), Number(values.endLine)]))) {
    stop(`no finding stands at ${values.file}:${values.line}`);
  }
  const theirs = written(kind, data(said), {
    title: values.title,
    file: values.file,
    startLine: values.line,
    endLine: values.endLine,
    startColumn: values.col,
    endColumn: values.endColumn,
  });
  if (theirs !== `${line}\n`) stop(`@actions/core writes\n${theirs}and we write\n${line}`);
}
console.log(`${folder.split("/").pop()}: ${lines.length} annotations, byte for byte as @actions/core writes them`);
