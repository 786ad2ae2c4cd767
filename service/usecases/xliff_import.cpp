#include "usecases/xliff_import.hpp"

#include <map>
#include <utility>

#include "domain/error.hpp"
#include "render/translation_compose.hpp"
#include "render/xliff_reader.hpp"
#include "usecases/xliff_export.hpp"

namespace usecases {
namespace {

using domain::ErrorCode;
using render::TextUnits;

constexpr std::size_t kMostRemarks = 50;

[[noreturn]] void refuse_file(const std::string& message) {
  throw domain::Error(ErrorCode::invalid, "invalid_xliff", message);
}

void check_languages(const OpenReport& report, const render::XliffContent& content) {
  if (content.source_language != report.row.source_language) {
    refuse_file("The file translates from '" + content.source_language.substr(0, 40) +
                "'; this report is written in '" + report.row.source_language + "'.");
  }
  const std::string language = content.target_language.substr(0, 40);
  if (!report.has_language(language) || language == report.row.source_language) {
    refuse_file("The file translates into '" + language +
                "', which is no language that this report is translated into.");
  }
  for (const auto& file : content.files) {
    const auto id = XliffFileId::parse(file.id);
    if (!id || file.original.empty() || file.original == report.row.id + "/" + id->section) continue;
    refuse_file("Part '" + file.id + "' of the file belongs to '" + file.original.substr(0, 200) +
                "', not to the report '" + report.row.id + "'.");
  }
}

// One part of the file on its way into the report.
class Section {
 public:
  Section(const Write& context, const OpenReport& report, std::string language, bool dry_run)
      : context_(context), report_(report), language_(std::move(language)), dry_run_(dry_run) {}

  ImportedSection take(const render::XliffReadFile& file) {
    result_.section = file.id;
    const auto id = XliffFileId::parse(file.id);
    const auto row = id ? store::find_section(context_.tx, report_.row.id, id->section) : std::nullopt;
    if (!row)
      return end("invalid", "The file was not given out by this service: its id names no section and revision.");
    result_.section = row->id;
    result_.source_revision = id->source;
    if (!domain::may_read_text(context_.actor, report_.assignment(*row), report_.row.shared())) {
      return end("refused", "You may not read the texts of this section.");
    }
    const auto source = revision(report_.row.source_language, id->source);
    if (!source) return end("invalid", "The source text has no revision " + std::to_string(id->source) + ".");
    const auto newest = revision(report_.row.source_language, 0);
    if (newest->revision != source->revision) return refuse_stale(*source, *newest);
    return take_units(file, *id, *source);
  }

 private:
  ImportedSection end(const char* result, std::string message) {
    result_.result = result;
    result_.message = std::move(message);
    return std::move(result_);
  }

  std::optional<store::Revision> revision(const std::string& language, std::int64_t number) const {
    return store::find_revision(context_.tx, report_.row.id, result_.section, language, number);
  }

  ImportedSection refuse_stale(const store::Revision& from, const store::Revision& to) {
    result_.source_change = TextPair{from, to};
    return end("stale_source", "The source text has revision " + std::to_string(to.revision) +
                                   " by now; this translates revision " + std::to_string(from.revision) +
                                   ". Fetch the file again: what did not change comes with its translation.");
  }

  void remark(const std::string& unit, std::string message) {
    if (result_.units.size() < kMostRemarks) result_.units.push_back({unit, std::move(message)});
  }

  ImportedSection take_units(const render::XliffReadFile& file, const XliffFileId& id, const store::Revision& source) {
    const TextUnits units(source.markdown);
    const auto present = id.translation > 0 ? revision(language_, id.translation) : std::nullopt;
    if (id.translation > 0 && !present) {
      return end("invalid", "The translation has no revision " + std::to_string(id.translation) + ".");
    }
    find_offered(units, id, present);
    std::map<std::string, const render::XliffReadUnit*> given;
    for (const auto& unit : file.units) given.emplace(unit.id, &unit);
    std::vector<render::UnitParts> targets;
    for (std::size_t i = 0; i < units.units().size(); ++i) {
      const std::string name = "u" + std::to_string(i + 1);
      const auto found = given.find(name);
      targets.push_back(target_of(name, found == given.end() ? nullptr : found->second, units.units()[i], i));
      if (found != given.end()) given.erase(found);
    }
    for (const auto& [name, unit] : given) fault(name, "The source text has no such unit.");
    if (faulty_) return end("invalid", "Some units are not as the source text has them. Nothing of it was saved.");
    if (!result_.units.empty())
      return end("incomplete", "Some units have no translation yet. Nothing of it was saved.");
    return save(source, present ? std::optional(present->markdown) : std::nullopt, targets, id);
  }

