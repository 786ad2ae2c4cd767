// A part of a report as a document: one section, or what one agency leads.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

const std::string kTable = "Permits (table: permits)\n\n| A | B |\n|--|--:|\n| x | 1 |\n";

struct PartDesk {
  TestApp app;
  ReportFixture f{app, "shared"};

  PartDesk() {
    REQUIRE(f.save("See [](#table:permits).\n\n" + kTable + "\nText of labour.").status == 201);
    REQUIRE(f.save(kTable + "\nText of the interior.", "obj-08").status == 201);  // stands before obj-07
  }
  Answer get(const Caller& caller, const std::string& query, const std::string& format = "md") const {
    return caller.get(f.path("/document." + format + "?language=en&" + query));
  }
  std::string document(const std::string& query) const { return get(f.coordinator, query).body; }
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a section alone has the numbers of the whole, the headings above it and a line to sign") {
  const PartDesk desk;
  const std::string whole = desk.document("select=latest");
  const std::string part = desk.document("section=obj-07");
  CHECK_FALSE(has(part, "Text of the interior."));
  CHECK_FALSE(has(part, "## Contents"));
  CHECK(has(part, "**Table 2.** Permits"));
  CHECK(has(part, "See [Table 2]("));
  CHECK(has(part, "**Head of the agency: Ministry of"));
  const auto heading = whole.substr(whole.rfind("\n###", whole.find("See [Table 2](")) + 1, 40);
  CHECK(has(part, heading));
  CHECK_FALSE(has(whole, "Head of the agency"));
}

TEST_CASE("an agency gets what it leads") {
  const PartDesk desk;
  const std::string labour = desk.document("agency=labour");
  CHECK(has(labour, "Text of labour."));
  CHECK_FALSE(has(labour, "Text of the interior."));
  CHECK(desk.get(desk.f.coordinator, "agency=health").status == 404);
  CHECK(desk.get(desk.f.coordinator, "section=none").status == 404);
  const auto both = desk.get(desk.f.coordinator, "section=obj-07&agency=labour");
  CHECK(both.status == 422);
  CHECK(both.json().at("errors").at(0).at("parameter") == "agency");
}

TEST_CASE("a part shows nobody more than the whole does, and is kept for whom it was made") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("Text of labour.").status == 201);
  const std::string path = f.path("/document.md?language=en&section=obj-07");
  for (int twice = 0; twice < 2; ++twice) {
    CHECK(has(f.writer.get(path).body, "Text of labour."));
    CHECK_FALSE(has(f.other_writer.get(path).body, "Text of labour."));
    CHECK(app.anonymous().get(path).status == 401);
  }
}

TEST_CASE("parts of one report do not share an answer or a tag") {
  const PartDesk desk;
  const auto one = desk.get(desk.f.coordinator, "section=obj-07");
  const auto other = desk.get(desk.f.coordinator, "section=obj-08");
  const auto whole = desk.get(desk.f.coordinator, "select=latest");
  CHECK(one.etag() != other.etag());
  CHECK(one.etag() != whole.etag());
  CHECK(one.body != other.body);
  CHECK(desk.f.coordinator.get(desk.f.path("/document.md?language=en&section=obj-07"), {{"If-None-Match", one.etag()}})
            .status == 304);
  const auto json = desk.get(desk.f.coordinator, "section=obj-07", "json").json();
  CHECK(json.at("sections").size() <
        desk.get(desk.f.coordinator, "select=latest", "json").json().at("sections").size());
}
