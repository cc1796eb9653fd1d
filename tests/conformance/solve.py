"""What the fewest changes cost that make the choices of a plan valid: by `mtvp`, and by clingo.

The rules below are written by hand from the source documents, not from the regioplannen; the number behind each is the statement
in the list of the document. They go no further than choices: a plan here has no data. What a change costs is what docs/praktijken.md says:
another kind 1, a choice more 3, a choice less 5.
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import clingo

KINDS = ["nieuw", "continuering", "doorontwikkeling", "verdieping", "onderhoud"]
PLANS = 8  # of each region and year; another number may be given

# What holds everywhere: `nieuw` is what was never chosen before, and nothing else is; then what changes cost.
EVERYWHERE = """
kind(nieuw; continuering; doorontwikkeling; verdieping; onderhoud).
{ pick(I,K) : kind(K) } 1 :- el(I,_), not closed(I).
:- pick(I,nieuw), was(I).
:- pick(I,K), K != nieuw, not was(I), not free(I).
grows(nieuw; verdieping; doorontwikkeling).
turn(I) :- now(I,K), pick(I,L), K != L.
add(I) :- pick(I,_), not now(I,_).
less(I) :- now(I,_), not pick(I,_).
#minimize { 1,I,turn : turn(I); 3,I,add : add(I); 5,I,less : less(I) }.
"""

RIJN_EN_DUIN = {
    "el": {
        # RED-141, the list of the form; regie op veelgebruikers comes in only as a deepening (RED-66).
        "aw": ["taakherschikking", "beeldbellen", "ehealth-platform", "flexibele-consultduur", "lean-werken", "trieren"],
        "gg": ["positieve-gezondheid", "solk-alk"],  # RED-142
        "sn": ["welzijn-op-recept", "meekijkconsulten", "wijkteam"],  # RED-143
        "pc": ["personele-uitbreiding"],  # RED-116
    },
    "late": ["trieren"],  # RED-68: not before 2025, so not in the history
    "years": {
        1: ("2025-Q1", "2025-02-14", """
:- #count { I : pick(I,_), el(I,aw) } < 1.                            % RED-31
:- #count { I : pick(I,_), el(I,gg) } < 1.                            % RED-76
"""),
        2: ("2024-Q1", "2025-02-14", """
:- #count { I : pick(I,_), el(I,aw) } < 1.                            % RED-32
:- before(I,1), el(I,gg), not pick(I,_).                              % RED-77
:- #count { I : pick(I,_), el(I,sn) } < 2.                            % RED-96
"""),
        3: ("2023-Q2", "2025-04-14", """
:- #count { I : pick(I,K), grows(K), el(I,aw) ; I : pick(I,K), grows(K), el(I,sn) } < 1.  % RED-33, RED-98
:- before(I,2), el(I,gg), not pick(I,_).                              % RED-78
:- before(I,2), el(I,sn), not pick(I,_).                              % RED-93
"""),
    },
    # One interventie for the goede gesprek for two years (RED-142), two of the network in year 2 (RED-96).
    "history": {1: {"aw": (1, 2), "gg": (1, 1), "sn": (0, 0)}, 2: {"aw": (1, 3), "gg": (1, 1), "sn": (2, 2)}},
    "version": "rijn-en-duin@2.7",
}

EEMLAND = {
    "el": {
        # EEM-57: the list; of the tenth its two parts.
        "aw": ["flexibele-consultduur", "trieren", "taakherschikking", "drie-gesprekken", "regie-op-veelgebruikers",
               "time-out-verwijzingen", "lean-werken", "digitaliseringscoach", "digicoach", "smarttyping", "ai-tools"],
        # EEM-84, EEM-86 to EEM-89
        "gg": ["positieve-gezondheid", "vier-d-model", "solk-alk", "brede-gespreksvoering", "anders-luisteren"],
        "sn": ["mdo-casuistiektafel", "meedenkconsult", "welzijn-op-recept", "sociaal-domein", "nis",
               "digivaardigheden-patienten"],
        "pc": ["personele-uitbreiding"],
    },
    "late": [],
    "years": {
        1: ("2026-Q1", "2026-02-12", """
:- #count { I : pick(I,_), el(I,aw) } < 1.                            % EEM-53
"""),
        2: ("2025-Q1", "2026-02-12", """
