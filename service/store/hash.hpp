// SHA-256, and random secrets, from OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace store {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view data);

// 256 random bits as 64 hexadecimal digits.
std::string random_hex();

}  // namespace store
