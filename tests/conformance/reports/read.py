"""Reads the reports of one run with the tools of others, and compares what they count with the JSON of the same run.

Arguments: the schema of SARIF, the folder of the reports, the name of the run.
"""

import collections
import json
import pathlib
import sys

import jsonschema
import junitparser
from sarif import loader


def same(what, found, wanted):
    """Stops with both values when they differ."""
    if found != wanted:
        sys.exit(f"{name}: {what}: {found}, but the JSON says {wanted}")


schema, folder, name = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
plans = json.loads((folder / name / "json").read_text(encoding="utf-8"))["plans"]
findings = [(plan, finding) for plan in plans for finding in plan["findings"]]
levels = {"violation": "error", "warning": "warning", "review": "note", "pending": "note"}
counted = [(plan, finding) for plan, finding in findings if not finding["suppressed"]]
assert len(findings) > 10, "too few findings to say anything"

# SARIF: what the validator found, the schema, and what sarif-tools counts.
validated = json.loads((folder / f"{name}.validated.sarif").read_text(encoding="utf-8-sig"))
remarks = collections.Counter(
    result["ruleId"] for run in validated["runs"] for result in run.get("results", [])
)
# The program has no home page yet.
remarks.pop("SARIF2005", None)
same("remarks of sarif-multitool", dict(remarks), {})
text = (folder / f"{name}.sarif").read_text(encoding="utf-8")
sarif = json.loads(text)
validator = jsonschema.validators.validator_for(json.loads(pathlib.Path(schema).read_text()))
validator(json.loads(pathlib.Path(schema).read_text())).validate(sarif)
read = loader.load_sarif_file(str(folder / f"{name}.sarif"))
same("results that sarif-tools reads", read.get_result_count(), len(findings))
records = [(record["Severity"], record["Line"]) for record in read.get_records()]
wanted = [(levels[finding["severity"]], finding["line"]) for _, finding in findings]
same("levels and lines that sarif-tools reads", collections.Counter(records), collections.Counter(wanted))
results = sarif["runs"][0]["results"]
marks = [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]
same("fingerprints", sorted(marks), sorted(finding["fingerprint"] for _, finding in findings))
# The heaviest stand first, and what was set aside last.
weights = [
    (bool(result.get("suppressions")), ["error", "warning", "note"].index(result["level"])) for result in results
]
same("the order of the levels", weights, sorted(weights))
same("different fingerprints", len(set(marks)), len(marks))
aside = {mark for mark, result in zip(marks, results) if result.get("suppressions")}
same("suppressed results", aside, {finding["fingerprint"] for _, finding in findings if finding["suppressed"]})

# JUnit: what junitparser counts itself, what the suites say, and the JSON.
xml = junitparser.JUnitXml.fromfile(str(folder / name / "junit"))
# What was passed over stands in a suite of its own.
suites = [suite for suite in xml if not any(one.name.startswith("passed_over.") for one in suite.properties())]
same("suites", len(suites), len(plans))
for suite, plan in zip(suites, plans):
    said = (suite.tests, suite.failures, suite.skipped, suite.errors)
    suite.update_statistics()
    same(f"counts of {plan['path']}", (suite.tests, suite.failures, suite.skipped, suite.errors), said)
    open_violations = [f for f in plan["findings"] if f["severity"] == "violation" and not f["suppressed"]]
    set_aside = [f for f in plan["findings"] if f["suppressed"]]
    same(f"failures of {plan['path']}", suite.failures, len(open_violations))
    same(f"skipped of {plan['path']}", suite.skipped, len(set_aside))
    same(f"tests of {plan['path']}", suite.tests, max(1, len(plan["findings"])))
xml.update_statistics()
same("failures in all", xml.failures, sum(f["severity"] == "violation" for _, f in counted))

# GitLab: every finding that asks for attention, with a fingerprint of its own.
issues = json.loads((folder / name / "gitlab").read_text(encoding="utf-8"))
same(
    "issues for GitLab",
    [(issue["location"]["path"], issue["fingerprint"]) for issue in issues],
    [(plan["path"], finding["fingerprint"]) for plan, finding in counted if finding["severity"] != "pending"],
)
print(f"{name}: {len(plans)} plans, {len(findings)} findings, {len(aside)} suppressed; all counts agree")
