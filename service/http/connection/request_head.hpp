// The raw header of a request, looked over before a parser sees it: is it whole, and is it within bounds?
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/basis/message.hpp"

namespace http {

struct HeadLimits {
  std::size_t bytes = 0;
  std::size_t lines = 0;
  std::size_t target = 0;
  std::size_t body = 0;
};

struct RequestHead {
  bool whole = false;
  std::size_t size = 0;  // of the header with its empty line
  std::string method;
  std::string target;  // path and query, as they were sent
  std::size_t content_length = 0;
  bool chunked = false;     // the body is, so that its length is not known
  bool names_host = false;  // in a Host line
  bool takes_body = false;  // its method has a use for one
  bool expects_continue = false;
  bool persistent = true;  // the client wants to ask again on this connection
  int status = 0;          // not 0: refuse with this
  std::string code;
  domain::Message detail;
};

// Looks at what came so far.
RequestHead inspect_head(std::string_view bytes, const HeadLimits& limits);

// Hands a method that the parser behind this does not know on as OPTIONS, which no address takes; gives the one that
// was sent, or nothing where it is known.
std::string replace_foreign_method(std::string& head);

// Is it a name, a colon and a value, in letters that every reader takes alike?
bool is_field_line(std::string_view line);

// A whole header without what is not for the parser: Range, as ranges of compiled reports are not served, and a list of
// many would cost dearly; the scheme and host of an address; what says how the body is sent.
std::string for_parser(std::string_view bytes, const RequestHead& head);

}  // namespace http
