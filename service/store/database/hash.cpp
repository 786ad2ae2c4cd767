#include "store/database/hash.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

#include "domain/basis/heavy_work.hpp"

namespace store {
namespace {

constexpr std::size_t kLong = 65'536;

std::string to_hex(const unsigned char* bytes, std::size_t size) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(size * 2);
  for (std::size_t i = 0; i < size; ++i) {
    hex += digits[bytes[i] >> 4];
    hex += digits[bytes[i] & 15];
  }
  return hex;
}

}  // namespace

std::string sha256_hex(std::string_view data) {
  if (data.size() > kLong) domain::note_heavy_work("a hash");
  std::array<unsigned char, 32> digest{};
  // Fetched once: looking an algorithm up costs more than hashing a short text.
  static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  if (algorithm == nullptr || EVP_Digest(data.data(), data.size(), digest.data(), nullptr, algorithm, nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  return to_hex(digest.data(), digest.size());
}

std::string keyed_hash_hex(std::string_view key, std::string_view data) {
  std::array<unsigned char, 32> digest{};
  const auto* bytes = reinterpret_cast<const unsigned char*>(data.data());
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes, data.size(), digest.data(), nullptr) ==
      nullptr) {
    throw std::runtime_error("HMAC is not available");
  }
  return to_hex(digest.data(), digest.size());
}

std::string random_hex() {
  std::array<unsigned char, 32> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) throw std::runtime_error("no random numbers");
  return to_hex(bytes.data(), bytes.size());
}

}  // namespace store
