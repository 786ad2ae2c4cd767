// Which addresses a link of a text may lead to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace documents {

// http, https, mailto, and places in the document itself ("#obj-07"). Everything else could run a script,
// read a file or depends on where the document lies.
bool is_allowed_target(std::string_view target);

// An address that is written out in a text: http:// or https://, up to white space; punctuation behind it is
// not part of it. length 0: there is none.
struct Address {
  std::size_t begin = 0;
  std::size_t length = 0;
};
Address find_address(std::string_view text);

// The address with everything percent-encoded that an HTML attribute or a Markdown link cannot hold as it is.
std::string encode_target(std::string_view target);

}  // namespace documents
