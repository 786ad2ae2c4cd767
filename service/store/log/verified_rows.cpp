#include "store/log/verified_rows.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace store {
namespace {

// Query keeps a statement by the address of its text, so each SQL here stands in one place only.
constexpr const char* kAgencyVersion =
    "SELECT json_object('title', json(title)) FROM agency_versions WHERE agency = ? AND event_id = ?";
constexpr const char* kReportVersion =
    "SELECT json_object('title', json(title), 'forum_date', forum_date, 'time_zone', time_zone, "
    "'imprint', json(imprint)) FROM report_versions "
    "WHERE report = ? AND event_id = ?";
constexpr const char* kSectionVersion =
    "SELECT json_object('state', state, 'step', step, 'lead', lead, 'contributors', json(contributors), 'title', "
    "json(title), 'nothing_event', nothing_event) FROM section_versions WHERE report || '/' || section = ?1 "
    "AND report = substr(?1, 1, instr(?1, '/') - 1) AND section = substr(?1, instr(?1, '/') + 1) AND event_id = ?2";

constexpr const char* kTaskVersion =
    "SELECT json_object('version', version, 'title', title, 'note', note, 'agency', agency, 'role', role, 'due_on', "
    "due_on, 'due_stage', due_stage, 'due_days', due_days, 'state', state, 'reason', reason, 'section', section, "
    "'stage', stage, 'depends_on', json(depends_on), 'event_id', event_id) FROM task_versions "
    "WHERE report || '/' || number = ? AND event_id = ?";
constexpr const char* kAssistanceVersion =
    "SELECT json_object('version', version, 'title', title, 'note', note, 'partner', partner, 'kind', kind, "
    "'needed_by', needed_by, 'amount', amount, 'currency', currency, 'agency', agency, 'task', task, 'state', state, "
    "'answer', answer, 'outcome', outcome, 'event_id', event_id) FROM assistance_versions "
    "WHERE report || '/' || number = ? AND event_id = ?";

constexpr const char* kMeetingVersion =
    "SELECT json_object('version', version, 'title', title, 'held_on', held_on, 'starts_at', starts_at, "
    "'place', place, 'link', link, 'organisers', json(organisers), 'partners', json(partners), 'agencies', "
    "json(agencies), 'topics', json(topics), 'state', state, 'reason', reason, 'agenda', json(agenda), "
    "'event_id', event_id) FROM meeting_versions WHERE report || '/' || number = ? AND event_id = ?";

struct VersionTable {
  std::string_view name;
  const char* row;
};

constexpr VersionTable kVersionTables[] = {
    {"agency_versions", kAgencyVersion},         {"report_versions", kReportVersion},
    {"section_versions", kSectionVersion},       {"task_versions", kTaskVersion},
    {"assistance_versions", kAssistanceVersion}, {"meeting_versions", kMeetingVersion}};

const VersionTable* find_version_table(std::string_view name) {
  const auto* found = std::ranges::find(kVersionTables, name, &VersionTable::name);
  return found == std::end(kVersionTables) ? nullptr : found;
}

// SQL that gives the number of rows, of the kind in the words beside it, that are not as their events have them.
struct Check {
  const char* sql;
  const char* words;
};

constexpr Check kChecks[] = {
    {"SELECT count(*) FROM transitions t LEFT JOIN events e ON e.id = t.event_id AND json_valid(e.data) "
     "WHERE e.report IS NOT t.report OR e.section IS NOT t.section OR e.data ->> '$.action' IS NOT t.action "
     "OR e.data ->> '$.from' IS NOT t.from_state OR e.data ->> '$.to' IS NOT t.to_state "
     "OR e.data ->> '$.from_step' IS NOT t.from_step OR e.data ->> '$.to_step' IS NOT t.to_step "
     "OR e.data ->> '$.reason' IS NOT t.reason OR e.data -> '$.revisions' IS NOT json(t.revisions) "
     "OR coalesce(e.data ->> '$.own_text', 0) IS NOT t.own_text OR e.user IS NOT t.user OR e.agency IS NOT t.agency "
     "OR e.role IS NOT t.role OR e.at IS NOT t.at",
     "acts of the review differ from what the events say of them"},
    {"SELECT count(*) FROM events e LEFT JOIN transitions t ON t.event_id = e.id WHERE json_valid(e.data) "
     "AND e.data ->> '$.action' IS NOT NULL AND e.data ->> '$.from' IS NOT NULL AND t.event_id IS NULL",
     "acts of the review are missing that the events record"},
    {"SELECT count(*) FROM confirmations c LEFT JOIN events e ON e.id = c.event_id AND e.report IS c.report "
     "AND e.section IS c.section AND json_valid(e.data) WHERE NOT coalesce(iif(e.type = 'text.saved', "
     "e.data ->> '$.minor' AND e.data ->> '$.language' IS c.language AND e.data ->> '$.revision' IS c.revision, "
     "(e.data ->> '$.to' = 'approved' OR e.data ->> '$.action' = 'confirm_translation') "
     "AND json_extract(e.data, '$.revisions.\"' || c.language || '\"') IS c.revision), 0)",
     "confirmations differ from what the events say of them"},
    {"SELECT max(0, (SELECT coalesce(sum(iif(type = 'text.saved', coalesce(data ->> '$.minor', 0), iif(data ->> '$.to' "
     "= "
     "'approved' OR data ->> '$.action' = 'confirm_translation', (SELECT count(*) FROM json_each(data, "
     "'$.revisions')), "
     "0))), 0) FROM events WHERE json_valid(data)) - (SELECT count(*) FROM confirmations))",
     "confirmations are missing that the events record"},
    {"SELECT count(*) FROM extension_acts a LEFT JOIN extensions x ON x.report = a.report AND x.number = a.number "
     "LEFT JOIN events e ON e.id = a.event_id AND json_valid(e.data) "
     "AND e.type = iif(a.version = 1, 'extension.asked', 'extension.decided') WHERE e.report IS NOT a.report "
     "OR e.section IS NOT x.section OR e.data ->> '$.number' IS NOT a.number OR e.data ->> '$.agency' IS NOT x.agency "
     "OR e.data ->> '$.version' IS NOT a.version OR e.data ->> '$.state' IS NOT a.state "
     "OR e.data ->> '$.until' IS NOT a.until OR e.data ->> '$.reason' IS NOT a.reason OR e.user IS NOT a.user "
     "OR e.agency IS NOT a.author_agency OR e.role IS NOT a.role OR e.at IS NOT a.at "
     "OR (a.version = 1 AND x.event_id IS NOT a.event_id)",
     "requests for more time differ from what the events say of them"},
    {"SELECT count(*) FROM events e LEFT JOIN extension_acts a ON a.event_id = e.id "
     "WHERE e.type IN ('extension.asked', 'extension.decided') AND a.event_id IS NULL",
     "requests for more time are missing that the events record"},
    {"SELECT count(*) FROM extensions x LEFT JOIN extension_acts a ON a.event_id = x.event_id WHERE a.event_id IS NULL",
     "requests for more time are foreign: nobody asked for them"},
    {"SELECT count(*) FROM reminders r LEFT JOIN events e ON e.id = r.event_id AND e.type = 'reminder.made' "
     "AND json_valid(e.data) WHERE e.report IS NOT r.report OR e.data ->> '$.agency' IS NOT r.agency "
     "OR e.data ->> '$.made_on' IS NOT r.made_on OR e.data ->> '$.by_hand' IS NOT r.by_hand "
     "OR e.data ->> '$.note' IS NOT r.note OR e.user IS NOT r.user OR e.agency IS NOT r.author_agency "
     "OR e.role IS NOT r.role OR e.at IS NOT r.at OR json_array_length(e.data, '$.sections') IS NOT "
     "(SELECT count(*) FROM reminder_sections s WHERE s.event_id = r.event_id)",
     "reminders differ from what the events say of them"},
    {"SELECT count(*) FROM events e LEFT JOIN reminders r ON r.event_id = e.id "
     "WHERE e.type = 'reminder.made' AND r.event_id IS NULL",
     "reminders are missing that the events record"},
    {"SELECT count(*) FROM reminder_sections s LEFT JOIN reminders r ON r.event_id = s.event_id "
     "LEFT JOIN events e ON e.id = s.event_id AND json_valid(e.data) WHERE r.report IS NOT s.report "
     "OR r.agency IS NOT s.agency OR r.by_hand IS NOT s.by_hand OR NOT EXISTS (SELECT 1 "
     "FROM json_each(e.data, '$.sections') j WHERE j.value ->> '$.section' IS s.section "
     "AND j.value ->> '$.due_on' IS s.due_on AND j.value ->> '$.days' IS s.days)",
     "sections of reminders differ from what the events say of them"},
    {"SELECT count(*) FROM roll_call_answers a LEFT JOIN events e ON e.id = a.event_id AND json_valid(e.data) "
     "AND e.type = 'meeting.answered' WHERE e.report IS NOT a.report OR e.data ->> '$.number' IS NOT a.meeting "
     "OR e.data ->> '$.agency' IS NOT a.agency OR e.data ->> '$.version' IS NOT a.version "
     "OR e.data ->> '$.ready' IS NOT a.ready OR e.data ->> '$.lacks' IS NOT a.lacks "
     "OR e.data ->> '$.attends' IS NOT a.attends",
     "answers to a roll call differ from what the events say of them"},
    {"SELECT count(*) FROM decisions d LEFT JOIN events e ON e.id = d.event_id AND json_valid(e.data) "
     "AND e.type = 'meeting.decided' WHERE e.report IS NOT d.report OR e.data ->> '$.number' IS NOT d.meeting "
     "OR e.data ->> '$.decision' IS NOT d.number OR e.data ->> '$.text' IS NOT d.text "
     "OR e.data ->> '$.task' IS NOT d.task",
     "decisions of meetings differ from what the events say of them"},
    {"SELECT count(*) FROM events e LEFT JOIN roll_call_answers a ON a.event_id = e.id "
     "LEFT JOIN decisions d ON d.event_id = e.id LEFT JOIN minutes m ON m.event_id = e.id "
     "WHERE e.type IN ('meeting.answered', 'meeting.decided', 'meeting.minuted') "
     "AND coalesce(a.event_id, d.event_id, m.event_id) IS NULL",
     "answers, decisions or minutes of meetings are missing that the events record"},
    {"SELECT count(*) FROM editions d LEFT JOIN events e ON e.id = d.event_id AND e.type = 'edition.frozen' "
     "AND e.report = d.report AND json_valid(e.data) WHERE e.data ->> '$.number' IS NOT d.number "
     "OR e.data ->> '$.name' IS NOT d.name OR e.data ->> '$.kind' IS NOT d.kind "
     "OR e.data -> '$.languages' IS NOT json(d.languages) OR e.data ->> '$.content_event' IS NOT d.content_event "
     "OR e.data ->> '$.override_reason' IS NOT d.override_reason OR d.manifest ->> '$.selection' IS NOT d.selection "
     "OR e.user IS NOT d.user OR e.agency IS NOT d.agency OR e.role IS NOT d.role OR e.at IS NOT d.frozen_at",
     "editions differ from what the events say of them"},
    {"SELECT count(*) FROM events e LEFT JOIN editions d ON d.event_id = e.id "
     "WHERE e.type = 'edition.frozen' AND d.event_id IS NULL",
     "editions are missing that the events record"},
    {"SELECT count(*) FROM editions d LEFT JOIN events e ON e.id = d.withdrawn_event AND e.type = 'edition.withdrawn' "
     "AND e.report = d.report AND json_valid(e.data) AND e.data ->> '$.number' = d.number "
     "WHERE (d.withdrawn_event IS NOT NULL AND e.id IS NULL) OR e.at IS NOT d.withdrawn_at "
     "OR e.user IS NOT d.withdrawn_by OR e.data ->> '$.reason' IS NOT d.withdrawn_reason",
     "withdrawals of editions differ from what the events say of them"},
    {"SELECT count(*) FROM events e WHERE e.type = 'edition.withdrawn' "
     "AND NOT EXISTS (SELECT 1 FROM editions d WHERE d.report = e.report AND d.withdrawn_event = e.id)",
     "editions stand although the events record that they were withdrawn"},
    {"SELECT count(*) FROM edition_files f WHERE NOT EXISTS (SELECT 1 FROM editions d, "
     "json_each(d.manifest, '$.files') m WHERE d.report = f.report AND d.number = f.number "
     "AND m.value ->> '$.name' = f.name)",
     "files of editions are foreign: no manifest names them"},
    {"SELECT count(*) FROM submissions s JOIN events e ON e.id = s.event_id WHERE e.agency IS NOT s.agency "
     "OR e.role IS NOT s.role",
     "submissions differ in who recorded them"},
    {"SELECT count(*) FROM receipts r JOIN events e ON e.id = r.event_id WHERE e.user IS NOT r.user "
     "OR e.agency IS NOT r.agency OR e.role IS NOT r.role OR e.at IS NOT r.recorded_at",
     "receipts differ in who recorded them"},
    {"SELECT count(*) FROM picture_versions p LEFT JOIN events e ON e.id = p.event_id AND json_valid(e.data) "
     "AND e.type = iif(p.content IS NULL, 'picture.removed', 'picture.saved') WHERE e.report IS NOT p.report "
     "OR e.section IS NOT p.section OR e.data ->> '$.name' IS NOT p.name OR e.data ->> '$.version' IS NOT p.version "
     "OR e.data ->> '$.reason' IS NOT p.reason OR e.user IS NOT p.user OR e.agency IS NOT p.agency "
     "OR e.role IS NOT p.role OR e.at IS NOT p.saved_at OR (json_type(e.data, '$.width') IS NOT NULL "
     "AND (e.data ->> '$.width' IS NOT p.width OR e.data ->> '$.height' IS NOT p.height))",
     "versions of pictures differ from what the events say of them"},
    {"SELECT count(*) FROM carried_over o LEFT JOIN events e ON e.id = o.event_id AND json_valid(e.data) "
     "WHERE e.data ->> '$.carried_over_from.report' IS NOT o.from_report",
     "marks of a carried-over text stand at texts that were not carried over"},
    {"SELECT count(*) FROM placed_pictures p JOIN revisions r USING (event_id) WHERE instr(r.markdown, p.name) = 0",
     "pictures are noted as placed in texts that do not name them"},
};

}  // namespace

