#include "store/report/sections.hpp"

#include "store/database/json_columns.hpp"

namespace store {
namespace {

constexpr int kCommonColumns = 8;

// report, id, position, state, step, lead, contributors, title, then nothing_event at `nothing`.
domain::Section read_common(const Query& row) {
  domain::Section section;
  section.report = row.text(0);
  section.id = row.text(1);
  section.position = static_cast<int>(row.integer(2));
  section.state = domain::parse_state(row.text(3)).value_or(domain::State::empty);
  section.step = static_cast<int>(row.integer(4));
  section.lead = row.text(5);
  section.contributors = list_from(row.text(6));
  section.title = localized_from(row.text(7));
  section.nothing_event = row.optional_integer(kCommonColumns);
  return section;
}

domain::Section read_section(const Query& row) {
  domain::Section section = read_common(row);
  section.state_since = row.integer(kCommonColumns + 1);
  section.due_on = row.optional_text(kCommonColumns + 2);
  section.due_reason = row.optional_text(kCommonColumns + 3);
  section.version = row.integer(kCommonColumns + 4);
  section.agency_deadlines = localized_from(row.text(kCommonColumns + 5));
  return section;
}

void insert_version(WriteTx& tx, const domain::Section& section, std::int64_t event) {
  Query(tx.connection,
        "INSERT INTO section_versions (event_id, report, section, state, step, lead, contributors, title, "
        "nothing_event) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        event, section.report, section.id, domain::to_string(section.state), section.step, or_null(section.lead),
        to_column(section.contributors), to_column(section.title), section.nothing_event)
      .run();
}

}  // namespace

void insert_section(WriteTx& tx, const domain::Section& section, std::int64_t event) {
  Query(tx.connection, "INSERT INTO sections (report, id, position, state_since) VALUES (?, ?, ?, ?)", section.report,
        section.id, section.position, tx.now)
      .run();
  insert_version(tx, section, event);
}

void update_section(WriteTx& tx, const domain::Section& section, std::int64_t event) {
  Query(tx.connection,
        "UPDATE sections SET state = ?, step = ?, state_since = ?, lead = ?, contributors = ?, due_on = ?, "
        "due_reason = ?, title = ?, nothing_event = ?, agency_deadlines = ?, version = version + 1 WHERE report = ? "
        "AND id = ?",
        domain::to_string(section.state), section.step, section.state_since, or_null(section.lead),
        to_column(section.contributors), section.due_on, section.due_reason, to_column(section.title),
        section.nothing_event, to_column(section.agency_deadlines), section.report, section.id)
      .run();
  insert_version(tx, section, event);
}

std::optional<domain::Section> find_section(ReadTx& tx, const std::string& report, const std::string& id) {
  Query query(tx.connection,
              "SELECT report, id, position, state, step, lead, contributors, title, nothing_event, state_since, "
              "due_on, due_reason, version, agency_deadlines FROM sections WHERE report = ? AND id = ?",
              report, id);
  if (!query.next()) return std::nullopt;
  return read_section(query);
}

std::vector<domain::Section> list_sections(ReadTx& tx, const std::string& report) {
  Query query(tx.connection,
              "SELECT report, id, position, state, step, lead, contributors, title, nothing_event, state_since, "
              "due_on, due_reason, version, agency_deadlines FROM sections WHERE report = ? ORDER BY position",
              report);
  std::vector<domain::Section> sections;
  while (query.next()) sections.push_back(read_section(query));
  return sections;
}

std::vector<domain::Section> list_sections_at(ReadTx& tx, const std::string& report, std::int64_t event) {
  // CROSS keeps the order: for each section one step into its versions, not all versions of the report.
  Query query(
      tx.connection,
      "SELECT s.report, s.id, s.position, v.state, v.step, v.lead, v.contributors, v.title, v.nothing_event "
      "FROM sections s CROSS JOIN section_versions v ON v.report = s.report AND v.section = s.id AND v.event_id = "
      "(SELECT max(event_id) FROM section_versions w WHERE w.report = s.report AND w.section = s.id "
      "AND w.event_id <= ?2) WHERE s.report = ?1 ORDER BY s.position",
      report, event);
  std::vector<domain::Section> sections;
  while (query.next()) sections.push_back(read_common(query));
  return sections;
}

}  // namespace store
