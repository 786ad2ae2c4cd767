// Papers of the working group: agenda, minutes, press notice, the plan and the assistance requested.
#include <doctest/doctest.h>

#include <string>

#include "support/api_app.hpp"
#include "support/contains.hpp"
#include "support/converting.hpp"
#include "support/docx_files.hpp"
#include "usecases/forms/docx_check.hpp"

using namespace support;

namespace {

// A meeting that is planned, with what a working group has before it.
struct PaperRoom {
  explicit PaperRoom(const Config& config = {}) : app(config) {
    const Json imprint{{"contact", {{"en", "press@example.org"}}}};
    REQUIRE(f.coordinator.patch(f.path(), {{"imprint", imprint}}).status == 200);
    const Json late{{"title", "Hire an editor"}, {"agency", "labour"}, {"due_on", "2026-01-01"}};
    REQUIRE(f.coordinator.post(f.path("/tasks"), late).status == 201);
    const Json help{{"title", "Editing"}, {"partner", "IOM"},  {"kind", "expertise"},
                    {"amount", "5000"},   {"currency", "USD"}, {"needed_by", "2026-02-01"}};
    REQUIRE(f.coordinator.post(f.path("/assistance"), help).status == 201);
    REQUIRE(f.coordinator.patch(f.path("/assistance/1"), {{"state", "requested"}}).status == 200);
    const Json meeting{{"title", "First meeting"},
                       {"held_on", "2026-01-15"},
                       {"starts_at", "10:00"},
                       {"place", "State Migration Service"},
                       {"partners", {"IOM"}},
                       {"organisers", {"State Migration Service", "Ministry of Foreign Affairs"}},
                       {"agencies", {"labour", "health"}},
                       {"topics", {"Key stages", "Reporting format"}}};
    REQUIRE(f.coordinator.post(f.path("/meetings"), meeting).status == 201);
    const Json lacks{{"ready", false}, {"lacks", "Figures of 2025."}};
    REQUIRE(f.writer.post(f.path("/meetings/1/answers"), lacks).status == 201);
  }

  void hold() const {
    REQUIRE(f.coordinator.patch(f.path("/meetings/1"), {{"state", "held"}}).status == 200);
    const Json decision{{"text", "Send the figures."}, {"task", {{"agency", "labour"}, {"due_on", "2026-02-15"}}}};
    REQUIRE(f.coordinator.post(f.path("/meetings/1/decisions"), decision).status == 201);
    const std::string minutes = f.path("/meetings/1/minutes");
    const auto tag = f.coordinator.get(minutes).etag();
    const Json text{{"markdown", "The **format** was agreed."}};
    REQUIRE(f.coordinator.put(minutes, text, {{"If-Match", tag}}).status == 200);
  }
  Answer get(const Caller& caller, const std::string& file) const { return caller.get(f.path(file)); }
  std::string html(const std::string& file) const {
    const auto answer = get(f.observer, file);
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.body;
  }

  TestApp app;
  ReportFixture f{app};
};

void has_all(const std::string& html, const std::vector<std::string>& words) {
  for (const auto& word : words) CHECK_MESSAGE(contains(html, word), word);
}

}  // namespace

TEST_CASE("an agenda says when, where and with whom, and lists what is open in tables") {
  const PaperRoom room;
  const std::string html = room.html("/meetings/1/papers/agenda.html?language=en");
  has_all(html, {"Agenda", "15 January 2026", "10:00", "State Migration Service; Ministry of Foreign Affairs", "IOM",
                 "Ministry of labour; Ministry of health", "Key stages", "Reporting format", "Hire an editor",
                 "Editing", "Tasks that are overdue", "What comes next"});
  has_all(room.html("/meetings/1/papers/agenda.html?language=ru"),
          {"Повестка дня", "Министерство labour", "Key stages"});
  has_all(room.html("/meetings/1/papers/agenda.html?language=tk"), {"Gün tertibi", "Guramaçylar"});
}

TEST_CASE("minutes have the roll call, what was said and what was decided, and a line to sign") {
  const PaperRoom room;
  room.hold();
  const std::string html = room.html("/meetings/1/papers/minutes.html?language=en");
  has_all(html, {"Minutes", "Roll call", "Figures of 2025.", "no answer", "The <strong>format</strong> was agreed.",
                 "Send the figures.", "15 February 2026", "Coordinator of the report"});
}

TEST_CASE("a press notice says who met about what, for which forum, and nothing of what stays inside") {
  const PaperRoom room;
  has_all(room.html("/meetings/1/papers/press-notice.html?language=en"), {"will meet on 15 January 2026"});
  room.hold();
  const std::string html = room.html("/meetings/1/papers/press-notice.html?language=en");
  has_all(html, {"met on 15 January 2026", "Organised by: State Migration Service; Ministry of Foreign Affairs.",
                 "Partners: IOM.", "On the agenda: Key stages; Reporting format.", "0 of 2",
                 "the forum that opens on 5 May 2026", "General Assembly resolution 73/326",
                 "What comes next: ", "press@example.org"});
  for (const char* inside : {"Figures of 2025.", "Send the figures.", "Hire an editor", "format</strong> was agreed"}) {
    CHECK_MESSAGE(!contains(html, inside), inside);
  }
  has_all(room.html("/meetings/1/papers/press-notice.html?language=ru"),
          {"состоялось 15 января 2026", "резолюцией 73/326", "Партнёры: IOM."});
  has_all(room.html("/meetings/1/papers/press-notice.html?language=tk"), {"73/326", "Hyzmatdaşlar: IOM."});
}

