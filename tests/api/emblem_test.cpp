// The emblem of a report: sent, shown in every document of its time, replaced, taken away.
#include <doctest/doctest.h>

#include "documents/file/zip_reader.hpp"
#include "store/database/hash.hpp"
#include "support/contains.hpp"
#include "support/picture_desk.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

Json emblem_of(const PictureDesk& desk) {
  return desk.f.coordinator.get(desk.f.path()).json().at("imprint").at("emblem");
}

Answer remove_emblem(const PictureDesk& desk, const std::string& tag) {
  return desk.f.coordinator.send("DELETE", desk.f.path("/emblem"), "", {{"If-Match", tag}});
}

}  // namespace

TEST_CASE("an emblem is sent as a file and kept cleaned, as a part of the imprint") {
  const PictureDesk desk;
  CHECK(emblem_of(desk) == Json());
  CHECK(desk.f.observer.get(desk.f.path("/emblem")).status == 404);
  const auto sent = send_emblem(desk.f, png(30, 20, png_chunk("tEXt", "Author")));
  REQUIRE(sent.status == 201);
  CHECK(sent.header("Location") == desk.f.path("/emblem"));
  Json emblem = sent.json();
  CHECK(emblem["changes"] == Json::array({"texts about the picture taken out"}));
  CHECK(emblem["sha256"] == store::sha256_hex(png(30, 20)));
  emblem.erase("changes");
  emblem.erase("unchanged");
  CHECK(emblem_of(desk) == emblem);
  const auto seen = desk.f.observer.get(emblem["href"]);
  CHECK(seen.body == png(30, 20));
  CHECK(seen.etag() == sent.etag());
  CHECK(seen.header("Content-Type") == "image/png");
  CHECK(seen.header("Content-Disposition") == "inline; filename=\"emblem.png\"");
  CHECK(seen.header("Content-Security-Policy") == "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  CHECK(desk.f.observer.get(emblem["href"], {{"If-None-Match", seen.etag()}}).status == 304);
  emblem.erase("href");
  CHECK(desk.events().back()["type"] == "report.updated");
  CHECK(desk.events().back()["data"]["imprint"]["emblem"] == emblem);
}

TEST_CASE("the imprint that is changed keeps its emblem, and the same bytes once more save nothing") {
  const PictureDesk desk;
  REQUIRE(send_emblem(desk.f, png(3, 3)).status == 201);
  const Json emblem = emblem_of(desk);
  REQUIRE(desk.f.coordinator.patch(desk.f.path(), {{"imprint", {{"isbn", "978-92-1-101234-7"}}}}).status == 200);
  CHECK(emblem_of(desk) == emblem);
  const auto events = desk.events().size();
  const auto again = send_emblem(desk.f, png(3, 3), "*");
  CHECK(again.status == 200);
  CHECK(again.json()["unchanged"] == true);
  CHECK(desk.events().size() == events);
}

TEST_CASE("an emblem is replaced and taken away by who has seen it, and no tag comes back") {
  const PictureDesk desk;
  CHECK(remove_emblem(desk, "\"1\"").status == 404);
  CHECK(send_emblem(desk.f, png(3, 3), "\"1\"").status == 412);
  const auto first = send_emblem(desk.f, png(3, 3));
  REQUIRE(first.status == 201);
  const auto late = send_emblem(desk.f, png(4, 4));
  CHECK(late.status == 412);
  CHECK(late.json()["current_version"] == first.json()["version"]);
  CHECK(send_emblem(desk.f, png(4, 4), first.etag()).status == 200);
  CHECK(remove_emblem(desk, first.etag()).status == 412);
  CHECK(remove_emblem(desk, "*").status == 204);
  CHECK(emblem_of(desk) == Json());
  const auto third = send_emblem(desk.f, png(3, 3));
  CHECK(third.status == 201);
  CHECK(third.etag() != first.etag());
}

TEST_CASE("only the coordinator changes the emblem, and every participant sees it") {
  const PictureDesk desk;
  const auto& f = desk.f;
  REQUIRE(send_emblem(f, png(3, 3)).status == 201);
  for (const auto& caller : {f.writer, f.head, f.contributor, f.translator, f.ministry, f.other_writer, f.other_head,
                             f.observer, f.coordinator}) {
    CHECK(caller.get(f.path("/emblem")).body == png(3, 3));
    if (caller.token() == f.coordinator.token()) continue;
    CHECK(caller.send("PUT", f.path("/emblem"), png(4, 4), {{"Content-Type", ""}, {"If-Match", "*"}}).status == 403);
    CHECK(caller.send("DELETE", f.path("/emblem"), "", {{"If-Match", "*"}}).status == 403);
  }
  CHECK(desk.app.anonymous().get(f.path("/emblem")).status == 401);
}

TEST_CASE("what is no picture, too large, or cannot be drawn is refused and changes nothing") {
  const PictureDesk desk;
  CHECK(send_emblem(desk.f, "GIF89a").code() == "invalid_picture");
  CHECK(send_emblem(desk.f, png(3, 3), "", "image/jpeg").code() == "invalid_picture");
  CHECK(send_emblem(desk.f, std::string((1U << 20U) + 1, 'x')).status == 413);
  std::string nested = "<rect/>";
  for (int i = 0; i < 3000; ++i) nested = "<g opacity=\"0.5\">" + nested + "</g>";
  CHECK(send_emblem(desk.f, svg(nested)).code() == "invalid_picture");
  CHECK(emblem_of(desk) == Json());
}

TEST_CASE("documents show the emblem of their time, and a delivered edition has it beside its Markdown") {
  PictureDesk desk;
  REQUIRE(desk.f.save("A text.").status == 201);
  const std::string before = Json::parse(desk.document("json")).at("as_of");
  desk.app.advance(1000);
  const std::string drawing = svg("<rect width=\"8\" height=\"4\" fill=\"#00843d\"/>");
  REQUIRE(send_emblem(desk.f, drawing).status == 201);
  CHECK(contains(desk.document("md"), "](pictures/emblem.svg)"));
  CHECK(contains(desk.document("html"), "class=\"emblem\"><img src=\"data:image/svg+xml;base64,"));
  CHECK(Json::parse(desk.document("json")).at("imprint").at("emblem").at("name") == "emblem.svg");
  CHECK_FALSE(contains(desk.document("md", "?as_of=" + before), "emblem.svg"));
  CHECK_FALSE(contains(desk.document("html", "?as_of=" + before), "class=\"emblem\"><img"));
  for (const char* extension : {"docx", "odt", "pdf"}) {
    CAPTURE(extension);
    CHECK(desk.document(extension).size() > 1000);
    CHECK(desk.document(extension) != desk.document(extension, "?as_of=" + before));
  }
  const Json edition{{"name", "First"}, {"kind", "draft"}};
  REQUIRE(freeze_edition(desk.f.coordinator, desk.f.path(), edition).status == 200);
  REQUIRE(remove_emblem(desk, "*").status == 204);
  const auto files = documents::read_archive(desk.f.coordinator.get(desk.f.path("/editions/1/edition.zip")).body,
                                             {.bytes = 100'000'000, .folder = "pictures/"});
  REQUIRE(files.contains("pictures/emblem.svg"));
  CHECK(contains(files.at("pictures/emblem.svg"), "#00843d"));
  CHECK(desk.f.coordinator.get(desk.f.path("/editions/1/pictures/emblem.svg")).body == files.at("pictures/emblem.svg"));
}

TEST_CASE("verify finds an emblem that was changed, put in, or taken out of the database") {
  for (const char* change :
       {"UPDATE emblems SET content = zeroblob(length(content))", "DELETE FROM emblems",
        "INSERT INTO emblems SELECT report, replace(sha256, substr(sha256, 1, 1), 'x'), content FROM emblems",
        "UPDATE report_versions SET imprint = json_remove(imprint, '$.emblem')",
        "UPDATE reports SET imprint = json_set(imprint, '$.emblem.width', 5)"}) {
    CAPTURE(change);
    const PictureDesk desk;
    REQUIRE(send_emblem(desk.f, png(3, 3)).status == 201);
    CHECK(usecases::verify(desk.app.database()).problems.empty());
    tamper(desk.app.database(), change);
    CHECK_FALSE(usecases::verify(desk.app.database()).problems.empty());
  }
}
