// The report made in several formats and languages by a job: what is asked for, how far it is, what comes out of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <future>

#include "store/database/hash.hpp"
#include "support/exports.hpp"
#include "support/golden.hpp"
#include "support/pictures.hpp"
#include "support/zip_listing.hpp"

using namespace support;

namespace {

const Json kOnlyPdf{{"formats", {"pdf"}}, {"languages", {"en"}}};
const Json kOnlyMarkdown{{"formats", {"md"}}, {"languages", {"en"}}};

}  // namespace

TEST_CASE("an export makes every format in every language asked for and comes as one archive with its checksums") {
  const Exporting e;
  e.open_gate();
  const auto asked =
      e.ask(e.f.coordinator, {{"formats", {"docx", "odt", "pdf", "html", "md", "json"}}, {"languages", {"en", "ru"}}});
  REQUIRE(asked.status == 202);
  CHECK(asked.header("Retry-After") == "1");
  CHECK(asked.json().at("requested_by").at("user") == "coordinator");
  const std::string address = asked.header("Location");
  CHECK(address == e.f.path("/exports/" + asked.json().at("id").dump()));
  const Json done = Exporting::end_of(e.f.coordinator, address);
  CHECK(done.at("state") == "done");
  CHECK(done.at("percent") == 100);
  CHECK(done.at("finished_at") == "2026-01-15T09:00:00.000Z");
  CHECK(done.at("expires_at") == "2026-01-22T09:00:00.000Z");
  CHECK(done.at("file").at("href") == address + "/export.zip");
  const auto archive = e.f.coordinator.get(done.at("file").at("href"));
  CHECK(archive.header("Content-Type") == "application/zip");
  CHECK(archive.header("Content-Disposition") ==
        "attachment; filename=\"" + done.at("file").at("name").get<std::string>() + "\"");
  CHECK(done.at("file").at("sha256") == store::sha256_hex(archive.body));
  CHECK(done.at("file").at("bytes") == archive.body.size());
  const auto files = Exporting::files_of(e.f.coordinator, address);
  CHECK(files.size() == 13);
  for (const auto& [name, bytes] : files) {
    if (name == "SHA256SUMS") continue;
    CAPTURE(name);
    CHECK(files.at("SHA256SUMS").find(store::sha256_hex(bytes) + "  " + name + "\n") != std::string::npos);
    const std::string rest = name.substr(e.f.report.size() + 1);
    CHECK(bytes == e.f.coordinator.get(e.f.path("/document" + rest.substr(2) + "?language=" + rest.substr(0, 2))).body);
  }
}

TEST_CASE("an export of a part has the files that the document of the part is") {
  const Exporting e;
  e.open_gate();
  Json wanted = kOnlyMarkdown;
  wanted["section"] = "obj-07";
  const std::string address = e.start(e.f.coordinator, wanted);
  const Json done = Exporting::end_of(e.f.coordinator, address);
  CHECK(done.at("section") == "obj-07");
  CHECK(done.at("agency") == Json());
  const auto files = Exporting::files_of(e.f.coordinator, address);
  CHECK(files.at("tkm-2026.obj-07.en.md") ==
        e.f.coordinator.get(e.f.path("/document.md?language=en&section=obj-07")).body);
  wanted["agency"] = "labour";
  CHECK(e.ask(e.f.coordinator, wanted).status == 422);
  wanted.erase("section");
  wanted["agency"] = "health";
  CHECK(e.ask(e.f.coordinator, wanted).status == 404);
}

TEST_CASE("an export of Markdown has the pictures that it names beside it") {
  const Exporting e;
  REQUIRE(e.f.save("![The border](map.png)").status == 200);
  const HeaderMap headers{{"Content-Type", "image/png"}, {"If-None-Match", "*"}};
  REQUIRE(e.f.writer.send("PUT", e.f.section("obj-07", "/pictures/map.png"), png(3, 2), headers).status == 201);
  const std::string address = e.start(e.f.coordinator, kOnlyMarkdown);
  CHECK(Exporting::end_of(e.f.coordinator, address).at("percent") == 100);
  const auto files = Exporting::files_of(e.f.coordinator, address);
  CHECK(files.at("pictures/obj-07.map.png") == png(3, 2));
  CHECK(files.at("SHA256SUMS").find("  pictures/obj-07.map.png\n") != std::string::npos);
}

