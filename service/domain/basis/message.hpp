// A sentence for people that can be told in more than one language: an English pattern and, apart from it, what is put
// into it. db/labels has the patterns in other languages.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace domain {

class Message {
 public:
  // Nothing to say.
  Message() = default;

  // What is the same in every language: a name, a number, the words of a program.
  static Message verbatim(std::string text) { return Message(std::move(text), {}, true); }

  // See say(). pattern: "Section '{0}' is a heading."
  static Message pattern(std::string_view english, std::vector<Message> values) {
    return Message(std::string(english), std::move(values), false);
  }

  bool empty() const { return text_.empty(); }

  std::string english() const {
    return told([](const std::string& pattern) -> const std::string& { return pattern; });
  }

  // translate: const std::string&(const std::string& pattern), which gives the pattern in another language.
  template <class Translate>
  std::string told(const Translate& translate) const {
    if (verbatim_) return text_;
    const std::string& pattern = translate(text_);
    std::string sentence;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
      const std::size_t place = place_at(pattern, at);
      if (place < values_.size()) {
        sentence += values_[place].told(translate);
        at += 2;
      } else {
        sentence += pattern[at];
      }
    }
    return sentence;
  }

  friend bool operator==(const Message&, const Message&) = default;
  // In the order of the English sentences.
  friend bool operator<(const Message& one, const Message& other) { return one.english() < other.english(); }

 private:
  Message(std::string text, std::vector<Message> values, bool verbatim)
      : text_(std::move(text)), values_(std::move(values)), verbatim_(verbatim) {}

  // The number in "{2}" at this byte; where none is, more than any message has values.
  static std::size_t place_at(std::string_view pattern, std::size_t at) {
    const bool is_place = at + 2 < pattern.size() && pattern[at] == '{' && pattern[at + 1] >= '0' &&
                          pattern[at + 1] <= '9' && pattern[at + 2] == '}';
    return is_place ? static_cast<std::size_t>(pattern[at + 1] - '0') : std::string_view::npos;
  }

  std::string text_;
  std::vector<Message> values_;
  bool verbatim_ = false;
};

namespace message_detail {

inline Message value_of(const Message& value) { return value; }
inline Message value_of(const std::string& value) { return Message::verbatim(value); }
inline Message value_of(std::string_view value) { return Message::verbatim(std::string(value)); }
inline Message value_of(const char* value) { return Message::verbatim(value); }
inline Message value_of(const std::vector<std::string>& list) {
  std::string text;
  for (const std::string& one : list) text += (text.empty() ? "" : ", ") + one;
  return Message::verbatim(std::move(text));
}
template <std::integral Number>
Message value_of(Number value) {
  return Message::verbatim(std::to_string(value));
}

void places_and_values_differ();  // Not a constant expression: where it is reached, the program does not compile.

// A pattern that has a place for each of the values and no other, as the compiler saw.
template <class... Values>
class Pattern {
 public:
  consteval Pattern(const char* text) : text_(text) {  // NOLINT(google-explicit-constructor): say() takes a literal
    std::array<bool, 10> seen{};
    for (std::size_t at = 0; at + 2 < text_.size(); ++at) {
      if (text_[at] != '{' || text_[at + 2] != '}' || text_[at + 1] < '0' || text_[at + 1] > '9') continue;
      seen[static_cast<std::size_t>(text_[at + 1] - '0')] = true;
    }
    for (std::size_t place = 0; place < seen.size(); ++place) {
      if (seen[place] != (place < sizeof...(Values))) places_and_values_differ();
    }
  }
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

}  // namespace message_detail

// say("There is no {0} '{1}'.", say("section"), id): texts, numbers and lists of names are put in as they are, messages
// in the language of the whole. A pattern has at most ten places. A test looks for each pattern in the files of
// db/labels, so it has to stand here as a literal.
template <class... Values>
Message say(message_detail::Pattern<std::type_identity_t<Values>...> pattern, const Values&... values) {
  return Message::pattern(pattern.text(), {message_detail::value_of(values)...});
}

}  // namespace domain
