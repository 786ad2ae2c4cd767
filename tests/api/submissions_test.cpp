// The submission log over HTTP, with quick programs in the place of the converters.
#include <doctest/doctest.h>

#include "store/database/hash.hpp"
#include "support/api_app.hpp"
#include "support/converting.hpp"
#include "support/tamper.hpp"
#include "usecases/operation/verify.hpp"

using namespace support;

namespace {

const std::string kReceipt = std::string("%PDF-1.7\n\0\xFF received", 20);
const std::string kPng = "\x89PNG\r\n\x1a\n...";
const std::string kJpeg = "\xFF\xD8\xFF\xE0...";

// A report whose edition 1 is frozen.
struct Registry {
  TemporaryFolder folder;
  TestApp app{with_converters(folder)};
  ReportFixture f{app};
  Json wanted{{"edition", 1},
              {"addressee", "United Nations Network on Migration"},
              {"channel", "Note verbale"},
              {"sent_on", "2026-01-15"},
              {"reference", "No. 12/345"}};

  Registry() { REQUIRE(freeze().status == 200); }

  Answer freeze() const {
    return freeze_edition(f.coordinator, f.path(), {{"name", "As delivered"}, {"kind", "draft"}});
  }
  Answer send(const Json& changed = Json::object(), const HeaderMap& headers = {}) const {
    Json body = wanted;
    body.update(changed);
    return f.coordinator.post(f.path("/submissions"), body, headers);
  }
  std::string receipt_path(int number) const { return f.path("/submissions/" + std::to_string(number) + "/receipt"); }
  Answer add_receipt(const std::string& bytes, const std::string& type = "application/pdf", int number = 1) const {
    return f.coordinator.send("PUT", receipt_path(number), bytes, {{"Content-Type", type}});
  }
  Json last_event() const { return f.coordinator.get(f.path("/events?after=0&limit=200")).json().at("items").back(); }
  void change(const char* sql) const { tamper(app.database(), sql); }
};

std::string first_pointer(const Answer& answer) { return answer.json().at("errors").at(0).at("pointer"); }

}  // namespace

TEST_CASE("a submission says to whom which edition was sent, and its event holds the manifest's hash") {
  const Registry registry;
  const auto answer = registry.send();
  REQUIRE(answer.status == 201);
  CHECK(answer.header("Location") == registry.f.path("/submissions/1"));
  const Json submission = answer.json();
  const auto manifest = registry.f.coordinator.get(registry.f.path("/editions/1/manifest.json"));
  CHECK(submission["id"] == 1);
  CHECK(submission["addressee"] == "United Nations Network on Migration");
  CHECK(submission["manifest_sha256"] == store::sha256_hex(manifest.body));
  CHECK(submission["recorded_by"]["user"] == "coordinator");
  CHECK(submission["note"].is_null());
  CHECK(submission["receipt"].is_null());
  const Json event = registry.last_event();
  CHECK(event["type"] == "report.submitted");
  CHECK(event["id"] == submission["event"]);
  CHECK(event["data"]["edition"] == 1);
  CHECK(event["data"]["manifest_sha256"] == submission["manifest_sha256"]);
  CHECK(registry.f.coordinator.get(registry.f.path("/submissions/1")).json() == submission);
}

TEST_CASE("submissions are listed from the oldest, for every participant") {
  const Registry registry;
  REQUIRE(registry.freeze().status == 200);
  REQUIRE(registry.send().status == 201);
  REQUIRE(registry.send({{"edition", 2}, {"addressee", "Regional commission"}}).status == 201);
  const Caller& observer = registry.f.observer;
  const auto page = observer.get(registry.f.path("/submissions?limit=1"));
  CHECK(page.json()["items"][0]["id"] == 1);
  const Json next =
      observer.get(registry.f.path("/submissions?limit=1&cursor=" + page.json()["next_cursor"].get<std::string>()))
          .json();
  CHECK(next["items"][0]["edition"] == 2);
  CHECK(next["items"][0]["addressee"] == "Regional commission");
  CHECK(next["next_cursor"].is_null());
  CHECK(registry.f.other_writer.get(registry.f.path("/submissions/2")).status == 200);
  CHECK(observer.get(registry.f.path("/submissions/3")).status == 404);
  CHECK(observer.get("/v1/reports/none/submissions").status == 404);
}

