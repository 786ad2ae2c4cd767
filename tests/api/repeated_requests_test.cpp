// A repetition of an answered request gets that answer before anything is done for it, whatever has changed since.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "support/form_desk.hpp"
#include "support/picture_desk.hpp"
#include "support/xliff_exchange.hpp"

using namespace support;

namespace {

const HeaderMap kOnce{{"Idempotency-Key", "once"}};

bool tells(const Answer& answer, const std::string& word) { return answer.body.find(word) != std::string::npos; }

void check_repeated(const Answer& first, const Answer& again) {
  REQUIRE(first.status < 300);
  CHECK(again.status == first.status);
  CHECK(again.body == first.body);
  CHECK(again.header("Idempotent-Replayed") == "true");
}

// Nothing that a program made is kept, and every run is counted.
Config forgetful(const TemporaryFolder& folder) {
  Config config = with_converters(folder);
  config.documents_mib = 0;
  return config;
}

// The real program, whose runs are counted likewise.
std::string counted_pandoc(const TemporaryFolder& folder) {
  const auto real = documents::find_program("pandoc");
  REQUIRE_MESSAGE(!real.empty(), "pandoc is not installed");
  const std::string path = folder.file("counted-pandoc");
  std::ofstream(path) << "#!/bin/sh\n[ \"$1\" = --version ] || echo run >> " << folder.file("runs") << "\nexec " << real
                      << " \"$@\"\n";
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

}  // namespace

TEST_CASE("an edition that was frozen is answered again without being made again, though it could not be made now") {
  const TemporaryFolder folder;
  TestApp app(forgetful(folder));
  const ReportFixture f(app);
  const Json wanted{{"name", "Draft"}, {"kind", "draft"}, {"languages", {"en", "ru"}}};
  const auto first = f.coordinator.post(f.path("/editions"), wanted, kOnce);
  REQUIRE(end_of_export(f.coordinator, first.header("Location")).at("state") == "done");
  const auto runs = runs_of_fakes(folder);
  CHECK(runs > 0);
  REQUIRE(f.coordinator.patch(f.path(), {{"languages", {"en"}}}).status == 200);
  check_repeated(first, f.coordinator.post(f.path("/editions"), wanted, kOnce));
  CHECK(runs_of_fakes(folder) == runs);
  CHECK(f.coordinator.get(f.path("/editions")).json()["items"].size() == 1);
}

TEST_CASE("a form that was taken is answered again without being read again") {
  const TemporaryFolder folder;
  Config config = forgetful(folder);
  config.pandoc = counted_pandoc(folder);
  TestApp app(config);
  const ReportFixture f(app);
  REQUIRE(f.save(kFormText).status == 201);
  const auto form = with_replaced(f.writer.get(f.path("/forms/labour.docx")).body, {{"Permits", "Licences"}});
  const HeaderMap headers{{"Idempotency-Key", "once"}, {"Content-Type", kDocxType}};
  const auto first = f.writer.send("POST", f.path("/forms"), form, headers);
  const auto runs = runs_of_fakes(folder);
  check_repeated(first, f.writer.send("POST", f.path("/forms"), form, headers));
  CHECK(runs_of_fakes(folder) == runs);
}

TEST_CASE("a translator's file that was taken is answered again, though it would be refused now") {
  TestApp app;
  const Exchange f(app, "own");
  REQUIRE(f.save("One case.").status == 201);
  const auto file = f.out();  // not translated yet, so that the language can still be dropped
  HeaderMap headers = kXliff;
  headers.insert(*kOnce.begin());
  const auto first = f.translator.send("POST", f.path("/translations"), file, headers);
  REQUIRE(f.coordinator.patch(f.path(), {{"languages", {"en"}}}).status == 200);
  check_repeated(first, f.translator.send("POST", f.path("/translations"), file, headers));
}

TEST_CASE("an export that was asked for is answered again, though its format cannot be made any more") {
  TestApp app;
  const ReportFixture f(app);
  const Json wanted{{"formats", {"md"}}, {"languages", {"en", "ru"}}};
  const auto first = f.coordinator.post(f.path("/exports"), wanted, kOnce);
  REQUIRE(f.coordinator.patch(f.path(), {{"languages", {"en"}}}).status == 200);
  check_repeated(first, f.coordinator.post(f.path("/exports"), wanted, kOnce));
}

TEST_CASE("a key that was used with another request is refused before anything is made") {
  const TemporaryFolder folder;
  TestApp app(forgetful(folder));
  const ReportFixture f(app);
  const auto first = f.coordinator.post(f.path("/editions"), {{"name", "One"}, {"kind", "draft"}}, kOnce);
  REQUIRE(end_of_export(f.coordinator, first.header("Location")).at("state") == "done");
  const auto runs = runs_of_fakes(folder);
  const auto other = f.coordinator.post(f.path("/editions"), {{"name", "Two"}, {"kind", "draft"}}, kOnce);
  CHECK(other.code() == "idempotency_key_reused");
  CHECK(runs_of_fakes(folder) == runs);
}

TEST_CASE("a repetition with a token for writing alone is not answered with the texts of the first") {
  const Forms forms;
  const auto edited = with_replaced(forms.fetch(), {{"Permits", "Licences"}});
  REQUIRE(forms.f.save("A zebrafish.").status == 200);
  REQUIRE(tells(forms.send(forms.f.writer, edited, "", kOnce), "zebrafish"));
  const auto made =
      forms.app.admin().post("/v1/users/writer/tokens", {{"label", "Script"}, {"scopes", {"write"}}}).json();
  const auto again = forms.send(forms.app.with_token(made.at("secret")), edited, "", kOnce);
  CHECK(again.status == 403);
  CHECK(again.code() == "rights_changed");
  CHECK_FALSE(tells(again, "zebrafish"));
}

TEST_CASE("a repetition by one who may not read the section any more is not answered with its texts") {
  const Forms forms;
  const auto edited = with_replaced(forms.fetch(), {{"Permits", "Licences"}});
  REQUIRE(forms.f.save("A zebrafish.").status == 200);
  REQUIRE(tells(forms.send(forms.f.writer, edited, "", kOnce), "zebrafish"));
  REQUIRE(forms.f.coordinator.patch(forms.f.section("obj-07"), {{"lead", "interior"}}).status == 200);
  const auto again = forms.send(forms.f.writer, edited, "", kOnce);
  CHECK(again.status == 403);
  CHECK_FALSE(tells(again, "zebrafish"));
}
