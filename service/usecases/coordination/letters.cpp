#include "usecases/coordination/letters.hpp"

#include <memory>
#include <utility>

#include "documents/report/letter.hpp"
#include "domain/error.hpp"
#include "domain/language.hpp"
#include "store/agencies.hpp"
#include "store/emblems.hpp"
#include "usecases/coordination/reminders.hpp"
#include "usecases/editions/edition_manifest.hpp"
#include "usecases/frame/numbering.hpp"
#include "usecases/frame/report_answers.hpp"
#include "usecases/frame/time_zone.hpp"
#include "usecases/reports/emblem.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using domain::say;

documents::LocalText words_of(const domain::LocalizedText& text, const std::string& language,
                              const std::string& source) {
  for (const auto& wanted : {language, source, std::string("en")}) {
    if (const auto found = text.find(wanted); found != text.end()) return {found->second, wanted};
  }
  return text.empty() ? documents::LocalText{} : documents::LocalText{text.begin()->second, text.begin()->first};
}

std::optional<documents::DocumentPicture> emblem_of(const Read& context, const domain::Report& report) {
  const auto& given = report.imprint.emblem;
  if (!given) return std::nullopt;
  auto content = std::make_shared<const std::string>(store::emblem_content(context.tx, report.id, given->sha256));
  return documents::DocumentPicture{emblem_name(*given), given->media_type, given->sha256,     given->bytes,
                                    given->width,        given->height,     std::move(content)};
}

std::vector<documents::ReminderLine> lines_for(const OpenReport& report, const std::vector<domain::Section>& sections,
                                               const std::string& agency, const std::string& language) {
  const auto numbers = number_outline(*report.format);
  const auto due = due_of_agency(report, sections, agency);
  std::vector<documents::ReminderLine> lines;
  auto next = due.begin();
  for (const auto& section : sections) {
    if (next == due.end() || next->section != section.id) continue;
    lines.push_back({numbers.at(section.id),
                     words_of(title_of(report, section), language, report.row.source_language).text, next->due_on,
                     -next->days, std::string(domain::to_string(section.state))});
    ++next;
  }
  return lines;
}

documents::ReminderLetter letter_of(const Read& context, const KnownReport& known, const std::string& agency,
                                    const std::string& language, const std::string& today) {
  const OpenReport report{known.row, known.format, today};
  const auto local = [&](const domain::LocalizedText& text) {
    return words_of(text, language, known.row.source_language);
  };
  documents::ReminderLetter letter;
  letter.language = language;
  letter.country = known.row.country;
  letter.report = local(known.row.title);
  letter.forum_date = known.row.forum_date;
  letter.addressee = local(store::agency_titles_at(context.tx, known.sequence).at(agency));
  letter.written_on = today;
  letter.lines = lines_for(report, known.sections, agency, language);
  letter.publisher = local(known.row.imprint.publisher);
  letter.contact = local(known.row.imprint.contact);
  letter.emblem = emblem_of(context, known.row);
  letter.as_of = domain::format_time(known.at);
  letter.sequence = known.sequence;
  return letter;
}

// A letter that is being got.
class LetterGetting {
 public:
  LetterGetting(Service& service, const domain::Actor& actor, const LetterRequest& request)
      : service_(service), actor_(actor), request_(request) {}

  CachedAnswer file() {
    require_addressee();
    const auto name = [&](const KnownReport& report) { return name_of_answer(report); };
    if (!needs_program(request_.format)) {
      return cached_or_made(service_, actor_, request_.report, name,
                            [&](const Read& context, const KnownReport& report) {
                              return made("", [&] { return composed(context, report); });
                            });
    }
    auto answer = cached_or_made_slowly(service_, actor_, request_.report, name,
                                        [&](const KnownReport& report, const domain::Actor&, const AnswerSlot& slot) {
                                          return made(slot.key + "@" + slot.version, [&] {
                                            return service_.read(
                                                actor_, [&](const Read& context) { return composed(context, report); });
                                          });
                                        });
    require_addressee();  // who lost the post while the program worked gets nothing of it
    return answer;
  }

  // Of the file that was got.
  const std::string& language() const { return language_; }

 private:
  void require_addressee() {
    service_.read(actor_, [&](const Read& context) {
      open_report(context, request_.report);
      if (!store::find_agency(context.tx, request_.agency)) throw_not_found(say("agency"), request_.agency);
      if (context.actor.holds(domain::Role::coordinator) || context.actor.works_for(request_.agency)) return;
      throw domain::Error(domain::ErrorCode::forbidden, "not_your_agency",
                          say("A letter is for the coordinator and the agency that it is addressed to."));
    });
  }

  AnswerKind name_of_answer(const KnownReport& report) {
    const auto& row = report.row;
    language_ = request_.language
                    ? *request_.language
                    : domain::negotiate_language(request_.accept_language, row.languages, row.source_language);
    require_language({row, report.format, ""}, language_);
    today_ = day_in(row.time_zone, service_.now());
    return {"letter", request_.agency + "." + language_, "." + std::string(name_of(request_.format)), today_, false};
  }

  MadeAnswer made(const std::string& content, const Converters::Compile& compile) {
    auto file = make_file(service_.converters(), request_.format, content, compile);
    return {std::move(file.bytes), file.sequence};
  }

  documents::Document composed(const Read& context, const KnownReport& report) const {
    return documents::compose_letter(letter_of(context, report, request_.agency, language_, today_));
  }

  Service& service_;
  const domain::Actor& actor_;
  const LetterRequest& request_;
  std::string language_;
  std::string today_;
};

}  // namespace

DocumentFile get_letter(Service& service, const domain::Actor& actor, const LetterRequest& request) {
  LetterGetting getting(service, actor, request);
  DocumentFile got;
  got.file = getting.file();
  got.language = getting.language();
  got.name =
      request.report + ".letter." + request.agency + "." + got.language + "." + std::string(name_of(request.format));
  got.media_type = media_type_of(got.name);
  return got;
}

}  // namespace usecases
