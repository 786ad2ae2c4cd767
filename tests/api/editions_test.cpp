// Frozen editions over HTTP, with quick programs in the place of the converters.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "documents/file/zip_reader.hpp"
#include "store/database/hash.hpp"
#include "store/report/editions.hpp"
#include "support/api_app.hpp"
#include "support/converting.hpp"
#include "support/golden.hpp"
#include "support/tamper.hpp"
#include "support/zip_listing.hpp"
#include "usecases/editions/edition_check.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

const std::vector<std::string> kExtensions{"md", "html", "json", "docx", "odt", "pdf"};

struct Press {
  TemporaryFolder folder;
  TestApp app{with_converters(folder)};
  ReportFixture f{app};

  Answer freeze(const Json& wanted) const { return freeze_edition(f.coordinator, f.path(), wanted); }
  Answer file(int edition, const std::string& name, const Caller& caller) const {
    return caller.get(f.path("/editions/" + std::to_string(edition) + "/" + name));
  }
  Answer file(int edition, const std::string& name) const {
    return file(edition, name, app.with_token(f.coordinator.token()));
  }
};

const Json kDraft{{"name", "For comments"}, {"kind", "draft"}};

}  // namespace

TEST_CASE("an edition has every format and language, and a manifest of what is in it") {
  const Press press;
  REQUIRE(press.f.save("The first text.").status == 201);
  const auto answer = press.freeze(kDraft);
  REQUIRE(answer.status == 200);
  const Json edition = answer.json();
  CHECK(edition["id"] == 1);
  CHECK(edition["files"].size() == 3 * kExtensions.size());
  CHECK(edition["event"] == edition["content_event"].get<int>() + 1);
  for (const auto& listed : edition["files"]) {
    const std::string name = listed["name"];
    CAPTURE(name);
    const auto file = press.file(1, name);
    CHECK(file.status == 200);
    CHECK(listed["bytes"] == file.body.size());
    CHECK(listed["sha256"] == store::sha256_hex(file.body));
    CHECK(file.header("Content-Disposition") == "attachment; filename=\"" + name + "\"");
    CHECK(file.etag() == "\"" + listed["sha256"].get<std::string>() + "\"");
    CHECK(file.header("Cache-Control") == "private, max-age=31536000, immutable");
    const auto by_name = press.f.coordinator.get(listed["href"]);
    CHECK(by_name.body == file.body);
    CHECK(by_name.header("Content-Disposition") == file.header("Content-Disposition"));
  }
  const Json manifest = press.file(1, "manifest.json").json();
  CHECK(manifest["content_event"]["id"] == edition["content_event"]);
  CHECK(manifest["converters"] ==
        Json{{"pandoc", "57.2"}, {"typst", "57.2"}, {"rsvg-convert", "57.2"}, {"soffice", ""}});
  const auto section =
      std::ranges::find_if(manifest["sections"], [](const Json& one) { return one.at("id") == Json("obj-07"); });
  REQUIRE(section != manifest["sections"].end());
  CHECK(section->at("state") == "draft");
  CHECK(section->at("texts")[0]["revision"] == 1);
  CHECK(section->at("texts")[0]["text_sha256"] == store::sha256_hex("The first text."));
  CHECK(press.f.coordinator.get(press.f.path("/editions/1")).json() == edition);
}

