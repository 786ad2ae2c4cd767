#include "http/request/cache.hpp"

#include <doctest/doctest.h>

namespace {

http::ResponseCache::Entry entry(const std::string& version, std::size_t bytes) {
  return {version, "\"" + version + "\"", std::make_shared<const std::string>(bytes, 'x')};
}

}  // namespace

TEST_CASE("an answer is found for the version it was made from, and for no other") {
  http::ResponseCache cache(10'000);
  cache.keep("a", entry("1", 10));
  REQUIRE(cache.find("a", "1"));
  CHECK(cache.find("a", "1")->etag == "\"1\"");
  CHECK_FALSE(cache.find("a", "2"));
  CHECK_FALSE(cache.find("b", "1"));
  cache.keep("a", entry("2", 10));
  CHECK(cache.find("a", "2"));
  CHECK_FALSE(cache.find("a", "1"));
}

TEST_CASE("the answers kept stay within the bytes allowed, and those not asked for longest go first") {
  http::ResponseCache cache(10'000);
  for (const char* key : {"a", "b", "c"}) cache.keep(key, entry("1", 3000));
  CHECK(cache.find("a", "1"));
  cache.keep("d", entry("1", 3000));
  CHECK(cache.find("a", "1"));
  CHECK_FALSE(cache.find("b", "1"));
  CHECK(cache.find("c", "1"));
  CHECK(cache.find("d", "1"));
}

TEST_CASE("an answer that would drive out half of the others is not kept") {
  http::ResponseCache cache(10'000);
  cache.keep("small", entry("1", 10));
  cache.keep("large", entry("1", 5001));
  CHECK_FALSE(cache.find("large", "1"));
  CHECK(cache.find("small", "1"));
}

TEST_CASE("small answers are bounded too, by what keeping them costs") {
  http::ResponseCache cache(100'000);
  for (int i = 0; i < 100'000; ++i) cache.keep("key-" + std::to_string(i), entry("1", 0));
  CHECK_FALSE(cache.find("key-0", "1"));
  CHECK(cache.find("key-99999", "1"));
}
