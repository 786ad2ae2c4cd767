// Exports as jobs: who may have one, how many, and what becomes of them when something goes wrong.
#include <doctest/doctest.h>

#include <filesystem>
#include <future>

#include "support/exports.hpp"

using namespace support;

namespace {

const Json kPdf{{"formats", {"pdf"}}, {"languages", {"en"}}};
const Json kMarkdown{{"formats", {"md"}}, {"languages", {"en"}}};
constexpr const char* kMarkdownFile = "tkm-2026.en.md";

std::string code_of(const Answer& answer) { return std::to_string(answer.status) + " " + answer.code(); }

Answer cancel(const Caller& caller, const std::string& address) {
  return caller.send("POST", address + "/cancellation", "", {});
}

}  // namespace

TEST_CASE("a job that runs or waits when the service stops begins again, with what it was asked for") {
  Exporting e;
  const std::string running = e.start(e.f.coordinator, {{"formats", {"pdf", "md"}}, {"languages", {"en"}}});
  const std::string waiting = e.start(e.f.coordinator, kMarkdown);
  e.wait_for_run();
  REQUIRE(e.f.save("The second text.").status == 200);
  e.app.restart();
  e.open_gate();
  const Caller coordinator = e.app.with_token(e.f.coordinator.token());
  for (const auto& address : {running, waiting}) {
    CHECK(Exporting::end_of(coordinator, address).at("state") == "done");
    CHECK(Exporting::files_of(coordinator, address).at(kMarkdownFile).find("The first text.") != std::string::npos);
  }
  e.app.restart();
  CHECK(e.app.with_token(e.f.coordinator.token()).get(running + "/export.zip").status == 200);
}

TEST_CASE("an export holds what the one who asked may read, and only who may read as much knows of it") {
  const Exporting e;
  const std::string address = e.start(e.f.writer, kMarkdown);
  CHECK(Exporting::end_of(e.f.writer, address).at("state") == "done");
  CHECK(Exporting::files_of(e.f.writer, address).at(kMarkdownFile).find("The first text.") != std::string::npos);
  for (const Caller* caller : {&e.f.other_writer, &e.f.observer}) {
    CHECK(caller->get(address).status == 404);
    CHECK(caller->get(address + "/export.zip").status == 404);
    CHECK(cancel(*caller, address).status == 404);
    CHECK(caller->get(e.f.path("/exports")).json().at("items").empty());
  }
  for (const Caller* caller : {&e.f.coordinator, &e.f.ministry, &e.f.contributor}) {
    CHECK(caller->get(address + "/export.zip").status == 200);
    CHECK(caller->get(e.f.path("/exports")).json().at("items").size() == 1);
  }
  const std::string others = e.start(e.f.other_writer, kMarkdown);
  CHECK(Exporting::end_of(e.f.other_writer, others).at("state") == "done");
  CHECK(Exporting::files_of(e.f.other_writer, others).at(kMarkdownFile).find("The first text.") == std::string::npos);
}

TEST_CASE("a right that was taken away is not got back through an export made before") {
  const Exporting e;
  const std::string address = e.start(e.f.writer, kMarkdown);
  CHECK(Exporting::end_of(e.f.writer, address).at("state") == "done");
  REQUIRE(
      e.f.coordinator.patch(e.f.section("obj-07"), {{"lead", "interior"}, {"contributors", Json::array()}}).status ==
      200);
  CHECK(e.f.writer.get(address).status == 200);
  CHECK(code_of(e.f.writer.get(address + "/export.zip")) == "403 text_not_shared");
  CHECK(e.f.contributor.get(address).status == 404);
  CHECK(e.f.other_writer.get(address + "/export.zip").status == 200);
}

TEST_CASE("a job of somebody who holds no post any more fails, and says so") {
  const Exporting e;
  const std::string blocking = e.start(e.f.coordinator, kPdf);
  const std::string address = e.start(e.f.writer, kMarkdown);
  const std::string post =
      "/v1/users/writer/posts/" + e.app.admin().get("/v1/users/writer/posts").json().at("items").at(0).at("id").dump();
  REQUIRE(e.app.admin().patch(post, {{"ends_on", "2026-01-14"}}).status == 200);
  e.open_gate();
  const Json ended = Exporting::end_of(e.f.coordinator, address);
  CHECK(ended.at("state") == "failed");
  CHECK(ended.at("failure").get<std::string>().find("no post") != std::string::npos);
  CHECK(Exporting::end_of(e.f.coordinator, blocking).at("state") == "done");
}