const std::vector<PresentTable>& present_tables() {
  static const std::vector<PresentTable> tables{
      {"agencies",
       "SELECT id, json_object('title', json(title), 'short_title', json(short_title), 'active', active, 'version', "
       "version, 'created_at', created_at, 'updated_at', updated_at) FROM agencies"},
      {"users",
       "SELECT id, json_object('name', name, 'email', email, 'active', active, 'version', version, 'created_at', "
       "created_at, 'updated_at', updated_at) FROM users"},
      {"posts",
       "SELECT id, json_object('user', user, 'role', role, 'agency', agency, 'step', step, 'languages', "
       "json(languages), 'from', from_day, 'until', until_day, 'version', version) FROM posts"},
      {"absences",
       "SELECT id, json_object('user', user, 'from', from_day, 'until', until_day, 'deputy', deputy, 'posts', "
       "json(posts), 'ended_at', ended_at, 'version', version) FROM absences"},
      {"tokens",
       "SELECT id, json_object('user', user, 'label', label, 'scopes', json(scopes), 'created_at', created_at, "
       "'expires_at', expires_at, 'revoked_at', revoked_at) FROM tokens"},
      {"mail_settings",
       "SELECT user, json_object('rhythm', rhythm, 'language', language, 'version', version) FROM mail_settings"},
      {"formats",
       "SELECT id || '/' || version, json_object('title', json(title), 'source', source, 'sha256', sha256, "
       "'stored_at', "
       "stored_at) FROM formats"},
      {"reports",
       "SELECT id, json_object('format', format, 'format_version', format_version, 'country', country, 'title', "
       "json(title), 'forum_date', forum_date, 'languages', json(languages), 'source_language', source_language, "
       "'visibility', visibility, 'time_zone', time_zone, 'version', version, 'created_at', created_at, 'updated_at', "
       "updated_at, 'glossary', glossary, 'imprint', json(imprint)) FROM reports"},
      {"sections",
       "SELECT report || '/' || id, json_object('position', position, 'state', state, 'step', step, 'state_since', "
       "state_since, 'lead', lead, 'contributors', json(contributors), 'due_on', due_on, 'due_reason', due_reason, "
       "'agency_deadlines', json(agency_deadlines), 'title', json(title), 'nothing_event', nothing_event, 'version', "
       "version) FROM sections"},
      {"texts",
       "SELECT report || '/' || section || ' in ' || language, json_object('revision', revision, 'event_id', event_id, "
       "'confirmed', confirmed) FROM texts"},
      {"section_writers",
       "SELECT report || '/' || section || ' by ' || agency, json_object('event_id', event_id) FROM section_writers"},
      {"tasks",
       "SELECT report || '/' || number, json_object('version', version, 'title', title, 'note', note, 'agency', "
       "agency, 'role', role, 'due_on', due_on, 'due_stage', due_stage, 'due_days', due_days, 'state', state, "
       "'reason', reason, 'section', section, 'stage', stage, 'depends_on', json(depends_on), 'event_id', event_id, "
       "'changed_at', changed_at) FROM tasks"},
      {"assistance",
       "SELECT report || '/' || number, json_object('version', version, 'title', title, 'note', note, 'partner', "
       "partner, 'kind', kind, 'needed_by', needed_by, 'amount', amount, 'currency', currency, 'agency', agency, "
       "'task', task, 'state', state, 'answer', answer, 'outcome', outcome, 'event_id', event_id, 'changed_at', "
       "changed_at) FROM assistance"},
      {"meetings",
       "SELECT report || '/' || number, json_object('version', version, 'title', title, 'held_on', held_on, "
       "'starts_at', starts_at, 'place', place, 'link', link, 'organisers', json(organisers), 'partners', "
       "json(partners), 'agencies', json(agencies), 'topics', json(topics), 'state', state, 'reason', reason, "
       "'agenda', json(agenda), 'event_id', event_id) FROM meetings"},
      {"pictures", "SELECT report || '/' || section || ': ' || name, json_object('event_id', event_id) FROM pictures"},
  };
  return tables;
}

