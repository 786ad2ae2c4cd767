#include "usecases/translation/xliff_export.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <utility>

#include "documents/text/excerpt.hpp"
#include "documents/translation/xliff_writer.hpp"
#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "usecases/translation/translation_offers.hpp"

namespace usecases {
namespace {

using documents::TextUnits;
using documents::XliffUnit;
using domain::say;
using domain::TranslationState;

constexpr int kPage = 1000;

class Exporter {
 public:
  Exporter(const Read& context, const OpenReport& report, const std::string& language)
      : context_(context),
        report_(report),
        language_(language),
        check_(context.service.term_checks().find(context, report)) {}

  void add(const TranslationView& view) {
    auto source = std::make_unique<TextUnits>(markdown(view, view.source.language, view.source.revision));
    if (source->units().empty()) return;
    documents::XliffFile file;
    file.id = XliffFileId{view.section, view.source.revision, view.newest ? view.newest->revision : 0}.to_string();
    file.original = report_.row.id + "/" + view.section;
    add_notes(view, file);
    const auto offers = offers_of(view, *source);
    for (std::size_t i = 0; i < source->units().size(); ++i) {
      file.units.push_back(unit_of(view, source->units()[i], offers[i]));
    }
    sources_.push_back(std::move(source));
    files_.push_back(std::move(file));
  }

  std::string write() const {
    if (files_.empty()) {
      throw domain::Error(domain::ErrorCode::not_found, "nothing_to_translate",
                          say("There is no text here that you may read and that matches what was asked for."));
    }
    return documents::write_xliff(report_.row.source_language, language_, files_);
  }

 private:
  std::string markdown(const TranslationView& view, const std::string& language, std::int64_t revision) const {
    return store::find_revision(context_.tx, report_.row.id, view.section, language, revision).value().markdown;
  }

  void add_notes(const TranslationView& view, documents::XliffFile& file) const {
    const auto title = view.title.find(report_.row.source_language);
    file.notes.push_back({"section", view.number + (title == view.title.end() ? "" : " " + title->second)});
    file.notes.push_back({"source-revision", std::to_string(view.source.revision)});
    if (!view.newest) return;
    file.notes.push_back({"translation-revision", std::to_string(view.newest->revision)});
    file.notes.push_back({"translation-state", std::string(domain::to_string(view.state))});
  }

  Offers offers_of(const TranslationView& view, const TextUnits& source) const {
    if (!view.newest) return Offers(source.units().size());
    const TextUnits translation(markdown(view, language_, view.newest->revision));
    const auto then = view.newest->source_revision.value_or(view.source.revision);
    if (then == view.source.revision) return offers_for(source, translation);
    return offers_for(source, TextUnits(markdown(view, view.source.language, then)), translation);
  }

  XliffUnit unit_of(const TranslationView& view, const documents::TextUnit& unit, const Offer& offer) const {
    XliffUnit out;
    out.unit = &unit;
    out.target = offer.parts;
    out.state = !offer.parts || offer.old                 ? "initial"
                : view.state == TranslationState::current ? "final"
                                                          : "translated";
    if (offer.old) {
      out.sub_state = "nr:stale";
      out.notes.push_back({"source-then", "The translation was made from: " + offer.source_then});
    }
    if (!offer.remark.empty()) out.notes.push_back({"alignment", offer.remark});
    out.terms = terms_in(unit);
    return out;
  }

  std::vector<documents::XliffTerm> terms_in(const documents::TextUnit& unit) const {
    std::vector<documents::XliffTerm> terms;
    const std::string& from = report_.row.source_language;
    if (check_ == nullptr || !check_->knows(from) || !check_->knows(language_)) return terms;
    const documents::TermWords words(documents::text_of(unit.parts));
    for (const auto& [entry, written] : check_->look_at(from, words).wanted) {
      const auto forms = entry->terms.find(language_);
      if (forms == entry->terms.end() || forms->second.preferred.empty()) continue;
      terms.push_back({written, forms->second.preferred, entry->note});
    }
    return terms;
  }

  const Read& context_;
  const OpenReport& report_;
  std::string language_;
  std::shared_ptr<const documents::GlossaryCheck> check_;
  std::vector<std::unique_ptr<TextUnits>> sources_;  // the files point into them
  std::vector<documents::XliffFile> files_;
};

bool is_wanted(const ExportFilter& filter, const TranslationView& view) {
  const auto state = std::string(domain::to_string(view.state));
  const auto& sections = filter.sections;
  return (sections.empty() || std::ranges::find(sections, view.section) != sections.end()) &&
         (filter.states.empty() || std::ranges::find(filter.states, state) != filter.states.end());
}

}  // namespace

XliffDocument export_translations(const Read& context, const std::string& report_id, const ExportFilter& filter) {
  const OpenReport report = open_report(context, report_id);
  std::map<std::string, domain::Section> rows;
  for (auto& row : store::list_sections(context.tx, report_id)) rows.emplace(row.id, row);
  for (const auto& section : filter.sections) {
    if (!rows.contains(section)) throw_not_found(domain::say("section"), documents::excerpt(section));
  }
  require_language(report, filter.language);
  Exporter exporter(context, report, filter.language);
  const TranslationFilter all{filter.language, std::nullopt, std::nullopt};
  for (std::int64_t from = 0;;) {
    const auto list = list_translations(context, report_id, all, from, kPage);
    for (const auto& view : list.views) {
      const bool readable =
          domain::may_read_text(context.actor, report.assignment(rows.at(view.section)), report.row.shared());
      if (readable && is_wanted(filter, view)) exporter.add(view);
    }
    if (list.next == 0) break;
    from = list.next;
  }
  XliffDocument file{report_id + "." + report.row.source_language + "-" + filter.language + ".xlf", exporter.write(),
                     ""};
  file.tag = store::sha256_hex(file.bytes).substr(0, 32);
  return file;
}

std::string XliffFileId::to_string() const {
  return section + ".s" + std::to_string(source) + ".t" + std::to_string(translation);
}

std::optional<XliffFileId> XliffFileId::parse(const std::string& id) {
  const auto first = id.find(".s");
  const auto second = id.find(".t", first == std::string::npos ? id.size() : first + 2);
  if (second == std::string::npos) return std::nullopt;
  XliffFileId parsed{id.substr(0, first), 0, 0};
  const auto number = [&](std::size_t begin, std::size_t end, std::int64_t& value) {
    const auto [rest, error] = std::from_chars(id.data() + begin, id.data() + end, value);
    return error == std::errc() && rest == id.data() + end && value >= 0;
  };
  const bool good = number(first + 2, second, parsed.source) && number(second + 2, id.size(), parsed.translation);
  if (!good || parsed.source < 1 || parsed.to_string() != id) return std::nullopt;
  return parsed;
}

}  // namespace usecases