TEST_CASE("a person has three jobs that wait or run, and gets the next when one has gone") {
  const Exporting e;
  const std::string first = e.start(e.f.writer, kPdf);
  for (int i = 0; i < 2; ++i) e.start(e.f.writer, kMarkdown);
  const auto refused = e.ask(e.f.writer, kMarkdown);
  CHECK(code_of(refused) == "409 too_many_exports");
  CHECK(refused.json().at("detail").get<std::string>().find("(1, 2, 3)") != std::string::npos);
  const std::string other = e.start(e.f.coordinator, kMarkdown);
  CHECK(e.f.coordinator.get(other).json().at("step") == "Waiting for its turn, behind 3 others");
  CHECK(cancel(e.f.writer, first).status == 200);
  CHECK(e.ask(e.f.writer, kMarkdown).status == 202);
  e.open_gate();
  CHECK(Exporting::end_of(e.f.coordinator, other).at("state") == "done");
}

TEST_CASE("a job that was cancelled ends at its next file, and the one behind it begins") {
  const Exporting e;
  const std::string running = e.start(e.f.coordinator, {{"formats", {"pdf", "docx"}}, {"languages", {"en"}}});
  const std::string waiting = e.start(e.f.coordinator, kPdf);
  const std::string never = e.start(e.f.coordinator, {{"formats", {"odt"}}, {"languages", {"en"}}});
  e.wait_for_run();
  auto asking = std::async(std::launch::async, [&] { return e.f.coordinator.get(running + "?wait=30"); });
  CHECK(cancel(e.f.coordinator, never).status == 200);
  CHECK(cancel(e.f.coordinator, running).status == 200);
  static_cast<void>(asking.get());
  CHECK(e.f.coordinator.get(running).json().at("state") == "cancelled");
  e.open_gate();
  CHECK(Exporting::end_of(e.f.coordinator, waiting).at("state") == "done");
  CHECK(e.runs() == 1);  // the PDF; neither the Word nor the OpenDocument file
  CHECK(e.f.coordinator.get(running).json().at("state") == "cancelled");
}

TEST_CASE("an export that was cancelled stays in the list, says by whom, and is forgotten as others are") {
  Exporting e;
  const std::string address = e.start(e.f.writer, kPdf);
  e.app.advance(1000);
  const auto cancelled = cancel(e.f.coordinator, address);
  REQUIRE(cancelled.status == 200);
  CHECK(cancelled.header("Retry-After").empty());
  const Json job = cancelled.json();
  CHECK(job.at("state") == "cancelled");
  CHECK(job.at("step") == "Cancelled by " + job.at("cancelled_by").at("name").get<std::string>());
  CHECK(job.at("cancelled_by").at("user") == "coordinator");
  CHECK(job.at("finished_at") == "2026-01-15T09:00:01.000Z");
  CHECK(job.at("expires_at") == "2026-01-22T09:00:01.000Z");
  CHECK(job.at("file").is_null());
  CHECK(e.f.writer.get(address).json() == job);
  CHECK(e.f.writer.get(e.f.path("/exports")).json().at("items") == Json::array({job}));
  CHECK(code_of(e.f.writer.get(address + "/export.zip")) == "409 export_cancelled");
  e.app.advance(1000);
  CHECK(cancel(e.f.writer, address).json() == job);  // again: nothing changes
  e.app.restart();
  const Caller writer = e.app.with_token(e.f.writer.token());
  CHECK(writer.get(address).json() == job);
  e.app.advance(7LL * 24 * 3600 * 1000);
  CHECK(writer.get(address).status == 404);
  CHECK(cancel(writer, address).status == 404);
}

TEST_CASE("an export that has ended is not cancelled any more, and says how it ended") {
  const TemporaryFolder folder;
  Config config;
  config.typst = fake_program(folder, "typst", "exit 1");
  const Exporting e(config);
  const std::string done = e.start(e.f.coordinator, kMarkdown);
  const std::string failed = e.start(e.f.coordinator, kPdf);
  for (const auto& [address, state] : {std::pair(done, "done"), std::pair(failed, "failed")}) {
    const Json job = Exporting::end_of(e.f.coordinator, address);
    REQUIRE(job.at("state") == state);
    const auto refused = cancel(e.f.coordinator, address);
    CHECK(code_of(refused) == "409 export_ended");
    CHECK(refused.json().at("export_state") == state);
    CHECK(refused.json().at("detail").get<std::string>().find(state) != std::string::npos);
    CHECK(e.f.coordinator.get(address).json() == job);
  }
  CHECK(e.f.coordinator.get(done + "/export.zip").status == 200);
}

