#include "usecases/reminders/mail_letters.hpp"

#include "usecases/frame/numbering.hpp"
#include "usecases/frame/told.hpp"
#include "usecases/reports/sections.hpp"

namespace usecases {
namespace {

using domain::say;

std::string title_in(const domain::LocalizedText& title, const std::string& language, const std::string& source) {
  for (const auto& wanted : {language, source}) {
    if (const auto found = title.find(wanted); found != title.end()) return found->second;
  }
  return title.empty() ? "" : title.begin()->second;
}

}  // namespace

documents::Letter reminder_letter(const Read& context, const OpenReport& report, const domain::Reminder& reminder,
                                  const std::string& language) {
  const auto in_words = [&](const domain::Message& message) { return told(message, language); };
  const std::string& source = report.row.source_language;
  documents::Letter letter;
  letter.language = language;
  letter.title = in_words(say("Reminder: {0}", title_in(report.row.title, language, source)));
  letter.parts.push_back({in_words(say("These sections are to be written by the agency '{0}':", reminder.agency))});
  const auto numbers = number_outline(*report.format);
  for (const auto& one : reminder.sections) {
    const auto section = open_section(context, report.row.id, one.section);
    const std::string title = title_in(title_of(report, section), language, source);
    letter.parts.push_back(
        {in_words(say("{0} {1}, due on {2}", numbers.at(one.section), title, one.due_on)), "", true});
  }
  if (reminder.note) letter.parts.push_back({*reminder.note});
  letter.parts.push_back(
      {in_words(say("The letter to print")),
       context.service.mail().public_url + "/v1/reports/" + report.row.id + "/letters/" + reminder.agency + ".html"});
  letter.footer.push_back({in_words(say("You get this mail because you write for this agency."))});
  return letter;
}

documents::Letter digest_letter(const Service& service, const Digest& digest, const std::string& language) {
  const auto in_words = [&](const domain::Message& message) { return told(message, language); };
  documents::Letter letter;
  letter.language = language;
  letter.title = digest.entries.size() == 1 ? in_words(digest.entries.front().sentence)
                                            : in_words(say("National report: what waits for you, and what is new"));
  for (const auto& entry : digest.entries) {
    const std::string sentence = in_words(entry.sentence);
    const bool late = entry.item.overdue;
    letter.parts.push_back({late ? in_words(say("Overdue: {0}", sentence)) : sentence, "", digest.entries.size() > 1});
  }
  if (digest.left_out > 0) letter.parts.push_back({in_words(say("More items in your inbox: {0}.", digest.left_out))});
  letter.parts.push_back({in_words(say("Your inbox")), service.mail().public_url + "/v1/inbox"});
  letter.footer.push_back({in_words(
      say("You get this mail as you take part in the report. You choose how often: once a day, at once, or never."))});
  return letter;
}

}  // namespace usecases
