#include "documents/text/statements.hpp"

#include <doctest/doctest.h>

using namespace documents;

namespace {

std::vector<std::string> texts_of(const std::string& markdown) {
  std::vector<std::string> texts;
  for (const auto& statement : statements_of(markdown)) texts.push_back(statement.text);
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("each item of a list, each row below a table's heading and each paragraph is a statement") {
  CHECK(texts_of("# Next steps\n\nWe will:\n\n1. Ratify *C189*[^1].\n2. Train 200\n   judges.\n\nA law follows.\n\n"
                 "| Pledge | Year |\n|--|--|\n| Open **two** centres | 2025 |\n| | 2026 |\n\n[^1]: A note.\n") ==
        Texts{"Ratify C189.", "Train 200 judges.", "A law follows.", "Open two centres; 2025", "2026"});
}

TEST_CASE("an item takes along what stands below it, and a quote is read like the rest") {
  CHECK(texts_of("- Labour:\n  - ratify\n  - inspect\n\n  By 2025.\n- Health\n") ==
        Texts{"Labour: ratify inspect By 2025.", "Health"});
  CHECK(texts_of("> Quoted.\n>\n> - One\n") == Texts{"Quoted.", "One"});
}

TEST_CASE("a paragraph introduces only what follows it at once") {
  CHECK(texts_of("We will:\n\nRatify.\n\n- Train\n") == Texts{"We will:", "Ratify.", "Train"});
  CHECK(texts_of("The end:") == Texts{"The end:"});
}

TEST_CASE("the caption of a table promises nothing, a paragraph above it that is none may") {
  const std::string table = "| Pledge |\n|--|\n| A centre |\n";
  CHECK(texts_of("**Table 2.** Planned pledges\n\n" + table) == Texts{"A centre"});
  CHECK(texts_of("Planned pledges:\n\n" + table) == Texts{"A centre"});
  CHECK(texts_of("We keep **all** of them.\n\n" + table) == Texts{"We keep all of them.", "A centre"});
  CHECK(texts_of("**Always** free.\n\nNo fee.\n\n" + table) == Texts{"Always free.", "No fee.", "A centre"});
}

TEST_CASE("headings, code, empty items and empty texts state nothing") {
  CHECK(texts_of("# A\n\n```\ncode\n```\n\n---\n\n-\n-\n").empty());
  CHECK(texts_of("").empty());
}

TEST_CASE("two languages are aligned where the same kinds follow each other") {
  const auto english = statements_of("- One\n- Two\n\nThree.");
  CHECK(are_aligned(english, statements_of("1. Раз\n2. Два\n\nТри.")));
  CHECK_FALSE(are_aligned(english, statements_of("- Раз\n- Два")));
  CHECK_FALSE(are_aligned(english, statements_of("- Раз\n- Два\n- Три")));
}
