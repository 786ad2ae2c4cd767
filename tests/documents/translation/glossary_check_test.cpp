#include "documents/translation/glossary_check.hpp"

#include <doctest/doctest.h>

using domain::Glossary;

namespace {

const Glossary kGlossary{{"regular",
                          {{"en", {"regular migration", {}, {"legal migration"}}},
                           {"ru", {"легальная миграция", {"легальн* миграци*"}, {"регулярн* миграци*"}}},
                           {"tk", {"düzgünleşdirilen migrasiýa", {}, {"kanuny migrasiýa*"}}}},
                          "",
                          {}},
                         {"accounting", {{"ru", {"", {}, {"учёт миграции"}}}}, "", {}},
                         {"compact", {{"en", {"Global Compact, the one of 2018", {}, {"Compact"}}}}, "", {}}};

// "written (line)" of the forbidden forms.
std::string forbidden_in(const std::string& language, const std::string& markdown,
                         const Glossary& glossary = kGlossary) {
  const documents::GlossaryCheck check(glossary);
  std::string text;
  for (const auto& term : check.look_at(language, documents::TermWords(documents::SyntaxTree(markdown))).forbidden) {
    text += (text.empty() ? "" : ", ") + term.written + " (" + std::to_string(term.line) + ")";
  }
  return text;
}

std::string faults_of(const Glossary& glossary) {
  std::string text;
  for (const auto& fault : documents::glossary_faults(glossary, "/entries")) text += fault.pointer + " ";
  return text;
}

}  // namespace

TEST_CASE("a forbidden form is found in any case, in Latin, Cyrillic and Turkmen letters") {
  CHECK(forbidden_in("en", "On LEGAL Migration.") == "LEGAL Migration (1)");
  CHECK(forbidden_in("ru", "О РЕГУЛЯРНОЙ Миграции.") == "РЕГУЛЯРНОЙ Миграции (1)");
  CHECK(forbidden_in("tk", "KANUNY MIGRASIÝANYŇ ýoly") == "KANUNY MIGRASIÝANYŇ (1)");
  CHECK(forbidden_in("ru", "Учет миграции и УЧЁТ МИГРАЦИИ.") == "Учет миграции (1), УЧЁТ МИГРАЦИИ (1)");
}

TEST_CASE("words are compared whole, and in their language alone") {
  CHECK(forbidden_in("en", "An illegal migration, a legal migrations office") == "");
  CHECK(forbidden_in("tk", "legal migration") == "");
  CHECK(forbidden_in("fr", "legal migration") == "");
}

TEST_CASE("what is shown counts, not code or the address of a link") {
  CHECK(forbidden_in("en", "`legal migration` and [text](https://example.org/legal-migration)") == "");
  CHECK(forbidden_in("en", "```\nlegal migration\n```\n") == "");
  CHECK(forbidden_in("en", "le*gal* **migration**") == "legal migration (1)");
  CHECK(forbidden_in("en", "[legal migration](https://example.org)") == "legal migration (1)");
  CHECK(forbidden_in("en", "legal&nbsp;migration, legal-migration") == "legal migration (1), legal-migration (1)");
}

TEST_CASE("a form is told with its line, in paragraphs, lists, tables and footnotes") {
  const std::string text =
      "# Legal migration\n\nOne\ntwo legal\nmigration\n\n- item\n- legal migration\n\n| a | b |\n|---|---|\n| x | y |\n"
      "| z | legal migration |\n\nEnd.[^1]\n\n[^1]: Of legal migration.\n";
  CHECK(forbidden_in("en", text) ==
        "Legal migration (1), legal migration (4), legal migration (8), legal migration (13), legal migration (17)");
}

TEST_CASE("a form reaches over a comma and a quote, not over the end of a sentence, a cell or a block") {
  CHECK(forbidden_in("en", "legal. Migration") == "");
  CHECK(forbidden_in("en", "legal\n\nmigration") == "");
  CHECK(forbidden_in("en", "| legal | migration |\n|---|---|\n") == "");
  CHECK(forbidden_in("en", "\u201Clegal\u201D migration") == "legal\u201D migration (1)");
}

