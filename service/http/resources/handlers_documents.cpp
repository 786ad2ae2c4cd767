#include <sstream>
#include <string>
#include <vector>

#include "http/resources/handlers.hpp"
#include "usecases/documents/get_document.hpp"

namespace http {
namespace {

using usecases::DocumentFormat;

// "contributions,plan"; the contract has checked that they are names.
std::vector<std::string> names_in(const std::string& list) {
  std::vector<std::string> names;
  std::istringstream in(list);
  for (std::string name; std::getline(in, name, ',');) names.push_back(name);
  return names;
}

usecases::DocumentRequest document_request(const Call& call, DocumentFormat format) {
  usecases::DocumentRequest request;
  request.report = call.param("report");
  request.format = format;
  request.language = call.query("language");
  request.accept_language = call.request.header("Accept-Language");
  request.select = call.query("select") == "approved" ? usecases::Select::approved : usecases::Select::latest;
  // The contract has checked that it is a time.
  if (const auto time = call.query("as_of")) request.as_of = domain::parse_time(*time);
  if (const auto names = call.query("annexes")) request.annexes = names_in(*names);
  request.part = usecases::part_of(call.query("section").value_or(""), call.query("agency").value_or(""), "agency");
  return request;
}

Response document_response(const Call& call, const usecases::DocumentFile& document) {
  Response response = cached_response(call, document.file, document.media_type);
  response.set_header("Content-Language", document.language);
  response.set_header("Vary", "Accept-Language, Authorization");
  return response;
}

// Shown where it is asked for.
Response shown_document(const Call& call, DocumentFormat format) {
  return document_response(call, usecases::get_document(call.service, call.actor(), document_request(call, format)));
}

// Saved under its name.
Response saved_document(const Call& call, DocumentFormat format) {
  const auto document = usecases::get_document(call.service, call.actor(), document_request(call, format));
  Response response = document_response(call, document);
  response.set_header("Content-Disposition", "attachment; filename=\"" + document.name + "\"");
  return response;
}

}  // namespace

Response get_document_md(const Call& call) { return shown_document(call, DocumentFormat::md); }

Response get_document_html(const Call& call) {
  Response response = shown_document(call, DocumentFormat::html);
  response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  return response;
}

Response get_document_json(const Call& call) { return shown_document(call, DocumentFormat::json); }

Response get_document_docx(const Call& call) { return saved_document(call, DocumentFormat::docx); }

Response get_document_odt(const Call& call) { return saved_document(call, DocumentFormat::odt); }

Response get_document_pdf(const Call& call) { return saved_document(call, DocumentFormat::pdf); }

}  // namespace http
