// A service with a report, and short ways to send and see the pictures of its sections.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "support/api_app.hpp"
#include "support/converting.hpp"
#include "support/pictures.hpp"

namespace support {

// Sends a new emblem, or in the place of the one that has this tag.
inline Answer send_emblem(const ReportFixture& f, const std::string& bytes, const std::string& over = "",
                          const std::string& type = "") {
  HeaderMap headers{{"Content-Type", type}, {over.empty() ? "If-None-Match" : "If-Match", over.empty() ? "*" : over}};
  return f.coordinator.send("PUT", f.path("/emblem"), bytes, headers);
}

struct PictureDesk {
  TemporaryFolder folder;
  TestApp app;
  ReportFixture f;

  PictureDesk() : app(with_converters(folder)), f(app) {}
  explicit PictureDesk(const Config& config) : app(config), f(app) {}

  std::string path(const std::string& name, const std::string& section = "obj-07") const {
    return f.section(section, "/pictures/" + name);
  }
  // Sends a new picture, or on top of a version.
  Answer send(const std::string& name, const std::string& bytes, int over = 0, const std::string& type = "",
              const std::string& query = "") const {
    return send_as(f.writer, name, bytes, over, type, query);
  }
  Answer send_as(const Caller& caller, const std::string& name, const std::string& bytes, int over = 0,
                 const std::string& type = "", const std::string& query = "") const {
    HeaderMap headers{{"Content-Type", type}};
    if (over == 0) headers.emplace("If-None-Match", "*");
    if (over != 0) headers.emplace("If-Match", "\"" + std::to_string(over) + "\"");
    return caller.send("PUT", path(name) + query, bytes, headers);
  }
  Answer remove(const std::string& name, int version, const std::string& query = "") const {
    return f.writer.send("DELETE", path(name) + query, "", {{"If-Match", "\"" + std::to_string(version) + "\""}});
  }
  Json events() const { return f.coordinator.get(f.path("/events?after=0&limit=200")).json().at("items"); }
  std::string document(const std::string& extension, const std::string& query = "") const {
    const auto answer = f.coordinator.get(f.path("/document." + extension + query));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.body;
  }
};

}  // namespace support
