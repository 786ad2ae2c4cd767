// The preparation plan and the assistance requested as annexes of drafts and editions.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/contains.hpp"
#include "support/converting.hpp"
#include "support/exports.hpp"
#include "support/plan_desk.hpp"
#include "usecases/forms/docx_check.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

const std::string kBoth = "annexes=plan,assistance";

// A report with a task that is done, one that is not, and help that was asked for.
struct AnnexDesk {
  explicit AnnexDesk(const Config& config = {}) : app(config) {
    REQUIRE(f.save("The first text.").status == 201);
    REQUIRE(f.coordinator.post(f.path("/tasks"), kTask).status == 201);
    const Json done{{"state", "done"}, {"note", "Agreed in January."}};
    REQUIRE(f.coordinator.patch(f.path("/tasks/1"), done).status == 200);
    const Json moving{
        {"title", "Print the report"}, {"role", "coordinator"}, {"due", {{"stage", "collect"}, {"days", -7}}}};
    REQUIRE(f.coordinator.post(f.path("/tasks"), moving).status == 201);
    REQUIRE(f.coordinator.post(f.path("/assistance"), kHelp).status == 201);
    REQUIRE(f.coordinator.patch(f.path("/assistance/1"), {{"state", "requested"}}).status == 200);
    const Json wish{{"title", "A secret wish"}, {"partner", "IOM"}, {"kind", "funds"}};
    REQUIRE(f.coordinator.post(f.path("/assistance"), wish).status == 201);
  }

  Answer get(const std::string& query, const std::string& format = "md") const {
    return get(f.coordinator, query, format);
  }
  Answer get(const Caller& caller, const std::string& query, const std::string& format = "md") const {
    const auto answer = caller.get(f.path("/document." + format + "?language=en&" + query));
    return answer;
  }
  std::string text(const std::string& query) const {
    const auto answer = get(query);
    REQUIRE_MESSAGE(answer.status == 200, answer.body);
    return answer.body;
  }
  std::string file(int edition, const std::string& name) const {
    const auto answer = f.coordinator.get(f.path("/editions/" + std::to_string(edition) + "/" + name));
    REQUIRE(answer.status == 200);
    return answer.body;
  }

  const Json kTask{{"title", "Agree on the outline"}, {"agency", "labour"}, {"due_on", "2026-01-01"}};
  const Json kHelp{
      {"title", "Editing"}, {"partner", "IOM"}, {"kind", "expertise"}, {"amount", "5000"}, {"currency", "USD"}};
  TestApp app;
  ReportFixture f{app};
};

}  // namespace

TEST_CASE("a draft has annexes of the plan and the assistance where they are asked for, and else none") {
  const AnnexDesk desk;
  const std::string usual = desk.text("select=latest");
  CHECK_FALSE(contains(usual, "Preparation plan"));
  CHECK_FALSE(contains(usual, "Agree on the outline"));
  CHECK(desk.text("annexes=chart_numbers,contributions") == usual);
  const std::string both = desk.text(kBoth);
  CHECK(
      contains(both, "| 1 | Agree on the outline | Ministry of labour | 1 January 2026 | done | Agreed in January. |"));
  CHECK(contains(both, "| Print the report | coordinator | "));
  CHECK(contains(both, "| 1 | Editing (expertise) | IOM |  | 5000 USD | requested |  |"));
  CHECK_FALSE(contains(both, "A secret wish"));
  CHECK_FALSE(contains(both, "Who contributed what"));
  CHECK(contains(desk.text("annexes=contributions,plan"), "Who contributed what"));
  CHECK(desk.text("annexes=assistance,plan") == both);
  CHECK_FALSE(contains(both, "overdue"));  // no document says what day it is
}

TEST_CASE("annexes add no words to the report, and programs get their lines") {
  const AnnexDesk desk;
  const Json usual = desk.get("select=latest", "json").json();
  CHECK_FALSE(usual.contains("plan"));
  const Json asked = desk.get(kBoth, "json").json();
  CHECK(asked.at("words") == usual.at("words"));
  CHECK(asked.at("sections") == usual.at("sections"));
  CHECK(asked.at("plan").size() == 2);
  CHECK(asked.at("plan").at(1).at("result") == "Agreed in January.");
  CHECK(asked.at("plan").at(0).at("due_on").is_string());
  CHECK(asked.at("assistance").size() == 1);
}