  // What the file said when it was given out, so that a stale unit that nobody touched is not taken for translated.
  void find_offered(const TextUnits& units, const XliffFileId& id, const std::optional<store::Revision>& present) {
    stale_ = present && present->source_revision.value_or(0) < id.source;
    if (!stale_) return;
    const TextUnits translation(present->markdown);
    offered_ = render::align_translation(units, translation);
  }

  void fault(const std::string& unit, std::string message) {
    faulty_ = true;
    remark(unit, std::move(message));
  }

  render::UnitParts target_of(const std::string& name, const render::XliffReadUnit* given, const render::TextUnit& unit,
                              std::size_t index) {
    if (given == nullptr || !given->target) {
      remark(name, "There is no translation of: " + excerpt(render::text_of(unit.parts)));
      return {};
    }
    auto target = render::fit_target(*given->target, unit);
    if (!given->fault.empty()) target.fault = given->fault;
    if (!same_source(*given, unit)) target.fault = "its source is not that of the report";
    if (!target.fault.empty()) {
      fault(name, "This unit cannot be taken: " + target.fault + ".");
    } else if (given->initial && index < offered_.size() && offered_[index] == target.parts) {
      remark(name, "The source changed and the translation is the old one, still marked as initial.");
    }
    return std::move(target.parts);
  }

  static std::string excerpt(std::string text) {
    constexpr std::size_t kLongest = 80;
    if (text.size() <= kLongest) return text;
    std::size_t end = kLongest;
    while ((text[end] & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "...";
  }

  static bool same_source(const render::XliffReadUnit& given, const render::TextUnit& unit) {
    render::XliffParts parts;
    for (const auto& part : unit.parts) parts.push_back({part.kind, part.text});
    return render::plain_text(parts) == render::plain_text(given.source);
  }

  ImportedSection save(const store::Revision& source, const std::optional<std::string>& present,
                       const std::vector<render::UnitParts>& targets, const XliffFileId& id) {
    try {
      SaveText command;
      command.key = {report_.row.id, result_.section, language_};
      command.markdown = render::compose_translation(source.markdown, present, targets);
      command.source_revision = source.revision;
      if (id.translation > 0) command.expected = id.translation;
      command.dry_run = dry_run_;
      auto saved = save_text(context_, command);
      result_.revision = saved.text.revision.revision;
      result_.terms = std::move(saved.terms);
      return end(saved.unchanged ? "unchanged" : "saved", "");
    } catch (const domain::Error& error) {
      return end(result_of(error), error.message());
    }
  }

  // A refusal of this section; it was told before anything was written. Throws on what concerns them all.
  static const char* result_of(const domain::Error& error) {
    switch (error.code()) {
      case ErrorCode::stale:
        return "conflict";
      case ErrorCode::invalid:
        return "invalid";
      case ErrorCode::conflict:
      case ErrorCode::forbidden:
        return "refused";
      default:
        throw;  // the one that is being handled
    }
  }

  const Write& context_;
  const OpenReport& report_;
  std::string language_;
  bool dry_run_;
  bool stale_ = false;
  bool faulty_ = false;
  std::vector<std::optional<render::UnitParts>> offered_;
  ImportedSection result_;
};

}  // namespace

ImportReport import_translations(const Write& context, const std::string& report_id, const std::string& xliff,
                                 bool dry_run) {
  const OpenReport report = open_report(context.as_read(), report_id);
  const auto content = render::read_xliff(xliff);
  check_languages(report, content);
  ImportReport result{content.target_language, dry_run, {}};
  for (const auto& file : content.files) {
    result.sections.push_back(Section(context, report, content.target_language, dry_run).take(file));
  }
  return result;
}

}  // namespace usecases
