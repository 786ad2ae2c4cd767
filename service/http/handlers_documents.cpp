#include "domain/language.hpp"
#include "http/handlers.hpp"
#include "http/kept_answer.hpp"
#include "render/document_json.hpp"
#include "render/html.hpp"
#include "render/markdown.hpp"
#include "usecases/compile.hpp"

namespace http {
namespace {

struct Rendering {
  const char* extension;
  const char* media_type;
  std::string (*render)(const render::Document&);
  bool with_pictures = false;  // it holds their bytes
};

usecases::DocumentRequest document_request(const Call& call, const usecases::KnownReport& known) {
  const auto& report = known.row;
  usecases::DocumentRequest request;
  request.report = report.id;
  request.language = call.query("lang").value_or(
      domain::negotiate_language(call.request.header("Accept-Language"), report.languages, report.source_language));
  request.select = call.query("select") == "approved" ? usecases::Select::approved : usecases::Select::latest;
  if (const auto time = call.query("as_of")) {
    request.as_of = domain::parse_time(*time);
    if (!request.as_of) usecases::throw_invalid("as_of", "'" + *time + "' is no time such as 2026-05-05T09:00:00Z.");
  }
  return request;
}

// Those who may read the same sections share a document. Of past times only the one asked for last is kept.
Slot document_slot(const Call& call, const usecases::DocumentRequest& request, const usecases::KnownReport& report,
                   const std::string& extension) {
  Slot slot;
  slot.variant = request.language + (request.select == usecases::Select::approved ? ".approved." : ".latest.") +
                 report.readers(call.actor()) + "." + extension;
  slot.version = std::to_string(report.sequence);
  slot.key = "document/" + request.report + "/" + slot.variant;
  if (!request.as_of) return slot;
  slot.version += "@" + std::to_string(*request.as_of);
  slot.key += "/as-of";
  return slot;
}

ResponseCache::Entry make_document(const Call& call, usecases::DocumentRequest request, const Rendering& rendering) {
  request.with_pictures = rendering.with_pictures;
  return call.service.read(call.actor(), [&](const Read& context) {
    const auto seen = usecases::know_report(context, usecases::open_report(context, request.report));
    const auto document = usecases::compile(context, request);
    return keep(call, document_slot(call, request, seen, rendering.extension), document.sequence,
                rendering.render(document));
  });
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
  const auto request = document_request(call, *report);
  const Slot slot = document_slot(call, request, *report, rendering.extension);
  auto entry = call.cache.find(slot.key, slot.version);
  if (!entry) entry = make_document(call, request, rendering);
  return document_response(call, request, *entry, rendering.media_type);
}

// What a program made of the report. It is kept unless the report moved on meanwhile: then its sequence is not the one
// of the slot.
ResponseCache::Entry convert_document(const Call& call, const usecases::DocumentRequest& request, const Slot& slot,
                                      std::int64_t sequence, render::OfficeKind kind) {
  const auto made = call.service.converters().convert(kind, slot.key + "@" + slot.version, [&] {
    return call.service.read(call.actor(), [&](const Read& context) { return usecases::compile(context, request); });
  });
  ResponseCache::Entry entry{slot.version, "\"" + std::to_string(made.sequence) + "." + slot.variant + "\"",
                             made.bytes};
  if (request.as_of || made.sequence == sequence) call.cache.keep(slot.key, entry);
  return entry;
}

Response office_document(const Call& call, render::OfficeKind kind, const std::string& media_type) {
  const auto report = known_report(call);
  const auto request = document_request(call, *report);
  const std::string extension(render::extension_of(kind));
  const Slot slot = document_slot(call, request, *report, extension);
  auto entry = call.cache.find(slot.key, slot.version);
  if (!entry) entry = convert_document(call, request, slot, report->sequence, kind);
  Response response = document_response(call, request, *entry, media_type);
  response.set_header("Content-Disposition",
                      "attachment; filename=\"" + request.report + "." + request.language + "." + extension + "\"");
  return response;
}

}  // namespace

Response get_document_md(const Call& call) {
  return document(call, {"md", "text/markdown; charset=utf-8", render::to_markdown});
}

Response get_document_html(const Call& call) {
  Response response = document(call, {"html", "text/html; charset=utf-8", render::to_html, true});
  response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  return response;
}

Response get_document_json(const Call& call) { return document(call, {"json", "application/json", render::to_json}); }

Response get_document_docx(const Call& call) {
  return office_document(call, render::OfficeKind::docx,
                         "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
}

Response get_document_odt(const Call& call) {
  return office_document(call, render::OfficeKind::odt, "application/vnd.oasis.opendocument.text");
}

Response get_document_pdf(const Call& call) {
  return office_document(call, render::OfficeKind::pdf, "application/pdf");
}

}  // namespace http