TEST_CASE("forms with marks in them are found as they are written, and not without the marks") {
  const Glossary marks{{"either", {{"en", {"", {}, {"and/or"}}}}, "", {}},
                       {"compact", {{"en", {"", {}, {"A/RES/73/195"}}}}, "", {}},
                       {"network", {{"en", {"", {}, {"U.N. Network*"}}}}, "", {}},
                       {"country", {{"en", {"", {}, {"U.S.A."}}}}, "", {}}};
  CHECK(forbidden_in("en", "One and/or two.", marks) == "and/or (1)");
  CHECK(forbidden_in("en", "One and, or two. And. Or.", marks) == "");
  CHECK(forbidden_in("en", "In a/res/73/195, paragraph 1", marks) == "a/res/73/195 (1)");
  CHECK(forbidden_in("en", "The U.N. Networks; the un network", marks) == "U.N. Networks (1)");
  CHECK(forbidden_in("en", "U.S.A. and U.S.A", marks) == "U.S.A (1), U.S.A (1)");
}

TEST_CASE("of forms that overlap the first and longest is told, once for a place") {
  const Glossary overlapping{{"a", {{"en", {"", {}, {"legal", "leg*", "lega*"}}}}, "", {}},
                             {"b", {{"en", {"", {}, {"legal migration", "migration office"}}}}, "", {}}};
  CHECK(forbidden_in("en", "legal migration office", overlapping) == "legal migration (1)");
  CHECK(forbidden_in("en", "legal office, migration office", overlapping) == "legal (1), migration office (1)");
}

TEST_CASE("a forbidden form within a longer wanted one is none") {
  CHECK(forbidden_in("en", "The Global Compact, the one of 2018, is here.") == "");
  CHECK(forbidden_in("en", "The Global Compact is here.") == "Compact (1)");
}

TEST_CASE("a term of the source is asked of the translation, in one of its good forms") {
  const documents::GlossaryCheck check(kGlossary);
  const auto terms = [&](const char* language, const char* text) {
    return check.look_at(language, documents::TermWords(std::string_view(text)));
  };
  const auto source = terms("en", "Regular migration and the Compact");
  CHECK(documents::untranslated_terms(source, terms("ru", "О легальной миграции"), "ru").empty());
  const auto missing = documents::untranslated_terms(source, terms("ru", "О миграции"), "ru");
  REQUIRE(missing.size() == 1);
  CHECK(missing.front().entry->id == "regular");
  CHECK(missing.front().written == "Regular migration");
  CHECK(documents::untranslated_terms(source, terms("fr", "migration"), "fr").empty());
}

TEST_CASE("a glossary's faults are told by their places") {
  CHECK(faults_of(kGlossary) == "");
  CHECK(faults_of({{"a", {{"en", {"one", {}, {}}}}, "", {}}, {"a", {{"en", {"two", {}, {}}}}, "", {}}}) ==
        "/entries/1/id ");
  CHECK(faults_of({{"a", {{"en", {}}}, "", {}}}) == "/entries/0/terms/en ");
  CHECK(faults_of({{"a", {{"en", {"...", {"ab*"}, {"mig*"}}}}, "", {}}}) ==
        "/entries/0/terms/en/preferred /entries/0/terms/en/also/0 ");
  CHECK(faults_of({{"a", {{"en", {"migrat*", {}, {}}}}, "", {}}}) == "/entries/0/terms/en/preferred ");
  CHECK(faults_of({{"a", {{"en", {"Legal entry", {}, {}}}}, "", {}},
                   {"b", {{"en", {"", {}, {"legal ENTRY"}}}}, "", {}}}) == "/entries/1/terms/en/forbidden/0 ");
  CHECK(faults_of({{"a", {{"en", {"", {"zeb*"}, {}}}}, "", {}}, {"b", {{"en", {"", {"ZEB*"}, {}}}}, "", {}}}) ==
        "/entries/1/terms/en/also/0 ");
  CHECK(faults_of({{"a", {{"en", {"migrant", {"migrating*"}, {"migr*"}}}}, "", {}}}) ==
        "/entries/0/terms/en/forbidden/0 ");
}
