#include "documents/office/heading_numbers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "documents/labels/labels.hpp"
#include "documents/office/heading_lists.hpp"
#include "support/contains.hpp"

using documents::HeadingCount;
using documents::HeadingList;
using documents::HeadingNumbers;
using support::contains;

namespace {

// The list of each number in turn; a number that begins with no digit is an annex's.
std::vector<std::size_t> lists_of(HeadingNumbers& numbers, const std::vector<std::string>& all) {
  std::vector<std::size_t> lists;
  for (const auto& number : all) lists.push_back(numbers.add(number, number[0] < '0' || number[0] > '9').list);
  return lists;
}

using Lists = std::vector<std::size_t>;

std::string word(const HeadingNumbers& numbers, const char* language) {
  return documents::word_heading_lists(numbers.lists(), documents::labels_for(language));
}

std::string open_document(const HeadingNumbers& numbers, const char* language) {
  return documents::open_document_heading_lists(numbers.lists(), documents::labels_for(language));
}

}  // namespace

TEST_CASE("a whole report needs one list for its chapters and one for its annexes") {
  HeadingNumbers numbers;
  CHECK(lists_of(numbers, {"1", "1.1", "1.1.1", "1.2", "2", "2.1", "A", "A.1", "A.2", "B", "C"}) ==
        Lists{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1});
  CHECK(numbers.add("C.1", true).level == 1);
  const std::string lists = word(numbers, "en");
  CHECK(contains(lists, "<w:pStyle w:val=\"Heading1\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"%1\"/>"));
  CHECK(contains(lists, "<w:lvlText w:val=\"%1.%2.%3\"/>"));
  CHECK(contains(lists, "<w:numFmt w:val=\"upperLetter\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"Annex %1.\"/>"));
  const std::string styles = open_document(numbers, "en");
  CHECK(contains(styles, "style:num-format=\"A\" style:num-prefix=\"Annex \" style:num-suffix=\".\""));
  CHECK(contains(styles,
                 "text:level=\"2\" style:num-format=\"1\" style:num-prefix=\"\" style:num-suffix=\"\" "
                 "text:start-value=\"1\" text:display-levels=\"2\""));
}

TEST_CASE("a part of a report that begins with 2.7 goes on with 2.8") {
  HeadingNumbers numbers;
  CHECK(lists_of(numbers, {"2.7", "2.7.1", "2.8"}) == Lists{0, 0, 0});
  const std::string lists = word(numbers, "en");
  CHECK(contains(lists,
                 "<w:start w:val=\"7\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading2\"/>"
                 "<w:suff w:val=\"space\"/><w:lvlText w:val=\"2.%2\"/>"));
  CHECK(contains(lists, "<w:lvlText w:val=\"2.%2.%3\"/>"));
  CHECK(contains(open_document(numbers, "en"),
                 "text:level=\"2\" style:num-format=\"1\" style:num-prefix=\"2.\" "
                 "style:num-suffix=\"\" text:start-value=\"7\">"));
}

TEST_CASE("where numbers are left out another list begins, and the one above goes on") {
  HeadingNumbers numbers;
  CHECK(lists_of(numbers, {"3", "3.2", "3.3", "4", "4.1", "6"}) == Lists{0, 1, 1, 0, 0, 2});
  CHECK(numbers.lists()[0].start == 3);
  CHECK(numbers.lists()[1].before == "3.");
}

TEST_CASE("Russian annexes pass over the letters that word processors count and standards do not") {
  HeadingNumbers numbers;
  CHECK(lists_of(numbers, {"А", "Б", "В", "Г", "Д", "Е", "Ж", "И", "К"}) == Lists{1, 1, 1, 1, 1, 1, 1, 2, 2});
  CHECK(numbers.lists()[2].start == 9);
  CHECK(contains(word(numbers, "ru"),
                 "<w:numFmt w:val=\"russianUpper\"/><w:suff w:val=\"space\"/>"
                 "<w:lvlText w:val=\"Приложение %1.\"/>"));
}

TEST_CASE("a letter that no word processor counts stands in its list as it is") {
  HeadingNumbers numbers;
  CHECK(lists_of(numbers, {"A", "B", "Ç", "Ç.1", "Ç.2", "D", "E"}) == Lists{1, 1, 2, 2, 2, 3, 3});
  CHECK(numbers.lists()[2].count == HeadingCount::none);
  CHECK(numbers.lists()[3].start == 4);
  const std::string lists = word(numbers, "tk");
  CHECK(contains(lists, "Ç.\"/>"));
  CHECK(contains(lists, "<w:lvlText w:val=\"Ç.%2\"/>"));
  CHECK(
      contains(open_document(numbers, "tk"), "style:num-prefix=\"Ç.\" style:num-suffix=\"\" text:start-value=\"1\">"));
}

TEST_CASE("the list of the chapters is there also where there are none") {
  HeadingNumbers numbers;
  CHECK(lists_of(numbers, {"B"}) == Lists{1});
  CHECK(numbers.lists().size() == 2);
  CHECK_FALSE(numbers.lists()[0].annex);
}
