#include "documents/form/word_runs.hpp"

#include <utf8proc.h>

#include <charconv>
#include <string_view>

#include "documents/form/word_nodes.hpp"

namespace documents {
namespace {

constexpr unsigned kOfFontsFirst = 0xE000;
constexpr unsigned kOfFontsLast = 0xF8FF;
constexpr unsigned kLastOfByte = 0xFF;

std::string renamed(const pugi::xml_node& node, std::string_view name) {
  const std::string_view whole = node.name();
  return std::string(whole.substr(0, whole.size() - local_name(node).size())) + std::string(name);
}

std::string font_of(const pugi::xml_node& run) {
  const auto fonts = word_child(word_child(run, "rPr"), "rFonts");
  for (const std::string_view kind : {"ascii", "hAnsi"}) {
    if (const auto font = word_attribute(fonts, kind); !font.empty()) return std::string(font);
  }
  return "";
}

}  // namespace

bool WordRuns::is_hidden(const pugi::xml_node& run, const pugi::xml_node& paragraph) const {
  const auto looks = word_child(run, "rPr");
  if (const auto own = word_child(looks, "vanish")) return is_on(own);
  return styles_.hides(word_attribute(word_child(looks, "rStyle"), "val")) ||
         styles_.hides(word_attribute(word_child(word_child(paragraph, "pPr"), "pStyle"), "val"));
}

std::vector<std::string> WordRuns::make_plain(pugi::xml_node run) const {
  std::vector<std::string> lost;
  auto looks = word_child(run, "rPr");
  if (auto twice = word_child(looks, "dstrike"); is_on(twice)) twice.set_name(renamed(twice, "strike").c_str());
  const std::string font = font_of(run);
  for (pugi::xml_node child = run.first_child(); child;) {
    const pugi::xml_node next = child.next_sibling();
    const std::string_view name = local_name(child);
    if (name == "cr") child.set_name(renamed(child, "br").c_str());
    if (name == "sym") plain_sign(run, child, lost);
    if (name == "t") plain_letters(child, font, lost);
    child = next;
  }
  return lost;
}

void WordRuns::plain_sign(pugi::xml_node run, pugi::xml_node sign, std::vector<std::string>& lost) const {
  const std::string font(word_attribute(sign, "font"));
  const std::string_view digits = word_attribute(sign, "char");
  unsigned code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  const std::string text = symbols_.unicode(font, code);
  if (text.empty()) {
    lost.push_back(font);
  } else {
    auto letters = run.insert_child_before(renamed(sign, "t").c_str(), sign);
    letters.append_attribute("xml:space") = "preserve";
    letters.text().set(text.c_str());
  }
  run.remove_child(sign);
}

// Letters that are shown in such a font, and those that no other font shows.
void WordRuns::plain_letters(pugi::xml_node text, const std::string& font, std::vector<std::string>& lost) const {
  const std::string letters = text.text().get();
  const bool pictures = symbols_.is_font(font);
  std::string plain;
  for (std::size_t at = 0; at < letters.size();) {
    utf8proc_int32_t point = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(letters.data()) + at,
                                       static_cast<utf8proc_ssize_t>(letters.size() - at), &point);
    if (size <= 0) return;  // no UTF-8: not touched
    const auto code = static_cast<unsigned>(point);
    const bool is_sign = (code >= kOfFontsFirst && code <= kOfFontsLast) || (pictures && code <= kLastOfByte);
    const std::string sign =
        is_sign ? symbols_.unicode(font, code) : letters.substr(at, static_cast<std::size_t>(size));
    if (sign.empty()) lost.push_back(font);
    plain += sign;
    at += static_cast<std::size_t>(size);
  }
  if (plain != letters) text.text().set(plain.c_str());
}

}  // namespace documents