TEST_CASE("only the coordinator records submissions and receipts") {
  const Registry registry;
  REQUIRE(registry.send().status == 201);
  for (const Caller& caller : {registry.f.writer, registry.f.head, registry.f.ministry, registry.f.observer}) {
    CHECK(caller.post(registry.f.path("/submissions"), registry.wanted).status == 403);
    CHECK(caller.send("PUT", registry.receipt_path(1), kReceipt, {{"Content-Type", "application/pdf"}}).status == 403);
  }
}

TEST_CASE("an edition that is unknown or withdrawn cannot have been sent") {
  const Registry registry;
  const auto unknown = registry.send({{"edition", 2}});
  CHECK(unknown.status == 422);
  CHECK(first_pointer(unknown) == "/edition");
  REQUIRE(registry.send().status == 201);
  REQUIRE(registry.f.coordinator.post(registry.f.path("/editions/1/withdrawal"), {{"reason", "Wrong."}}).status == 200);
  const auto withdrawn = registry.send();
  CHECK(withdrawn.status == 409);
  CHECK(withdrawn.code() == "withdrawn");
  CHECK(registry.f.coordinator.get(registry.f.path("/submissions")).json()["items"].size() == 1);
}

TEST_CASE("the day of a submission is a day of the calendar, and not to come where the report is written") {
  Registry registry;
  for (const char* day : {"2026-01-16", "2026-02-30", "9999-12-31"}) {
    const auto refused = registry.send({{"sent_on", day}});
    CHECK(refused.status == 422);
    CHECK(first_pointer(refused) == "/sent_on");
  }
  CHECK(registry.send({{"sent_on", "2025-12-31"}}).status == 201);
  // 20:00 in UTC is the next day in Ashgabat, five hours ahead.
  registry.app.advance(11LL * 3600 * 1000);
  REQUIRE(registry.f.coordinator.patch(registry.f.path(), {{"time_zone", "UTC"}}).status == 200);
  CHECK(registry.send({{"sent_on", "2026-01-16"}}).status == 422);
  REQUIRE(registry.f.coordinator.patch(registry.f.path(), {{"time_zone", "Asia/Ashgabat"}}).status == 200);
  CHECK(registry.send({{"sent_on", "2026-01-16"}}).status == 201);
  CHECK(registry.send({{"sent_on", "2026-01-17"}}).status == 422);
}

TEST_CASE("the texts of a submission are one line each, but for the note") {
  const Registry registry;
  for (const char* field : {"addressee", "channel", "reference"}) {
    const auto refused = registry.send({{field, "two\nlines"}});
    CHECK(refused.status == 422);
    CHECK(first_pointer(refused) == "/" + std::string(field));
  }
  const auto noted = registry.send({{"note", "By hand.\nTo the registry."}});
  CHECK(noted.status == 201);
  CHECK(noted.json()["note"] == "By hand.\nTo the registry.");
}

TEST_CASE("a repeated request records one submission") {
  const Registry registry;
  const HeaderMap key{{"Idempotency-Key", "send-1"}};
  const auto first = registry.send(Json::object(), key);
  const auto second = registry.send(Json::object(), key);
  CHECK(second.status == 201);
  CHECK(second.body == first.body);
  CHECK(registry.f.coordinator.get(registry.f.path("/submissions")).json()["items"].size() == 1);
}

