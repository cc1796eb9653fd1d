"""For workbook.sh beside it: compares the CSV of LibreOffice with ours, and fills in decisions in a flat file of LibreOffice."""

import csv
import re
import sys
from copy import deepcopy
from pathlib import Path
from xml.etree import ElementTree

SHEETS = {
    "Praktijken": "praktijken",
    "Keuzes": "keuzes",
    "Te beoordelen": "te-beoordelen",
    "Termijnen": "termijnen",
    "Regels": "regels",
    "Cijfers": "cijfers",
}
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [[number(cell) for cell in row] for row in csv.reader(file, delimiter=";")]


def number(cell: str) -> str:
    """A number with decimals, whichever sign stands before these."""
    return cell.replace(",", ".") if re.fullmatch(r"-?\d+,\d+", cell) else cell


def compare(folder: Path, name: str) -> None:
    for sheet, table in SHEETS.items():
        theirs, ours = rows(folder / f"{name}-{sheet}.csv"), rows(folder / f"{name}.{table}.csv")
        for at, (one, other) in enumerate(zip(theirs, ours), 1):
            if one != other:
                sys.exit(f"{name}, {sheet}, row {at}:\n  LibreOffice {one}\n  ours        {other}")
        if len(theirs) != len(ours):
            sys.exit(f"{name}, {sheet}: {len(theirs)} rows, ours has {len(ours)}")
        print(f"{name}, {sheet}: {len(ours)} rows")


def fill(path: Path) -> None:
    """Fills in each row that is still open; prints how many there are."""
    for prefix, uri in re.findall(r'xmlns:(\w+)="([^"]+)"', path.read_text(encoding="utf-8")):
        ElementTree.register_namespace(prefix, uri)
    tree = ElementTree.parse(path)
    count = 0
    for table in tree.iter(f"{{{TABLE}}}table"):
        if table.get(f"{{{TABLE}}}name") != "Te beoordelen":
            continue
        for row in table.iter(f"{{{TABLE}}}table-row"):
            cells = apart(row)
            state = "".join(cells[0].itertext()).strip() if cells else ""
            if state not in ("te beoordelen", "opnieuw te beoordelen"):
                continue
            count += 1
            texts = {5: "akkoord", 7: "R. de Wit"} if count % 2 else {5: "niet akkoord", 6: "Zo niet; \"nee\".", 7: "Ria"}
            for at, text in texts.items():
                put(cells[at], "string", text)
            put(cells[8], "date", "2026-05-01")
    tree.write(path, encoding="utf-8", xml_declaration=True)
    print(count)


def apart(row: ElementTree.Element) -> list[ElementTree.Element]:
    """The cells of a row, each by itself."""
    repeated = f"{{{TABLE}}}number-columns-repeated"
    cells: list[ElementTree.Element] = []
    for cell in list(row):
        times = int(cell.attrib.pop(repeated, "1"))
        row.remove(cell)
        cells.extend(deepcopy(cell) for _ in range(min(times, 40)))
    row.extend(cells)
    return cells


def put(cell: ElementTree.Element, kind: str, text: str) -> None:
    cell.set(f"{{{OFFICE}}}value-type", kind)
    if kind == "date":
        cell.set(f"{{{OFFICE}}}date-value", text)
    for old in list(cell):
        cell.remove(old)
    ElementTree.SubElement(cell, f"{{{TEXT}}}p").text = text


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["compare", folder, name]:
            compare(Path(folder), name)
        case ["fill", path]:
            fill(Path(path))
        case _:
            sys.exit("usage: compare FOLDER NAME | fill FILE")
