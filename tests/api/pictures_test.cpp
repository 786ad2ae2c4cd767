// The pictures of a section over HTTP: sent, looked at, replaced, taken away.
#include <doctest/doctest.h>

#include "store/database/hash.hpp"
#include "support/contains.hpp"
#include "support/picture_desk.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

TEST_CASE("a picture is sent as a file and kept cleaned, with its hash in the event") {
  const PictureDesk desk;
  const auto sent = desk.send("map.png", png(30, 20, png_chunk("tEXt", "Author")));
  REQUIRE(sent.status == 201);
  CHECK(sent.header("Location") == desk.path("map.png"));
  CHECK(sent.etag() == "\"1\"");
  const Json picture = sent.json();
  CHECK(picture["changes"] == Json::array({"texts about the picture taken out"}));
  CHECK(picture["width"] == 30);
  CHECK(picture["sha256"] == store::sha256_hex(png(30, 20)));
  CHECK(picture["saved_by"]["user"] == "writer");
  CHECK(picture["href"] == desk.path("map.png"));
  const auto seen = desk.f.contributor.get(picture["href"]);
  CHECK(seen.status == 200);
  CHECK(seen.body == png(30, 20));
  CHECK(seen.etag() == "\"1\"");
  CHECK(seen.header("Content-Type") == "image/png");
  CHECK(seen.header("Content-Security-Policy") == "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  CHECK(seen.header("X-Content-Type-Options") == "nosniff");
  CHECK(desk.f.writer.get(desk.path("map.png"), {{"If-None-Match", "\"1\""}}).status == 304);
  const Json event = desk.events().back();
  CHECK(event["type"] == "picture.saved");
  CHECK(event["id"] == picture["event"]);
  CHECK(event["data"]["name"] == "map.png");
  CHECK(event["data"]["sha256"] == picture["sha256"]);
  CHECK(event["data"]["bytes"] == picture["bytes"]);
  CHECK(event["data"]["media_type"] == "image/png");
}

TEST_CASE("a picture is replaced and taken away only by who has seen it, and its versions are counted") {
  const PictureDesk desk;
  CHECK(desk.f.writer.send("PUT", desk.path("map.png"), png(1, 1), {{"Content-Type", ""}}).status == 428);
  CHECK(desk.send("map.png", png(1, 1), 1).status == 412);
  REQUIRE(desk.send("map.png", png(1, 1)).status == 201);
  const auto again = desk.send("map.png", png(2, 2));
  CHECK(again.status == 412);
  CHECK(again.json()["current_version"] == 1);
  CHECK(again.json()["saved_by"]["name"] == "Sample writer");
  const auto replaced = desk.send("map.png", png(2, 2), 1);
  CHECK(replaced.status == 200);
  CHECK(replaced.json()["version"] == 2);
  const auto same = desk.send("map.png", png(2, 2), 2);
  CHECK(same.json()["unchanged"] == true);
  CHECK(same.json()["version"] == 2);
  CHECK(desk.f.writer.send("DELETE", desk.path("map.png"), "", {}).status == 428);
  CHECK(desk.remove("map.png", 1).status == 412);
  CHECK(desk.remove("map.png", 2).status == 204);
  CHECK(desk.events().back()["type"] == "picture.removed");
  CHECK(desk.f.writer.get(desk.path("map.png")).status == 404);
  CHECK(desk.remove("map.png", 3).status == 404);
  const auto anew = desk.send("map.png", png(3, 3));
  CHECK(anew.status == 201);
  CHECK(anew.json()["version"] == 4);
}

TEST_CASE("the pictures of a section are listed by name") {
  const PictureDesk desk;
  for (const char* name : {"c.png", "a.svg", "b.jpg"}) {
    const std::string text(name);
    REQUIRE(desk.send(name, text == "c.png" ? png(1, 1) : text == "b.jpg" ? jpeg() : svg("<rect/>")).status == 201);
  }
  REQUIRE(desk.remove("c.png", 1).status == 204);
  const auto page = desk.f.writer.get(desk.f.section("obj-07", "/pictures?limit=1"));
  CHECK(page.json()["items"][0]["name"] == "a.svg");
  const std::string cursor = page.json()["next_cursor"];
  const Json rest = desk.f.writer.get(desk.f.section("obj-07", "/pictures?cursor=" + cursor)).json();
  REQUIRE(rest["items"].size() == 1);
  CHECK(rest["items"][0]["media_type"] == "image/jpeg");
  CHECK(desk.f.writer.get(rest["items"][0]["href"]).body == jpeg());
}

TEST_CASE("what a picture is, its content tells, and name and type must agree") {
  const PictureDesk desk;
  CHECK(desk.send("map.jpg", png(1, 1)).code() == "invalid_picture");
  CHECK(desk.send("map.png", png(1, 1), 0, "image/jpeg").status == 422);
  CHECK(desk.send("map.png", png(1, 1), 0, "text/plain").status == 415);
  CHECK(desk.send("plan.png", png(1, 1), 0, "application/octet-stream").json()["media_type"] == "image/png");
  CHECK(desk.send("plan.jpg", png(1, 1), 0, "application/octet-stream").code() == "invalid_picture");
  CHECK(desk.send("map.png", "<html><script>alert(1)</script></html>").status == 422);
  CHECK(desk.send("map.png", "").status == 422);
  CHECK(desk.send("Map.png", png(1, 1)).status == 422);
  CHECK(desk.send("map.gif", "GIF89a").status == 422);
  CHECK(desk.send("..%2Fmap.png", png(1, 1)).status == 404);
  CHECK(desk.send("map.svg", svg("<script>alert(1)</script><rect/>"), 0, "image/svg+xml").status == 201);
  CHECK(desk.f.writer.get(desk.path("map.svg")).body == svg("<rect/>"));
  CHECK(desk.send("photo.jpeg", jpeg_with(0xE1, exif(6)), 0, "image/jpeg").json()["width"] == 16);
}

TEST_CASE("a picture is changed and seen by who may write and read the section's text") {
  const PictureDesk desk;
  REQUIRE(desk.send("map.png", png(1, 1)).status == 201);
  for (const Caller& other : {desk.f.other_writer, desk.f.other_head}) {
    CHECK(desk.send_as(other, "map.png", png(2, 2), 1).status == 403);
    CHECK(other.get(desk.path("map.png")).status == 403);
    CHECK(other.get(desk.path("none.png")).status == 403);
    CHECK(other.get(desk.f.section("obj-07", "/pictures")).status == 403);
    CHECK(other.send("DELETE", desk.path("none.png"), "", {{"If-Match", "\"1\""}}).status == 403);
    const Json items = other.get(desk.f.path("/events?after=0&limit=200")).json().at("items");
    CHECK(items.back()["type"] == "picture.saved");
    CHECK_FALSE(contains(items.dump(), "map.png"));
  }
  for (const Caller& reader : {desk.f.ministry, desk.f.translator}) {
    CHECK(reader.get(desk.path("map.png")).status == 200);
    CHECK(desk.send_as(reader, "map.png", png(2, 2), 1).status == 403);
  }
  CHECK(desk.send_as(desk.f.contributor, "map.png", png(2, 2), 1).status == 200);
  CHECK(desk.send_as(desk.f.coordinator, "map.png", png(3, 3), 2).status == 200);
  const auto heading = desk.f.coordinator.send("PUT", desk.f.section("progress", "/pictures/map.png"), png(1, 1),
                                               {{"Content-Type", "image/png"}, {"If-None-Match", "*"}});
  CHECK(heading.code() == "heading_only");
}

TEST_CASE("what went to review keeps its pictures, and an approved section only changes with a reason") {
  const PictureDesk desk;
  REQUIRE(desk.f.save("![A map](map.png)").status == 201);
  REQUIRE(desk.send("map.png", png(1, 1)).status == 201);
  desk.f.approve();
  const auto refused = desk.send("map.png", png(2, 2), 1);
  CHECK(refused.status == 409);
  CHECK(refused.code() == "wrong_state");
  CHECK(desk.remove("map.png", 1).status == 409);
  CHECK(desk.send_as(desk.f.coordinator, "map.png", png(2, 2), 1).status == 409);
  CHECK(desk.send_as(desk.f.coordinator, "map.png", png(2, 2), 1, "", "?minor=true").status == 422);
  const auto minor =
      desk.send_as(desk.f.coordinator, "map.png", png(2, 2), 1, "", "?minor=true&reason=Border%20redrawn");
  CHECK(minor.status == 200);
  CHECK(minor.json()["reason"] == "Border redrawn");
}

TEST_CASE("a section has at most fifty pictures") {
  const PictureDesk desk;
  for (int i = 0; i < 50; ++i) REQUIRE(desk.send("p" + std::to_string(i) + ".png", png(1, 1)).status == 201);
  CHECK(desk.send("one-more.png", png(1, 1)).code() == "too_many_pictures");
  CHECK(desk.send("p7.png", png(2, 2), 1).status == 200);
  REQUIRE(desk.remove("p8.png", 1).status == 204);
  CHECK(desk.send("one-more.png", png(1, 1)).status == 201);
}

TEST_CASE("of two writers who send a picture at once one is refused") {
  const PictureDesk desk;
  for (int round = 0; round < 20; ++round) {
    const std::string name = "p" + std::to_string(round) + ".png";
    int first = 0;
    std::thread other([&] { first = desk.send_as(desk.f.head, name, png(9, 9)).status; });
    const int second = desk.send(name, png(8, 8)).status;
    other.join();
    CHECK(std::min(first, second) == 201);
    CHECK(std::max(first, second) == 412);
  }
}

TEST_CASE("verify finds a picture that was changed or taken out of the database") {
  for (const char* change :
       {"UPDATE picture_versions SET content = CAST(replace(hex(content), '7F', '7E') AS BLOB), "
        "bytes = 2 * bytes WHERE version = 1",
        "UPDATE picture_versions SET content = zeroblob(bytes) WHERE version = 1",
        "UPDATE picture_versions SET name = 'other.png' WHERE event_id = (SELECT min(event_id) FROM picture_versions)",
        "UPDATE picture_versions SET section = 'obj-08' WHERE version = 1", "DELETE FROM pictures",
        "UPDATE pictures SET event_id = (SELECT min(event_id) FROM picture_versions)",
        "DELETE FROM pictures; DELETE FROM picture_versions"}) {
    CAPTURE(change);
    const PictureDesk desk;
    REQUIRE(desk.send("map.png", png(1, 1)).status == 201);
    REQUIRE(desk.send("map.png", png(2, 2), 1).status == 200);
    REQUIRE(desk.send("gone.png", png(2, 2)).status == 201);
    REQUIRE(desk.remove("gone.png", 1).status == 204);
    const auto found = usecases::verify(desk.app.database());
    CHECK(found.problems.empty());
    CHECK(found.pictures == 3);
    tamper(desk.app.database(), change);
    CHECK_FALSE(usecases::verify(desk.app.database()).problems.empty());
  }
}
