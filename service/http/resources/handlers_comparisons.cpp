#include <string_view>

#include "http/request/cached_answer.hpp"
#include "http/request/etag.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/documents/comparisons.hpp"

namespace http {
namespace {

constexpr std::string_view kHtml = "text/html";

// ?format= goes before Accept.
bool wants_html(const Call& call) {
  if (const auto format = call.query("format")) return *format == "html";
  return choose_media_type(call.request, {"application/json", kHtml}) == kHtml;
}

std::string media_type(bool html) { return html ? "text/html; charset=utf-8" : "application/json"; }

void guard(Response& response, bool html) {
  if (html) response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  response.set_header("Vary", "Accept");
}

usecases::EditionsToCompare editions_of(const Call& call) {
  return {call.param("report"), call.number_param("edition"), call.query_number("to", 0), call.query("lang")};
}

// Good until the report changes: an edition may be withdrawn.
AnswerKind comparison_kind(const usecases::EditionsToCompare& wanted, bool html) {
  const std::string to = wanted.to == 0 ? "latest" : std::to_string(wanted.to);
  return {"compare", std::to_string(wanted.from) + "-" + to + "." + wanted.language.value_or(""),
          html ? ".html" : ".json", "", false};
}

}  // namespace

Response compare_editions(const Call& call) {
  const auto wanted = editions_of(call);
  const bool html = wants_html(call);
  const auto entry = cached_or_made(call, *known_report(call), comparison_kind(wanted, html), [&](const Read& context) {
    const auto result = usecases::compare_editions(context, wanted);
    return MadeAnswer{
        html ? documents::to_html(result.comparison) : edition_comparison_json(wanted.report, result.comparison).dump(),
        result.sequence, ""};
  });
  Response response = response_from(call, entry, media_type(html));
  guard(response, html);
  return response;
}

Response compare_with_report(const Call& call, const Read& context) {
  const auto result = usecases::compare_with_report(
      context, {call.param("report"), call.param("section"), call.query("with").value_or(""), call.query("lang")});
  const bool html = wants_html(call);
  Response response;
  response.set_body(
      html ? documents::to_html(result.comparison) : section_comparison_json(call.param("section"), result).dump(),
      media_type(html));
  response.set_header("Content-Language", result.comparison.language);
  guard(response, html);
  apply_etag(call.request, response, make_etag(result.to ? result.to->revision : 0, *response.body));
  return response;
}

}  // namespace http
