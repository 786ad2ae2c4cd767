// Characters as Markdown and addresses know them: ASCII alone, whatever the locale.
#pragma once

namespace render {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace render
