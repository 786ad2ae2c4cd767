// Answers in gzip, as clients and caches see them.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "support/api_app.hpp"
#include "support/gunzipped.hpp"
#include "support/pictures.hpp"
#include "support/raw_client.hpp"

using namespace support;

namespace {

struct Sent {
  std::string head;
  std::string body;
  bool has(const std::string& line) const { return head.find("\r\n" + line + "\r\n") != std::string::npos; }
  // What stands behind a header's name; empty: it is not there.
  std::string header(const std::string& name) const {
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

// As it comes over the line; a library would unpack it and say nothing of that.
Sent ask(const TestApp& app, const Caller& caller, const std::string& path, const std::string& headers,
         const std::string& method = "GET") {
  RawClient client(app.port());
  client.send(method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " +
              caller.token() + "\r\n" + headers + "\r\n");
  const std::string all = client.receive();
  const auto end = all.find("\r\n\r\n");
  REQUIRE(end != std::string::npos);
  return {all.substr(0, end + 2), all.substr(end + 4)};
}

const std::string kGzip = "Accept-Encoding: gzip\r\n";

const std::string kLongText = [] {
  std::string text;
  while (text.size() < 3000) text += "A sentence that makes the text long.\n\n";
  return text;
}();

// The lines of a header without what every answer has of its own.
std::set<std::string> steady_lines(std::string head) {
  std::set<std::string> lines;
  while (!head.empty()) {
    const auto end = head.find("\r\n");
    if (!head.starts_with("X-Request-Id")) lines.insert(head.substr(0, end));
    head.erase(0, end + 2);
  }
  return lines;
}

}  // namespace

TEST_CASE("texts come packed to who takes that, and say the same as the plain ones") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("The seventh text.").status == 201);
  for (const std::string& path :
       {f.path("/status"), f.path("/status.csv"), f.path("/document.html"), f.path("/document.md?select=latest"),
        f.path("/document.json"), f.path("/sections"), f.path("/events"), std::string("/openapi.yaml"),
        std::string("/openapi.json"), std::string("/metrics"), std::string("/v1/formats/gcm-imrf")}) {
    CAPTURE(path);
    for (int round = 0; round < 2; ++round) {  // made, and from memory
      const auto plain = ask(app, f.coordinator, path, "");
      const auto packed = ask(app, f.coordinator, path, kGzip);
      CHECK(packed.has("Content-Encoding: gzip"));
      CHECK(packed.has("Content-Length: " + std::to_string(packed.body.size())));
      CHECK(packed.body.size() < plain.body.size() / 2);
      if (path != "/metrics") CHECK(gunzipped(packed.body) == plain.body);
      CHECK(plain.header("Content-Encoding").empty());
      for (const auto& answer : {plain, packed}) {
        CHECK(answer.header("Vary").find("Accept-Encoding") != std::string::npos);
      }
      CHECK(packed.header("Content-Type") == plain.header("Content-Type"));
    }
  }
}

TEST_CASE("a HEAD says of a packed answer what the GET does") {
  TestApp app;
  const ReportFixture f(app);
  for (const std::string& path : {f.path("/status"), f.path("/sections"), std::string("/openapi.json")}) {
    CAPTURE(path);
    const auto head = ask(app, f.coordinator, path, kGzip, "HEAD");
    CHECK(head.has("Content-Encoding: gzip"));
    CHECK(head.body.empty());
    CHECK(steady_lines(head.head) == steady_lines(ask(app, f.coordinator, path, kGzip).head));
  }
}

TEST_CASE("each form has a tag of its own, and who has either is told that nothing changed") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save(kLongText).status == 201);
  for (const std::string& path : {f.path("/status"), f.path("/document.html"), f.section("obj-07", "/texts/en")}) {
    CAPTURE(path);
    const std::string plain = ask(app, f.coordinator, path, "").header("ETag");
    const std::string packed = ask(app, f.coordinator, path, kGzip).header("ETag");
    CHECK(packed == plain.substr(0, plain.size() - 1) + "-gzip\"");
    for (const std::string& tag : {plain, packed}) {
      for (const std::string& wish : {std::string(), kGzip}) {
        const auto known = ask(app, f.coordinator, path, wish + "If-None-Match: " + tag + "\r\n");
        CHECK(status_of(known.head) == 304);
        CHECK(known.header("ETag") == tag);
        CHECK(known.header("Vary").find("Accept-Encoding") != std::string::npos);
        CHECK(known.header("Content-Encoding").empty());
        CHECK(known.body.empty());
      }
    }
    CHECK(status_of(ask(app, f.coordinator, path, kGzip + "If-None-Match: \"0-gzip\"\r\n").head) == 200);
  }
}

TEST_CASE("a write with the tag of a packed answer is taken, and with a stale one refused") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save(kLongText).status == 201);
  for (const std::string& path : {f.section("obj-07", "/texts/en"), f.section("obj-07")}) {
    CAPTURE(path);
    const bool text = path.ends_with("en");
    const std::string tag = ask(app, f.coordinator, path, kGzip).header("ETag");
    REQUIRE(tag.ends_with("-gzip\""));
    const auto write = [&](const std::string& what) {
      if (text) return f.writer.put(path, {{"markdown", what}}, {{"If-Match", tag}}).status;
      return f.coordinator
          .send("PATCH", path, Json{{"title", {{"en", what}}}}.dump(),
                {{"Content-Type", "application/merge-patch+json"}, {"If-Match", tag}})
          .status;
    };
    CHECK(write("one") == 200);
    CHECK(write("two") == 412);
  }
}

TEST_CASE("the one answer that holds a secret is never packed") {
  TestApp app;
  RawClient client(app.port());
  const std::string body = Json{{"label", std::string(100, 'x')}}.dump();
  client.send("POST /v1/users/admin/tokens HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + app.admin().token() +
              "\r\nContent-Type: application/json\r\nAccept-Encoding: gzip, identity;q=0\r\nContent-Length: " +
              std::to_string(body.size()) + "\r\n\r\n" + body);
  const std::string answer = client.receive_answer();
  CHECK(status_of(answer) == 201);
  CHECK(answer.find("Content-Encoding") == std::string::npos);
  CHECK(body_of(answer).find("\"secret\":\"nr_") != std::string::npos);
}

TEST_CASE("small answers and what is packed by its kind go as they are") {
  TestApp app;
  const ReportFixture f(app);
  CHECK(ask(app, f.coordinator, "/v1/me", kGzip).header("Content-Encoding").empty());
  CHECK(ask(app, f.coordinator, "/v1/me", "Accept-Encoding: gzip, identity;q=0\r\n").has("Content-Encoding: gzip"));
  const std::string picture = f.section("obj-07", "/pictures/map.png");
  const HeaderMap first{{"If-None-Match", "*"}, {"Content-Type", "image/png"}};
  REQUIRE(f.writer.send("PUT", picture, png_of_bytes(20'000), first).status == 201);
  const auto sent = ask(app, f.writer, picture, kGzip);
  CHECK(sent.header("Content-Encoding").empty());
  CHECK(sent.header("Vary").find("Accept-Encoding") == std::string::npos);
}
