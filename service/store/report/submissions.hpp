// To whom editions were sent, and the receipts that came back.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/report/submission.hpp"
#include "store/database/database.hpp"

namespace store {

std::int64_t next_submission_number(ReadTx& tx, const std::string& report);
void insert_submission(WriteTx& tx, const domain::Submission& submission);
void insert_receipt(WriteTx& tx, const std::string& report, std::int64_t number, const domain::Receipt& receipt,
                    const std::string& content);

std::optional<domain::Submission> find_submission(ReadTx& tx, const std::string& report, std::int64_t number);
// Oldest first, above a number.
std::vector<domain::Submission> list_submissions(ReadTx& tx, const std::string& report, std::int64_t above, int limit);
std::optional<std::string> find_receipt_content(ReadTx& tx, const std::string& report, std::int64_t number);

// For `verify`: a submission or receipt by its report and number.
struct SubmissionName {
  std::string report;
  std::int64_t number = 0;
};
// Submissions that are not as their event says.
std::vector<SubmissionName> list_altered_submissions(ReadTx& tx);
// Every receipt with its hash as its event recorded it; empty: no event did under this name and media type.
void visit_receipts(ReadTx& tx, const std::function<void(const SubmissionName&, const std::string& content,
                                                         const std::string& recorded_hash)>& visitor);
// Submissions and receipts that events recorded and that are not there.
std::int64_t count_lost_submissions(ReadTx& tx);

}  // namespace store
