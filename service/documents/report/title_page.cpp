// What the title page and the page behind it say.
#include <algorithm>

#include "documents/report/report.hpp"
#include "documents/report/spelled.hpp"

namespace documents {
namespace {

std::string share(const Labels& labels, std::ptrdiff_t some, std::ptrdiff_t all) {
  return spell_number(labels, static_cast<std::uint64_t>(some)) + " / " +
         spell_number(labels, static_cast<std::uint64_t>(all));
}

}  // namespace

std::vector<Fact> Report::facts() const {
  if (document_.letter) return {};
  const DocumentLabels& words = labels_.document;
  const Fact forum{words.forum_date, spell_date(labels_, document_.forum_date)};
  if (!document_.draft) return {forum};
  std::string count = spell_number(labels_, document_.words);
  if (document_.word_limit != 0)
    count += " (" + labelled(labels_, words.limit, spell_number(labels_, document_.word_limit)) + ")";
  return {forum,
          {words.as_of, spell_time(labels_, document_.local_as_of.empty() ? document_.as_of : document_.local_as_of)},
          {words.selection, document_.select == "approved" ? words.approved : words.latest},
          {words.words, count}};
}

LocalText Report::subtitle() const {
  if (!document_.imprint.subtitle.text.empty()) return document_.imprint.subtitle;
  if (document_.format_title == document_.title) return {};
  return {document_.format_title, document_.format_title_language};
}

std::string Report::place_and_day() const {
  const Imprint& imprint = document_.imprint;
  const std::string day = imprint.issued_on.empty() ? "" : spell_date(labels_, imprint.issued_on);
  return imprint.place.text + (imprint.place.text.empty() || day.empty() ? "" : ", ") + day;
}

std::vector<Fact> Report::imprint_facts() const {
  const DocumentLabels& words = labels_.document;
  const Imprint& imprint = document_.imprint;
  std::vector<Fact> all{{words.publisher, imprint.publisher.text},
                        {words.issued, place_and_day()},
                        {words.document_number, imprint.document_number},
                        {words.isbn, imprint.isbn},
                        {words.contact, imprint.contact.text}};
  std::erase_if(all, [](const Fact& fact) { return fact.value.empty(); });
  return all;
}

std::vector<Fact> Report::draft_notes() const {
  if (!document_.draft) return {};
  const auto count = [&](auto matches) { return std::ranges::count_if(document_.sections, matches); };
  const auto all = count([](const auto& section) { return section.content != ContentKind::group; });
  const auto gaps = count([](const auto& section) { return section.content == ContentKind::gap; });
  const auto unapproved = count([](const auto& section) {
    return section.content != ContentKind::group && section.content != ContentKind::gap && section.state != "approved";
  });
  std::vector<Fact> notes;
  if (gaps != 0) notes.push_back({labels_.document.draft_gaps, share(labels_, gaps, all)});
  if (unapproved != 0) notes.push_back({labels_.document.draft_unapproved, share(labels_, unapproved, all)});
  return notes;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end != 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace documents
