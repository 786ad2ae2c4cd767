"""Whether the icalendar package reads a report's calendar as its JSON tells it: python read_calendar.py URL TOKEN REPORT."""

import json
import sys
from datetime import date, timedelta
from urllib.request import Request, urlopen

from icalendar import Calendar

URL, TOKEN, REPORT = sys.argv[1:]


def fetch(name):
    request = Request(f"{URL}/v1/reports/{REPORT}/{name}", headers={"Authorization": f"Bearer {TOKEN}"})
    with urlopen(request) as answer:
        return answer.read()


told = {entry["name"]: entry for entry in json.loads(fetch("calendar"))["entries"]}
calendar = Calendar.from_ical(fetch("calendar.ics"))
events = {str(event["UID"]).split("@")[0].removeprefix(f"{REPORT}."): event for event in calendar.walk("VEVENT")}
assert len(told) > 30 and set(events) == set(told), set(events) ^ set(told)
assert any(entry["cancelled"] for entry in told.values()), "nothing was called off"
for name, entry in told.items():
    event = events[name]
    assert event["DTSTART"].dt == date.fromisoformat(entry["starts_on"]), name
    assert event["DTEND"].dt == date.fromisoformat(entry["ends_on"]) + timedelta(days=1), name
    assert str(event["STATUS"]) == ("CANCELLED" if entry["cancelled"] else "CONFIRMED"), name
    assert int(event["SEQUENCE"]) == entry["event"], name
    assert entry["title"]["en"] in str(event["SUMMARY"]), name
    assert not getattr(event, "errors", []), event.errors
print(f"icalendar reads {len(events)} entries")
