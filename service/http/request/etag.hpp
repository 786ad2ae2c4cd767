// Entity tags. Ours begin with a version or revision number, e.g. "7.1f3a9c04": If-Match on a write looks at that
// number alone, so that "7" does as well, and so do "7.1f3a9c04-gzip", which we make of it where we pack the answer
// (RFC 9110, 8.8.3: other bytes have another strong tag), and W/"7.1f3a9c04", which a proxy does; a conditional GET
// compares the whole tag.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "http/message/message.hpp"

namespace http {

// A tag for an answer: the number of what it shows and a digest of how it is shown. With its quotes.
std::string make_etag(std::int64_t number, std::string_view body);

// Does one of the tags in an If-None-Match header stand for this tag? A weak mark is overlooked; "*" alone fits any.
// Nothing behind the first thing that is no tag is looked at.
bool matches(std::string_view if_none_match, std::string_view etag);

// The number in an If-Match header. Nothing: there is none in it.
// Errors: domain::Error(stale) for a list of tags or for what is no tag of ours.
std::optional<std::int64_t> expected_number(const Request& request);

// Puts the tag on, and turns the answer into a 304 where the client has it already, be it packed or not: which of both
// forms an answer has is ours to choose, and the one that the client has is the best. The 304 has that one's tag.
void apply_etag(const Request& request, Response& response, const std::string& etag);

}  // namespace http
