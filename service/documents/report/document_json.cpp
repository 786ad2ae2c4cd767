#include "documents/report/document_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "documents/text/placed_pictures.hpp"
#include "domain/report/outline_numbers.hpp"

namespace documents {
namespace {

using OrderedJson = nlohmann::ordered_json;  // fields in the order of the contract

const char* name_of(ContentKind kind) {
  switch (kind) {
    case ContentKind::group:
      return "group";
    case ContentKind::text:
      return "text";
    case ContentKind::nothing:
      return "nothing";
    case ContentKind::gap:
      return "gap";
    case ContentKind::withheld:
      return "withheld";
  }
  return "gap";
}

template <class Value>
OrderedJson only_if(bool known, const Value& value) {
  return known ? OrderedJson(value) : OrderedJson(nullptr);
}

OrderedJson text_or_null(const std::string& text) { return only_if(!text.empty(), text); }

OrderedJson carried_over_json(const DocumentSection& section) {
  if (section.carried_over.empty()) return nullptr;
  return {{"report", section.carried_over},
          {"section", section.id},
          {"language", section.language},
          {"revision", section.carried_over_revision}};
}

OrderedJson pictures_json(const DocumentSection& section) {
  OrderedJson pictures = OrderedJson::array();
  for (const auto& placed : placed_pictures(section.markdown)) {
    const auto file = std::ranges::find(section.pictures, placed.name, &DocumentPicture::name);
    const bool there = file != section.pictures.end();
    pictures.push_back({{"name", placed.name},
                        {"alternative", text_or_null(placed.alternative)},
                        {"caption", text_or_null(placed.caption)},
                        {"media_type", there ? OrderedJson(file->media_type) : OrderedJson()},
                        {"bytes", there ? OrderedJson(file->bytes) : OrderedJson()},
                        {"sha256", there ? OrderedJson(file->sha256) : OrderedJson()}});
  }
  return pictures;
}

OrderedJson section_json(const DocumentSection& section, const std::string& number) {
  const bool text = section.content == ContentKind::text;
  return {{"id", section.id},
          {"number", number},
          {"depth", section.depth},
          {"annex", section.annex},
          {"title", section.title},
          {"title_language", section.title_language},
          {"content", name_of(section.content)},
          {"markdown", only_if(text, section.markdown)},
          {"language", only_if(text, section.language)},
          {"fallback", section.fallback},
          {"stale", section.stale},
          {"unconfirmed", section.unconfirmed},
          {"carried_over_from", carried_over_json(section)},
          {"reason", text_or_null(section.reason)},
          {"state", section.state},
          {"step_title", text_or_null(section.step_title)},
          {"lead", text_or_null(section.lead)},
          {"revision", only_if(text, section.revision)},
          {"words", only_if(text, section.words)},
          {"pictures", pictures_json(section)}};
}

OrderedJson contribution_json(const Contribution& line) {
  OrderedJson approvals = OrderedJson::array();
  for (const auto& approval : line.approvals) {
    approvals.push_back({{"step", approval.step},
                         {"by", approval.by},
                         {"on", approval.on},
                         {"reason", text_or_null(approval.reason)},
                         {"by_deputy", approval.by_deputy}});
  }
  return {{"section", line.section_id},      {"title", line.section_title},
          {"lead", text_or_null(line.lead)}, {"contributors", line.contributors},
          {"revisions", line.revisions},     {"last_saved_on", text_or_null(line.last_saved_on)},
          {"approvals", approvals}};
}

OrderedJson task_json(const PlannedTask& task) {
  return {{"task", task.number},
          {"title", task.title},
          {"agency", text_or_null(task.agency)},
          {"role", task.role ? OrderedJson(domain::to_string(*task.role)) : OrderedJson()},
          {"due_on", text_or_null(task.due_on)},
          {"state", domain::to_string(task.state)},
          {"result", text_or_null(task.result)}};
}

OrderedJson request_json(const RequestedHelp& help) {
  return {{"request", help.number},
          {"title", help.title},
          {"kind", domain::to_string(help.kind)},
          {"partner", help.partner},
          {"needed_by", text_or_null(help.needed_by)},
          {"amount", text_or_null(help.amount)},
          {"currency", text_or_null(help.currency)},
          {"state", domain::to_string(help.state)},
          {"answer", text_or_null(help.answer)},
          {"outcome", text_or_null(help.outcome)}};
}

// What nobody asked for is not there.
void add_annexes(OrderedJson& json, const Document& document) {
  if (document.annexes.plan) {
    OrderedJson& tasks = json["plan"] = OrderedJson::array();
    for (const auto& task : document.plan) tasks.push_back(task_json(task));
  }
  if (document.annexes.assistance) {
    OrderedJson& requests = json["assistance"] = OrderedJson::array();
    for (const auto& help : document.assistance) requests.push_back(request_json(help));
  }
}

OrderedJson imprint_json(const Imprint& imprint) {
  const auto emblem = [&]() -> OrderedJson {
    if (!imprint.emblem) return nullptr;
    return {{"name", imprint.emblem->name},
            {"media_type", imprint.emblem->media_type},
            {"bytes", imprint.emblem->bytes},
            {"sha256", imprint.emblem->sha256}};
  };
  return {{"subtitle", text_or_null(imprint.subtitle.text)},
          {"publisher", text_or_null(imprint.publisher.text)},
          {"place", text_or_null(imprint.place.text)},
          {"issued_on", text_or_null(imprint.issued_on)},
          {"document_number", text_or_null(imprint.document_number)},
          {"isbn", text_or_null(imprint.isbn)},
          {"disclaimer", text_or_null(imprint.disclaimer.text)},
          {"contact", text_or_null(imprint.contact.text)},
          {"emblem", emblem()}};
}

OrderedJson sections_json(const Document& document) {
  OrderedJson sections = OrderedJson::array();
  domain::OutlineNumbers numbers;
  for (const auto& section : document.sections) {
    const std::string number = numbers.next(section.depth, section.annex);
    if (!document.is_part() || document.shown.contains(section.id)) sections.push_back(section_json(section, number));
  }
  return sections;
}

ContentKind kind_named(const std::string& name) {
  for (const auto kind : {ContentKind::group, ContentKind::text, ContentKind::nothing, ContentKind::withheld}) {
    if (name == name_of(kind)) return kind;
  }
  return ContentKind::gap;
}

template <class Value>
void read(const OrderedJson& json, const char* name, Value& value) {
  if (const auto found = json.find(name); found != json.end() && !found->is_null()) found->get_to(value);
}

// Those that were there, once each.
void read_picture(const OrderedJson& json, std::vector<DocumentPicture>& pictures) {
  DocumentPicture picture;
  read(json, "name", picture.name);
  read(json, "media_type", picture.media_type);
  read(json, "sha256", picture.sha256);
  read(json, "bytes", picture.bytes);
  const bool known = std::ranges::find(pictures, picture.name, &DocumentPicture::name) != pictures.end();
  if (!known && !picture.media_type.empty()) pictures.push_back(std::move(picture));
}

DocumentSection section_from(const OrderedJson& json) {
  DocumentSection section;
  std::string content;
  read(json, "content", content);
  section.content = kind_named(content);
  read(json, "id", section.id);
  read(json, "depth", section.depth);
  read(json, "annex", section.annex);
  read(json, "title", section.title);
  read(json, "title_language", section.title_language);
  read(json, "markdown", section.markdown);
  read(json, "language", section.language);
  read(json, "fallback", section.fallback);
  read(json, "stale", section.stale);
  read(json, "unconfirmed", section.unconfirmed);
  if (const auto found = json.find("carried_over_from"); found != json.end() && found->is_object()) {
    read(*found, "report", section.carried_over);
    read(*found, "revision", section.carried_over_revision);
  }
  read(json, "reason", section.reason);
  read(json, "state", section.state);
  read(json, "step_title", section.step_title);
  read(json, "lead", section.lead);
  read(json, "revision", section.revision);
  read(json, "words", section.words);
  const OrderedJson pictures = json.value("pictures", OrderedJson::array());
  for (const auto& picture : pictures) read_picture(picture, section.pictures);
  return section;
}

}  // namespace

std::string to_json(const Document& document) {
  OrderedJson contributions = OrderedJson::array();
  for (const auto& line : document.contributions) {
    if (!document.is_part() || document.shown.contains(line.section_id))
      contributions.push_back(contribution_json(line));
  }
  OrderedJson json{{"language", document.language},
                   {"title", document.title},
                   {"title_language", document.title_language},
                   {"format_title", document.format_title},
                   {"format_title_language", document.format_title_language},
                   {"country", document.country},
                   {"forum_date", document.forum_date},
                   {"as_of", document.as_of},
                   {"sequence", document.sequence},
                   {"select", document.select},
                   {"words", document.words},
                   {"word_limit", only_if(document.word_limit != 0, document.word_limit)},
                   {"imprint", imprint_json(document.imprint)},
                   {"sections", sections_json(document)},
                   {"contributions", contributions}};
  add_annexes(json, document);
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

Document document_from_json(const std::string& text) {
  const OrderedJson json = OrderedJson::parse(text);
  Document document;
  read(json, "language", document.language);
  read(json, "title", document.title);
  read(json, "title_language", document.title_language);
  read(json, "format_title", document.format_title);
  read(json, "format_title_language", document.format_title_language);
  read(json, "country", document.country);
  read(json, "forum_date", document.forum_date);
  read(json, "as_of", document.as_of);
  read(json, "sequence", document.sequence);
  read(json, "select", document.select);
  read(json, "words", document.words);
  read(json, "word_limit", document.word_limit);
  for (const auto& section : json.at("sections")) document.sections.push_back(section_from(section));
  return document;
}

}  // namespace documents