TEST_CASE("an edition keeps its bytes when the report moves on, the service restarts and a backup is restored") {
  Press press;
  REQUIRE(press.f.save("The first text.").status == 201);
  REQUIRE(press.freeze(kDraft).status == 200);
  std::map<std::string, std::string> before;
  for (const auto& extension : kExtensions) before[extension] = press.file(1, "tkm-2026.en." + extension).body;
  const auto archive = press.file(1, "edition.zip");
  REQUIRE(archive.status == 200);
  support::check_golden("edition-archive.txt", zip_listing(archive.body, false));
  CHECK(before["md"].find("The first text.") != std::string::npos);
  // The stand-in of pandoc packs as zip does, with the hour and the owner of each file.
  CHECK(zip_listing(before["docx"], false)
            .starts_with("report.json: method 0, flags 0000, date 0021, time 0000, extra 0"));
  REQUIRE(press.f.save("The second text.").status == 200);
  const std::string copy = press.folder.file("copy.sqlite");
  store::Database(press.app.database(), system_clock_now).backup_to(copy);
  press.app.restart();
  for (const auto& extension : kExtensions) CHECK(press.file(1, "tkm-2026.en." + extension).body == before[extension]);
  CHECK(press.file(1, "edition.zip").body == archive.body);
  store::Database restored(copy, system_clock_now);
  restored.read([&](store::ReadTx& tx) {
    for (const auto& extension : kExtensions) {
      CHECK(store::find_edition_file(tx, "tkm-2026", 1, "tkm-2026.en." + extension) == before[extension]);
    }
    return 0;
  });
}

TEST_CASE("a final edition needs everything approved, or a reason that is kept") {
  const Press press;
  const Json wanted{{"name", "As delivered"}, {"kind", "final"}, {"languages", {"en"}}};
  const auto refused = press.freeze(wanted);
  CHECK(refused.status == 409);
  CHECK(refused.code() == "not_ready");
  CHECK(refused.json()["missing"].get<int>() > 0);
  Json forced = wanted;
  forced["override_reason"] = "The forum begins tomorrow.";
  const auto frozen = press.freeze(forced);
  REQUIRE(frozen.status == 200);
  CHECK(frozen.json()["override_reason"] == "The forum begins tomorrow.");
  CHECK(frozen.json()["missing"] == refused.json()["missing"]);
  CHECK(refused.json()["missing"] == press.file(1, "manifest.json").json()["missing"].size());
  CHECK(press.file(1, "tkm-2026.en.pdf").body.find("\"DRAFT\"") == std::string::npos);
  REQUIRE(press.freeze(kDraft).status == 200);
  CHECK(press.file(2, "tkm-2026.en.pdf").body.find("\"DRAFT\"") != std::string::npos);
}

TEST_CASE("a final edition lacks what its own languages lack, and the source language whichever they are") {
  const Press press;
  REQUIRE(press.f.save("The first text.").status == 201);
  REQUIRE(
      press
          .freeze(
              {{"name", "As delivered"}, {"kind", "final"}, {"languages", {"ru"}}, {"override_reason", "It is late."}})
          .status == 200);
  std::set<Json> languages;
  const Json manifest = press.file(1, "manifest.json").json();
  for (const auto& missing : manifest.at("missing")) languages.insert(missing.at("language"));
  CHECK(languages == std::set<Json>{Json(), "en", "ru"});
}

TEST_CASE("only the coordinator freezes, and only who reads all texts sees what was frozen") {
  const Press press;
  for (const Caller& caller : {press.f.writer, press.f.head, press.f.ministry, press.f.observer}) {
    CHECK(caller.post(press.f.path("/editions"), kDraft).status == 403);
  }
  REQUIRE(press.freeze(kDraft).status == 200);
  CHECK(press.f.other_writer.get(press.f.path("/editions")).status == 403);
  CHECK(press.file(1, "tkm-2026.en.md", press.f.coordinator).status == 200);
  CHECK(press.f.coordinator.get(press.f.path("/editions/2")).status == 404);
  CHECK(press.file(1, "document.md").status == 404);
  CHECK(press.file(1, "document.exe").status == 422);
  CHECK(press.file(1, "tkm-2026.fr.md").status == 404);
  CHECK(press.file(1, "tkm-2026.en.md", press.f.other_writer).status == 403);
  CHECK(press.file(1, "pictures/obj-07.map.png").status == 404);
  CHECK(press.file(1, "pictures/obj-07.map.png", press.f.other_writer).status == 403);
}

