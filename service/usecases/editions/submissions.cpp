#include "usecases/editions/submissions.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "store/report/editions.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::Fault;
using domain::say;

struct ReceiptKind {
  std::string_view media_type;
  std::string_view ending;
  std::string_view first_bytes;
};

constexpr std::array<ReceiptKind, 3> kKinds{{
    {"application/pdf", "pdf", "%PDF-"},
    {"image/png", "png", "\x89PNG\r\n\x1a\n"},
    {"image/jpeg", "jpg", "\xFF\xD8\xFF"},
}};

const ReceiptKind& kind_of(const std::string& content, const std::string& sent_as) {
  for (const ReceiptKind& kind : kKinds) {
    if (!content.starts_with(kind.first_bytes)) continue;
    if (sent_as.empty() || sent_as == kind.media_type) return kind;
    throw_invalid(
        "", Fault::wrong_type,
        say("This file was sent as {0}, but judging by its first bytes it is {1}.", sent_as, kind.media_type));
  }
  throw_invalid("", Fault::wrong_type,
                say("A receipt is a PDF, PNG or JPEG file. Judging by its first bytes, this is none of them."));
}

domain::Edition edition_to_send(const Read& context, const std::string& report, std::int64_t number) {
  auto edition = store::find_edition(context.tx, report, number);
  if (!edition)
    throw_invalid("/edition", Fault::does_not_exist, say("There is no edition {0} of this report.", number));
  if (edition->withdrawal) {
    throw Error(ErrorCode::conflict, "withdrawn",
                say("This edition was withdrawn on {0}. Only an edition that is valid can be sent.",
                    domain::format_time(edition->withdrawal->at)));
  }
  return std::move(*edition);
}

void describe_edition(const domain::Edition& edition, domain::Submission& submission) {
  submission.edition = edition.number;
  submission.manifest_sha256 = store::sha256_hex(edition.manifest);
}

std::string check_sent_on(const OpenReport& report, const std::string& day) {
  if (!domain::parse_day(day))
    throw_invalid("/sent_on", Fault::wrong_form, say("'{0}' is not a day of the calendar.", day));
  if (day > report.today) {
    throw_invalid("/sent_on", Fault::out_of_range,
                  say("This day is still to come: where the report is written, today is {0}.", report.today));
  }
  return day;
}

nlohmann::json event_data(const domain::Submission& submission) {
  nlohmann::json data{{"number", submission.number},
                      {"edition", submission.edition},
                      {"manifest_sha256", submission.manifest_sha256},
                      {"addressee", submission.addressee},
                      {"channel", submission.channel},
                      {"sent_on", submission.sent_on}};
  if (submission.reference) data["reference"] = *submission.reference;
  if (submission.note) data["note"] = *submission.note;
  return data;
}

domain::Receipt describe_receipt(const Write& context, const domain::Submission& submission, const ReceiptKind& kind,
                                 const std::string& content) {
  domain::Receipt receipt;
  receipt.name =
      submission.report + ".submission-" + std::to_string(submission.number) + ".receipt." + std::string(kind.ending);
  receipt.media_type = kind.media_type;
  receipt.sha256 = *context.groundwork.get<std::string>(
      context.tx, "receipt", [&] { return content; },
      [](const std::string& bytes) { return store::sha256_hex(bytes); });
  receipt.bytes = static_cast<std::int64_t>(content.size());
  return receipt;
}

}  // namespace

domain::Submission create_submission(const Write& context, const std::string& report_id, const NewSubmission& wanted) {
  domain::Submission submission;
  submission.by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const OpenReport report = open_report(context.as_read(), report_id);
  Faults faults;
  faults.gather([&] { describe_edition(edition_to_send(context.as_read(), report_id, wanted.edition), submission); });
  faults.gather([&] { submission.addressee = check_name(wanted.addressee, "/addressee"); });
  faults.gather([&] { submission.channel = check_name(wanted.channel, "/channel"); });
  faults.gather([&] { submission.sent_on = check_sent_on(report, wanted.sent_on); });
  if (wanted.reference) faults.gather([&] { submission.reference = check_name(*wanted.reference, "/reference"); });
  if (wanted.note) faults.gather([&] { submission.note = check_remark(*wanted.note, "/note"); });
  faults.refuse();
  submission.report = report_id;
  submission.number = store::next_submission_number(context.tx, report_id);
  submission.recorded_at = context.tx.now;
  submission.event =
      store::append_event(context.tx, "report.submitted", {report_id, ""}, submission.by, event_data(submission));
  store::insert_submission(context.tx, submission);
  return get_submission(context.as_read(), report_id, submission.number);
}

domain::Submission get_submission(const Read& context, const std::string& report, std::int64_t number) {
  open_report(context, report);
  auto submission = store::find_submission(context.tx, report, number);
  if (!submission) throw_not_found(domain::say("submission"), std::to_string(number));
  return std::move(*submission);
}

std::vector<domain::Submission> list_submissions(const Read& context, const std::string& report, std::int64_t above,
                                                 int limit) {
  open_report(context, report);
  return store::list_submissions(context.tx, report, above, limit);
}

AddedReceipt add_receipt(const Write& context, const std::string& report, std::int64_t number,
                         const std::string& sent_as, const std::string& content) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  auto submission = get_submission(context.as_read(), report, number);
  if (submission.receipt) {
    if (submission.receipt->sha256 == store::sha256_hex(content)) return {std::move(submission), true};
    throw Error(ErrorCode::conflict, "receipt_exists",
                say("This submission already has another receipt, added on {0}. It is never replaced.",
                    domain::format_time(submission.receipt->recorded_at)));
  }
  auto receipt = describe_receipt(context, submission, kind_of(content, sent_as), content);
  receipt.by = by;
  receipt.recorded_at = context.tx.now;
  receipt.event = store::append_event(context.tx, "submission.receipt", {report, ""}, by,
                                      {{"number", number},
                                       {"name", receipt.name},
                                       {"media_type", receipt.media_type},
                                       {"bytes", receipt.bytes},
                                       {"sha256", receipt.sha256}});
  store::insert_receipt(context.tx, report, number, receipt, content);
  return {get_submission(context.as_read(), report, number)};
}

ReceiptFile get_receipt(const Read& context, const std::string& report, std::int64_t number) {
  require_reader_of_editions(context, open_report(context, report));
  const auto submission = get_submission(context, report, number);
  auto content = store::find_receipt_content(context.tx, report, number);
  if (!submission.receipt || !content) throw_not_found(domain::say("receipt of submission"), std::to_string(number));
  return {submission.receipt->name, submission.receipt->media_type, std::move(*content)};
}

}  // namespace usecases
