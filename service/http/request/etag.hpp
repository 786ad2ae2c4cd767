// Entity tags. Ours begin with a version or revision number, e.g. "7.1f3a9c04": If-Match on a write looks at that
// number alone, so that "7" does as well, and so do "7.1f3a9c04-gzip", which we make of it where we pack the answer
// (RFC 9110, 8.8.3: other bytes have another strong tag), and W/"7.1f3a9c04", which a proxy does; a conditional GET
// compares the whole tag. Both headers may hold a list, or "*" for whatever there is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message/message.hpp"

namespace http {

// 16 hexadecimal digits: a change detector, not a seal.
std::string digest_of(std::string_view text);

// A tag for a page of a list, which has no version of its own: If-Match takes none such.
std::string make_list_etag(std::string_view body);

// A tag for an answer: the number of what it shows and a digest of how it is shown. With its quotes.
std::string make_etag(std::int64_t number, std::string_view body);

// Does one of the tags in an If-None-Match header stand for this tag? A weak mark is overlooked; "*" alone fits any.
// Nothing behind the first thing that is no tag is looked at.
bool matches(std::string_view if_none_match, std::string_view etag);

// What If-Match names: one of these versions, or whichever there is ("*"). Tags that are not ours fit nothing, so they
// are left out.
struct NamedByIfMatch {
  std::vector<std::int64_t> numbers;
  bool any = false;
};
// Nothing: there is no If-Match. Errors: malformed, where it is not as RFC 9110 (13.1.1) wants it; stale, where no tag
// in it is ours.
std::optional<NamedByIfMatch> named_by_if_match(const Request& request);

// Puts the tag on, and turns the answer to a GET into a 304 where the client has it already, be it packed or not: which
// of both forms an answer has is ours to choose, and the one that the client has is the best. The 304 has that one's
// tag.
void apply_etag(const Request& request, Response& response, const std::string& etag);

}  // namespace http
