#include "store/database/json_columns.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using domain::LocalizedText;

TEST_CASE("texts and lists come out of a column as they went in, whatever stands in them") {
  const std::vector<std::string> hard{"",
                                      "Plain",
                                      "Milli hasabat \xC3\xBD",
                                      "a \"quoted\" one",
                                      "\\",
                                      "ends in \\",
                                      "\",\"x",
                                      "{}",
                                      "\":\"",
                                      "},{",
                                      "line\nbreak",
                                      "\x01",
                                      "\xF0\x9F\x87\xB9"};
  for (const std::string& first : hard) {
    for (const std::string& second : hard) {
      CAPTURE(first);
      CAPTURE(second);
      CHECK(store::list_from(store::to_column(std::vector{first, second})) == std::vector{first, second});
      const LocalizedText texts{{"en", first}, {"ru", second}, {"tk", first}};
      CHECK(store::localized_from(store::to_column(texts)) == texts);
      CHECK(store::localized_from(store::to_column(LocalizedText{{"zh-Hant", second}})) ==
            LocalizedText{{"zh-Hant", second}});
    }
  }
  CHECK(store::localized_from("{}").empty());
  CHECK(store::list_from("[]").empty());
  CHECK(store::list_from(store::to_column(std::vector<std::string>{"en"})) == std::vector<std::string>{"en"});
}

TEST_CASE("a column that somebody else wrote is read as JSON, and a damaged one is none") {
  CHECK(store::localized_from(" { \"ru\" : \"b\",\n\"en\":\"a\" } ") == LocalizedText{{"en", "a"}, {"ru", "b"}});
  for (const char* damaged :
       {"{\"en\":\"a\",}", "{\"en\":\"a\"", "{\"en\":\"a}", "{\"en\"\"a\"}", "{\"en\":\"a\"}}", "{\"en\":1}",
        "{\"en\":\"a\",\"ru\"}", "{en:\"a\"}", "{\"en\":\"a\" \"ru\":\"b\"}", "\"en\":\"a\"}"}) {
    CAPTURE(damaged);
    CHECK_THROWS_AS(store::localized_from(damaged), nlohmann::json::exception);
  }
  CHECK(store::list_from(" [ \"b\",\n\"a\" ] ") == std::vector<std::string>{"b", "a"});
  for (const char* damaged : {"[\"a\",]", "[\"a\"", "[\"a]", "[\"a\"\"b\"]", "[\"a\"]]", "[a]", "[1]", "\"a\"]"}) {
    CAPTURE(damaged);
    CHECK_THROWS_AS(store::list_from(damaged), nlohmann::json::exception);
  }
}
