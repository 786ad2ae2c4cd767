// Whether ical.js reads a report's calendar as its JSON tells it: node read_calendar.js URL TOKEN REPORT
import assert from "node:assert";
import ICAL from "ical.js";

const [url, token, report] = process.argv.slice(2);
const fetched = async (name) => {
  const answer = await fetch(`${url}/v1/reports/${report}/${name}`, { headers: { Authorization: `Bearer ${token}` } });
  assert.equal(answer.status, 200);
  return answer.text();
};

const told = new Map(JSON.parse(await fetched("calendar")).entries.map((entry) => [entry.name, entry]));
const calendar = new ICAL.Component(ICAL.parse(await fetched("calendar.ics")));
const components = calendar.getAllSubcomponents("vevent");
assert.equal(components.length, told.size);
for (const component of components) {
  const event = new ICAL.Event(component);
  const entry = told.get(event.uid.split("@")[0].slice(report.length + 1));
  assert.ok(entry, event.uid);
  assert.ok(event.startDate.isDate && event.endDate.isDate, entry.name);
  assert.equal(event.startDate.toString(), entry.starts_on);
  const last = event.endDate.clone();
  last.adjust(-1, 0, 0, 0);
  assert.equal(last.toString(), entry.ends_on);
  assert.ok(event.summary.includes(entry.title.en), entry.name);
  assert.equal(component.getFirstPropertyValue("status"), entry.cancelled ? "CANCELLED" : "CONFIRMED");
}
console.log(`ical.js reads ${components.length} entries`);
