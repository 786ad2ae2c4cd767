#include "store/report/pictures.hpp"

namespace store {
namespace {

// report, section, name, version, media_type, sha256, bytes, width, height, reason, user, name, agency, role, saved_at,
// event_id, absent, their name
domain::Picture read_picture(const Query& row) {
  domain::Picture picture;
  picture.report = row.text(0);
  picture.section = row.text(1);
  picture.name = row.text(2);
  picture.version = row.integer(3);
  picture.media_type = row.text(4);
  picture.sha256 = row.text(5);
  picture.bytes = row.integer(6);
  picture.width = row.integer(7);
  picture.height = row.integer(8);
  picture.reason = row.optional_text(9);
  picture.by = {row.text(10), row.text(11), row.text(12), row.text(13), row.text(16), row.text(17)};
  picture.saved_at = row.integer(14);
  picture.event = row.integer(15);
  return picture;
}

}  // namespace

void insert_picture(WriteTx& tx, const domain::Picture& p, const std::string* content) {
  const auto number = [&](std::int64_t value) { return content == nullptr ? std::nullopt : std::optional(value); };
  const auto bytes = content == nullptr ? std::nullopt : std::optional(*content);
  Query(tx.connection,
        "INSERT INTO picture_versions (event_id, report, section, name, version, media_type, sha256, bytes, width, "
        "height, reason, user, agency, role, saved_at, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BLOB))",
        p.event, p.report, p.section, p.name, p.version, or_null(p.media_type), or_null(p.sha256), number(p.bytes),
        number(p.width), number(p.height), p.reason, p.by.user, or_null(p.by.agency), p.by.role, p.saved_at, bytes)
      .run();
  if (content == nullptr) {
    Query(tx.connection, "DELETE FROM pictures WHERE report = ? AND section = ? AND name = ?", p.report, p.section,
          p.name)
        .run();
    return;
  }
  Query(tx.connection,
        "INSERT INTO pictures (report, section, name, event_id) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET event_id = excluded.event_id",
        p.report, p.section, p.name, p.event)
      .run();
}

std::optional<domain::Picture> last_picture(ReadTx& tx, const std::string& report, const std::string& section,
                                            const std::string& name, std::int64_t event) {
  Query query(
      tx.connection,
      "SELECT report, section, p.name, p.version, media_type, sha256, bytes, width, height, reason, user, u.name, "
      "agency, role, saved_at, event_id, d.absent, da.name FROM picture_versions p JOIN users u ON u.id = p.user LEFT "
      "JOIN deputy_acts d USING (event_id) LEFT JOIN users da ON da.id = d.absent "
      "WHERE report = ? AND section = ? AND p.name = ? AND event_id <= ? ORDER BY p.version DESC LIMIT 1",
      report, section, name, event);
  if (!query.next()) return std::nullopt;
  return read_picture(query);
}

std::vector<domain::Picture> list_pictures(ReadTx& tx, const std::string& report, const std::string& section,
                                           const std::string& above, int limit) {
  Query query(tx.connection,
              "SELECT p.report, p.section, p.name, p.version, media_type, sha256, bytes, width, height, reason, user, "
              "u.name, agency, role, saved_at, p.event_id, d.absent, da.name FROM pictures n JOIN picture_versions p "
              "USING (event_id) "
              "JOIN users u ON u.id = p.user LEFT JOIN deputy_acts d ON d.event_id = p.event_id LEFT JOIN users da ON "
              "da.id = d.absent WHERE n.report = ? AND n.section = ? AND n.name > ? "
              "ORDER BY n.name LIMIT ?",
              report, section, above, limit);
  std::vector<domain::Picture> pictures;
  while (query.next()) pictures.push_back(read_picture(query));
  return pictures;
}

std::string picture_content(ReadTx& tx, std::int64_t event) {
  Query query(tx.connection, "SELECT content FROM picture_versions WHERE event_id = ?", event);
  return query.next() ? query.text(0) : "";
}

PictureRoom pictures_beside(ReadTx& tx, const domain::Picture& p) {
  Query query(tx.connection,
              "SELECT coalesce(sum(n.section = ?2), 0), coalesce(sum(p.bytes), 0) FROM pictures n "
              "JOIN picture_versions p USING (event_id) WHERE n.report = ?1 AND NOT (n.section = ?2 AND n.name = ?3)",
              p.report, p.section, p.name);
  query.next();
  return {query.integer(0), query.integer(1)};
}

std::map<std::string, std::vector<domain::Picture>> pictures_of_report_at(ReadTx& tx, const std::string& report,
                                                                          std::int64_t event) {
  // Beside max() SQLite gives the other columns of the row that holds it.
  Query query(
      tx.connection,
      "SELECT report, section, p.name, p.version, media_type, sha256, bytes, width, height, reason, user, u.name, "
      "agency, role, saved_at, max(p.event_id), d.absent, da.name FROM picture_versions p JOIN users u ON u.id = "
      "p.user LEFT JOIN deputy_acts d ON d.event_id = p.event_id LEFT JOIN users da ON da.id = d.absent "
      "WHERE report = ? AND p.event_id <= ? GROUP BY section, p.name ORDER BY section, p.name",
      report, event);
  std::map<std::string, std::vector<domain::Picture>> pictures;
  while (query.next()) {
    domain::Picture picture = read_picture(query);
    if (!picture.is_removed()) pictures[picture.section].push_back(std::move(picture));
  }
  return pictures;
}

void insert_placed_pictures(WriteTx& tx, std::int64_t text_event, const std::vector<domain::PlacedPicture>& placed) {
  std::map<std::string, bool> described;  // wherever it is placed
  for (const auto& picture : placed) {
    const auto [known, first] = described.try_emplace(picture.name, picture.described);
    if (!first) known->second = known->second && picture.described;
  }
  for (const auto& [name, everywhere] : described) {
    Query(tx.connection, "INSERT INTO placed_pictures (event_id, name, described) VALUES (?, ?, ?)", text_event, name,
          everywhere)
        .run();
  }
}

std::vector<PictureFault> list_picture_faults(ReadTx& tx, const std::string& report, const std::string& section) {
  Query query(tx.connection,
              "SELECT t.section, t.language, sum(n.name IS NULL) AS missing, sum(NOT described) AS undescribed "
              "FROM texts t JOIN placed_pictures p ON p.event_id = t.event_id "
              "LEFT JOIN pictures n ON n.report = t.report AND n.section = t.section AND n.name = p.name "
              "WHERE t.report = ?1 AND (?2 = '' OR t.section = ?2) "
              "GROUP BY t.section, t.language HAVING missing > 0 OR undescribed > 0",
              report, section);
  std::vector<PictureFault> faults;
  while (query.next()) faults.push_back({query.text(0), query.text(1), query.integer(2), query.integer(3)});
  return faults;
}

void visit_pictures(ReadTx& tx, const std::function<void(const domain::Picture& picture, const std::string& content,
                                                         const std::string& recorded_hash)>& visitor) {
  // IS also holds where both sides are null.
  Query query(tx.connection,
              "SELECT p.report, p.section, p.name, p.version, media_type, p.sha256, bytes, width, height, p.reason, "
              "p.user, '', p.agency, p.role, saved_at, event_id, NULL, NULL, content, e.data ->> '$.sha256' "
              "FROM picture_versions p LEFT JOIN events e ON e.id = p.event_id AND e.type = 'picture.saved' "
              "AND e.report IS p.report AND e.section IS p.section AND e.data ->> '$.name' IS p.name "
              "AND e.data ->> '$.version' IS p.version AND e.data ->> '$.media_type' IS p.media_type "
              "AND e.data ->> '$.sha256' IS p.sha256 AND e.data ->> '$.bytes' IS p.bytes "
              "AND e.data ->> '$.reason' IS p.reason AND e.user IS p.user AND e.at IS p.saved_at "
              "WHERE p.content IS NOT NULL ORDER BY event_id");
  while (query.next()) visitor(read_picture(query), query.text(18), query.text(19));
}

std::int64_t count_lost_pictures(ReadTx& tx) {
  Query query(tx.connection,
              "SELECT count(*) FROM events e LEFT JOIN picture_versions p ON p.event_id = e.id "
              "WHERE (e.type = 'picture.saved' AND p.content IS NULL) OR (e.type = 'picture.removed' AND "
              "(p.event_id IS NULL OR p.content IS NOT NULL OR p.name IS NOT e.data ->> '$.name'))");
  query.next();
  return query.integer(0);
}

std::int64_t count_outdated_pictures(ReadTx& tx) {
  Query query(
      tx.connection,
      "SELECT (SELECT count(*) FROM (SELECT report, section, name, max(version), event_id, content IS NULL AS gone "
      "FROM picture_versions GROUP BY report, section, name) v LEFT JOIN pictures n USING (report, section, name) "
      "WHERE n.event_id IS NOT iif(v.gone, NULL, v.event_id)) + "
      "(SELECT count(*) FROM pictures n LEFT JOIN picture_versions v USING (event_id) WHERE v.event_id IS NULL)");
  query.next();
  return query.integer(0);
}

}  // namespace store
