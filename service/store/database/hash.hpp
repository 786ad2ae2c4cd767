// SHA-256, alone and with a key (HMAC), and random secrets, from OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace store {

// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view data);
std::string keyed_hash_hex(std::string_view key, std::string_view data);

// 256 random bits as 64 hexadecimal digits.
std::string random_hex();

}  // namespace store
