// Pictures in the compiled report: where texts place them, as of when, and in editions.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "documents/file/zip_reader.hpp"
#include "store/database/hash.hpp"
#include "support/contains.hpp"
#include "support/picture_desk.hpp"
#include "usecases/editions/edition_check.hpp"

using namespace support;

namespace {

const std::string kPlacingText = "See the map.\n\n![The border](map.png \"Crossings, 2025\")\n";

Json section_of(const std::string& document) {
  const Json json = Json::parse(document);
  for (const auto& section : json.at("sections")) {
    if (section.at("id") == "obj-07") return section;
  }
  return {};
}

std::string missing_codes(const PictureDesk& desk) {
  const Json status = desk.f.coordinator.get(desk.f.path("/status")).json();
  std::string codes;
  for (const auto& item : status["completeness"]["missing"]) {
    const std::string code = item["code"];
    if (code.starts_with("picture")) codes += item["section"].get<std::string>() + " " + code + ";";
  }
  return codes;
}

}  // namespace

TEST_CASE("a text that places a picture which is not there yet is warned of, and the picture's place shows it") {
  const PictureDesk desk;
  const auto saved = desk.f.save("![](map.png)\n\n![x](https://evil.example/m.png)");
  REQUIRE(saved.status == 201);
  CHECK(saved.json()["warnings"][0]["code"] == "picture_missing");
  CHECK(contains(saved.json()["warnings"][0]["message"], "map.png"));
  CHECK(saved.json()["warnings"][1]["code"] == "picture_without_alternative");
  CHECK(saved.json()["warnings"][2]["code"] == "not_shown");
  CHECK(saved.json()["warnings"][2]["line"] == 3);
  CHECK(saved.json()["warnings"].size() == 3);
  CHECK(missing_codes(desk) == "obj-07 picture_missing;obj-07 picture_without_alternative;");
  CHECK_FALSE(contains(desk.f.observer.get(desk.f.path("/status")).body, "map.png"));
  CHECK(contains(desk.document("html"), "[picture missing: map.png]"));
  CHECK(contains(desk.document("html", "?language=ru"), "[нет изображения: map.png]"));
  CHECK(section_of(desk.document("json"))["pictures"][0]["sha256"].is_null());
  REQUIRE(desk.send("map.png", png(3, 2)).status == 201);
  CHECK(missing_codes(desk) == "obj-07 picture_without_alternative;");
  CHECK_FALSE(contains(desk.document("html"), "picture missing"));
  REQUIRE(desk.remove("map.png", 1).status == 204);
  CHECK(contains(desk.document("html"), "[picture missing: map.png]"));
}

TEST_CASE("a picture stands in every format of the report") {
  const PictureDesk desk;
  REQUIRE(desk.f.save(kPlacingText).json()["warnings"].size() == 1);
  REQUIRE(desk.send("map.png", png(3, 2)).status == 201);
  const std::string html = desk.document("html");
  CHECK(contains(html, "<img src=\"data:image/png;base64,iVBORw0KGgo"));
  CHECK(contains(html, "alt=\"The border\" width=\"3\" height=\"2\">"));
  CHECK(contains(html, "Figure 1. </span>Crossings, 2025</figcaption>"));
  CHECK(contains(desk.document("md"), "![The border](pictures/obj-07.map.png \"Figure 1. Crossings, 2025\")"));
  const Json pictures = section_of(desk.document("json"))["pictures"];
  CHECK(pictures == Json::array({{{"name", "map.png"},
                                  {"alternative", "The border"},
                                  {"caption", "Crossings, 2025"},
                                  {"media_type", "image/png"},
                                  {"bytes", png(3, 2).size()},
                                  {"sha256", store::sha256_hex(png(3, 2))}}}));
  CHECK(contains(desk.document("docx"), "picture-1.png"));
  CHECK(contains(desk.document("odt"), "Pictures/0.png"));
  CHECK(contains(desk.document("pdf"),
                 "[#\"Crossings, 2025\";], \"picture-" + store::sha256_hex(png(3, 2)) + ".png.svg\""));
}

TEST_CASE("a document changes with its pictures, and its tag with it") {
  const PictureDesk desk;
  REQUIRE(desk.f.save(kPlacingText).status == 201);
  const auto before = desk.f.coordinator.get(desk.f.path("/document.html"));
  REQUIRE(desk.send("map.png", png(3, 2)).status == 201);
  const HeaderMap known{{"If-None-Match", before.etag()}};
  const auto after = desk.f.coordinator.get(desk.f.path("/document.html"), known);
  CHECK(after.status == 200);
  CHECK(desk.f.coordinator.get(desk.f.path("/document.html"), {{"If-None-Match", after.etag()}}).status == 304);
}

