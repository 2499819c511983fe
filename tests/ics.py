"""What python3-icalendar reads in a calendar (standard input), as JSON: hours in UTC, by the name of
the zone and by the rules that the file itself brings."""
import datetime
import json
import sys

import icalendar


def said(value, zone):
    if not isinstance(value, datetime.datetime):
        return [value.isoformat()]
    named = value.astimezone(datetime.timezone.utc)
    brought = zone.localize(value.replace(tzinfo=None)).astimezone(datetime.timezone.utc)
    return [named.isoformat(), brought.isoformat()]


calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
zone = calendar.walk("VTIMEZONE")[0].to_tz()
print(json.dumps([{
    "uid": str(e["UID"]),
    "sequence": int(e["SEQUENCE"]),
    "status": str(e["STATUS"]),
    "summary": str(e["SUMMARY"]),
    "place": str(e.get("LOCATION", "")),
    "url": str(e.get("URL", "")),
    "start": said(e["DTSTART"].dt, zone),
    "end": said(e["DTEND"].dt, zone),
    "replaces": said(e["RECURRENCE-ID"].dt, zone) if "RECURRENCE-ID" in e else None,
} for e in calendar.walk("VEVENT")]))
