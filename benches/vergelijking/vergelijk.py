"""Runs mtvp and three JSON Schema validators on the same plans, and prints what they used and what they can say.

Called by run.sh: vergelijk.py TOOLS MTVP [--rounds N]. Each run is a process of its own, measured with wait4; the
tools take turns, and the numbers are medians (of 10,000 plans: one round). Two of them read no YAML: the plans are
converted first, and that is a row of its own.
"""

import json
import os
import pathlib
import re
import statistics
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SCHEMA = HERE / "tien-regels.schema.json"
REGIOPLAN = ROOT / "regioplans" / "rijn-en-duin" / "2.7.regioplan"
RULES = {
    "verplicht-veld": "a required field",
    "netwerk-jaar-2": "at least two in a year",
    "aw-jaar-3": "kinds of choice; else the region decides",
    "gg-jaar-2": "look back to year 1; else a warning",
    "netwerk-vanaf-jaar-3": "everything chosen in year 2",
    "intervisie": "two on different days",
    "eerste-intervisie": "within three months of another field",
    "lean-werken-training": "evidence of at most three years old",
    "verdieping-onderbouwd": "a field that a kind of choice asks",
    "eigen-verdieping": "told to the region; the region reviews",
}


def convert(source, target):
    """YAML plans to JSON: years as texts, dates as texts."""
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe", pure=False)
    for path in sorted(source.rglob("*.yaml")):
        to = target / path.relative_to(source).with_suffix(".json")
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(json.dumps(keys(yaml.load(path)), default=str, ensure_ascii=False))


def keys(value):
    if isinstance(value, dict):
        return {str(key): keys(inner) for key, inner in value.items()}
    return [keys(inner) for inner in value] if isinstance(value, list) else value


def measure(command):
    """Exit status, wall time, processor time and peak memory of a process."""
    start = time.monotonic()
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(command[0], command)
    _, status, used = os.wait4(pid, 0)
    return (os.waitstatus_to_exitcode(status), time.monotonic() - start, used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024)


def commands(tools, mtvp, yaml, as_json):
    """The command of each tool for a folder of plans; the plan's own folder, because evidence stands beside it."""
    def names(folder, suffix):
        return [str(path) for path in sorted(folder.rglob("*" + suffix))]

    instances = [part for name in names(as_json, ".json") for part in ("-i", name)]
    return {
        "mtvp": [str(mtvp), "check", str(yaml), "--no-config", "--quiet"],
        "check-jsonschema": [str(tools / "venv/bin/check-jsonschema"), "--schemafile", str(SCHEMA)]
        + names(yaml, ".yaml"),
        "ajv-cli": [str(tools / "node_modules/.bin/ajv"), "validate", "--spec=draft2020", "--strict=false",
                    "-s", str(SCHEMA), "-d", str(as_json / "**/*.json")],
        "jsonschema-cli": [str(tools / "bin/jsonschema-cli"), "validate", str(SCHEMA)] + instances,
    }


def speed(tools, mtvp, plans, rounds):
    yaml, as_json = tools / f"plannen-{plans}", tools / f"json-{plans}"
    runs = {"conversion to JSON": [sys.executable, __file__, "--convert", str(yaml), str(as_json)]}
    used = {name: [] for name in runs}
    used["conversion to JSON"].append(measure(runs["conversion to JSON"]))
    runs.update(commands(tools, mtvp, yaml, as_json))
    for _ in range(rounds):
        for name, command in runs.items():
            found = measure(command)
            assert found[0] == 0, f"{name} ended with {found[0]} on plans that are in order"
            used.setdefault(name, []).append(found)
    print(f"| {plans} plans | wall time | processor time | peak memory |\n| --- | ---: | ---: | ---: |")
    for name in sorted(used, key=lambda name: name == "conversion to JSON"):
        wall, processor, memory = (statistics.median(one[n] for one in used[name]) for n in (1, 2, 3))
        print(f"| {name} | {wall:.2f} s | {processor:.2f} s | {memory:.0f} MB |")
    print()


def expected(path):
    rule, severity = path.read_text().splitlines()[0].removeprefix("# verwacht: ").split()
    return rule, severity


def severities(mtvp, path, rule):
    output = os.popen(f"'{mtvp}' check '{path}' --format json").read()
    findings = json.loads(output)["plans"][0]["findings"]
    return [found["severity"] for found in findings if found["rule"] == rule] or ["geen"]


def can_say(tools, mtvp):
    """What each tool says of a plan that is in order and of plans that break the rule."""
    plans = HERE / "plannen"
    said = {}
    for path in sorted(plans.glob("*.yaml")):
        rule, severity = expected(path)
        alone = tools / "een-plan"
        for old in alone.glob("*/*"):
            old.unlink()
        (alone / "yaml").mkdir(parents=True, exist_ok=True)
        (alone / "yaml" / path.name).write_text(path.read_text())
        convert(alone / "yaml", alone / "json")
        for name, command in commands(tools, mtvp, alone / "yaml", alone / "json").items():
            if name == "mtvp":
                right = severities(mtvp, path, rule) == [severity]
            else:
                # A validator has two words: wrong, and not wrong.
                refused = measure(command)[0] != 0
                right = severity in ("violation", "geen") and refused == (severity == "violation")
            said.setdefault((rule, name), []).append((severity, right))
    return said


def answer(cases):
    """yes: all plans right. partly: the violation and the plan in order, not the warning or the review."""
    if all(right for _, right in cases):
        return "yes"
    hard = [right for severity, right in cases if severity in ("violation", "geen")]
    return "partly" if hard and all(hard) else "no"


def lines(text):
    return sum(1 for line in text.splitlines() if line.strip())


def lines_of_rules():
    """Lines of the ten rules in the regioplan, with their sources and reasons."""
    text = REGIOPLAN.read_text()
    count = 2  # the address and its source, for `verplicht-veld`
    for rule in RULES:
        block = re.search(rf"^regel {rule} .*(?:\n  .*)*", text, re.M)
        count += lines(block.group()) if block else 0
    block = re.search(r"^interventie lean-werken .*(?:\n  .*)*", text, re.M).group()
    count += lines(re.search(r"^  minimale eis training .*(?:\n    .*)*", block, re.M).group())
    return count


def main(tools, mtvp, rounds):
    speed(tools, mtvp, 1000, rounds)
    speed(tools, mtvp, 10000, 1)
    said = can_say(tools, mtvp)
    names = ["mtvp", "check-jsonschema", "ajv-cli", "jsonschema-cli"]
    print("| rule | asks | " + " | ".join(names) + " |\n| --- | --- | --- | --- | --- | --- |")
    for rule, asks in RULES.items():
        print(f"| `{rule}` | {asks} | " + " | ".join(answer(said[rule, name]) for name in names) + " |")
    schema = lines(SCHEMA.read_text())
    print(f"| lines of rules | | {lines_of_rules()} | {schema} | {schema} | {schema} |")
    print("| place of a finding | | line and column | path in the document | path in the document | path in the document |")


if __name__ == "__main__":
    if sys.argv[1] == "--convert":
        convert(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    else:
        rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 3
        main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), rounds)
