#include "usecases/frame/answer_cache.hpp"

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <thread>
#include <vector>

namespace {

usecases::CachedAnswer entry(const std::string& key, const std::string& version, std::size_t bytes) {
  return {key, version, version, std::make_shared<const std::string>(bytes, 'x')};
}

}  // namespace

TEST_CASE("an answer is found for the version it was made from, and for no other") {
  usecases::AnswerCache cache(10'000);
  cache.keep(entry("a", "1", 10));
  REQUIRE(cache.find("a", "1"));
  CHECK(cache.find("a", "1")->tag == "1");
  CHECK_FALSE(cache.find("a", "2"));
  CHECK_FALSE(cache.find("b", "1"));
  cache.keep(entry("a", "2", 10));
  CHECK(cache.find("a", "2"));
  CHECK_FALSE(cache.find("a", "1"));
}

TEST_CASE("the answers kept stay within the bytes allowed, and those not asked for longest go first") {
  usecases::AnswerCache cache(10'000);
  for (const char* key : {"a", "b", "c"}) cache.keep(entry(key, "1", 3000));
  CHECK(cache.find("a", "1"));
  cache.keep(entry("d", "1", 3000));
  CHECK(cache.find("a", "1"));
  CHECK_FALSE(cache.find("b", "1"));
  CHECK(cache.find("c", "1"));
  CHECK(cache.find("d", "1"));
}

TEST_CASE("an answer that would drive out half of the others is not kept") {
  usecases::AnswerCache cache(10'000);
  cache.keep(entry("small", "1", 10));
  cache.keep(entry("large", "1", 5001));
  CHECK_FALSE(cache.find("large", "1"));
  CHECK(cache.find("small", "1"));
}

TEST_CASE("small answers are bounded too, by what keeping them costs") {
  usecases::AnswerCache cache(100'000);
  for (int i = 0; i < 100'000; ++i) cache.keep(entry("key-" + std::to_string(i), "1", 0));
  CHECK_FALSE(cache.find("key-0", "1"));
  CHECK(cache.find("key-99999", "1"));
}

namespace {

std::string half(std::string_view plain) { return std::string(plain.size() / 2, 'y'); }

}  // namespace

TEST_CASE("a packed form is made once, kept beside the plain one, and counts") {
  usecases::AnswerCache cache(10'000);
  cache.keep(entry("a", "1", 3000));
  cache.keep(entry("b", "1", 3000));
  const auto found = cache.find("b", "1").value();
  CHECK(found.packed == nullptr);
  const auto packed = cache.packed_form(found, half);
  CHECK(packed->size() == 1500);
  CHECK(cache.packed_form(found, half) == packed);  // by one who found the plain form alone
  REQUIRE(cache.find("b", "1"));
  CHECK(cache.find("b", "1")->packed == packed);
  CHECK(cache.find("b", "1")->body == found.body);
  CHECK(cache.find("a", "1"));
  cache.keep(entry("c", "1", 3000));
  CHECK_FALSE(cache.find("b", "1"));
  CHECK(cache.find("a", "1"));
}

TEST_CASE("many who ask for a packed form at once get the same one") {
  usecases::AnswerCache cache(1'000'000);
  cache.keep(entry("a", "1", 100'000));
  const auto found = cache.find("a", "1").value();
  std::array<std::shared_ptr<const std::string>, 8> got;
  {
    std::vector<std::jthread> clients;
    for (auto& mine : got) clients.emplace_back([&] { mine = cache.packed_form(found, half); });
  }
  for (const auto& mine : got) CHECK(mine == got.front());
}

TEST_CASE("a packed form comes too late where another answer is in its place") {
  usecases::AnswerCache cache(10'000);
  cache.keep(entry("a", "1", 10));
  const auto found = cache.find("a", "1").value();
  cache.keep(entry("a", "2", 10));
  CHECK(cache.packed_form(found, half)->size() == 5);
  CHECK_FALSE(cache.find("a", "1"));
  CHECK(cache.find("a", "2")->packed == nullptr);
}

TEST_CASE("a packed form that would drive out half of the others is not kept, the plain one is") {
  usecases::AnswerCache cache(10'000);
  cache.keep(entry("a", "1", 4000));
  CHECK(cache.packed_form(cache.find("a", "1").value(), half)->size() == 2000);
  REQUIRE(cache.find("a", "1"));
  CHECK(cache.find("a", "1")->packed == nullptr);
}