TEST_CASE("an export tells in words and percent how far it is, and who waits is told as soon as there is news") {
  const Exporting e;
  const std::string address = e.start(e.f.coordinator, {{"formats", {"md", "pdf", "docx"}}, {"languages", {"ru"}}});
  e.wait_for_run();
  const auto running = e.f.coordinator.get(address);
  CHECK(running.header("Retry-After") == "1");
  CHECK(running.json().at("state") == "running");
  CHECK(running.json().at("step") == "Making PDF, Russian (2 of 3)");
  CHECK(running.json().at("percent") == 25);
  CHECK(running.json().at("file").is_null());
  CHECK(e.f.coordinator.get(address + "/export.zip").code() == "export_not_done");
  CHECK(e.app.anonymous().get("/metrics").body.find("national_report_exports{state=\"running\"} 1") !=
        std::string::npos);
  auto waiting = std::async(std::launch::async, [&] { return e.f.coordinator.get(address + "?wait=30"); });
  CHECK(waiting.wait_for(std::chrono::milliseconds(100)) == std::future_status::timeout);
  const auto start = std::chrono::steady_clock::now();
  e.open_gate();
  const auto news = waiting.get();
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  CHECK(news.json().at("percent") > 25);
  const Json done = Exporting::end_of(e.f.coordinator, address);
  CHECK(done.at("step") == "Done");
  CHECK(e.f.coordinator.get(address).header("Retry-After").empty());
  CHECK(e.app.anonymous().get("/metrics").body.find("national_report_exports{state=\"running\"} 0") !=
        std::string::npos);
}

TEST_CASE("an export shows the report as it was when it was asked for, and moves nothing in it") {
  const Exporting e;
  const std::string before = e.f.coordinator.get(e.f.path("/status")).etag();
  const std::string address = e.start(e.f.coordinator, {{"formats", {"pdf", "md"}}, {"languages", {"en", "ru"}}});
  CHECK(e.f.coordinator.get(e.f.path("/status")).etag() == before);
  e.wait_for_run();
  REQUIRE(e.f.save("The second text.").status == 200);
  e.open_gate();
  CHECK(Exporting::end_of(e.f.coordinator, address).at("state") == "done");
  const auto files = Exporting::files_of(e.f.coordinator, address);
  CHECK(files.size() == 5);
  for (const auto& [name, bytes] : files) {
    CAPTURE(name);
    CHECK(bytes.find("The second text.") == std::string::npos);
    if (name != "SHA256SUMS") CHECK(bytes.find("The first text.") != std::string::npos);
  }
}