TEST_CASE("a report as of an earlier moment shows the pictures of then") {
  PictureDesk desk;
  REQUIRE(desk.f.save(kPlacingText).status == 201);
  REQUIRE(desk.send("map.png", png(3, 2)).status == 201);
  desk.app.advance(60'000);
  const std::string first = desk.document("html");
  REQUIRE(desk.send("map.png", png(5, 4), 1).status == 200);
  desk.app.advance(60'000);
  REQUIRE(desk.remove("map.png", 2).status == 204);
  desk.app.advance(60'000);
  CHECK(contains(desk.document("html"), "picture missing"));
  CHECK(contains(desk.document("html", "?as_of=2026-01-15T09:01:30Z"), "width=\"5\" height=\"4\""));
  CHECK(desk.document("html", "?as_of=2026-01-15T09:00:30Z") == first);
  desk.app.restart();
  const auto again =
      desk.app.with_token(desk.f.coordinator.token()).get(desk.f.path("/document.html?as_of=2026-01-15T09:00:30Z"));
  CHECK(again.body == first);
}

TEST_CASE("the pictures of a text are seen by its readers only") {
  const PictureDesk desk;
  REQUIRE(desk.f.save(kPlacingText).status == 201);
  REQUIRE(desk.send("map.png", png(3, 2)).status == 201);
  for (const char* extension : {"html", "md", "json"}) {
    const auto other = desk.f.other_writer.get(desk.f.path("/document." + std::string(extension)));
    CHECK(other.status == 200);
    CHECK_FALSE(contains(other.body, "map.png"));
    CHECK_FALSE(contains(other.body, "data:image"));
  }
}

TEST_CASE("an edition carries its pictures as files, and is checked with them") {
  const PictureDesk desk;
  REQUIRE(desk.f.save(kPlacingText).status == 201);
  REQUIRE(desk.send("map.png", png(3, 2)).status == 201);
  const auto frozen = freeze_edition(desk.f.coordinator, desk.f.path(), {{"name", "For comments"}, {"kind", "draft"}});
  REQUIRE(frozen.status == 200);
  REQUIRE(desk.send("map.png", png(5, 4), 1).status == 200);
  int pictures = 0;
  const Json files_of_edition = frozen.json()["files"];
  for (const auto& file : files_of_edition) {
    const auto fetched = desk.f.coordinator.get(file["href"]);
    CHECK(store::sha256_hex(fetched.body) == file["sha256"].get<std::string>());
    pictures += fetched.header("Content-Type") == "image/png" ? 1 : 0;
  }
  CHECK(pictures == 1);
  const auto archive = desk.f.coordinator.get(desk.f.path("/editions/1/edition.zip"));
  const std::string path = desk.folder.file("edition.zip");
  std::ofstream(path, std::ios::binary) << archive.body;
  CHECK(usecases::check_edition(path).problems.empty());
  const auto files = documents::read_archive(archive.body, {.bytes = 1U << 30U, .folder = "pictures/"});
  CHECK(files.at("pictures/obj-07.map.png") == png(3, 2));
  CHECK(contains(files.at("tkm-2026.en.md"), "(pictures/obj-07.map.png "));
  CHECK(contains(files.at("SHA256SUMS"), store::sha256_hex(png(3, 2)) + "  pictures/obj-07.map.png"));
  CHECK(contains(files.at("manifest.json"), "\"media_type\": \"image/png\""));
  const auto folder = desk.folder.file("unpacked");
  std::filesystem::create_directories(folder + "/pictures");
  for (const auto& [name, bytes] : files) std::ofstream(folder + "/" + name, std::ios::binary) << bytes;
  CHECK(usecases::check_edition(folder).problems.empty());
  std::ofstream(folder + "/pictures/obj-07.map.png", std::ios::binary) << png(5, 4);
  CHECK(usecases::check_edition(folder).problems.size() == 1);
  const Json compared = desk.f.coordinator.get(desk.f.path("/editions/1/compare")).json();
  CHECK(compared["counts"]["changed"] == 1);
  const auto changed = std::ranges::find_if(
      compared["sections"], [](const Json& section) { return section.at("outcome") == Json("changed"); });
  CHECK(changed->at("section") == "obj-07");
}

TEST_CASE("a final edition waits for missing pictures") {
  const PictureDesk desk;
  REQUIRE(desk.f.save(kPlacingText).status == 201);
  desk.f.approve();
  const auto refused = desk.f.coordinator.post(desk.f.path("/editions"), {{"name", "Final"}, {"kind", "final"}});
  CHECK(refused.code() == "not_ready");
  CHECK(missing_codes(desk) == "obj-07 picture_missing;");
}

TEST_CASE("a picture whose name begins like another section is shown and delivered as its own section's") {
  const PictureDesk desk;
  REQUIRE(desk.f.save("![Own](obj-08.map.png)").status == 201);
  REQUIRE(desk.f.save("![Theirs](map.png)", "obj-08").status == 201);
  REQUIRE(desk.send("obj-08.map.png", png(3, 2)).status == 201);
  const std::string document = desk.document("md");
  CHECK(contains(document, "![Own](pictures/obj-07.obj-08.map.png"));
  CHECK(contains(document, "picture missing: map.png"));
  CHECK_FALSE(contains(document, "(pictures/obj-08.map.png"));
}
