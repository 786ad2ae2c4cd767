#include <string_view>

#include "http/request/etag.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/documents/comparisons.hpp"
#include "usecases/frame/report_answers.hpp"

namespace http {
namespace {

constexpr std::string_view kHtml = "text/html";

bool accepts_html(const Call& call) { return call.accepted.choose({"application/json", kHtml}) == kHtml; }

std::string media_type(bool html) { return html ? "text/html; charset=utf-8" : "application/json"; }

void guard(Response& response, bool html) {
  if (html) response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
}

usecases::EditionsToCompare editions_of(const Call& call) {
  return {call.number_param("edition"), call.query_number("to", 0), call.query("language")};
}

// Good until the report changes: an edition may be withdrawn.
usecases::AnswerKind comparison_kind(const usecases::EditionsToCompare& wanted, bool html) {
  const std::string to = wanted.to == 0 ? "latest" : std::to_string(wanted.to);
  return {"compare", std::to_string(wanted.from) + "-" + to + "." + wanted.language.value_or(""),
          html ? ".html" : ".json", "", false};
}

Response editions_compared(const Call& call, bool html) {
  const auto wanted = editions_of(call);
  const std::string& report = call.param("report");
  const auto answer = usecases::cached_or_made(
      call.service, call.actor(), report, [&](const usecases::KnownReport&) { return comparison_kind(wanted, html); },
      [&](const Read& context, const usecases::KnownReport& known) {
        const auto result = usecases::compare_editions(context, known, wanted);
        std::string body = html ? to_html(result) : edition_comparison_json(report, result.comparison).dump();
        return usecases::MadeAnswer{std::make_shared<const std::string>(std::move(body)), result.sequence};
      });
  Response response = cached_response(call, answer, media_type(html));
  guard(response, html);
  return response;
}

Response report_compared(const Call& call, const Read& context, bool html) {
  const auto result = usecases::compare_with_report(
      context, {call.param("report"), call.param("section"), call.query("with").value_or(""), call.query("language")});
  Response response;
  response.set_body(html ? to_html(result) : section_comparison_json(call.param("section"), result).dump(),
                    media_type(html));
  response.set_header("Content-Language", result.comparison.language);
  guard(response, html);
  apply_etag(call.request, response, make_etag(result.to ? result.to->revision : 0, *response.body));
  return response;
}

Response by_accept(Response response) {
  response.set_header("Vary", "Accept");
  return response;
}

}  // namespace

Response compare_editions(const Call& call) { return by_accept(editions_compared(call, accepts_html(call))); }

Response compare_editions_html(const Call& call) { return editions_compared(call, true); }

Response compare_with_report(const Call& call, const Read& context) {
  return by_accept(report_compared(call, context, accepts_html(call)));
}

Response compare_with_report_html(const Call& call, const Read& context) {
  return report_compared(call, context, true);
}

}  // namespace http
