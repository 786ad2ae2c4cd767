// The submission log: to whom an edition was sent, when, by which channel, and the receipt that came back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/report/submissions.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

struct NewSubmission {
  std::int64_t edition = 0;
  std::string addressee;
  std::string channel;
  std::string sent_on;  // ISO day
  std::optional<std::string> reference;
  std::optional<std::string> note;
};

// Errors: forbidden; invalid (unknown edition, a day that is none or is still to come where the report is written);
// conflict withdrawn.
domain::Submission create_submission(const Write& context, const std::string& report, const NewSubmission& wanted);

// For every participant. Errors: not_found.
domain::Submission get_submission(const Read& context, const std::string& report, std::int64_t number);
std::vector<domain::Submission> list_submissions(const Read& context, const std::string& report, std::int64_t above,
                                                 int limit);

struct AddedReceipt {
  domain::Submission submission;
  bool unchanged = false;  // it has this very receipt already; nothing was saved
};

// sent_as: the media type that the client gave; empty: none. The first bytes tell what the file is.
// Errors: forbidden; not_found; conflict receipt_exists where it has another one; invalid where the file is of no kind
// that is kept, or not of the one it was sent as.
AddedReceipt add_receipt(const Write& context, const std::string& report, std::int64_t number,
                         const std::string& sent_as, const std::string& content);

struct ReceiptFile {
  std::string name;  // "tkm-2026.submission-1.receipt.pdf"
  std::string media_type;
  std::string bytes;
};
// For those who may see the edition that was sent: what comes back is often that very document, stamped.
// Errors: forbidden, not_found.
ReceiptFile get_receipt(const Read& context, const std::string& report, std::int64_t number);

}  // namespace usecases
