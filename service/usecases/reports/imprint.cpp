#include "usecases/reports/imprint.hpp"

#include <algorithm>

#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"
#include "usecases/frame/faults.hpp"
#include "usecases/frame/names.hpp"
#include "usecases/people/agencies.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;

class ImprintChanger {
 public:
  explicit ImprintChanger(domain::Report& report) : report_(report) {}

  void change(const ImprintChange& wanted) {
    domain::Imprint& imprint = report_.imprint;
    names(imprint.subtitle, wanted.subtitle, "/imprint/subtitle");
    names(imprint.publisher, wanted.publisher, "/imprint/publisher");
    names(imprint.place, wanted.place, "/imprint/place");
    lines(imprint.disclaimer, wanted.disclaimer, "/imprint/disclaimer");
    lines(imprint.contact, wanted.contact, "/imprint/contact");
    if (wanted.issued_on) faults_.gather([&] { imprint.issued_on = day(*wanted.issued_on); });
    if (wanted.document_number) {
      faults_.gather([&] {
        const auto& number = *wanted.document_number;
        imprint.document_number = number.empty() ? "" : check_name(number, "/imprint/document_number");
      });
    }
    if (wanted.isbn) faults_.gather([&] { imprint.isbn = isbn(*wanted.isbn); });
    faults_.refuse();
  }

 private:
  void require_languages(const domain::LocalizedText& patch, const std::string& pointer) {
    for (const auto& [language, value] : patch) {
      if (value.empty() || std::ranges::find(report_.languages, language) != report_.languages.end()) continue;
      faults_.add(pointer + "/" + language, Fault::does_not_exist,
                  say("This report is not written in '{0}'.", language));
    }
  }

  void names(domain::LocalizedText& text, const std::optional<domain::LocalizedText>& patch,
             const std::string& pointer) {
    if (!patch) return;
    require_languages(*patch, pointer);
    faults_.gather([&] { merge_localized(text, *patch, pointer, true); });
  }

  void lines(domain::LocalizedText& text, const std::optional<domain::LocalizedText>& patch,
             const std::string& pointer) {
    if (!patch) return;
    require_languages(*patch, pointer);
    const std::size_t before = text.size();
    for (const auto& [language, value] : *patch) {
      if (value.empty()) {
        text.erase(language);
      } else {
        faults_.gather([&] { text[language] = check_remark(value, pointer + "/" + language); });
      }
    }
    faults_.gather([&] { require_few_languages(text, before, pointer); });
  }

  static std::string day(const std::string& wanted) {
    if (!wanted.empty() && !domain::parse_day(wanted)) {
      throw_invalid("/imprint/issued_on", Fault::wrong_form,
                    say("'{0}' is not a day of the calendar; write it like 2026-05-05.", wanted));
    }
    return wanted;
  }

  static std::string isbn(const std::string& wanted) {
    if (!wanted.empty() && !domain::is_isbn(wanted)) {
      throw_invalid(
          "/imprint/isbn", Fault::wrong_form,
          say("'{0}' is not an ISBN: it has ten or thirteen digits, and the last one follows from the others. "
              "Copy it again from the letter of the ISBN agency.",
              wanted));
    }
    return wanted;
  }

  domain::Report& report_;
  Faults faults_;
};

}  // namespace

void change_imprint(domain::Report& report, const ImprintChange& change) { ImprintChanger(report).change(change); }

}  // namespace usecases
