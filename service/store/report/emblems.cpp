#include "store/report/emblems.hpp"

#include "store/database/hash.hpp"

namespace store {

void keep_emblem(WriteTx& tx, const std::string& report, const std::string& sha256, const std::string& content) {
  Query(tx.connection,
        "INSERT INTO emblems (report, sha256, content) SELECT ?1, ?2, CAST(?3 AS BLOB) "
        "WHERE NOT EXISTS (SELECT 1 FROM emblems WHERE report = ?1 AND sha256 = ?2)",
        report, sha256, content)
      .run();
}

std::string emblem_content(ReadTx& tx, const std::string& report, const std::string& sha256) {
  Query query(tx.connection, "SELECT content FROM emblems WHERE report = ? AND sha256 = ?", report, sha256);
  return query.next() ? query.text(0) : "";
}

std::vector<std::string> emblem_faults(ReadTx& tx) {
  std::vector<std::string> faults;
  Query kept(tx.connection,
             "SELECT report, sha256, content, EXISTS (SELECT 1 FROM report_versions v WHERE v.report = e.report "
             "AND v.imprint ->> '$.emblem.sha256' = e.sha256 AND v.imprint ->> '$.emblem.bytes' = length(e.content)) "
             "FROM emblems e ORDER BY report, sha256");
  while (kept.next()) {
    const std::string name = "the emblem " + kept.text(1) + " of report " + kept.text(0);
    if (sha256_hex(kept.text(2)) != kept.text(1)) faults.push_back(name + " was changed after it was stored");
    if (kept.integer(3) == 0) faults.push_back(name + " is foreign: no imprint names it");
  }
  Query lost(tx.connection,
             "SELECT count(DISTINCT v.report || v.imprint ->> '$.emblem.sha256') FROM report_versions v "
             "LEFT JOIN emblems e ON e.report = v.report AND e.sha256 = v.imprint ->> '$.emblem.sha256' "
             "WHERE v.imprint ->> '$.emblem.sha256' IS NOT NULL AND e.sha256 IS NULL");
  if (lost.next() && lost.integer(0) > 0) {
    faults.push_back(std::to_string(lost.integer(0)) + " emblems are missing that imprints name");
  }
  return faults;
}

}  // namespace store
