// The letter that reminds an agency on paper.
#include <doctest/doctest.h>

#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/converting.hpp"
#include "support/docx_files.hpp"
#include "usecases/forms/docx_check.hpp"

using namespace support;

namespace {

struct Letters {
  explicit Letters(const Config& config = {}) : app(config) {
    const Json days{
        {"due_on", "2026-01-20"}, {"due_reason", "Agreed."}, {"agency_deadlines", {{"health", "2026-01-10"}}}};
    REQUIRE(f.coordinator.patch(f.section("obj-07"), days).status == 200);
    const Json imprint{{"publisher", {{"en", "Office of the coordinator"}}}, {"contact", {{"en", "+993 12 00 00 00"}}}};
    REQUIRE(f.coordinator.patch(f.path(), {{"imprint", imprint}}).status == 200);
  }

  Answer get(const Caller& caller, const std::string& file) const { return caller.get(f.path("/letters/" + file)); }
  std::string html(const std::string& file) const {
    const auto answer = get(f.coordinator, file);
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.body;
  }

  TestApp app;
  ReportFixture f{app};
};

}  // namespace

TEST_CASE("a letter says to whom it is, what is due and when, how it stands, and who answers questions") {
  const Letters letters;
  const std::string html = letters.html("labour.html?language=en");
  for (const char* words :
       {"Reminder: texts that are due", "15 January 2026", "National report", "20 January 2026", "not begun",
        "Office of the coordinator", "+993 12 00 00 00", "Coordinator of the report", "Turkmenistan"}) {
    CHECK_MESSAGE(contains(html, words), words);
  }
  CHECK(!contains(html, "Contents"));
  const std::string late = letters.html("health.html?language=en");
  CHECK(contains(late, "10 January 2026"));
  CHECK(contains(late, "\u22125 (overdue)"));
  CHECK(contains(letters.html("interior.html?language=ru"), "Напоминание"));
  CHECK(contains(letters.html("labour.html?language=tk"), "ýatlatma"));
}

TEST_CASE("a letter to an agency without a task says so") {
  const Letters letters;
  REQUIRE(letters.f.save("A text.").status == 201);
  REQUIRE(letters.f.submit(letters.f.head).status == 201);
  const std::string html = letters.html("labour.html?language=en");
  CHECK(contains(html, "Nothing is expected of your agency"));
  CHECK(!contains(html, "<table"));
}

TEST_CASE("a letter is for the coordinator and for the people of its agency") {
  const Letters letters;
  const auto& f = letters.f;
  const Caller watcher = letters.app.person("watcher", {{{"role", "observer"}, {"agency", "labour"}}});
  for (const Caller& caller : {f.coordinator, f.writer, f.head, watcher}) {
    CHECK(letters.get(caller, "labour.html").status == 200);
  }
  for (const Caller& caller : {f.contributor, f.other_writer, f.other_head, f.ministry, f.translator, f.observer}) {
    const auto refused = letters.get(caller, "labour.html");
    CHECK(refused.status == 403);
    CHECK(refused.code() == "not_your_agency");
  }
  CHECK(letters.get(f.contributor, "health.html").status == 200);
  CHECK(letters.get(f.coordinator, "none.html").status == 404);
  CHECK(letters.get(f.coordinator, "labour.html?language=fr").status == 404);
  CHECK(letters.app.anonymous().get(f.path("/letters/labour.html")).status == 401);
}

TEST_CASE("a letter is the same until the report or the day changes") {
  Letters letters;
  const auto& f = letters.f;
  const auto first = letters.get(f.coordinator, "labour.html?language=en");
  const HeaderMap known{{"If-None-Match", first.etag()}};
  CHECK(f.coordinator.get(f.path("/letters/labour.html?language=en"), known).status == 304);
  letters.app.advance(24LL * 3600 * 1000);
  const auto next = f.coordinator.get(f.path("/letters/labour.html?language=en"), known);
  CHECK(next.status == 200);
  CHECK(contains(next.body, "16 January 2026"));
}

TEST_CASE("titles of any kind stand in a letter as they are") {
  const Letters letters;
  const auto& f = letters.f;
  const Json title{{"title", {{"en", "A | b *c* <script>alert(1)</script> [x](javascript:y) `d` \\ #"}}}};
  REQUIRE(letters.app.admin().patch("/v1/agencies/labour", title).status == 200);
  REQUIRE(f.coordinator.patch(f.section("obj-07"), title).status == 200);
  const std::string html = letters.html("labour.html?language=en");
  CHECK(!contains(html, "<script>"));
  CHECK(!contains(html, "href=\"javascript"));
  CHECK(contains(html, "A | b *c* &lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y) `d` \\ #"));
}

TEST_CASE("a letter is printed and opened in Word in three languages") {
  const Letters letters(with_real_programs());
  const auto& f = letters.f;
  for (const std::string language : {"en", "ru", "tk"}) {
    CAPTURE(language);
    const auto pdf = letters.get(f.head, "labour.pdf?language=" + language);
    REQUIRE_MESSAGE(pdf.status == 200, pdf.body);
    CHECK(pdf.body.starts_with("%PDF-"));
    CHECK(pdf.header("Content-Disposition") == "attachment; filename=\"tkm-2026.letter.labour." + language + ".pdf\"");
    const auto docx = letters.get(f.head, "labour.docx?language=" + language);
    REQUIRE_MESSAGE(docx.status == 200, docx.body);
    const std::string words = usecases::read_docx(docx.body).at("word/document.xml");
    CHECK(contains(words, "2026"));
    CHECK(!contains(words, "Heading1"));
    if (language == "ru") CHECK(contains(words, "20.01.2026"));
  }
}

TEST_CASE("without the programs a letter is there as HTML, and the rest says what is missing") {
  const Letters letters;
  CHECK(letters.get(letters.f.head, "labour.html").status == 200);
  for (const char* file : {"labour.docx", "labour.pdf"})
    CHECK(letters.get(letters.f.head, file).code() == "converter_missing");
}
