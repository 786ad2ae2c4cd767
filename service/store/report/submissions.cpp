#include "store/report/submissions.hpp"

namespace store {
namespace {

// name, media_type, sha256, bytes, event_id, user, name, agency, role, recorded_at, from column 15; absent and their
// name, from 27
domain::Receipt read_receipt(const Query& row) {
  domain::Receipt receipt;
  receipt.name = row.text(15);
  receipt.media_type = row.text(16);
  receipt.sha256 = row.text(17);
  receipt.bytes = row.integer(18);
  receipt.event = row.integer(19);
  receipt.by = {row.text(20), row.text(21), row.text(22), row.text(23), row.text(27), row.text(28)};
  receipt.recorded_at = row.integer(24);
  return receipt;
}

// report, number, edition, manifest_sha256, addressee, channel, sent_on, reference, note, event_id, user, name, agency,
// role, recorded_at, the receipt's columns, and who was absent, of both
domain::Submission read_submission(const Query& row) {
  domain::Submission submission;
  submission.report = row.text(0);
  submission.number = row.integer(1);
  submission.edition = row.integer(2);
  submission.manifest_sha256 = row.text(3);
  submission.addressee = row.text(4);
  submission.channel = row.text(5);
  submission.sent_on = row.text(6);
  submission.reference = row.optional_text(7);
  submission.note = row.optional_text(8);
  submission.event = row.integer(9);
  submission.by = {row.text(10), row.text(11), row.text(12), row.text(13), row.text(25), row.text(26)};
  submission.recorded_at = row.integer(14);
  if (!row.is_null(15)) submission.receipt = read_receipt(row);
  return submission;
}

}  // namespace

std::int64_t next_submission_number(ReadTx& tx, const std::string& report) {
  Query query(tx.connection, "SELECT coalesce(max(number), 0) + 1 FROM submissions WHERE report = ?", report);
  query.next();
  return query.integer(0);
}

void insert_submission(WriteTx& tx, const domain::Submission& s) {
  Query(tx.connection,
        "INSERT INTO submissions (report, number, edition, addressee, channel, sent_on, reference, note, event_id, "
        "user, agency, role, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        s.report, s.number, s.edition, s.addressee, s.channel, s.sent_on, s.reference, s.note, s.event, s.by.user,
        or_null(s.by.agency), s.by.role, s.recorded_at)
      .run();
}

void insert_receipt(WriteTx& tx, const std::string& report, std::int64_t number, const domain::Receipt& r,
                    const std::string& content) {
  Query(tx.connection,
        "INSERT INTO receipts (report, number, name, media_type, sha256, event_id, user, agency, role, recorded_at, "
        "content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BLOB))",
        report, number, r.name, r.media_type, r.sha256, r.event, r.by.user, or_null(r.by.agency), r.by.role,
        r.recorded_at, content)
      .run();
}

// Numbers have no gap, so the first above the one before is the one asked for, or there is none.
std::optional<domain::Submission> find_submission(ReadTx& tx, const std::string& report, std::int64_t number) {
  auto found = list_submissions(tx, report, number - 1, 1);
  if (found.empty() || found.front().number != number) return std::nullopt;
  return std::move(found.front());
}

std::vector<domain::Submission> list_submissions(ReadTx& tx, const std::string& report, std::int64_t above, int limit) {
  Query query(tx.connection,
              "SELECT s.report, s.number, s.edition, json_extract(v.data, '$.manifest_sha256'), s.addressee, "
              "s.channel, s.sent_on, s.reference, s.note, s.event_id, s.user, u.name, s.agency, s.role, s.recorded_at, "
              "r.name, r.media_type, r.sha256, length(r.content), r.event_id, r.user, ru.name, r.agency, r.role, "
              "r.recorded_at, d.absent, da.name, rd.absent, rda.name FROM submissions s JOIN users u ON u.id = s.user "
              "JOIN events v ON v.id = s.event_id "
              "LEFT JOIN receipts r ON r.report = s.report AND r.number = s.number LEFT JOIN users ru ON ru.id = "
              "r.user LEFT JOIN deputy_acts d ON d.event_id = s.event_id LEFT JOIN users da ON da.id = d.absent LEFT "
              "JOIN deputy_acts rd ON rd.event_id = r.event_id LEFT JOIN users rda ON rda.id = rd.absent "
              "WHERE s.report = ? AND s.number > ? ORDER BY s.number LIMIT ?",
              report, above, limit);
  std::vector<domain::Submission> submissions;
  while (query.next()) submissions.push_back(read_submission(query));
  return submissions;
}

std::optional<std::string> find_receipt_content(ReadTx& tx, const std::string& report, std::int64_t number) {
  Query query(tx.connection, "SELECT content FROM receipts WHERE report = ? AND number = ?", report, number);
  if (!query.next()) return std::nullopt;
  return query.text(0);
}

std::vector<SubmissionName> list_altered_submissions(ReadTx& tx) {
  // IS NOT also holds where there is no such event, or one side is null.
  Query query(tx.connection,
              "SELECT s.report, s.number FROM submissions s LEFT JOIN events v ON v.id = s.event_id "
              "AND v.type = 'report.submitted' AND v.report = s.report "
              "WHERE json_extract(v.data, '$.number') IS NOT s.number "
              "OR json_extract(v.data, '$.edition') IS NOT s.edition "
              "OR json_extract(v.data, '$.addressee') IS NOT s.addressee "
              "OR json_extract(v.data, '$.channel') IS NOT s.channel "
              "OR json_extract(v.data, '$.sent_on') IS NOT s.sent_on "
              "OR json_extract(v.data, '$.reference') IS NOT s.reference "
              "OR json_extract(v.data, '$.note') IS NOT s.note "
              "OR v.user IS NOT s.user OR v.at IS NOT s.recorded_at ORDER BY s.report, s.number");
  std::vector<SubmissionName> altered;
  while (query.next()) altered.push_back({query.text(0), query.integer(1)});
  return altered;
}

void visit_receipts(ReadTx& tx, const std::function<void(const SubmissionName&, const std::string& content,
                                                         const std::string& recorded_hash)>& visitor) {
  Query query(tx.connection,
              "SELECT r.report, r.number, r.content, json_extract(v.data, '$.sha256') FROM receipts r "
              "LEFT JOIN events v ON v.id = r.event_id AND v.type = 'submission.receipt' AND v.report = r.report "
              "AND json_extract(v.data, '$.number') IS r.number AND json_extract(v.data, '$.name') IS r.name "
              "AND json_extract(v.data, '$.media_type') IS r.media_type "
              "AND json_extract(v.data, '$.sha256') IS r.sha256 ORDER BY r.report, r.number");
  while (query.next()) visitor({query.text(0), query.integer(1)}, query.text(2), query.text(3));
}

std::int64_t count_lost_submissions(ReadTx& tx) {
  Query query(tx.connection,
              "SELECT count(*) FROM events e LEFT JOIN submissions s ON s.event_id = e.id "
              "LEFT JOIN receipts r ON r.event_id = e.id WHERE (e.type = 'report.submitted' AND s.event_id IS NULL) "
              "OR (e.type = 'submission.receipt' AND r.event_id IS NULL)");
  query.next();
  return query.integer(0);
}

}  // namespace store
