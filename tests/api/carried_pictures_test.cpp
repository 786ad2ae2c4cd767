// Carried-over texts bring the pictures that they place.
#include <doctest/doctest.h>

#include "support/api_app.hpp"
#include "support/pictures.hpp"
#include "support/two_reports.hpp"

using namespace support;

namespace {

// obj-07 of tkm-2022 places two pictures, and has one of them.
struct CarriedPictures {
  CarriedPictures() {
    const HeaderMap first{{"If-None-Match", "*"}, {"Content-Type", "image/png"}};
    REQUIRE(f.writer.send("PUT", last.section("obj-07", "/pictures/map.png"), picture, first).status == 201);
    REQUIRE(f.writer.send("PUT", last.section("obj-07", "/pictures/unused.png"), picture, first).status == 201);
    last.save("obj-07", "en", "See:\n\n![The border](map.png \"Crossings\")\n\n![Lost](lost.png)\n");
    last.save("obj-07", "ru", "См.:\n\n![Граница](map.png)\n");
    last.approve("obj-07");
  }
  Json prefill(const std::string& query = "") const {
    const auto answer =
        f.coordinator.post(f.path("/prefill" + query), {{"from", "tkm-2022"}, {"sections", {"obj-07"}}});
    REQUIRE(answer.status == 200);
    return answer.json().at("sections").at(0).at("pictures");
  }

  TestApp app;
  ReportFixture f{app, "own"};
  LastCycle last{f};
  std::string picture = png_of_bytes(10'000);
};

}  // namespace

TEST_CASE("carried-over texts bring the pictures that they place, and no others") {
  const CarriedPictures carried;
  Json expected = Json::parse(R"([{"name": "lost.png", "href": null, "outcome": "nothing_there"},
                                  {"name": "map.png", "href": null, "outcome": "carried_over"}])");
  CHECK(carried.prefill("?dry_run=true") == expected);
  CHECK(carried.f.writer.get(carried.f.section("obj-07", "/pictures/map.png")).status == 404);
  expected[1]["href"] = carried.f.section("obj-07", "/pictures/map.png");
  CHECK(carried.prefill() == expected);
  const auto here = carried.f.writer.get(carried.f.section("obj-07", "/pictures/map.png"));
  CHECK(here.status == 200);
  CHECK(here.body == carried.f.writer.get(carried.last.section("obj-07", "/pictures/map.png")).body);
  CHECK(carried.f.writer.get(carried.f.section("obj-07", "/pictures/unused.png")).status == 404);
  const Json document = carried.f.coordinator.get(carried.f.path("/document.json?select=latest")).json();
  CHECK(document.dump().find("\"map.png\"") != std::string::npos);
}

TEST_CASE("a picture that the section has already stays as it is") {
  const CarriedPictures carried;
  const std::string ours = png_of_bytes(20'000);
  const std::string address = carried.f.section("obj-07", "/pictures/map.png");
  REQUIRE(carried.f.writer.send("PUT", address, ours, {{"If-None-Match", "*"}, {"Content-Type", "image/png"}}).status ==
          201);
  const auto before = carried.f.writer.get(address).body;
  CHECK(carried.prefill().at(1).at("outcome") == "kept");
  CHECK(carried.f.writer.get(address).body == before);
}

namespace {

// What a change of map.png after the approval brings into the next report.
std::string carried_after(const CarriedPictures& carried) {
  carried.prefill();
  return carried.f.writer.get(carried.f.section("obj-07", "/pictures/map.png")).body;
}

}  // namespace

TEST_CASE("a section that was opened again brings the picture that was approved, and not the one sent since") {
  const CarriedPictures carried;
  const std::string address = carried.last.section("obj-07", "/pictures/map.png");
  const std::string approved = carried.f.writer.get(address).body;
  carried.last.reopen("obj-07");
  REQUIRE(carried.f.writer
              .send("PUT", address, png_of_bytes(20'000), {{"If-Match", "\"1\""}, {"Content-Type", "image/png"}})
              .status == 200);
  CHECK(carried_after(carried) == approved);
}

TEST_CASE("a section that was opened again brings the approved picture although it was taken away since") {
  const CarriedPictures carried;
  const std::string address = carried.last.section("obj-07", "/pictures/map.png");
  const std::string approved = carried.f.writer.get(address).body;
  carried.last.reopen("obj-07");
  REQUIRE(carried.f.writer.send("DELETE", address, "", {{"If-Match", "\"1\""}}).status == 204);
  CHECK(carried_after(carried) == approved);
}

TEST_CASE("a picture that was placed and missing at the approval is missing in the next report, sent since or not") {
  const CarriedPictures carried;
  carried.last.reopen("obj-07");
  const HeaderMap first{{"If-None-Match", "*"}, {"Content-Type", "image/png"}};
  REQUIRE(carried.f.writer.send("PUT", carried.last.section("obj-07", "/pictures/lost.png"), carried.picture, first)
              .status == 201);
  CHECK(carried.prefill().at(0).at("outcome") == "nothing_there");
  CHECK(carried.f.writer.get(carried.f.section("obj-07", "/pictures/lost.png")).status == 404);
}

TEST_CASE("a minor change of a picture of the approved section is approved with it") {
  const CarriedPictures carried;
  const std::string address = carried.last.section("obj-07", "/pictures/map.png");
  REQUIRE(carried.f.coordinator
              .send("PUT", address + "?minor=true&reason=Sharper.", png_of_bytes(20'000),
                    {{"If-Match", "\"1\""}, {"Content-Type", "image/png"}})
              .status == 200);
  const std::string minor = carried.f.writer.get(address).body;
  carried.last.reopen("obj-07");
  CHECK(carried_after(carried) == minor);
}
