#include "usecases/names.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "render/text_check.hpp"
#include "usecases/access.hpp"

namespace usecases {
namespace {

constexpr std::size_t kLongestName = 500;     // characters, as the contract says of names and titles
constexpr std::size_t kLongestRemark = 2000;  // of reasons and notes

// White space of all scripts that may stand at the ends of a pasted name.
constexpr std::string_view kSpaces[] = {" ",      "\t",     "\n",     "\u00A0", "\u1680", "\u2000", "\u2001",
                                        "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
                                        "\u2009", "\u200A", "\u200B", "\u202F", "\u205F", "\u3000", "\uFEFF"};

std::string_view trim(std::string_view text) {
  const auto strip = [&](auto has, auto remove) {
    const auto space = [&] { return std::ranges::find_if(kSpaces, [&](std::string_view s) { return has(s); }); };
    for (auto found = space(); found != std::end(kSpaces); found = space()) remove(found->size());
  };
  strip([&](std::string_view s) { return text.starts_with(s); }, [&](std::size_t n) { text.remove_prefix(n); });
  strip([&](std::string_view s) { return text.ends_with(s); }, [&](std::size_t n) { text.remove_suffix(n); });
  return text;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string check(const std::string& text, const std::string& pointer, std::size_t longest) {
  std::string clean;
  try {
    clean = trim(render::check_text(text));
  } catch (const domain::Error& error) {
    throw_invalid(pointer, error.message());
  }
  if (clean.empty()) throw_invalid(pointer, "The text is empty.");
  if (const auto count = characters(clean); count > longest) {
    throw_invalid(pointer, "The text has " + std::to_string(count) + " characters; at most " + std::to_string(longest) +
                               " are allowed.");
  }
  return clean;
}

}  // namespace

std::string check_name(const std::string& name, const std::string& pointer) {
  std::string clean = check(name, pointer, kLongestName);
  if (clean.find_first_of("\n\t") != std::string::npos)
    throw_invalid(pointer, "A name or title is one line, without tabs.");
  return clean;
}

domain::LocalizedText check_names(const domain::LocalizedText& names, const std::string& pointer) {
  domain::LocalizedText clean;
  for (const auto& [language, name] : names) clean[language] = check_name(name, pointer + "/" + language);
  return clean;
}

std::string check_remark(const std::string& remark, const std::string& pointer) {
  return check(remark, pointer, kLongestRemark);
}

}  // namespace usecases
