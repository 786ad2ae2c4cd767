#include "http/request/request_body.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/editions/submissions.hpp"

namespace http {
namespace {

usecases::NewSubmission new_submission_of(const Call& call) {
  return {call.body.at("edition"),
          call.body.at("addressee"),
          call.body.at("channel"),
          call.body.at("sent_on"),
          optional_text(call.body, "reference"),
          optional_text(call.body, "note")};
}

}  // namespace

Response create_submission(const Call& call, const Write& context) {
  const auto submission = usecases::create_submission(context, call.param("report"), new_submission_of(call));
  return created(submission_json(submission), call.request.path + "/" + std::to_string(submission.number));
}

Response list_submissions(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(
      call, paging, usecases::list_submissions(context, call.param("report"), paging.position_number(), paging.asked()),
      submission_json, [](const domain::Submission& submission) { return std::to_string(submission.number); });
}

Response get_submission(const Call& call, const Read& context) {
  return json_response(
      submission_json(usecases::get_submission(context, call.param("report"), call.number_param("submission"))));
}

Response add_receipt(const Call& call, const Write& context) {
  const auto added = usecases::add_receipt(context, call.param("report"), call.number_param("submission"),
                                           said_type_of(call.request), call.request.body);
  const Json submission = submission_json(added.submission);
  return added.unchanged ? json_response(submission) : created(submission, call.request.path);
}

Response get_receipt(const Call& call, const Read& context) {
  auto file = usecases::get_receipt(context, call.param("report"), call.number_param("submission"));
  Response response;
  response.set_body(std::move(file.bytes), file.media_type);
  response.set_header("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
  return response;
}

}  // namespace http