:- #count { I : pick(I,nieuw), el(I,aw) } < 1.                        % EEM-54
:- #count { I : pick(I,_), el(I,gg) ; I : was(I), el(I,gg) } < 1.     % EEM-80
:- #count { I : pick(I,_), el(I,sn) } < 2.                            % EEM-92
"""),
        3: ("2024-Q1", "2026-02-12", """
:- #count { I : was(I), el(I,gg) } < 1, #count { I : pick(I,nieuw), el(I,gg) } < 1.  % EEM-80, of which a late begin is judged
:- #count { I : pick(I,K), grows(K), el(I,aw) } < 1.                  % EEM-55
:- #count { I : pick(I,K), grows(K), el(I,sn) } < 1.                  % EEM-93
:- before(I,_), el(I,gg), not pick(I,_).                              % EEM-81
"""),
    },
    "always": ":- pick(I,_), el(I,pc), #count { J : pick(J,_), not el(J,pc) } < 1.  % EEM-09\n",
    "history": {1: {"aw": (1, 2), "gg": (0, 1), "sn": (0, 1)}, 2: {"aw": (2, 3), "gg": (0, 1), "sn": (2, 3)}},
    "version": "eemland@2026-2027",
}

SIX = ["flexibele-consultduur", "regie-op-veelgebruikers", "time-out-verwijzingen", "intervisie-verwijsgedrag", "trieren",
       "transmuraal-overleg"]
SYNTEIN = {
    "el": {
        "aw": SIX,  # SYN-07 to SYN-12
        "extra": ["taakherschikking", "beeldbellen", "drie-gesprekken"],  # SYN-15
        "sn": ["welzijn-op-recept", "burgerinitiatieven"],
        "gg": ["oplossingsgericht-werken", "positieve-gezondheid"],
        "pc": ["personele-uitbreiding"],
    },
    "late": [],
    "years": {
        2: ("2024-Q2", "2025-05-12", """
:- el(I,aw), not pick(I,_).                                           % SYN-06
closed(I) :- el(I,extra).                                             % SYN-14: in year 3
"""),
        3: ("2023-Q2", "2025-05-12", """
:- #count { I : pick(I,nieuw), el(I,extra) } < 1.                     % SYN-14 to SYN-16
"""),
    },
    "always": ":- pick(I,_), el(I,pc), #count { J : pick(J,_), not el(J,pc) } < 1.  % SYN-29\n",
    "history": {1: {"aw": (6, 6), "extra": (0, 0), "sn": (1, 1), "gg": (1, 1)},
                2: {"aw": (6, 6), "extra": (0, 0), "sn": (1, 2), "gg": (1, 2)}},
    "version": "syntein@2025",
}

PRIMACURA = {
    "el": {
        # PRI-07 to PRI-12
        "six": ["regie-op-veelgebruikers", "trieren", "time-out-verwijzingen", "flexibele-consultduur",
                "scholing-goede-gesprek", "intervisie-verwijsgedrag"],
    },
    "late": [],
    "years": {
        1: ("2023-Q2", "2023-03-15", """
:- el(I,six), not pick(I,_).                                          % PRI-06
"""),
        2: ("2023-Q2", "2024-03-15", """
