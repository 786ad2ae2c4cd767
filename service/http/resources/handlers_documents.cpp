#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/report/document_json.hpp"
#include "domain/language.hpp"
#include "http/request/cached_answer.hpp"
#include "http/resources/handlers.hpp"
#include "usecases/documents/compile.hpp"

namespace http {
namespace {

struct Rendering {
  const char* extension;
  const char* media_type;
  std::string (*render)(const documents::Document&);
  bool with_pictures = false;  // it holds their bytes
};

usecases::DocumentRequest document_request(const Call& call, const usecases::KnownReport& known) {
  const auto& report = known.row;
  usecases::DocumentRequest request;
  request.report = report.id;
  request.language = call.query("language")
                         .value_or(domain::negotiate_language(call.request.header("Accept-Language"), report.languages,
                                                              report.source_language));
  request.select = call.query("select") == "approved" ? usecases::Select::approved : usecases::Select::latest;
  // The contract has checked that it is a time.
  if (const auto time = call.query("as_of")) request.as_of = domain::parse_time(*time);
  return request;
}

// Of past times only the one asked for last is kept.
AnswerKind document_kind(const usecases::DocumentRequest& request, const std::string& extension) {
  AnswerKind kind{"document", request.language, "." + extension, "", false};
  kind.name += request.select == usecases::Select::approved ? ".approved" : ".latest";
  if (!request.as_of) return kind;
  kind.kind += "-as-of";
  kind.moment = std::to_string(*request.as_of);
  return kind;
}

Response document_response(const Call& call, const usecases::DocumentRequest& request,
                           const ResponseCache::Entry& entry, const std::string& media_type) {
  Response response = response_from(call, entry, media_type);
  response.set_header("Content-Language", request.language);
  response.set_header("Vary", "Accept-Language, Authorization");
  return response;
}

Response document(const Call& call, const Rendering& rendering) {
  const auto report = known_report(call);
  auto request = document_request(call, *report);
  request.with_pictures = rendering.with_pictures;
  const auto entry =
      cached_or_made(call, *report, document_kind(request, rendering.extension), [&](const Read& context) {
        const auto document = usecases::compile(context, request);
        return MadeAnswer{rendering.render(document), document.sequence, ""};
      });
  return document_response(call, request, entry, rendering.media_type);
}

// A program makes it of the report as it was when the document was asked for: who joins while it is being made, and who
// finds it kept, was told by the same name what is in it.
ResponseCache::Entry convert_document(const Call& call, const usecases::DocumentRequest& request,
                                      const std::string& extension, documents::OfficeKind kind) {
  const auto make = [&](const usecases::KnownReport& report, const domain::Actor& caller, const Slot& slot) {
    auto pinned = request;
    if (!request.as_of) pinned.event = report.sequence;
    pinned.readable = report.readable_by(caller);
    const auto made = call.service.converters().convert(kind, slot.key + "@" + slot.version, [&] {
      return call.service.read(call.actor(), [&](const Read& context) { return usecases::compile(context, pinned); });
    });
    return MadeSlowly{made.bytes, made.sequence};
  };
  return cached_or_made_slowly(call, document_kind(request, extension), make);
}

Response office_document(const Call& call, documents::OfficeKind kind, const std::string& media_type) {
  const auto request = document_request(call, *known_report(call));
  const std::string extension(documents::extension_of(kind));
  const auto entry = convert_document(call, request, extension, kind);
  Response response = document_response(call, request, entry, media_type);
  response.set_header("Content-Disposition",
                      "attachment; filename=\"" + request.report + "." + request.language + "." + extension + "\"");
  return response;
}

}  // namespace

Response get_document_md(const Call& call) {
  return document(call, {"md", "text/markdown; charset=utf-8", documents::to_markdown});
}

Response get_document_html(const Call& call) {
  Response response = document(call, {"html", "text/html; charset=utf-8", documents::to_html, true});
  response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  return response;
}

Response get_document_json(const Call& call) {
  return document(call, {"json", "application/json", documents::to_json});
}

Response get_document_docx(const Call& call) {
  return office_document(call, documents::OfficeKind::docx,
                         "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

Response get_document_odt(const Call& call) {
  return office_document(call, documents::OfficeKind::odt, "application/vnd.oasis.opendocument.text");
}

Response get_document_pdf(const Call& call) {
  return office_document(call, documents::OfficeKind::pdf, "application/pdf");
}

}  // namespace http
