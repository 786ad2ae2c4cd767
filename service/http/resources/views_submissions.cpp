#include "http/resources/views.hpp"

namespace http {
namespace {

std::string receipt_address(const domain::Submission& submission) {
  return "/v1/reports/" + submission.report + "/submissions/" + std::to_string(submission.number) + "/receipt";
}

Json receipt_json(const domain::Submission& submission) {
  if (!submission.receipt) return {};
  const domain::Receipt& receipt = *submission.receipt;
  return {{"name", receipt.name},
          {"href", receipt_address(submission)},
          {"media_type", receipt.media_type},
          {"bytes", receipt.bytes},
          {"sha256", receipt.sha256},
          {"event", receipt.event},
          {"recorded_by", author_json(receipt.by)},
          {"recorded_at", time_json(receipt.recorded_at)}};
}

}  // namespace

Json submission_json(const domain::Submission& submission) {
  return {{"report", submission.report},
          {"id", submission.number},
          {"edition", submission.edition},
          {"manifest_sha256", submission.manifest_sha256},
          {"addressee", submission.addressee},
          {"channel", submission.channel},
          {"sent_on", submission.sent_on},
          {"reference", or_null(submission.reference)},
          {"note", or_null(submission.note)},
          {"event", submission.event},
          {"recorded_by", author_json(submission.by)},
          {"recorded_at", time_json(submission.recorded_at)},
          {"receipt", receipt_json(submission)}};
}

}  // namespace http
