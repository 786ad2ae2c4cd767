// Which forms of a glossary are abbreviations, and which of them a report uses.
#include "documents/report/abbreviations.hpp"

#include <doctest/doctest.h>

#include "documents/sample_document.hpp"

using documents::is_abbreviation;

namespace {

domain::Glossary glossary_of(const std::string& language, const std::vector<std::string>& forms) {
  domain::GlossaryEntry entry;
  entry.id = "forum";
  entry.terms[language] = {"Review Forum", forms, {}};
  return {entry};
}

std::string used_in(const std::string& text, const std::vector<std::string>& forms) {
  std::string all;
  for (const auto& one : abbreviations_of(sample::of_texts({text}), glossary_of("en", forms)))
    all += one.short_form + " ";
  return all;
}

}  // namespace

TEST_CASE("an abbreviation is a short word of capital letters in any script") {
  for (const char* form : {"IMRF", "GDM", "ГДМ", "B2B", "UN"}) CHECK_MESSAGE(is_abbreviation(form), form);
  for (const char* none : {"", "A", "G20", "Forum", "A/RES", "IMRF forum", "миграци*", "ABCDEFGHIJKLM"})
    CHECK_FALSE_MESSAGE(is_abbreviation(none), none);
}

TEST_CASE("only what a text uses as a word of its own is listed, sorted") {
  CHECK(used_in("The IMRF and (GCM).", {"IMRF", "GCM", "UN"}) == "GCM IMRF ");
  CHECK(used_in("IMRFs, XIMRF and УIMRF", {"IMRF"}).empty());
  CHECK(used_in("at the end IMRF", {"IMRF"}) == "IMRF ");
  CHECK(used_in("IMRF", {"Forum"}).empty());
}

TEST_CASE("each text is read once, however many terms a glossary has") {
  std::vector<std::string> forms;
  for (int i = 0; i < 10'000; ++i) forms.push_back("AB" + std::to_string(i));
  std::string text;
  while (text.size() < 1'000'000) text += "Migration ABC AB7 ";
  CHECK(used_in(text, forms) == "AB7 ");
}
