// Texts of sections: every revision ever saved, and which one is the newest.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/text/revision.hpp"
#include "store/database/database.hpp"

namespace store {

void insert_revision(WriteTx& tx, const domain::Revision& revision);
// An approval or a confirmation covers this revision.
void confirm_revision(WriteTx& tx, const domain::Revision& revision, std::int64_t event);

// revision 0: the newest.
std::optional<domain::Revision> find_revision(ReadTx& tx, const std::string& report, const std::string& section,
                                              const std::string& language, std::int64_t revision = 0);
// Newest first, below the revision given (0: from the newest on), without markdown.
std::vector<domain::Revision> list_revisions(ReadTx& tx, const std::string& report, const std::string& section,
                                             const std::string& language, std::int64_t below, int limit);
// The newest texts of one section, without markdown.
domain::Texts texts_of_section(ReadTx& tx, const std::string& report, const std::string& section);
// The newest texts of all sections, by section, without markdown.
std::map<std::string, domain::Texts> texts_of_report(ReadTx& tx, const std::string& report);
// The texts that were the newest at an event, by section, with markdown.
std::map<std::string, domain::Texts> texts_of_report_at(ReadTx& tx, const std::string& report, std::int64_t event);
// Agencies that had saved a text by then, by section.
std::map<std::string, std::vector<std::string>> writers_of_report_at(ReadTx& tx, const std::string& report,
                                                                     std::int64_t event);

// A stored text beside what its event says of it, for verification.
struct RecordedText {
  std::int64_t event = 0;
  std::string sha256;        // of the row
  std::string event_sha256;  // of the event; empty: there is no such event
  std::string markdown;
  bool as_recorded = false;  // section, number, author and time are those of the event

  // What is wrong, given the hash of the markdown; empty: nothing.
  std::string fault(const std::string& computed) const;
};

// All texts, oldest first; stops where the visitor answers false.
void visit_recorded_texts(ReadTx& tx, const std::function<bool(const RecordedText&)>& visitor);
// Saved texts that the chain records and the table has lost.
std::int64_t count_lost_texts(ReadTx& tx);
// Texts whose newest revision is not the one that is shown.
std::int64_t count_outdated_texts(ReadTx& tx);

}  // namespace store