TEST_CASE("whoever may read the plan gets its annex, and who may not is refused as there") {
  const AnnexDesk desk;
  const auto& f = desk.f;
  const auto nobody = desk.app.person("nobody", {});
  for (const std::string format : {"md", "html", "json"}) {
    for (const Caller* caller : {&f.coordinator, &f.ministry, &f.writer, &f.head, &f.contributor, &f.other_writer,
                                 &f.other_head, &f.translator, &f.observer}) {
      CHECK(caller->get(f.path("/tasks")).status == 200);
      const auto got = desk.get(*caller, kBoth, format);
      CHECK(got.status == 200);
      CHECK(contains(got.body, "Agree on the outline"));
    }
    CHECK(refusal(desk.get(nobody, kBoth, format)) == refusal(nobody.get(f.path("/tasks"))));
    CHECK(refusal(desk.get(desk.app.anonymous(), kBoth, format)) ==
          refusal(desk.app.anonymous().get(f.path("/tasks"))));
  }
  // The texts of others stay withheld.
  CHECK_FALSE(contains(desk.get(f.other_writer, kBoth).body, "The first text."));
}

TEST_CASE("what is no annex, or goes with a part, is refused with its place") {
  const AnnexDesk desk;
  for (const std::string wrong : {"plans", "", "plan,", "plan%20assistance", "plan,plan,plan,plan,plan", "Plan"}) {
    const auto answer = desk.get("annexes=" + wrong);
    CHECK_MESSAGE(answer.status == 422, wrong);
    CHECK(answer.json().at("errors").at(0).at("parameter") == "annexes");
  }
  for (const std::string part : {"section=obj-07", "agency=labour"}) {
    CHECK(desk.get("annexes=plan&" + part).status == 422);
    CHECK(desk.get(part).status == 200);
  }
}

TEST_CASE("a draft with the annex of the plan is another one when the plan changes") {
  const AnnexDesk desk;
  const auto& f = desk.f;
  const auto before = desk.get(kBoth);
  CHECK(before.etag() != desk.get("select=latest").etag());
  CHECK(before.etag() != desk.get("annexes=plan").etag());
  const auto same = [&] {
    return f.coordinator.get(f.path("/document.md?language=en&" + kBoth), {{"If-None-Match", before.etag()}}).status;
  };
  CHECK(same() == 304);
  REQUIRE(f.coordinator.patch(f.path("/tasks/1"), {{"title", "Agree on more"}}).status == 200);
  CHECK(same() == 200);
  CHECK(contains(desk.text(kBoth), "Agree on more"));
}

