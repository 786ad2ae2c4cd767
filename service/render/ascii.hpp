// Characters as Markdown and addresses know them: ASCII alone, whatever the locale.
#pragma once

namespace render {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace render
