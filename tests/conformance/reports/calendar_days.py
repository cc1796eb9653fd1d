"""Reads the calendar of a region with icalendar, and holds it to the days that `--table termijnen` has: calendar_days.py ICS CSV."""

import csv
import sys
from pathlib import Path

from icalendar import Calendar

calendar = Calendar.from_ical(Path(sys.argv[1]).read_bytes())
events = calendar.walk("VEVENT")
found = sorted((str(event.decoded("DTSTART")), str(event["SUMMARY"])) for event in events)
with open(sys.argv[2], encoding="utf-8-sig", newline="") as file:
    days = sorted({(row["Termijn"], row["Waarvoor"], row["Regio"]) for row in csv.DictReader(file, delimiter=";")})
if calendar.errors or any(event.errors for event in events):
    sys.exit(f"errors: {calendar.errors}, {[event.errors for event in events if event.errors]}")
if len({str(event["UID"]) for event in events}) != len(events):
    sys.exit("two events have one UID")
if [date for date, _ in found] != [date for date, _, _ in days]:
    sys.exit(f"the calendar has {found}, the table has {days}")
left = [what for _, what in found]
for _, what, _ in days:
    match = next((said for said in left if said.startswith(what)), None)
    if match is None:
        sys.exit(f"no event for {what}")
    left.remove(match)
for event in events:
    if not event.get("DTSTAMP") or not str(event["DESCRIPTION"]):
        sys.exit(f"an event without a stamp or without practices: {event}")
print(f"{sys.argv[1].rsplit('/', 1)[-1]}: {len(events)} days")