TEST_CASE("a meeting that was cancelled has no papers: a notice would say that it takes place") {
  TestApp app;
  const ReportFixture f(app);
  const Json body{{"title", "First meeting"}, {"held_on", "2026-01-20"}, {"agencies", {"labour"}}};
  REQUIRE(f.coordinator.post(f.path("/meetings"), body).status == 201);
  const auto paper = [&](const std::string& name) { return f.observer.get(f.path("/meetings/1/papers/" + name)); };
  CHECK(paper("press-notice.html").status == 200);
  REQUIRE(f.coordinator.patch(f.path("/meetings/1"), {{"state", "cancelled"}, {"reason", "No room."}}).status == 200);
  for (const char* name : {"agenda.html", "minutes.html", "press-notice.html", "press-notice.pdf"}) {
    CAPTURE(name);
    CHECK(paper(name).status == 409);
    CHECK(paper(name).code() == "meeting_cancelled");
  }
}

TEST_CASE("the plan and the assistance requested can be laid before a meeting") {
  const PaperRoom room;
  const Json draft{{"title", "A secret wish"}, {"partner", "IOM"}, {"kind", "funds"}};
  REQUIRE(room.f.coordinator.post(room.f.path("/assistance"), draft).status == 201);
  has_all(room.html("/papers/plan.html?language=en"),
          {"Preparation plan", "Stage", "Hire an editor", "Ministry of labour", "1 January 2026", "(overdue)"});
  const std::string help = room.html("/papers/assistance.html?language=en");
  has_all(help, {"Assistance requested", "Editing", "IOM", "5000 USD", "1 February 2026"});
  CHECK(!contains(help, "A secret wish"));
  has_all(room.html("/papers/plan.html?language=tk"), {"Taýýarlyk meýilnamasy"});
}

TEST_CASE("papers are for every participant, in the languages of the report, and only those that there are") {
  const PaperRoom room;
  const auto& f = room.f;
  for (const Caller* caller : {&f.coordinator, &f.writer, &f.other_head, &f.translator, &f.ministry, &f.observer}) {
    CHECK(room.get(*caller, "/meetings/1/papers/agenda.html").status == 200);
    CHECK(room.get(*caller, "/papers/plan.html").status == 200);
  }
  CHECK(room.app.anonymous().get(f.path("/papers/plan.html")).status == 401);
  CHECK(room.get(f.observer, "/meetings/2/papers/agenda.html").status == 404);
  CHECK(room.get(f.observer, "/meetings/1/papers/agenda.html?language=fr").status == 404);
  CHECK(room.get(f.observer, "/meetings/1/papers/diary.html").status == 422);
  const auto kept = room.get(f.observer, "/papers/plan.html");
  CHECK(f.observer.get(f.path("/papers/plan.html"), {{"If-None-Match", kept.etag()}}).status == 304);
  for (const char* file : {"/papers/plan.pdf", "/meetings/1/papers/minutes.docx"}) {
    CHECK(room.get(f.observer, file).code() == "converter_missing");
  }
}

TEST_CASE("what people wrote stands in papers as it is") {
  const PaperRoom room;
  const auto& f = room.f;
  const std::string hostile = "A | b *c* <script>alert(1)</script> [x](javascript:y) `d` \\ #";
  const Json change{{"title", hostile}, {"topics", {hostile}}, {"place", hostile}, {"partners", {hostile}}};
  REQUIRE(f.coordinator.patch(f.path("/meetings/1"), change).status == 200);
  REQUIRE(f.coordinator.patch(f.path("/tasks/1"), {{"title", hostile}}).status == 200);
  for (const char* file : {"/meetings/1/papers/agenda.html?language=en", "/meetings/1/papers/minutes.html?language=en",
                           "/meetings/1/papers/press-notice.html?language=en", "/papers/plan.html?language=en"}) {
    CAPTURE(file);
    const std::string html = room.html(file);
    CHECK(!contains(html, "<script>"));
    CHECK(!contains(html, "href=\"javascript"));
    CHECK(contains(html, "A | b *c* &lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:y) `d` \\ #"));
  }
}

TEST_CASE("papers are printed and opened in Word in three languages") {
  const PaperRoom room(with_real_programs());
  room.hold();
  for (const std::string language : {"en", "ru", "tk"}) {
    CAPTURE(language);
    for (const std::string name : {"/meetings/1/papers/agenda", "/meetings/1/papers/minutes",
                                   "/meetings/1/papers/press-notice", "/papers/plan", "/papers/assistance"}) {
      CAPTURE(name);
      const auto pdf = room.get(room.f.observer, name + ".pdf?language=" + language);
      REQUIRE_MESSAGE(pdf.status == 200, pdf.body);
      CHECK(pdf.body.starts_with("%PDF-"));
      const auto docx = room.get(room.f.observer, name + ".docx?language=" + language);
      REQUIRE_MESSAGE(docx.status == 200, docx.body);
      CHECK(contains(usecases::read_docx(docx.body).at("word/document.xml"), "2026"));
    }
  }
}
