// Stored texts beside the events that recorded them: declared in texts.hpp.
#include "store/database/hash.hpp"
#include "store/report/texts.hpp"

namespace store {

std::string RecordedText::fault(const std::string& computed) const {
  const std::string name = "the text saved with event " + std::to_string(event);
  if (event_sha256.empty()) return name + " has no event of its own";
  if (computed != sha256 || computed != event_sha256) return name + " was changed after it was stored (hash differs)";
  if (!as_recorded) return name + " differs from what the event says of it";
  return "";
}

void visit_recorded_texts(ReadTx& tx, const std::function<bool(const RecordedText&)>& visitor) {
  Query query(tx.connection,
              "SELECT r.event_id, r.sha256, e.data ->> '$.sha256', r.markdown, r.note, e.data ->> '$.note_sha256', "
              "json_type(e.data, '$.note_sha256') IS NOT NULL, "
              "r.report IS e.report AND r.section IS e.section AND r.language IS e.data ->> '$.language' "
              "AND r.revision IS e.data ->> '$.revision' AND r.words IS e.data ->> '$.words' "
              "AND r.source_revision IS e.data ->> '$.source_revision' AND r.reason IS e.data ->> '$.reason' "
              "AND r.minor IS coalesce(e.data ->> '$.minor', 0) AND r.user IS e.user AND r.agency IS e.agency "
              "AND r.role IS e.role AND r.saved_at IS e.at "
              "AND o.from_report IS e.data ->> '$.carried_over_from.report' "
              "AND o.from_revision IS e.data ->> '$.carried_over_from.revision' FROM revisions r "
              "LEFT JOIN carried_over o ON o.event_id = r.event_id "
              "LEFT JOIN events e ON e.id = r.event_id AND e.type = 'text.saved' AND json_valid(e.data) "
              "ORDER BY r.event_id");
  while (query.next()) {
    // Events of earlier versions say nothing of notes.
    const bool note_fits =
        !query.boolean(6) || (query.is_null(4) ? query.is_null(5) : sha256_hex(query.text(4)) == query.text(5));
    if (!visitor({query.integer(0), query.text(1), query.text(2), query.text(3), query.boolean(7) && note_fits}))
      return;
  }
}

std::int64_t count_lost_texts(ReadTx& tx) {
  Query query(tx.connection,
              "SELECT count(*) FROM events e LEFT JOIN revisions r ON r.event_id = e.id "
              "WHERE e.type = 'text.saved' AND r.event_id IS NULL");
  query.next();
  return query.integer(0);
}

std::int64_t count_outdated_texts(ReadTx& tx) {
  // Beside max() SQLite gives the other columns of the row that holds it.
  Query query(
      tx.connection,
      "SELECT count(*) FROM (SELECT report, section, language, max(revision) AS newest, event_id FROM revisions "
      "GROUP BY report, section, language) r LEFT JOIN texts t USING (report, section, language) "
      "WHERE t.revision IS NOT r.newest OR t.event_id IS NOT r.event_id");
  query.next();
  return query.integer(0);
}

}  // namespace store
