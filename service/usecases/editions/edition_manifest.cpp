#include "usecases/editions/edition_manifest.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/basis/calendar.hpp"
#include "store/database/hash.hpp"
#include "store/report/sections.hpp"
#include "store/report/texts.hpp"
#include "store/report/transitions.hpp"
#include "usecases/frame/numbering.hpp"

namespace usecases {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json approval_json(const domain::Transition& approval) {
  return {{"step", approval.from_step},
          {"user", approval.by.user},
          {"agency", or_null(approval.by.agency)},
          {"role", approval.by.role},
          {"for", or_null(approval.by.for_user)},
          {"at", domain::format_time(approval.at)},
          {"event", approval.event},
          {"revisions", approval.revisions}};
}

// What the document of one language shows of a section.
Json shown_json(const std::string& language, const documents::DocumentSection& section, const domain::Texts& texts) {
  Json shown{{"language", language}};
  if (section.content != documents::ContentKind::text) {
    shown["shows"] = section.content == documents::ContentKind::nothing ? "nothing_to_report" : "gap";
    return shown;
  }
  shown["shows"] = "text";
  shown["text_language"] = section.language;
  shown["revision"] = section.revision;
  const auto text = texts.find(section.language);
  shown["text_sha256"] = text == texts.end() ? Json() : Json(text->second.sha256);
  shown["words"] = section.words;
  return shown;
}

const documents::DocumentSection* find(const documents::Document& document, const std::string& id) {
  const auto found = std::ranges::find(document.sections, id, &documents::DocumentSection::id);
  return found == document.sections.end() ? nullptr : &*found;
}

}  // namespace

Json manifest_sections(const Read& context, const OpenReport& report, const Documents& documents) {
  const auto numbers = number_outline(*report.format);
  const std::int64_t event = documents.begin()->second.sequence;
  const auto approvals = store::approvals_at(context.tx, report.row.id, event);
  const auto texts = store::texts_of_report_at(context.tx, report.row.id, event);
  Json sections = Json::array();
  for (const auto& row : store::list_sections_at(context.tx, report.row.id, event)) {
    if (report.node(row.id).kind != domain::NodeKind::text) continue;
    Json section{{"id", row.id},
                 {"number", numbers.at(row.id)},
                 {"state", domain::to_string(row.state)},
                 {"lead", or_null(row.lead)}};
    section["approvals"] = Json::array();
    if (const auto found = approvals.find(row.id); found != approvals.end()) {
      for (const auto& approval : found->second) section["approvals"].push_back(approval_json(approval));
    }
    section["texts"] = Json::array();
    const auto own = texts.find(row.id);
    for (const auto& [language, document] : documents) {
      if (const auto* shown = find(document, row.id)) {
        section["texts"].push_back(shown_json(language, *shown, own == texts.end() ? domain::Texts() : own->second));
      }
    }
    sections.push_back(std::move(section));
  }
  return sections;
}

Json manifest_files(const std::map<std::string, std::string>& files) {
  Json list = Json::array();
  for (const auto& [name, bytes] : files) {
    list.push_back({{"name", name},
                    {"media_type", media_type_of(name)},
                    {"bytes", bytes.size()},
                    {"sha256", store::sha256_hex(bytes)}});
  }
  return list;
}

std::string checksum_lines(const std::map<std::string, std::string>& files) {
  std::string lines;
  for (const auto& [name, bytes] : files) lines += store::sha256_hex(bytes) + "  " + name + "\n";
  return lines;
}

std::string media_type_of(const std::string& file_name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> types{{
      {".md", "text/markdown; charset=utf-8"},
      {".html", "text/html; charset=utf-8"},
      {".json", "application/json"},
      {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      {".odt", "application/vnd.oasis.opendocument.text"},
      {".pdf", "application/pdf"},
      {".zip", "application/zip"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".svg", "image/svg+xml"},
  }};
  for (const auto& [ending, type] : types) {
    if (file_name.ends_with(ending)) return std::string(type);
  }
  return "text/plain; charset=utf-8";
}

}  // namespace usecases
