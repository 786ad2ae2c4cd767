#include "usecases/format_file/yaml_place.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "documents/text/text_check.hpp"
#include "domain/basis/language.hpp"

namespace usecases {
namespace {

using domain::Fault;

constexpr std::size_t kLongestKey = 64;
constexpr std::size_t kMostLanguagesOfPlace = 50;  // of a text, as the contract says

bool is_key(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  bool hyphen = true;  // none may come first or after another
  for (const char c : text) {
    if (!plain(c) && (c != '-' || hyphen)) return false;
    hyphen = c == '-';
  }
  return !hyphen && text.size() <= kLongestKey;
}

std::string joined(std::initializer_list<std::string_view> names) {
  std::string text;
  for (const auto name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

}  // namespace

void YamlPlace::complain(domain::Fault code, const std::string& message) const {
  const int line = node_.IsDefined() ? node_.Mark().line : -1;
  findings_->push_back(
      {pointer_, code,
       domain::Message::verbatim(message + (line >= 0 ? " (line " + std::to_string(line + 1) + ")" : ""))});
}

YamlPlace YamlPlace::at(const std::string& name) const {
  const YAML::Node& here = node_;
  return {here.IsMap() ? here[name] : YAML::Node(YAML::NodeType::Undefined), pointer_ + "/" + name, *findings_};
}

bool YamlPlace::map_of(std::initializer_list<std::string_view> known) const {
  if (!node_.IsMap()) {
    complain(Fault::wrong_type, "must be a map with the fields " + joined(known));
    return false;
  }
  std::set<std::string> seen;
  for (const auto& member : node_) {
    const std::string name = member.first.IsScalar() ? member.first.Scalar() : "";
    const YamlPlace place(member.second, pointer_ + "/" + name, *findings_);
    if (std::ranges::find(known, name) == known.end()) {
      place.complain(Fault::unknown, "'" + name + "' is not a field that is known here; known are " + joined(known));
    } else if (!seen.insert(name).second) {
      place.complain(Fault::repeated, "'" + name + "' stands here twice");
    }
  }
  return true;
}

void YamlPlace::each(const std::function<void(const YamlPlace&)>& visit) const {
  if (!defined()) return;
  if (!node_.IsSequence()) return complain(Fault::wrong_type, "must be a list");
  std::size_t index = 0;
  for (const auto& item : node_) visit({item, pointer_ + "/" + std::to_string(index++), *findings_});
}

std::string YamlPlace::text(std::size_t most) const {
  if (!defined()) {
    complain(Fault::missing, "is missing");
    return "";
  }
  return text_or("", most);
}

std::string YamlPlace::text_or(const std::string& otherwise, std::size_t most) const {
  if (!defined()) return otherwise;
  if (!node_.IsScalar()) {
    complain(Fault::wrong_type, "must be a text");
    return otherwise;
  }
  try {
    std::string text = documents::check_text(node_.Scalar());
    if (text.size() > most * 4) complain(Fault::too_long, "is longer than " + std::to_string(most) + " characters");
    return text;
  } catch (const domain::Error& error) {
    complain(Fault::wrong_form, error.english());
    return otherwise;
  }
}

std::string YamlPlace::key() const {
  std::string key = text();
  if (defined() && node_.IsScalar()) check_key(key);
  return key;
}

bool YamlPlace::check_key(const std::string& key) const {
  if (is_key(key)) return true;
  complain(Fault::wrong_form,
           "'" + key + "' is not a key: lower-case letters, digits and single hyphens are allowed, at most 64");
  return false;
}

bool YamlPlace::flag(bool otherwise) const {
  if (!defined()) return otherwise;
  if (node_.IsScalar() && node_.Scalar() == "true") return true;
  if (node_.IsScalar() && node_.Scalar() == "false") return false;
  complain(Fault::wrong_type, "must be true or false");
  return otherwise;
}

std::size_t YamlPlace::number(std::size_t otherwise, std::size_t most) const {
  if (!defined()) return otherwise;
  const std::string text = node_.IsScalar() ? node_.Scalar() : "";
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (!text.empty() && error == std::errc() && end == text.data() + text.size() && number <= most) return number;
  complain(Fault::out_of_range, "must be a whole number from 0 to " + std::to_string(most));
  return otherwise;
}

std::vector<std::string> YamlPlace::texts() const {
  std::vector<std::string> texts;
  each([&](const YamlPlace& item) { texts.push_back(item.text()); });
  return texts;
}

void YamlPlace::each_member(const std::function<void(const std::string&, const YamlPlace&)>& visit) const {
  if (!defined()) return;
  if (!node_.IsMap()) return complain(Fault::wrong_type, "must be a map");
  std::set<std::string> seen;
  for (const auto& member : node_) {
    const std::string name = member.first.IsScalar() ? member.first.Scalar() : "";
    const YamlPlace place(member.second, pointer_ + "/" + name, *findings_);
    if (!seen.insert(name).second) place.complain(Fault::repeated, "'" + name + "' stands here twice");
    visit(name, place);
  }
}

void YamlPlace::each_language(const std::function<void(const std::string&, const YamlPlace&)>& visit) const {
  for (const auto& member : node_) {
    const std::string language = member.first.IsScalar() ? member.first.Scalar() : "";
    const YamlPlace place(member.second, pointer_ + "/" + language, *findings_);
    if (!domain::is_language_tag(language))
      place.complain(Fault::wrong_form, "'" + language + "' is not a language tag such as en or sr-Latn");
    visit(language, place);
  }
}

domain::LocalizedText YamlPlace::localized(bool required) const {
  domain::LocalizedText text;
  if (!defined()) {
    if (required) complain(Fault::missing, "is missing: a text in at least one language, e.g. {en: Foreword}");
    return text;
  }
  if (!node_.IsMap()) {
    complain(Fault::wrong_type, "must be a map from languages to texts, e.g. {en: Foreword}");
    return text;
  }
  if (node_.size() > kMostLanguagesOfPlace) {
    complain(Fault::too_many, "has a text in " + std::to_string(kMostLanguagesOfPlace) + " languages at the most");
    return text;
  }
  each_language([&](const std::string& language, const YamlPlace& place) {
    text[language] = place.text(5000);
    if (place.defined() && text[language].empty()) place.complain(Fault::too_short, "is empty");
  });
  if (text.empty() && required) complain(Fault::too_few, "needs a text in at least one language");
  return text;
}

}  // namespace usecases
