// Answers packed for their way (Content-Encoding: gzip), where the client takes that and it pays. How a body is packed
// has no part in what it says: tags, caches and kept answers are of the plain form, and everything is packed last.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/message/message.hpp"

namespace http {

// Less goes in one packet as it is; more is mostly pictures in letters, and would hold a thread for long.
constexpr std::size_t kLeastPacked = 1024;
constexpr std::size_t kMostPacked = 16U << 20U;

// Is it a text, by its media type? Word files, archives and photos are packed already.
bool is_packable(std::string_view media_type);

// Is this answer to go packed, by what it is and by the request's Accept-Encoding?
bool goes_packed(const Request& request, const Response& response);

// The same for the same text, as long as zlib does not change. Errors: std::bad_alloc.
std::string gzip(std::string_view plain);

// The tag of the packed form of what has this tag: "7.1f3a9c04" -> "7.1f3a9c04-gzip", with its quotes.
std::string packed_etag(std::string_view etag);

// Packs the answer where it is to go so, from response.packed where that lies ready, and says of each text that it
// could have been.
void pack(const Request& request, Response& response);

}  // namespace http
