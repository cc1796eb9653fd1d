// Judges plans by a schema with ajv: `node ajv.mjs SCHEMA PLAN...` writes `ja` or `nee` for each plan. Used by schema.sh, from
// the folder where the packages are.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(`${process.cwd()}/`);
const Ajv = require("ajv/dist/2020").default;
const formats = require("ajv-formats").default;
const YAML = require("yaml");

const [, , schema, ...plans] = process.argv;
// Words that help editors only. Any other word that ajv does not know is a mistake.
const helps = ["defaultSnippets", "enumDescriptions", "errorMessage", "patternErrorMessage"];
const ajv = new Ajv({ strictSchema: true, strictTypes: false, allowMatchingProperties: true, strictTuples: true, allErrors: true });
ajv.addVocabulary(helps);
formats(ajv);
const valid = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
for (const plan of plans) {
  const value = YAML.parse(readFileSync(plan, "utf8"), { version: "1.2", logLevel: "silent" });
  console.log(`${valid(value) ? "ja " : "nee"} ${plan}`);
}
