#include <utility>

#include "http/resources/handlers_coordination.hpp"
#include "usecases/papers/letters.hpp"
#include "usecases/papers/meeting_papers.hpp"
#include "usecases/papers/plan_papers.hpp"

namespace http {
namespace {

// "press-notice.pdf" -> "press-notice", "pdf"
std::pair<std::string, std::string> parts_of(const std::string& file) {
  const auto dot = file.rfind('.');
  return {file.substr(0, dot), file.substr(dot + 1)};
}

usecases::PaperRequest request_of(const Call& call, const std::string& ending) {
  return {call.param("report"), "", usecases::format_named(ending), call.query("language"),
          call.request.header("Accept-Language")};
}

Response paper(const Call& call, const usecases::DocumentFile& got, const std::string& ending) {
  Response response = cached_response(call, got.file, got.media_type);
  response.set_header("Content-Language", got.language);
  response.set_header("Vary", "Accept-Language, Authorization");
  const std::string how = ending == "html" ? "inline" : "attachment";
  response.set_header("Content-Disposition", how + "; filename=\"" + got.name + "\"");
  if (ending == "html") {
    response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  }
  return response;
}

Response letter(const Call& call, const std::string& ending) {
  return paper(call, usecases::get_letter(call.service, call.actor(), request_of(call, ending), call.param("agency")),
               ending);
}

}  // namespace

Response get_letter_html(const Call& call) { return letter(call, "html"); }
Response get_letter_docx(const Call& call) { return letter(call, "docx"); }
Response get_letter_pdf(const Call& call) { return letter(call, "pdf"); }

Response get_meeting_paper(const Call& call) {
  const auto [kind, ending] = parts_of(call.param("file"));
  const auto got = usecases::get_meeting_paper(call.service, call.actor(), request_of(call, ending),
                                               call.number_param("meeting"), kind);
  return paper(call, got, ending);
}

Response get_plan_paper(const Call& call) {
  const auto [kind, ending] = parts_of(call.param("file"));
  return paper(call, usecases::get_plan_paper(call.service, call.actor(), request_of(call, ending), kind), ending);
}

}  // namespace http