void visit_present_rows(ReadTx& tx, const PresentTable& table,
                        const std::function<void(const std::string& key, const std::string& row)>& visitor) {
  Query rows(tx.connection, table.rows);
  while (rows.next()) visitor(rows.text(0), rows.text(1));
}

bool is_version_table(std::string_view table) { return find_version_table(table) != nullptr; }

std::string version_row(ReadTx& tx, std::string_view table, const std::string& key, std::int64_t event) {
  Query row(tx.connection, find_version_table(table)->row, key, event);
  return row.next() ? row.text(0) : "";
}

std::vector<std::string> recorded_row_faults(ReadTx& tx) {
  std::vector<std::string> faults;
  for (const Check& check : kChecks) {
    Query found(tx.connection, check.sql);
    if (found.next() && found.integer(0) > 0) faults.push_back(std::to_string(found.integer(0)) + " " + check.words);
  }
  return faults;
}

std::vector<std::pair<std::string, std::int64_t>> count_rows(ReadTx& tx) {
  std::vector<std::string> names;
  Query tables(tx.connection,
               "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name");
  while (tables.next()) names.push_back(tables.text(0));
  std::vector<std::pair<std::string, std::int64_t>> counts;
  for (const auto& name : names) {
    SQLite::Statement count(tx.connection.raw(), "SELECT count(*) FROM \"" + name + "\"");
    count.executeStep();
    counts.emplace_back(name, count.getColumn(0).getInt64());
  }
  return counts;
}

}  // namespace store