TEST_CASE("a withdrawn edition stays readable and is marked") {
  const Press press;
  REQUIRE(press.freeze(kDraft).status == 200);
  REQUIRE(press.freeze(kDraft).status == 200);
  const std::string address = press.f.path("/editions/1/withdrawal");
  const auto withdrawn = press.f.coordinator.post(address, {{"reason", "Wrong figures."}});
  CHECK(withdrawn.status == 200);
  CHECK(withdrawn.json()["withdrawn"]["reason"] == "Wrong figures.");
  CHECK(press.f.coordinator.post(address, {{"reason", "Again."}}).status == 409);
  CHECK(press.f.writer.post(address, {{"reason", "Mine."}}).status == 403);
  CHECK(press.file(1, "tkm-2026.en.pdf").status == 200);
  const Json page = press.f.coordinator.get(press.f.path("/editions?limit=1")).json();
  CHECK(page["items"][0]["id"] == 2);
  const Json next =
      press.f.coordinator.get(press.f.path("/editions?limit=1&cursor=" + page["next_cursor"].get<std::string>()))
          .json();
  CHECK(next["items"][0]["id"] == 1);
  CHECK(next["items"][0]["withdrawn"]["by"]["role"] == "coordinator");
}

TEST_CASE("a delivered copy is checked offline, packed or not") {
  const Press press;
  REQUIRE(press.freeze(kDraft).status == 200);
  const std::string archive = press.file(1, "edition.zip").body;
  const std::string path = press.folder.file("edition.zip");
  std::ofstream(path, std::ios::binary) << archive;
  const auto packed = usecases::check_edition(path);
  CHECK(packed.problems.empty());
  CHECK(packed.files == 18);
  CHECK(packed.manifest_sha256 == store::sha256_hex(press.file(1, "manifest.json").body));

  const TemporaryFolder unpacked;
  for (const auto& [name, bytes] : documents::read_archive(archive, {.bytes = 1ULL << 30U})) {
    std::ofstream(unpacked.file(name), std::ios::binary) << bytes;
  }
  CHECK(std::system(("cd " + unpacked.path() + " && sha256sum --check --strict --quiet SHA256SUMS").c_str()) == 0);
  CHECK(usecases::check_edition(unpacked.path()).problems.empty());
  std::ofstream(unpacked.file("tkm-2026.en.md"), std::ios::app) << " ";
  std::ofstream(unpacked.file("tkm-2026.ru.json")) << "{}";
  std::filesystem::remove(unpacked.file("tkm-2026.tk.pdf"));
  std::ofstream(unpacked.file("letter.txt")) << "x";
  CHECK(usecases::check_edition(unpacked.path()).problems.size() == 4);
}

TEST_CASE("verify finds a frozen file, or a manifest, that was changed in the database") {
  for (const char* change : {"UPDATE edition_files SET content = CAST('x' AS BLOB) WHERE name LIKE '%.pdf'",
                             "DELETE FROM edition_files WHERE name LIKE '%.tk.md'",
                             "UPDATE editions SET manifest = replace(manifest, '\"draft\"', '\"final\"')"}) {
    CAPTURE(change);
    const Press press;
    REQUIRE(press.freeze(kDraft).status == 200);
    CHECK(usecases::verify(press.app.database()).problems.empty());
    CHECK(usecases::verify(press.app.database()).editions == 1);
    tamper(press.app.database(), change);
    CHECK_FALSE(usecases::verify(press.app.database()).problems.empty());
  }
}

TEST_CASE("without a converter no edition is frozen, and the refusal names it") {
  TestApp app;
  const ReportFixture f(app);
  const auto answer = f.coordinator.post(f.path("/editions"), kDraft);
  CHECK(answer.status == 501);
  CHECK(answer.code() == "converter_missing");
  CHECK(f.coordinator.get(f.path("/editions")).json()["items"].empty());
}

