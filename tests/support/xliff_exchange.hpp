// A report whose texts go out to a translator's tool and come back.
#pragma once

#include <doctest/doctest.h>

#include <regex>
#include <string>

#include "support/api_app.hpp"
#include "support/xliff_schema.hpp"

namespace support {

inline const HeaderMap kXliff{{"Content-Type", "application/xliff+xml"}};

inline std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

// As tools write a file that do not know of states.
inline std::string without_states(const std::string& file) {
  return std::regex_replace(file, std::regex(" (state|subState)=\"[^\"]*\""), "");
}

struct Exchange : ReportFixture {
  using ReportFixture::ReportFixture;

  std::string out(const std::string& query = "", const std::string& language = "ru") const {
    const auto answer = translator.get(path("/translations.xlf?language=" + language + query));
    REQUIRE(answer.status == 200);
    CHECK(schema_complaints(answer.body) == "");
    return answer.body;
  }
  Answer send(const std::string& file, const Caller& caller, const std::string& query = "") const {
    return caller.send("POST", path("/translations" + query), file, kXliff);
  }
  Json in(const std::string& file, const std::string& query = "") const {
    const auto answer = send(file, translator, query);
    REQUIRE(answer.status == 200);
    return answer.json();
  }
  // The first section's result.
  Json first(const std::string& file, const std::string& query = "") const {
    return in(file, query).at("sections").at(0);
  }
  Json russian(const std::string& id = "obj-07") const {
    return translator.get(section(id, "/texts/ru"), {{"Accept", "application/json"}}).json();
  }
  std::string source_then_target(const std::string& source, const std::string& target, const std::string& file) const {
    return replaced(file, "<source>" + source + "</source>\n",
                    "<source>" + source + "</source>\n<target>" + target + "</target>\n");
  }
};

}  // namespace support
