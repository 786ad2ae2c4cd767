// One request and one response, independent of the HTTP library's version.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

// Names compare without case; in the order received.
using HeaderList = std::vector<std::pair<std::string, std::string>>;

bool same_name(std::string_view a, std::string_view b);

struct Checked;  // is the pipeline's: connections carry it from its check to its answer and do not look into it

constexpr auto kNoMoreWaiting = std::chrono::milliseconds::max();

struct Request {
  std::string id;      // sent back as X-Request-Id
  std::string method;  // "GET"; a HEAD request arrives as GET and its body is dropped on the way out
  std::string path;    // percent-decoded, without the query: "/v1/reports/tkm-2026"
  std::vector<std::pair<std::string, std::string>> query;  // decoded, in order
  HeaderList headers;
  std::string body;                // empty until it was read
  std::size_t content_length = 0;  // of what came so far, where the length is unknown
  bool length_unknown = false;     // the body is not there yet, and comes in chunks
  std::size_t most_body = 0;       // bytes of it that the operation takes; known once the header was looked at
  bool body_follows = false;       // its header was looked at while not all of the body was there
  std::chrono::milliseconds waited{
      0};              // since it came, where it is answered after a wait; kNoMoreWaiting: the service stops
  std::string remote;  // address of the peer
  std::shared_ptr<Checked> checked;  // what the check of the header found, for the answer and the log

  // First header of that name; empty where there is none (std::nullopt from find_header).
  std::string header(std::string_view name) const;
  std::optional<std::string> find_header(std::string_view name) const;
  std::optional<std::string> query_value(std::string_view name) const;
};

// An answer that waits for something to happen. It holds no thread meanwhile: afterwards the request is answered again.
struct Waiting {
  std::chrono::milliseconds most{0};
  std::function<bool()> is_over;  // asked after Server::wake(), on the poller's thread: quick, and throws nothing
  std::shared_ptr<void> place;    // held meanwhile
};

struct Response {
  int status = 200;
  HeaderList headers;                                   // Content-Type among them; Content-Length is the server's
  std::shared_ptr<const std::string> body;              // shared with the response cache; null: no body
  std::shared_ptr<const std::string> packed = nullptr;  // the body in gzip, where that lies ready
  bool close = false;                                   // end the connection after this answer
  std::optional<Waiting> waiting;                       // this is no answer yet
  // Holds a secret: kept nowhere. Never packed either: the length would tell how much the secret is like what the
  // client sent beside it (BREACH).
  bool confidential = false;

  void set_header(std::string_view name, std::string value);  // replaces
  std::string header(std::string_view name) const;
  // The answer depends on this header of the request: its name stands in Vary, once.
  void vary_by(std::string_view name);
  void set_body(std::string text, std::string_view content_type);
};

}  // namespace http
