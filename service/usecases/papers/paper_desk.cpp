#include "usecases/papers/paper_desk.hpp"

#include <utility>

#include "documents/report/spelled.hpp"
#include "store/people/agencies.hpp"
#include "usecases/frame/told.hpp"
#include "usecases/reports/emblem.hpp"

namespace usecases {
namespace {

std::optional<documents::DocumentPicture> emblem_picture(const Read& context, const domain::Report& report) {
  const auto& given = report.imprint.emblem;
  if (!given) return std::nullopt;
  auto content = emblem_content(context, report.id, *given);
  return documents::DocumentPicture{emblem_name(*given), given->media_type, given->sha256,     given->bytes,
                                    given->width,        given->height,     std::move(content)};
}

}  // namespace

PaperDesk::PaperDesk(const Read& context, const KnownReport& known, const std::string& language,
                     const std::string& today)
    : context_(context),
      known_(known),
      report_{known.row, known.format, today},
      language_(language),
      labels_(documents::labels_for(language)) {}

documents::LocalText PaperDesk::words_of(const domain::LocalizedText& text) const {
  for (const auto& wanted : {language_, known_.row.source_language, std::string("en")}) {
    if (const auto found = text.find(wanted); found != text.end()) return {found->second, wanted};
  }
  return text.empty() ? documents::LocalText{} : documents::LocalText{text.begin()->second, text.begin()->first};
}

std::string PaperDesk::local(const domain::LocalizedText& text) const { return words_of(text).text; }

std::string PaperDesk::lines(const domain::LocalizedText& text) const {
  std::string all = local(text);
  for (auto end = all.find('\n'); end != std::string::npos; end = all.find('\n', end)) all.replace(end, 1, "; ");
  return all;
}

std::string PaperDesk::agency(const std::string& key) const {
  if (key.empty()) return "";
  const auto row = store::find_agency(context_.tx, key);
  return row ? local(row->title) : key;
}

std::string PaperDesk::agencies(const std::vector<std::string>& keys) const {
  std::vector<std::string> titles;
  for (const auto& key : keys) titles.push_back(agency(key));
  return joined(titles);
}

std::string PaperDesk::told(const domain::Message& message) const {
  return usecases::told(message, message_language(language_));
}

std::string PaperDesk::day(const std::string& iso) const {
  return iso.empty() ? "" : documents::spell_short_date(labels_, iso);
}

documents::Paper PaperDesk::paper(const std::string& title) const {
  documents::Paper paper;
  paper.language = language_;
  paper.title = title;
  paper.report = words_of(known_.row.title);
  paper.country = known_.row.country;
  paper.forum_date = known_.row.forum_date;
  paper.emblem = emblem_picture(context_, known_.row);
  paper.as_of = domain::format_time(known_.at);
  paper.sequence = known_.sequence;
  return paper;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const auto& name : names) all += (all.empty() ? "" : "; ") + name;
  return all;
}

}  // namespace usecases