TEST_CASE("as of an earlier time the plan is what it was then") {
  AnnexDesk desk;
  const auto& f = desk.f;
  desk.app.advance(60'000);
  const std::string then = desk.text(kBoth);
  desk.app.advance(60'000);
  REQUIRE(f.coordinator.patch(f.path("/tasks/1"), {{"title", "Agree on more"}, {"agency", "health"}}).status == 200);
  REQUIRE(f.coordinator.post(f.path("/tasks"), desk.kTask).status == 201);
  REQUIRE(f.coordinator.patch(f.path("/assistance/1"), {{"state", "agreed"}, {"answer", "Yes."}}).status == 200);
  REQUIRE(f.coordinator.patch(f.path(), {{"forum_date", "2026-06-05"}}).status == 200);
  CHECK(contains(desk.text(kBoth), "Agree on more"));
  CHECK(desk.text(kBoth + "&as_of=2026-01-15T09:01:00Z") == then);
}

TEST_CASE("an edition has the plan where its order says so, and keeps it as it was") {
  const TemporaryFolder programs;
  const AnnexDesk desk(with_converters(programs));
  const auto& f = desk.f;
  Json wanted{{"name", "For the group"}, {"kind", "draft"}, {"languages", {"en"}}};
  REQUIRE(freeze_edition(f.coordinator, f.path(), wanted).status == 200);
  CHECK_FALSE(contains(desk.file(1, "tkm-2026.en.md"), "Agree on the outline"));
  wanted["annexes"] = {"plan", "contributions", "assistance"};
  REQUIRE(freeze_edition(f.coordinator, f.path(), wanted).status == 200);
  std::vector<std::string> before;
  const std::vector<std::string> names{"tkm-2026.en.md", "tkm-2026.en.html", "tkm-2026.en.json", "manifest.json"};
  for (const auto& name : names) before.push_back(desk.file(2, name));
  CHECK(stands_before(before[0], "## Annex F. Preparation plan\n", "## Annex G. Assistance requested\n"));
  CHECK(stands_before(before[0], "## Annex", "Agree on the outline"));
  CHECK(Json::parse(before[3]).at("annexes") == wanted.at("annexes"));
  CHECK(Json::parse(before[2]).at("assistance").size() == 1);
  REQUIRE(f.coordinator.patch(f.path("/tasks/1"), {{"title", "Agree on more"}}).status == 200);
  for (std::size_t i = 0; i < names.size(); ++i) CHECK(desk.file(2, names[i]) == before[i]);
  const auto compared = f.coordinator.get(f.path("/editions/1/compare?language=en&to=2"));
  REQUIRE_MESSAGE(compared.status == 200, compared.body);
  CHECK(compared.json().at("counts").at("changed") == 0);
  CHECK(compared.json().at("counts").at("added") == 0);
  CHECK(usecases::verify(desk.app.database()).problems.empty());
}

TEST_CASE("a final edition is as it was for those who do not ask, and tells the plan to whoever reads it else") {
  const TemporaryFolder programs;
  const AnnexDesk desk(with_converters(programs));
  Json wanted{{"name", "As delivered"},
              {"kind", "final"},
              {"languages", {"en"}},
              {"override_reason", "Now."},
              {"select", "latest"}};
  REQUIRE(freeze_edition(desk.f.coordinator, desk.f.path(), wanted).status == 200);
  CHECK_FALSE(contains(desk.file(1, "tkm-2026.en.md"), "Preparation plan"));
  CHECK_FALSE(Json::parse(desk.file(1, "tkm-2026.en.json")).contains("plan"));
  wanted["annexes"] = {"plan"};
  REQUIRE(freeze_edition(desk.f.coordinator, desk.f.path(), wanted).status == 200);
  CHECK(contains(desk.file(2, "tkm-2026.en.md"), "Agree on the outline"));
  const std::string path = desk.f.path("/editions/2/tkm-2026.en.md");
  CHECK(desk.f.ministry.get(path).status == desk.f.ministry.get(desk.f.path("/editions/1/tkm-2026.en.md")).status);
  CHECK(desk.f.writer.get(path).status == 403);
  wanted["annexes"] = {"plan", "plan"};
  CHECK(desk.f.coordinator.post(desk.f.path("/editions"), wanted).status == 422);
  wanted["annexes"] = {"diary"};
  CHECK(desk.f.coordinator.post(desk.f.path("/editions"), wanted).status == 422);
}

TEST_CASE("annexes are printed and opened in Word in the languages of the report") {
  const AnnexDesk desk(with_real_programs());
  for (const std::string language : {"en", "ru", "tk"}) {
    CAPTURE(language);
    const std::string query = "?language=" + language + "&annexes=contributions,plan,assistance";
    const auto pdf = desk.f.observer.get(desk.f.path("/document.pdf" + query));
    REQUIRE_MESSAGE(pdf.status == 200, pdf.body);
    CHECK(pdf.body.starts_with("%PDF-"));
    const auto docx = desk.f.observer.get(desk.f.path("/document.docx" + query));
    REQUIRE_MESSAGE(docx.status == 200, docx.body);
    CHECK(contains(usecases::read_docx(docx.body).at("word/document.xml"), "Agree on the outline"));
  }
}