TEST_CASE("a final edition leaves out what is missing, or prints the sentence that its record gives") {
  const Press press;
  REQUIRE(press.f.save("The first text.").status == 201);
  Json wanted{{"name", "As delivered"},
              {"kind", "final"},
              {"languages", {"en"}},
              {"select", "latest"},
              {"override_reason", "The forum begins tomorrow."}};
  REQUIRE(press.freeze(wanted).status == 200);
  const std::string left_out = press.file(1, "tkm-2026.en.md").body;
  CHECK(left_out.find("The first text.") != std::string::npos);
  for (const char* workshop : {"No text yet", "State of the report", "Who contributed what", "Words"}) {
    CAPTURE(workshop);
    CHECK(left_out.find(workshop) == std::string::npos);
  }
  wanted["missing_text"] = {{"en", "This chapter will be published later."}};
  wanted["annexes"] = {"contributions"};
  REQUIRE(press.freeze(wanted).status == 200);
  const std::string said = press.file(2, "tkm-2026.en.md").body;
  CHECK(said.find("This chapter will be published later.") != std::string::npos);
  CHECK(said.find("Who contributed what") != std::string::npos);
  CHECK(said.size() > left_out.size());
  const Json manifest = press.file(2, "manifest.json").json();
  CHECK(manifest.at("missing_text") == wanted.at("missing_text"));
  CHECK(manifest.at("annexes") == wanted.at("annexes"));
}

TEST_CASE("an edition can leave annexes of the format out, which then keep it back no longer") {
  const Press press;
  REQUIRE(press.f.save("The first text.").status == 201);
  Json wanted{{"name", "Without"}, {"kind", "draft"}, {"languages", {"en"}}};
  REQUIRE(press.freeze(wanted).status == 200);
  wanted["leave_out"] = {"annex-consultations"};
  REQUIRE(press.freeze(wanted).status == 200);
  const auto whole = press.file(1, "tkm-2026.en.md").body;
  const auto without = press.file(2, "tkm-2026.en.md").body;
  CHECK(whole.find("Annex C. Consultations") != std::string::npos);
  CHECK(without.find("Consultations") == std::string::npos);
  CHECK(without.find("Annex C. Pledges") != std::string::npos);
  CHECK(press.file(2, "manifest.json").json().at("leave_out") == Json{"annex-consultations"});
  const auto lacking = [&] {
    wanted["kind"] = "final";
    const auto refused = press.freeze(wanted);
    CHECK(refused.code() == "not_ready");
    return refused.json().at("missing").get<int>();
  };
  const std::string annex = press.f.section("annex-consultations");
  const HeaderMap seen{{"Content-Type", "application/merge-patch+json"}, {"If-Match", "*"}};
  REQUIRE(press.f.coordinator.send("PATCH", annex, Json{{"lead", "labour"}}.dump(), seen).status == 200);
  REQUIRE(press.f.writer.put(annex + "/texts/en", {{"markdown", "A draft."}}, {{"If-None-Match", "*"}}).status == 201);
  const int missing = lacking();
  wanted.erase("leave_out");
  CHECK(lacking() > missing);
  for (const char* no_annex : {"obj-07", "nowhere"}) {
    wanted["leave_out"] = {no_annex};
    const auto refused = press.freeze(wanted);
    CHECK(refused.status == 422);
    CHECK(refused.json().at("errors").at(0).at("pointer") == "/leave_out/0");
  }
}

TEST_CASE("a sentence for what is missing needs a final edition, a reason and every language") {
  const Press press;
  const Json sentence{{"en", "Later."}};
  Json wanted{{"name", "As delivered"}, {"kind", "final"}, {"languages", {"en", "ru"}}, {"missing_text", sentence}};
  CHECK(press.freeze(wanted).status == 422);
  wanted["override_reason"] = "It is late.";
  const auto refused = press.freeze(wanted);
  CHECK(refused.status == 422);
  CHECK(refused.json().at("errors").at(0).at("pointer") == "/missing_text");
  wanted["kind"] = "draft";
  CHECK(press.freeze(wanted).status == 422);
}
