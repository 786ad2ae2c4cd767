#include "usecases/frame/names.hpp"

#include <algorithm>

#include "documents/text/characters.hpp"
#include "documents/text/markdown_escape.hpp"
#include "documents/text/text_check.hpp"
#include "domain/basis/error.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/frame/faults.hpp"

namespace usecases {
namespace {

using domain::Fault;
using domain::say;

constexpr std::size_t kLongestRemark = 2000;  // of reasons and notes

// That may stand at the ends of a pasted name.
bool is_space(std::int32_t c) { return documents::is_white_space(c) || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(documents::first_of(text).value))
    text.remove_prefix(documents::first_of(text).length);
  while (!text.empty() && is_space(documents::last_of(text).value)) text.remove_suffix(documents::last_of(text).length);
  return text;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string check(const std::string& text, const std::string& pointer, std::size_t longest, documents::Breaks breaks) {
  std::string clean;
  try {
    clean = trim(documents::check_text(text, breaks));
  } catch (const domain::Error& error) {
    throw_invalid(pointer, Fault::wrong_form, error.message());
  }
  if (documents::shows_nothing(clean)) throw_invalid(pointer, Fault::too_short, say("The text is empty."));
  if (const auto count = characters(clean); count > longest) {
    throw_invalid(pointer, Fault::too_long,
                  say("The text has {0} characters; at most {1} are allowed.", count, longest));
  }
  return clean;
}

}  // namespace

std::string check_name(const std::string& name, const std::string& pointer, std::size_t longest) {
  std::string clean = check(name, pointer, longest, documents::Breaks::spaces);
  if (clean.find_first_of("\n\t") != std::string::npos)
    throw_invalid(pointer, Fault::wrong_form, say("A name or title must be one line, without tabs."));
  return clean;
}

domain::LocalizedText check_names(const domain::LocalizedText& names, const std::string& pointer) {
  domain::LocalizedText clean;
  Faults faults;
  for (const auto& [language, name] : names) {
    std::string& text = clean[language];
    faults.gather([&, &name = name, &language = language] { text = check_name(name, pointer + "/" + language); });
  }
  faults.refuse();
  return clean;
}

std::string check_remark(const std::string& remark, const std::string& pointer) {
  return check(remark, pointer, kLongestRemark, documents::Breaks::lines);
}

}  // namespace usecases
