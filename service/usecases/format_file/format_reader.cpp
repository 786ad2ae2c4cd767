#include "usecases/format_file/format_reader.hpp"

#include <algorithm>
#include <set>

#include "documents/translation/glossary_check.hpp"
#include "domain/basis/heavy_work.hpp"
#include "domain/basis/language.hpp"
#include "usecases/format_file/format_gates.hpp"
#include "usecases/format_file/format_outline.hpp"
#include "usecases/format_file/format_reminders.hpp"
#include "usecases/format_file/yaml_guard.hpp"

namespace usecases {
namespace {

using domain::Fault;

constexpr std::size_t kMostFormatBytes = 1U << 20U;
constexpr std::size_t kMostFindings = 100;  // faults; a megabyte of nonsense is not answered with many more

domain::Finding fault_at(std::string place, std::string message, Fault code = Fault::wrong_form) {
  return {std::move(place), code, domain::Message::verbatim(std::move(message))};
}

[[noreturn]] void refuse(Findings findings) {
  std::string message = "The format file has " + std::to_string(findings.size()) + " fault";
  message += findings.size() == 1 ? "." : "s.";
  if (findings.size() > kMostFindings) {
    message += " The first " + std::to_string(kMostFindings) + " are named.";
    findings.resize(kMostFindings);
  }
  throw domain::Error(domain::ErrorCode::invalid, "invalid_format", domain::Message::verbatim(std::move(message)))
      .with(std::move(findings));
}

YAML::Node parse(std::string_view source) {
  if (source.size() > kMostFormatBytes)
    refuse({fault_at("", "A format file may have at most 1 MiB.", Fault::too_long)});
  try {
    guard_yaml(source);
    return YAML::Load(std::string(source));
  } catch (const YAML::Exception& error) {
    refuse({fault_at(
        "", "This cannot be read as YAML: " + error.msg + " (line " + std::to_string(error.mark.line + 1) + ")")});
  }
}

void read_review(const YamlPlace& place, domain::Format& format) {
  if (!place.defined()) return place.complain(Fault::missing, "is missing: the steps of the review");
  if (!place.map_of({"submit", "steps"})) return;
  if (place.at("submit").defined() && place.at("submit").map_of({"title"})) {
    format.submit_title = place.at("submit").at("title").localized(true);
  }
  std::set<std::string> keys;
  place.at("steps").each([&](const YamlPlace& item) {
    if (!item.map_of({"key", "role", "title"})) return;
    domain::ReviewStep step{item.at("key").key(), item.at("title").localized(true), item.at("role").text()};
    if (step.role != "coordinator" && step.role != "reviewer") {
      item.at("role").complain(Fault::unknown, "must be coordinator or reviewer");
    }
    if (!keys.insert(step.key).second) item.complain(Fault::repeated, "the key '" + step.key + "' is used twice");
    format.review_steps.push_back(std::move(step));
  });
  if (format.review_steps.empty()) place.at("steps").complain(Fault::too_few, "at least one review step is needed");
}

void read_stages(const YamlPlace& place, domain::Format& format) {
  std::set<std::string> keys;
  place.each([&](const YamlPlace& item) {
    if (!item.map_of({"key", "title", "start", "end"})) return;
    domain::Stage stage{item.at("key").key(), item.at("title").localized(true), {}, {}};
    for (const char* name : {"start", "end"}) {
      if (!item.at(name).defined()) item.at(name).complain(Fault::missing, "is missing");
    }
    stage.start = read_day(item.at("start")).value_or(stage.start);
    stage.end = read_day(item.at("end")).value_or(stage.start);
    if (stage.end.days < stage.start.days) item.complain(Fault::does_not_fit, "the stage ends before it begins");
    if (!keys.insert(stage.key).second) item.complain(Fault::repeated, "the key '" + stage.key + "' is used twice");
    format.stages.push_back(std::move(stage));
  });
}

domain::CodeListItem read_item(const YamlPlace& place) {
  return {place.at("key").key(), place.at("title").localized(true), place.at("unconfirmed").texts(),
          place.at("guidance").localized(false), place.at("source").text_or("")};
}

void read_code_lists(const YamlPlace& place, domain::Format& format) {
  std::set<std::string> keys;
  place.each([&](const YamlPlace& list_place) {
    if (!list_place.map_of({"key", "title", "items"})) return;
    domain::CodeList list{list_place.at("key").key(), list_place.at("title").localized(true), {}};
    std::set<std::string> items;
    list_place.at("items").each([&](const YamlPlace& place_of_item) {
      if (!place_of_item.map_of({"key", "title", "unconfirmed", "guidance", "source"})) return;
      list.items.push_back(read_item(place_of_item));
      if (!items.insert(list.items.back().key).second) {
        place_of_item.complain(Fault::repeated, "the key '" + list.items.back().key + "' is used twice");
      }
    });
    if (!keys.insert(list.key).second) list_place.complain(Fault::repeated, "the key '" + list.key + "' is used twice");
    format.code_lists.push_back(std::move(list));
  });
}

domain::TermForms read_forms(const YamlPlace& place) {
  if (!place.map_of({"preferred", "also", "forbidden"})) return {};
  return {place.at("preferred").text_or("", 200), place.at("also").texts(), place.at("forbidden").texts()};
}

void read_glossary(const YamlPlace& place, domain::Format& format) {
  place.each([&](const YamlPlace& item) {
    if (!item.map_of({"id", "terms", "note", "unconfirmed"})) return;
    domain::GlossaryEntry entry;
    entry.id = item.at("id").key();
    const YamlPlace terms = item.at("terms");
    if (!terms.is_map())
      return terms.complain(Fault::wrong_type,
                            "must be a map from languages to forms, e.g. {en: {preferred: Compact}}");
    terms.each_language(
        [&](const std::string& language, const YamlPlace& forms) { entry.terms[language] = read_forms(forms); });
    entry.note = item.at("note").text_or("");
    entry.unconfirmed = item.at("unconfirmed").texts();
    format.glossary.push_back(std::move(entry));
  });
  for (const auto& fault : documents::glossary_faults(format.glossary, "")) {
    place.complain(fault.code, fault.pointer + ": " + fault.message.english());
  }
}

void read_languages(const YamlPlace& place, domain::Format& format) {
  if (!place.defined())
    return place.complain(Fault::missing, "is missing: the languages that the format offers, e.g. [en, ru]");
  place.each([&](const YamlPlace& item) {
    format.languages.push_back(item.text());
    if (!domain::is_language_tag(format.languages.back()))
      item.complain(Fault::wrong_form, "is not a language tag such as en or sr-Latn");
  });
  if (format.languages.empty()) place.complain(Fault::too_few, "at least one language is needed");
}

void read_four_eyes(const YamlPlace& place, domain::Format& format) {
  const std::string rule = place.text_or("required");
  if (rule != "required" && rule != "recorded") place.complain(Fault::unknown, "must be required or recorded");
  format.four_eyes = rule == "recorded" ? domain::FourEyes::recorded : domain::FourEyes::required;
}

void read_layout(const YamlPlace& place, domain::Layout& layout) {
  if (!place.defined() || !place.map_of({"chapters_on_new_page", "justified"})) return;
  layout.chapters_on_new_page = place.at("chapters_on_new_page").flag(false);
  layout.justified = place.at("justified").flag(true);
}

}  // namespace

domain::Format read_format(std::string_view source) {
  domain::note_heavy_work("a format");
  Findings findings;
  const YamlPlace root(parse(source), "", findings);
  domain::Format format;
  if (root.map_of({"key", "title", "description", "mandate", "source", "languages", "word_limit", "four_eyes",
                   "minor_edits", "review", "signatures", "layout", "stages", "gates", "reminders", "code_lists",
                   "outline", "glossary"})) {
    format.key = root.at("key").key();
    format.title = root.at("title").localized(true);
    format.description = root.at("description").localized(false);
    format.mandate = root.at("mandate").localized(false);
    format.source = root.at("source").text_or("");
    read_languages(root.at("languages"), format);
    format.limit = read_limit(root.at("word_limit"));
    read_four_eyes(root.at("four_eyes"), format);
    format.minor_edits = root.at("minor_edits").flag(true);
    read_review(root.at("review"), format);
    root.at("signatures").each([&](const YamlPlace& who) { format.signatures.push_back(who.localized(true)); });
    read_layout(root.at("layout"), format.layout);
    read_stages(root.at("stages"), format);
    read_gates(root.at("gates"), format);
    read_reminders(root.at("reminders"), format);
    read_code_lists(root.at("code_lists"), format);
    read_outline(root.at("outline"), format);
    read_glossary(root.at("glossary"), format);
  }
  if (!findings.empty()) refuse(std::move(findings));
  return format;
}

std::vector<domain::Finding> format_warnings(const domain::Format& format) {
  std::vector<domain::Finding> warnings;
  std::size_t words = 0;
  for (const auto& node : format.outline) {
    const std::string place = "outline '" + node.key + "'";
    if (node.counted) words += node.limit.words;
    for (const auto& language : node.unconfirmed) {
      warnings.push_back(fault_at(place, "The title in '" + language + "' is not confirmed by a published text."));
    }
    for (const auto& language : format.languages) {
      if (!node.title.contains(language))
        warnings.push_back(fault_at(place, "There is no title in '" + language + "'."));
    }
  }
  if (format.limit.words > 0 && words > format.limit.words) {
    warnings.push_back(fault_at("word_limit", "The limits of the sections add up to " + std::to_string(words) +
                                                  " words, more than the " + std::to_string(format.limit.words) +
                                                  " in all."));
  }
  return warnings;
}

}  // namespace usecases
