#include "domain/text/diff.hpp"

#include <algorithm>

#include "domain/text/sequence_diff.hpp"

namespace domain {
namespace {

constexpr std::size_t kMostWords = 20'000;   // of a paragraph that is compared word by word
constexpr std::size_t kMostWordEdits = 500;  // in it
constexpr std::size_t kMostPaired = 500;     // paragraphs of a run in which pairs are looked for

struct Paragraph {
  std::int64_t line;
  std::string_view text;
};

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool blank(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  const char* begin = nullptr;
  std::int64_t number = 0;
  for (const std::string_view line : split_lines(text)) {
    ++number;
    if (blank(line)) {
      begin = nullptr;
    } else if (begin == nullptr) {
      begin = line.data();
      paragraphs.push_back({number, line});
    } else {
      paragraphs.back().text = {begin, static_cast<std::size_t>(line.data() + line.size() - begin)};
    }
  }
  return paragraphs;
}

// Words with the white space behind them, so that joining them gives the paragraph again. Bytes of a character that
// is not ASCII are never white space, so no character is cut.
std::vector<std::string_view> split_words(std::string_view text) {
  constexpr std::string_view space = " \t\n";
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto word_end = std::min(text.find_first_of(space), text.size());
    const auto end = std::min(text.find_first_not_of(space, word_end), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

std::vector<std::string_view> texts_of(const std::vector<Paragraph>& paragraphs) {
  std::vector<std::string_view> texts;
  for (const auto& paragraph : paragraphs) texts.push_back(paragraph.text);
  return texts;
}

void add_word(std::vector<WordChange>& words, ChangeKind kind, std::string_view text) {
  if (words.empty() || words.back().kind != kind) words.push_back({kind, ""});
  words.back().text += text;
}

std::vector<WordChange> diff_words(std::string_view old_text, std::string_view new_text) {
  const auto old_words = split_words(old_text);
  const auto new_words = split_words(new_text);
  std::vector<WordChange> words;
  if (old_words.size() + new_words.size() > kMostWords) {
    return {{ChangeKind::remove, std::string(old_text)}, {ChangeKind::insert, std::string(new_text)}};
  }
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Edit edit : diff_sequences(old_words, new_words, kMostWordEdits)) {
    switch (edit) {
      case Edit::keep:
        add_word(words, ChangeKind::equal, old_words[i++]);
        ++j;
        break;
      case Edit::remove:
        add_word(words, ChangeKind::remove, old_words[i++]);
        break;
      case Edit::insert:
        add_word(words, ChangeKind::insert, new_words[j++]);
        break;
    }
  }
  return words;
}

// At least a third of the longer paragraph stands in both: then it is one that was changed, not another one.
bool akin(const std::vector<WordChange>& words, std::size_t longer) {
  std::size_t common = 0;
  for (const auto& word : words) common += word.kind == ChangeKind::equal ? word.text.size() : 0;
  return common * 3 >= longer;
}

Change removed(const Paragraph& paragraph) {
  return {ChangeKind::remove, paragraph.line, 0, std::string(paragraph.text), "", {}};
}

Change inserted(const Paragraph& paragraph) {
  return {ChangeKind::insert, 0, paragraph.line, "", std::string(paragraph.text), {}};
}

// A run of removed and inserted paragraphs between two that stayed: those that are akin are paired, in order.
void pair_run(std::vector<Change>& changes, const std::vector<Paragraph>& old_run,
              const std::vector<Paragraph>& new_run) {
  std::size_t j = 0;
  const std::size_t window = old_run.size() + new_run.size() > kMostPaired ? 0 : 4;
  for (const Paragraph& old_paragraph : old_run) {
    bool paired = false;
    for (std::size_t candidate = j; candidate < std::min(new_run.size(), j + window) && !paired; ++candidate) {
      auto words = diff_words(old_paragraph.text, new_run[candidate].text);
      if (!akin(words, std::max(old_paragraph.text.size(), new_run[candidate].text.size()))) continue;
      while (j < candidate) changes.push_back(inserted(new_run[j++]));
      changes.push_back({ChangeKind::change, old_paragraph.line, new_run[j].line, std::string(old_paragraph.text),
                         std::string(new_run[j].text), std::move(words)});
      ++j;
      paired = true;
    }
    if (!paired) changes.push_back(removed(old_paragraph));
  }
  while (j < new_run.size()) changes.push_back(inserted(new_run[j++]));
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::equal:
      return "equal";
    case ChangeKind::insert:
      return "insert";
    case ChangeKind::remove:
      return "delete";
    case ChangeKind::change:
      return "change";
  }
  return "equal";
}

std::vector<Change> diff_texts(std::string_view old_text, std::string_view new_text) {
  const auto old_paragraphs = split_paragraphs(old_text);
  const auto new_paragraphs = split_paragraphs(new_text);
  std::vector<Change> changes;
  std::vector<Paragraph> old_run;
  std::vector<Paragraph> new_run;
  std::size_t i = 0;
  std::size_t j = 0;
  const auto flush = [&] {
    pair_run(changes, old_run, new_run);
    old_run.clear();
    new_run.clear();
  };
  for (const Edit edit : diff_sequences(texts_of(old_paragraphs), texts_of(new_paragraphs))) {
    if (edit == Edit::remove) old_run.push_back(old_paragraphs[i++]);
    if (edit == Edit::insert) new_run.push_back(new_paragraphs[j++]);
    if (edit != Edit::keep) continue;
    flush();
    changes.push_back({ChangeKind::equal,
                       old_paragraphs[i].line,
                       new_paragraphs[j].line,
                       std::string(old_paragraphs[i].text),
                       std::string(new_paragraphs[j].text),
                       {}});
    ++i;
    ++j;
  }
  flush();
  return changes;
}

}  // namespace domain
