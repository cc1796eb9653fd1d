"""Reads the JSON of check-jsonschema and writes the plans that it refuses, one a line. Used by schema.sh."""
import json
import sys

report = json.load(sys.stdin)
for error in report.get("errors", []) + report.get("parse_errors", []):
    print(error["filename"])