TEST_CASE("a receipt is kept as it came, and never replaced") {
  Registry registry;
  REQUIRE(registry.send().status == 201);
  CHECK(registry.f.ministry.get(registry.receipt_path(1)).status == 404);
  const auto added = registry.add_receipt(kReceipt);
  REQUIRE(added.status == 201);
  CHECK(added.header("Location") == registry.receipt_path(1));
  const Json receipt = added.json()["receipt"];
  CHECK(receipt["name"] == "tkm-2026.submission-1.receipt.pdf");
  CHECK(receipt["bytes"] == kReceipt.size());
  CHECK(receipt["sha256"] == store::sha256_hex(kReceipt));
  const Json event = registry.last_event();
  CHECK(event["type"] == "receipt.added");
  CHECK(event["id"] == receipt["event"]);
  CHECK(event["data"]["sha256"] == receipt["sha256"]);
  const auto again = registry.add_receipt(kReceipt);
  CHECK(again.status == 200);
  CHECK(again.json() == added.json());
  CHECK(registry.last_event() == event);
  const auto other = registry.add_receipt(kReceipt + "\n");
  CHECK(other.status == 409);
  CHECK(other.code() == "receipt_exists");
  registry.app.restart();
  CHECK(receipt["href"] == registry.receipt_path(1));
  const auto file = registry.app.with_token(registry.f.ministry.token()).get(receipt["href"]);
  CHECK(file.status == 200);
  CHECK(file.body == kReceipt);
  CHECK(file.header("Content-Type") == "application/pdf");
  CHECK(file.header("Content-Disposition") == "attachment; filename=\"tkm-2026.submission-1.receipt.pdf\"");
}

TEST_CASE("a receipt is what its first bytes say") {
  const Registry registry;
  for (int number = 1; number <= 4; ++number) REQUIRE(registry.send().status == 201);
  CHECK(registry.add_receipt(kPng, "application/pdf").status == 422);
  CHECK(registry.add_receipt("<html>", "application/pdf").status == 422);
  CHECK(registry.add_receipt("", "image/png").status == 422);
  CHECK(registry.add_receipt(kReceipt, "text/plain").status == 415);
  CHECK(registry.add_receipt(kPng, "image/png").json()["receipt"]["name"] == "tkm-2026.submission-1.receipt.png");
  CHECK(registry.add_receipt(kJpeg, "image/JPEG", 2).json()["receipt"]["media_type"] == "image/jpeg");
  // As curl -T sends it: without a type.
  CHECK(registry.f.coordinator.send("PUT", registry.receipt_path(3), kPng, {{"Content-Type", ""}}).status == 201);
  CHECK(registry.f.ministry.get(registry.receipt_path(3)).header("Content-Type") == "image/png");
  CHECK(registry.add_receipt("<html>", "application/octet-stream", 4).status == 422);
  CHECK(registry.add_receipt(kJpeg, "application/octet-stream", 4).json()["receipt"]["media_type"] == "image/jpeg");
  CHECK(registry.add_receipt(kReceipt, "application/pdf", 5).status == 404);
}

TEST_CASE("a receipt has at most 2 MiB") {
  const Registry registry;
  REQUIRE(registry.send().status == 201);
  std::string bytes = kReceipt;
  bytes.resize((std::size_t{2} << 20U) + 1, '\0');
  CHECK(registry.add_receipt(bytes).status == 413);
  bytes.pop_back();
  REQUIRE(registry.add_receipt(bytes).status == 201);
  CHECK(registry.f.ministry.get(registry.receipt_path(1)).body == bytes);
}

TEST_CASE("verify finds a submission or a receipt that was changed or taken out of the database") {
  for (const char* change :
       {"UPDATE receipts SET content = CAST('%PDF-other' AS BLOB)", "UPDATE receipts SET media_type = 'image/png'",
        "UPDATE receipts SET event_id = 1", "DELETE FROM receipts",
        "UPDATE submissions SET addressee = 'Somebody else'", "UPDATE submissions SET edition = 2",
        "UPDATE submissions SET reference = NULL", "DELETE FROM receipts; DELETE FROM submissions"}) {
    CAPTURE(change);
    const Registry registry;
    REQUIRE(registry.freeze().status == 200);
    REQUIRE(registry.send().status == 201);
    REQUIRE(registry.add_receipt(kReceipt).status == 201);
    CHECK(usecases::verify(registry.app.database()).problems.empty());
    CHECK(usecases::verify(registry.app.database()).receipts == 1);
    registry.change(change);
    CHECK_FALSE(usecases::verify(registry.app.database()).problems.empty());
  }
}
