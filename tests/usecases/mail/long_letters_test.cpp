// Letters that list more than a mail has room for.
#include <doctest/doctest.h>

#include <string>

#include "support/contains.hpp"
#include "support/processor_time.hpp"
#include "support/sanitized.hpp"
#include "usecases/mail/queue_mail.hpp"

namespace {

constexpr std::size_t kRoomForBodies = 30'000;

// As a reminder is: a paragraph, the sections with their titles, one behind them.
documents::Letter letter_of(int items, std::size_t bytes_of_title) {
  documents::Letter letter{"en", "Sections that are due", {{"These sections are due:"}}, {{"Sent by the service."}}};
  for (int i = 0; i < items; ++i) {
    letter.parts.push_back({std::to_string(i) + " " + std::string(bytes_of_title, 't'), "https://a.example", true});
  }
  letter.parts.push_back({"That was all."});
  return letter;
}

std::size_t size_of_bodies(const documents::Letter& letter) {
  return documents::letter_text(letter).size() + documents::letter_html(letter).size();
}

// How many items of a list are told, by their numbers.
int items_told(const domain::Mail& mail, int items) {
  int told = 0;
  while (told < items && support::contains(mail.text, std::to_string(told) + " t")) ++told;
  return told;
}

documents::Letter first_items(documents::Letter letter, int count) {
  letter.parts.erase(letter.parts.begin() + 1 + count, letter.parts.end() - 1);
  return letter;
}

}  // namespace

TEST_CASE("of a list that is too long for a mail as many items are told as it has room for, in no time") {
  constexpr int kSections = 500;
  const auto letter = letter_of(kSections, 490);
  domain::Mail mail;
  const double begin = support::processor_seconds();
  usecases::write_letter(mail, letter);
  const double took = support::processor_seconds() - begin;
  MESSAGE("five hundred sections: ", took * 1000, " ms");
  if (!support::kSanitized) CHECK(took < 0.1);

  const int told = items_told(mail, kSections);
  CHECK(told > 0);
  CHECK(size_of_bodies(first_items(letter, told)) <= kRoomForBodies);
  CHECK(size_of_bodies(first_items(letter, told + 1)) > kRoomForBodies);
  CHECK(
      support::contains(mail.text, "Items that this mail has no room for: " + std::to_string(kSections - told) + "."));
  CHECK(support::contains(mail.text, "That was all."));
}

TEST_CASE("a letter that a mail has room for is told whole, and one without a list is never cut") {
  domain::Mail mail;
  usecases::write_letter(mail, letter_of(3, 10));
  CHECK(items_told(mail, 3) == 3);
  CHECK_FALSE(support::contains(mail.text, "no room"));
  auto long_without_list = letter_of(0, 0);
  long_without_list.parts.front().text = std::string(kRoomForBodies, 'x');
  usecases::write_letter(mail, long_without_list);
  CHECK(support::contains(mail.text, long_without_list.parts.front().text));
  CHECK_FALSE(support::contains(mail.text, "no room"));
}

TEST_CASE("items that are too long one by one are all left out, and those before another paragraph are kept") {
  domain::Mail mail;
  usecases::write_letter(mail, letter_of(2, kRoomForBodies));
  CHECK(items_told(mail, 2) == 0);
  CHECK(support::contains(mail.text, "Items that this mail has no room for: 2."));

  auto two_lists = letter_of(1, 10);
  for (int i = 1; i < 4; ++i) two_lists.parts.push_back({std::to_string(i) + " t" + std::string(9000, 't'), "", true});
  usecases::write_letter(mail, two_lists);
  CHECK(items_told(mail, 4) == 2);
  CHECK(support::contains(mail.text, "Items that this mail has no room for: 2."));
}