:- not pick("regie-op-veelgebruikers",_).                             % PRI-18, ambiguity 3
:- not pick("intervisie-verwijsgedrag",_).                            % PRI-60, ambiguity 3
"""),
    },
    "history": {1: {"six": (6, 6)}},
    "version": "primacura@2023",
}


def made(region, year, rng):
    """A history, and choices for this year that may be anything."""
    history = {}
    for earlier in range(1, year):
        chosen = {}
        had = {name for of in history.values() for name in of}
        for element, names in region["el"].items():
            least, most = region["history"][earlier].get(element, (0, 0))
            names = [name for name in names if name not in region["late"]]
            # What began goes on, as far as there is room.
            kept = [name for name in names if earlier > 1 and name in history[earlier - 1]][:most]
            others = [name for name in names if name not in kept]
            more = rng.randint(max(0, least - len(kept)), max(0, most - len(kept)))
            for name in kept + rng.sample(others, min(more, len(others))):
                chosen[name] = rng.choice(["verdieping", "doorontwikkeling"]) if name in had else "nieuw"
        history[earlier] = chosen
    had = {name for of in history.values() for name in of}
    now = {}
    last = history.get(year - 1, {})
    for names in region["el"].values():
        for name in names:
            often = 0.7 if name in last else 0.15 if name in had else 0.2
            if rng.random() < often:
                right = KINDS[1:] if name in had else KINDS[:1]
                now[name] = rng.choice(right if rng.random() < 0.8 else KINDS)
    return history, now


def written(region, year, history, now):
    start, day, _ = region["years"][year]
    lines = [f"regioplan: {region['version']}", f"startkwartaal: {start}", f"jaar: {year}", f"ingediend: {day}",
             "praktijk:", "  naam: Praktijk", "jaren:"]
    for number, chosen in [*sorted(history.items()), (year, now)]:
        lines += [f"  {number}:", "    interventies:" if chosen else "    interventies: {}"]
        lines += [f"      {name}: {kind}" for name, kind in chosen.items()]
    return "\n".join(lines) + "\n"


def solved(region, year, history, now, fixed=None):
    """The least that changes cost, and none when no choices are valid; `fixed` are choices that must be these."""
    facts = [f'el("{name}",{element}).' for element, names in region["el"].items() for name in names]
    for number, chosen in history.items():
        facts += [f'before("{name}",{number}). was("{name}").' for name in chosen]
    facts += [f'now("{name}",{kind}).' for name, kind in now.items()]
    if fixed is not None:
        facts += [f':- not pick("{name}",{kind}).' for name, kind in fixed.items()]
        known = " ; ".join(f'"{name}"' for name in fixed) or '""'
        facts += [f"fixed({known}).", ":- pick(I,_), not fixed(I)."]
    program = EVERYWHERE + region["years"][year][2] + region.get("always", "") + "\n".join(facts)
    program += "\n#defined before/2.\n#defined was/1.\n#defined now/2.\n#defined closed/1.\n#defined free/1.\n"
    control = clingo.Control(["--warn=none"])
    control.add("base", [], program)
    control.ground([("base", [])])
    least = None
    with control.solve(yield_=True) as models:
        for model in models:
            least = sum(model.cost)
    return least


def after(now, way):
    """The choices when this is done."""
    done = dict(now)
    for change in way["changes"]:
        if change["change"] == "remove":
            done.pop(change["intervention"])
        else:
            done[change["intervention"]] = change["kinds"][0]
    return done


def cost(way):
    return sum({"kind": 1, "add": 3, "remove": 5}[change["change"]] for change in way["changes"])


def differs(region, year, history, now, found):
    """What the two do not agree on; none when they do."""
    least = solved(region, year, history, now)
    if found is None:
        return None if least == 0 else f"mtvp finds nothing broken, clingo changes for {least}"
    if not found["ways"]:
        return None if least is None else f"mtvp says {found['excluding']} exclude each other, clingo changes for {least}"
    told = cost(found["ways"][0])
    if told != least:
        return f"mtvp changes for {told}, clingo for {least}"
    for way in found["ways"]:
        # Names that the documents do not have as a list are no choice here.
        if all(change["intervention"] in sum(region["el"].values(), []) for change in way["changes"]):
            if solved(region, year, history, now, after(now, way)) is None:
                return f"clingo does not take {way['changes']}"
    return None


def main():
    tool, wrong, total = sys.argv[1], 0, 0
    plans = int(sys.argv[2]) if len(sys.argv) > 2 else PLANS
    rng = random.Random(15)
    with tempfile.TemporaryDirectory() as folder:
        cases = {}
        for region in (RIJN_EN_DUIN, EEMLAND, SYNTEIN, PRIMACURA):
            for year in region["years"]:
                for number in range(plans):
                    history, now = made(region, year, rng)
                    path = Path(folder) / f"{region['version'].split('@')[0]}-{year}-{number:03}.yaml"
                    path.write_text(written(region, year, history, now), encoding="utf-8")
                    cases[path.name] = (region, year, history, now)
        done = subprocess.run([tool, "check", "--format", "json", "--no-config", folder], capture_output=True, check=False)
        reports = {Path(plan["path"]).name: plan for plan in json.loads(done.stdout)["plans"]}
        ends = {}
        for name, (region, year, history, now) in cases.items():
            found = reports[name].get("nearest")
            end = "in order" if found is None else "ways" if found["ways"] else "never"
            ends[end] = ends.get(end, 0) + 1
            total += 1
            why = differs(region, year, history, now, found)
            if why:
                wrong += 1
                print(f"{name}: {why}\n{written(region, year, history, now)}")
    print(f"{total} plans, {wrong} differ: {ends}")
    return 1 if wrong or ends.get("ways", 0) < total / 3 else 0


if __name__ == "__main__":
    sys.exit(main())
