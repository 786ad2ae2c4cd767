// What is kept of one caller's answer is named after what its own transaction saw.
#include <doctest/doctest.h>

#include "http/request/cached_answer.hpp"
#include "support/api_app.hpp"

using namespace support;

namespace {

struct Keeping {
  TestApp app;
  ReportFixture f{app};
  http::ResponseCache cache{1U << 20U};
  http::Request request;
  http::Places places{1, 1};
  usecases::Service& service = app.app().service();

  http::Call call_of(const Caller& caller) {
    return {request, {{"report", f.report}},
            {},      service,
            cache,   service.identities().authenticate(service.database(), service.changes(), caller.token()),
            places};
  }
};

const http::AnswerKind kKind{"document", "en.latest", ".md", "", false};

std::string body_of(const http::ResponseCache::Entry& entry) { return *entry.body; }

}  // namespace

TEST_CASE("an answer made after the caller got more rights is not found by those who have the old ones") {
  Keeping k;
  REQUIRE(k.f.coordinator.patch(k.f.section("obj-07"), {{"contributors", Json::array()}}).status == 200);
  REQUIRE(k.f.coordinator.patch(k.f.section("obj-08"), {{"contributors", {"health"}}}).status == 200);
  const auto interior = k.call_of(k.f.other_writer);
  const auto health = k.call_of(k.f.contributor);
  const auto before = http::known_report(interior);
  REQUIRE(before->readers(interior.actor()) == before->readers(health.actor()));
  // Between the look at the report and the transaction that makes the answer interior gets one section more.
  REQUIRE(k.f.coordinator.patch(k.f.section("obj-07"), {{"lead", "interior"}}).status == 200);
  const auto made = http::cached_or_made(interior, *before, kKind, [](const usecases::Read&) {
    return http::MadeAnswer{"both sections", 1, ""};
  });
  CHECK(body_of(made) == "both sections");
  const auto others = http::cached_or_made(health, *http::known_report(health), kKind, [](const usecases::Read&) {
    return http::MadeAnswer{"one section", 1, ""};
  });
  CHECK(body_of(others) == "one section");
  CHECK(others.etag != made.etag);
  const auto again = http::cached_or_made(interior, *http::known_report(interior), kKind, [](const usecases::Read&) {
    return http::MadeAnswer{"made twice", 1, ""};
  });
  CHECK(body_of(again) == "both sections");
}

TEST_CASE("what a program makes is pinned to the event and the sections that it is named after") {
  Keeping k;
  const auto interior = k.call_of(k.f.other_writer);
  std::int64_t sequence = 0;
  std::size_t readable = 0;
  const auto make = [&](const usecases::KnownReport& report, const domain::Actor& caller, const http::Slot& slot) {
    if (sequence == 0) REQUIRE(k.f.coordinator.patch(k.f.section("obj-07"), {{"lead", "interior"}}).status == 200);
    sequence = report.sequence;
    readable = report.readable_by(caller).size();
    return http::MadeSlowly{std::make_shared<const std::string>(slot.readers), report.sequence};
  };
  const auto entry = http::cached_or_made_slowly(interior, kKind, make);
  // The rights changed while it was made, so it was made again for the new ones.
  CHECK(readable == 2);
  CHECK(sequence == http::known_report(interior)->sequence);
  CHECK(body_of(entry) == http::slot_of(kKind, *http::known_report(interior), interior.actor()).readers);
}
