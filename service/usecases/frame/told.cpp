#include "usecases/frame/told.hpp"

#include "documents/labels/labels.hpp"
#include "domain/basis/language.hpp"

namespace usecases {
namespace {

constexpr const char* kEnglish = "en";  // what the patterns are written in

}  // namespace

const std::vector<std::string>& message_languages() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> languages{kEnglish};
    for (const auto& labels : documents::all_labels()) {
      if (!labels.messages.empty()) languages.push_back(labels.language);
    }
    return languages;
  }();
  return all;
}

std::string message_language(std::string_view accept_language) {
  return accept_language.empty() ? kEnglish
                                 : domain::negotiate_language(accept_language, message_languages(), kEnglish);
}

std::string told(const domain::Message& message, std::string_view language) {
  if (language == kEnglish) return message.english();
  const auto& messages = documents::labels_for(language).messages;
  return message.told([&](const std::string& pattern) -> const std::string& {
    const auto found = messages.find(pattern);
    return found == messages.end() ? pattern : found->second;
  });
}

}  // namespace usecases