TEST_CASE("who asked for an export and coordinators cancel it, others who know of it do not, and strangers find none") {
  const Exporting e;
  const Caller admin = e.app.person("second-admin", {{{"role", "admin"}}});
  struct Row {
    const char* who;
    Caller caller;
    const char* own;     // an export that the caller asked for
    const char* others;  // one of the writer
  };
  const std::vector<Row> rows{{"writer", e.f.writer, "200", "200"},
                              {"head", e.f.head, "200", "403 not_yours"},
                              {"contributor", e.f.contributor, "200", "403 not_yours"},
                              {"translator", e.f.translator, "200", "403 not_yours"},
                              {"ministry", e.f.ministry, "200", "403 not_yours"},
                              {"coordinator", e.f.coordinator, "200", "200"},
                              {"other_writer", e.f.other_writer, "200", "404 not_found"},
                              {"other_head", e.f.other_head, "200", "404 not_found"},
                              {"observer", e.f.observer, "200", "404 not_found"},
                              {"admin", admin, "200", "404 not_found"}};
  const auto outcome = [](const Answer& answer) { return answer.status == 200 ? std::string("200") : code_of(answer); };
  for (const Row& row : rows) {
    CAPTURE(row.who);
    const std::string own = e.start(row.caller, kPdf);
    CHECK(outcome(cancel(row.caller, own)) == row.own);
    const std::string others = e.start(e.f.writer, kPdf);
    CHECK(outcome(cancel(row.caller, others)) == row.others);
    cancel(e.f.coordinator, others);
  }
  CHECK(cancel(e.app.anonymous(), e.f.path("/exports/1")).status == 401);
  CHECK(e.f.coordinator.remove(e.f.path("/exports/1")).status == 405);
}

TEST_CASE("a job of which one file cannot be made fails whole and in words, and the next one runs") {
  const TemporaryFolder folder;
  Config config;
  config.typst = fake_program(folder, "typst", "echo secret path >&2; exit 1");
  const Exporting e(config);
  const std::string failing = e.start(e.f.coordinator, {{"formats", {"md", "pdf"}}, {"languages", {"en"}}});
  const std::string next = e.start(e.f.coordinator, kMarkdown);
  const Json failed = Exporting::end_of(e.f.coordinator, failing);
  CHECK(failed.at("state") == "failed");
  CHECK(failed.at("failure").get<std::string>().find("'report.pdf' could not be made") != std::string::npos);
  CHECK(failed.dump().find("secret") == std::string::npos);
  CHECK(failed.at("file").is_null());
  CHECK(code_of(e.f.coordinator.get(failing + "/export.zip")) == "409 export_failed");
  CHECK(Exporting::end_of(e.f.coordinator, next).at("state") == "done");
}

TEST_CASE("a job waits while other conversions take all places") {
  Config config;
  config.converters = 1;
  const Exporting e(config);
  CHECK(e.app.anonymous().get("/readyz").status == 200);
  auto document =
      std::async(std::launch::async, [&] { return e.f.coordinator.get(e.f.path("/document.pdf?language=ru")); });
  e.wait_for_run();
  const std::string address = e.start(e.f.coordinator, kPdf);
  while (e.f.coordinator.get(address).json().at("state") != "running") std::this_thread::yield();
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK(e.f.coordinator.get(address).json().at("state") == "running");
  e.open_gate();
  CHECK(document.get().status == 200);
  CHECK(Exporting::end_of(e.f.coordinator, address).at("state") == "done");
}

TEST_CASE("a file that was pushed out is gone with a word, and one that never had room is told at the end") {
  const Exporting kept;
  const std::string address = kept.start(kept.f.coordinator, kMarkdown);
  CHECK(Exporting::end_of(kept.f.coordinator, address).at("state") == "done");
  std::filesystem::remove_all(kept.app.database() + ".documents");
  CHECK(code_of(kept.f.coordinator.get(address + "/export.zip")) == "410 export_gone");
  Config config;
  config.documents_mib = 0;
  const Exporting e(config);
  const Json failed = Exporting::end_of(e.f.coordinator, e.start(e.f.coordinator, kMarkdown));
  CHECK(failed.at("state") == "failed");
  CHECK(failed.at("failure").get<std::string>().find("no room") != std::string::npos);
}

TEST_CASE("an archive that is not whole any more is gone with a word, and not served in part") {
  const Exporting e;
  const std::string address = e.start(e.f.coordinator, kMarkdown);
  CHECK(Exporting::end_of(e.f.coordinator, address).at("state") == "done");
  REQUIRE(e.f.coordinator.get(address + "/export.zip").status == 200);
  for (const auto& entry : std::filesystem::directory_iterator(e.app.database() + ".documents")) {
    if (entry.path().extension() == ".zip") std::filesystem::resize_file(entry.path(), entry.file_size() / 2);
  }
  CHECK(code_of(e.f.coordinator.get(address + "/export.zip")) == "410 export_gone");
}

TEST_CASE("an export is forgotten seven days after its end, and its number is not given again") {
  Exporting e;
  const std::string address = e.start(e.f.coordinator, kMarkdown);
  CHECK(Exporting::end_of(e.f.coordinator, address).at("state") == "done");
  e.app.advance(7LL * 24 * 3600 * 1000 - 1);
  CHECK(e.f.coordinator.get(address + "/export.zip").status == 200);
  e.app.advance(1);
  CHECK(e.f.coordinator.get(address).status == 404);
  CHECK(e.f.coordinator.get(e.f.path("/exports")).json().at("items").empty());
  CHECK(e.start(e.f.coordinator, kMarkdown) != address);
}
