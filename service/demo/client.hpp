// The demo's view of the service: JSON over HTTP with an access token, and plain words when something is refused.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace httplib {
class Client;
}

namespace demo {

using Json = nlohmann::json;

struct Answer {
  int status = 0;
  std::string body;
  std::string etag;

  Json json() const { return Json::parse(body); }
};

class Client {
 public:
  explicit Client(const std::string& url);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // Errors: std::runtime_error with the service's own explanation for any status of 400 and above.
  Answer get(const std::string& path, const std::string& token);
  // Nothing where the server lacks the program that makes such a file (501).
  std::optional<Answer> get_if_made(const std::string& path, const std::string& token);
  std::optional<Answer> post_if_made(const std::string& path, const std::string& token, const Json& body);
  Answer post(const std::string& path, const std::string& token, const Json& body);
  // A file; type: its media type.
  Answer post_file(const std::string& path, const std::string& token, const std::string& bytes, const char* type);
  // Changes the thing at a path: fetches it for its ETag first.
  Answer patch(const std::string& path, const std::string& token, const Json& body);
  // Saves a text: the first one, or on top of the revision that is there.
  Answer put_text(const std::string& path, const std::string& token, const Json& body);
  // Sends a picture that is not there yet.
  Answer put_picture(const std::string& path, const std::string& token, const std::string& bytes);

 private:
  std::unique_ptr<httplib::Client> client_;
};

}  // namespace demo
