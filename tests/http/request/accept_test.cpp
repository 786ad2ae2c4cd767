#include <doctest/doctest.h>

#include "http/request/accept.hpp"

namespace {

std::string chosen(const std::string& accept) {
  http::Request request;
  request.headers.emplace_back("Accept", accept);
  return std::string(http::Accepted(request).choose({"application/json", "text/csv"}));
}

}  // namespace

TEST_CASE("the first media type offered is the one for a client that names none") {
  CHECK(http::Accepted(http::Request{}).choose({"application/json", "text/csv"}) == "application/json");
  CHECK(chosen("") == "application/json");
  CHECK(chosen("*/*") == "application/json");
}

TEST_CASE("the client's media type is chosen, the better liked one of several") {
  CHECK(chosen("text/csv") == "text/csv");
  CHECK(chosen("text/*") == "text/csv");
  CHECK(chosen("text/html, text/csv ;q=0.5") == "text/csv");
  CHECK(chosen("application/json;q=0.4, text/csv;q=0.5") == "text/csv");
  CHECK(chosen("application/json;q=0.5,*/*;q=0.1") == "application/json");
  CHECK(chosen("text/csv; charset=utf-8") == "text/csv");
  CHECK(chosen("Text/CSV") == "text/csv");
}

TEST_CASE("the most specific range counts, so that one type can be ruled out") {
  CHECK(chosen("*/*, application/json;q=0") == "text/csv");
  CHECK(chosen("text/csv;q=0, text/*;q=1, application/json;q=0.1") == "application/json");
}

TEST_CASE("nothing is chosen where nothing fits, or the header is nonsense") {
  for (const char* accept : {"image/png", "text/csv;q=0", "text", "/", "*/csv", ";", ",,,", "q=1",
                             "text/csv;q=nonsense", "text/csv;q=nan", "text/csv;q=-1"}) {
    CAPTURE(accept);
    CHECK(chosen(accept).empty());
  }
}

TEST_CASE("a client that names the type of refusals alone is given what there is") {
  for (const char* accept : {"application/problem+json", "Application/Problem+JSON", "application/problem+json;q=0.5",
                             "application/problem+json, application/problem+xml"}) {
    CAPTURE(accept);
    CHECK(chosen(accept) == "application/json");
  }
  CHECK(chosen("application/problem+json, text/csv") == "text/csv");
  CHECK(chosen("application/problem+json, image/png").empty());
}
