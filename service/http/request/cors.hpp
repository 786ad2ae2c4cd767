// Which web pages of other origins may let their scripts use the service (CORS: the Fetch standard, 3.3). A script
// sends its token in a header that it sets itself, never as a cookie: so no page is allowed credentials, and a page
// that is not named here gets at nothing that it could not get at without a browser.
#pragma once

#include <string>
#include <vector>

#include "http/message/message.hpp"

namespace http {

class Cors {
 public:
  // origins: "https://reports.gov.example", as browsers send them. None: no answer says a word of all this.
  explicit Cors(std::vector<std::string> origins) : origins_(std::move(origins)) {}

  // Lets the page that asks read the answer and the headers that scripts need, if it is of one of these origins.
  void allow_reading(const Request& request, Response& response) const;
  // For what a browser asks before a request that no form could send. methods: those of the address, "GET, PUT".
  void allow_request(const Request& request, const std::string& methods, Response& response) const;

 private:
  bool knows_origin_of(const Request& request) const;

  std::vector<std::string> origins_;
};

}  // namespace http
