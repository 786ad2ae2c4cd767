#include "http/views.hpp"

namespace http {
namespace {

Json receipt_json(const store::Receipt& receipt) {
  return {{"name", receipt.name},
          {"media_type", receipt.media_type},
          {"bytes", receipt.bytes},
          {"sha256", receipt.sha256},
          {"event", receipt.event},
          {"recorded_by", author_json(receipt.by)},
          {"recorded_at", time_json(receipt.recorded_at)}};
}

}  // namespace

Json submission_json(const store::Submission& submission) {
  return {{"report", submission.report},
          {"submission", submission.number},
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
          {"receipt", submission.receipt ? receipt_json(*submission.receipt) : Json()}};
}

}  // namespace http