TEST_CASE("an export as of a past time holds what was there then, approved texts only where they are asked for") {
  Exporting e;
  e.app.advance(60'000);
  REQUIRE(e.f.save("The second text.").status == 200);
  const auto markdown = [&](Json body) {
    body.update(kOnlyMarkdown);
    const std::string address = e.start(e.f.coordinator, body);
    CHECK(Exporting::end_of(e.f.coordinator, address).at("state") == "done");
    return Exporting::files_of(e.f.coordinator, address).at("tkm-2026.en.md");
  };
  CHECK(markdown({{"as_of", "2026-01-15T09:00:30Z"}}).find("The first text.") != std::string::npos);
  CHECK(markdown({{"select", "latest"}}).find("The second text.") != std::string::npos);
  CHECK(markdown({{"select", "approved"}}).find("The second text.") == std::string::npos);
  e.f.approve();
  CHECK(markdown({{"select", "approved"}}).find("The second text.") != std::string::npos);
}

TEST_CASE("two exports of the same content are the same bytes, and the programs ran once") {
  const Exporting e;
  e.open_gate();
  const auto first = e.start(e.f.coordinator, kOnlyPdf);
  const auto second = e.start(e.f.ministry, kOnlyPdf);
  const Json one = Exporting::end_of(e.f.coordinator, first);
  const Json other = Exporting::end_of(e.f.ministry, second);
  CHECK(one.at("file").at("sha256") == other.at("file").at("sha256"));
  CHECK(one.at("id") != other.at("id"));
  CHECK(e.runs() == 1);
}

TEST_CASE("the archive of an export is the golden one") {
  const Exporting e;
  e.open_gate();
  const std::string address =
      e.start(e.f.coordinator, {{"formats", {"pdf", "html", "md", "json"}}, {"languages", {"en", "ru"}}});
  CHECK(Exporting::end_of(e.f.coordinator, address).at("state") == "done");
  const auto archive = e.f.coordinator.get(address + "/export.zip");
  REQUIRE(archive.status == 200);
  support::check_golden("export-archive.txt", zip_listing(archive.body));
}

TEST_CASE("an export that was asked for twice with the same Idempotency-Key is one") {
  const Exporting e;
  const auto ask = [&] {
    return e.f.coordinator.post(e.f.path("/exports"), kOnlyMarkdown, {{"Idempotency-Key", "once"}});
  };
  const auto first = ask();
  const auto again = ask();
  CHECK(first.status == 202);
  CHECK(again.header("Idempotent-Replayed") == "true");
  CHECK(again.json().at("id") == first.json().at("id"));
  CHECK(e.f.coordinator.get(e.f.path("/exports")).json().at("items").size() == 1);
}

TEST_CASE("exports are listed newest first, page by page") {
  const Exporting e;
  for (int i = 0; i < 3; ++i) Exporting::end_of(e.f.writer, e.start(e.f.writer, kOnlyMarkdown));
  const auto page = e.f.writer.get(e.f.path("/exports?limit=2"));
  CHECK(page.json().at("items").size() == 2);
  CHECK(page.json().at("items").at(0).at("id") == 3);
  const auto rest =
      e.f.writer.get(e.f.path("/exports?limit=2&cursor=" + page.json().at("next_cursor").get<std::string>()));
  CHECK(rest.json().at("items").size() == 1);
  CHECK(rest.json().at("items").at(0).at("id") == 1);
  CHECK(rest.json().at("next_cursor").is_null());
}

TEST_CASE("what cannot be exported is refused at once, and says why") {
  TestApp app;
  const ReportFixture f(app);
  const auto refusal = [&](const Json& body, const Caller& caller) {
    const auto answer = caller.post(f.path("/exports"), body);
    return std::to_string(answer.status) + " " + answer.code();
  };
  CHECK(refusal(kOnlyPdf, f.coordinator) == "501 converter_missing");
  CHECK(refusal({{"formats", {"md"}}, {"languages", {"fr"}}}, f.coordinator) == "422 invalid_request");
  CHECK(refusal({{"formats", {"md"}}, {"as_of", "2030-01-01T00:00:00Z"}}, f.coordinator) == "422 invalid_request");
  CHECK(refusal({{"formats", {"md"}}, {"as_of", "2020-01-01T00:00:00Z"}}, f.coordinator) == "404 not_found");
  CHECK(refusal({{"formats", Json::array()}}, f.coordinator) == "422 invalid_body");
  CHECK(refusal({{"formats", {"rtf"}}}, f.coordinator) == "422 invalid_body");
  CHECK(refusal(kOnlyMarkdown, app.anonymous()) == "401 token_missing");
  CHECK(f.coordinator.post("/v1/reports/none/exports", kOnlyMarkdown).status == 404);
  CHECK(f.coordinator.get(f.path("/exports/1")).status == 404);
  CHECK(f.coordinator.get(f.path("/exports/1/export.zip")).status == 404);
}
