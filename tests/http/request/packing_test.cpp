#include "http/request/packing.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <random>

#include "support/gunzipped.hpp"
#include "support/peak_memory.hpp"
#include "support/processor_time.hpp"
#include "support/sanitized.hpp"

namespace {

http::Request asking(const std::vector<std::string>& accept_encoding) {
  http::Request request;
  for (const auto& value : accept_encoding) request.headers.emplace_back("Accept-Encoding", value);
  return request;
}

http::Response text(std::size_t bytes, std::string_view type = "text/html; charset=utf-8") {
  http::Response response;
  response.set_body(std::string(bytes, 'x'), type);
  return response;
}

bool packs(const std::vector<std::string>& accept_encoding, const http::Response& response = text(5000)) {
  return http::goes_packed(asking(accept_encoding), response);
}

// Letters as a picture within a page has them: the least that there is to be saved.
std::string letters(std::size_t bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::mt19937 random(7);
  std::string made(bytes, ' ');
  for (char& letter : made) letter = kLetters[random() % kLetters.size()];
  return made;
}

}  // namespace

TEST_CASE("an answer goes packed to who takes gzip as gladly as the plain form") {
  for (const std::string wish : {"gzip", "GZIP", "x-gzip", "gzip, deflate, br", "br;q=1, gzip;q=0.1", "*", "*;q=0.5",
                                 "gzip;q=1.0, identity;q=0.5", "identity, gzip", "deflate, *", "gzip;q=0.001"}) {
    CAPTURE(wish);
    CHECK(packs({wish}));
  }
  CHECK(packs({"br", "gzip"}));
  for (const std::string wish :
       {"", "br", "identity", "gzip;q=0", "gzip;q=0, *", "*;q=0", "gzip;q=0.5, identity", "gzip;q=2", "gzip;q=0, gzip",
        "gzip;q=x", "gzipped", "identity;q=0", "*, gzip;q=0.000"}) {
    CAPTURE(wish);
    CHECK_FALSE(packs({wish}));
  }
  CHECK_FALSE(packs({}));
}

TEST_CASE("what fits in a packet goes as it is, unless the client refuses that") {
  CHECK_FALSE(packs({"gzip"}, text(http::kLeastPacked - 1)));
  CHECK(packs({"gzip"}, text(http::kLeastPacked)));
  CHECK(packs({"gzip, identity;q=0"}, text(10)));
  CHECK(packs({"gzip, *;q=0"}, text(10)));
  CHECK_FALSE(packs({"gzip, identity;q=0"}, text(0)));
  CHECK(packs({"gzip"}, text(http::kMostPacked)));
  CHECK_FALSE(packs({"gzip"}, text(http::kMostPacked + 1)));
}

TEST_CASE("texts are packed, and what is packed already is not") {
  for (const char* type :
       {"application/json", "application/problem+json", "text/html; charset=utf-8", "text/markdown",
        "text/csv; charset=utf-8", "text/x-diff", "text/plain", "application/yaml", "application/xliff+xml"}) {
    CAPTURE(type);
    CHECK(http::is_packable(type));
  }
  for (const char* type : {"", "application/zip", "application/pdf", "image/png", "image/jpeg",
                           "application/vnd.oasis.opendocument.text", "application/octet-stream"}) {
    CAPTURE(type);
    CHECK_FALSE(http::is_packable(type));
  }
}

TEST_CASE("a packed answer says so, has a tag of its own, and unpacks to the plain one") {
  auto response = text(5000);
  response.set_header("ETag", "\"7.a\"");
  response.set_header("Vary", "Accept");
  http::pack(asking({"gzip"}), response);
  CHECK(support::gunzipped(*response.body) == std::string(5000, 'x'));
  CHECK(response.header("Content-Encoding") == "gzip");
  CHECK(response.header("ETag") == "\"7.a-gzip\"");
  CHECK(response.header("Vary") == "Accept, Accept-Encoding");
}

TEST_CASE("a text that goes as it is says that it could have been packed, as does a 304") {
  auto plain = text(5000);
  plain.set_header("ETag", "\"7.a\"");
  http::pack(asking({}), plain);
  CHECK(plain.body->size() == 5000);
  CHECK(plain.header("Content-Encoding").empty());
  CHECK(plain.header("ETag") == "\"7.a\"");
  CHECK(plain.header("Vary") == "Accept-Encoding");
  auto known = text(5000);
  known.status = 304;
  known.body.reset();
  http::pack(asking({"gzip"}), known);
  CHECK(known.body == nullptr);
  CHECK(known.header("Content-Encoding").empty());
  CHECK(known.header("Vary") == "Accept-Encoding");
  auto archive = text(5000, "application/zip");
  http::pack(asking({"gzip"}), archive);
  CHECK(archive.body->size() == 5000);
  CHECK(archive.header("Vary").empty());
}

TEST_CASE("an answer with a secret is never packed: its length would tell of it") {
  auto response = text(5000, "application/json");
  response.confidential = true;
  http::pack(asking({"gzip, identity;q=0"}), response);
  CHECK(response.body->size() == 5000);
  CHECK(response.header("Content-Encoding").empty());
}

TEST_CASE("the packed form that lies ready is sent, and nothing is packed again") {
  auto response = text(5000);
  response.packed = std::make_shared<const std::string>("ready");
  http::pack(asking({"gzip"}), response);
  CHECK(response.body == response.packed);
}

TEST_CASE("the largest answer that is packed takes a second or so and little more than its own memory") {
  const std::string plain = letters(http::kMostPacked);
  std::string packed;
  const double before = support::processor_seconds();
  const long megabytes = support::peak_megabytes([&] { packed = http::gzip(plain); });
  const double seconds = support::processor_seconds() - before;
  MESSAGE(plain.size(), " bytes became ", packed.size(), " in ", seconds, " s and ", megabytes, " MB");
  CHECK(support::gunzipped(packed) == plain);
  if (support::kSanitized) return;
  CHECK(seconds < 2);
  CHECK(megabytes < 48);
}
