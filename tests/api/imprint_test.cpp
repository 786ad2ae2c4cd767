// What a report says of itself on its title page: changed, refused, kept and shown.
#include <doctest/doctest.h>

#include "support/api_app.hpp"

using namespace support;

namespace {

const Json kImprint{{"subtitle", {{"en", "Progress since 2022"}, {"ru", "Ход работы с 2022 года"}}},
                    {"publisher", {{"en", "State Migration Service"}}},
                    {"place", {{"en", "Ashgabat"}}},
                    {"issued_on", "2026-02-12"},
                    {"document_number", "A/1"},
                    {"isbn", "978-92-1-101234-7"},
                    {"disclaimer", {{"en", "First line.\nSecond line."}}},
                    {"contact", {{"en", "Street 1\nmail@example.org"}}},
                    {"emblem", Json()}};

struct ImprintDesk {
  TestApp app;
  ReportFixture f{app};

  Answer change(const Json& imprint) const { return change_as(f.coordinator, imprint); }
  Answer change_as(const Caller& caller, Json imprint) const {
    imprint.erase("emblem");  // which is sent by itself
    return caller.patch(f.path(""), {{"imprint", imprint}});
  }
  Json imprint() const { return f.coordinator.get(f.path("")).json().at("imprint"); }
  std::string document(const std::string& query = "") const {
    const auto answer = f.coordinator.get(f.path("/document.md" + query));
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.body;
  }
};

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an imprint is changed member by member, and a null takes away") {
  const ImprintDesk desk;
  CHECK(desk.imprint().at("subtitle") == Json::object());
  CHECK(desk.imprint().at("isbn") == Json());
  REQUIRE(desk.change(kImprint).status == 200);
  CHECK(desk.imprint() == kImprint);
  REQUIRE(desk.change({{"subtitle", {{"ru", Json()}}}, {"isbn", Json()}, {"place", {{"ru", "Ашхабад"}}}}).status ==
          200);
  Json left = kImprint;
  left["subtitle"].erase("ru");
  left["isbn"] = Json();
  left["place"]["ru"] = "Ашхабад";
  CHECK(desk.imprint() == left);
  CHECK(desk.f.coordinator.patch(desk.f.path(""), {{"visibility", "shared"}}).status == 200);
  CHECK(desk.imprint() == left);
}

TEST_CASE("a wrong imprint is refused with all that is wrong, and nothing of it is kept") {
  const ImprintDesk desk;
  const auto refused = desk.change({{"subtitle", {{"fr", "Progrès"}}},
                                    {"isbn", "978-92-1-101234-8"},
                                    {"issued_on", "2026-02-30"},
                                    {"place", {{"en", "Ashgabat"}}}});
  CHECK(refused.status == 422);
  CHECK(desk.imprint().at("place") == Json::object());
  const auto languages = desk.change({{"subtitle", {{"fr", "Progrès"}}}, {"isbn", "978-92-1-101234-8"}});
  CHECK(languages.status == 422);
  std::string places;
  const Json problem = languages.json();
  for (const auto& error : problem.at("errors")) places += error.at("pointer").get<std::string>() + " ";
  CHECK(places == "/imprint/subtitle/fr /imprint/isbn ");
  for (const auto& caller : {desk.f.writer, desk.f.head, desk.f.ministry, desk.f.observer}) {
    CHECK(desk.change_as(caller, kImprint).status == 403);
  }
}

TEST_CASE("documents show the imprint of their time, in their language where it has one") {
  ImprintDesk desk;
  REQUIRE(desk.f.save("The first text.").status == 201);
  const std::string before = desk.f.coordinator.get(desk.f.path("/document.json")).json().at("as_of");
  desk.app.advance(1000);
  REQUIRE(desk.change(kImprint).status == 200);
  const auto english = desk.document("?language=en");
  CHECK(says(english, "Progress since 2022"));
  CHECK(says(english, "**Date of issue:** Ashgabat, 12 February 2026"));
  CHECK(says(english, "\nFirst line.\n\nSecond line.\n"));
  const Json data = desk.f.coordinator.get(desk.f.path("/document.json?language=ru")).json().at("imprint");
  CHECK(data.at("subtitle") == "Ход работы с 2022 года");
  CHECK(data.at("issued_on") == "2026-02-12");
  CHECK(data.at("emblem") == Json());
  const auto russian = desk.document("?language=ru");
  CHECK(says(russian, "Ход работы с 2022 года"));
  CHECK(says(russian, "State Migration Service"));
  CHECK_FALSE(says(desk.document("?language=en&as_of=" + before), "Progress since 2022"));
}

TEST_CASE("the event of a change tells the imprint") {
  const ImprintDesk desk;
  REQUIRE(desk.change({{"document_number", "A/2"}}).status == 200);
  const Json events = desk.f.coordinator.get(desk.f.path("/events?limit=200")).json();
  CHECK(events.at("items").back().at("data").at("imprint") == Json{{"document_number", "A/2"}});
}
