// What is kept of one caller's answer is named after what its own transaction saw.
#include <doctest/doctest.h>

#include "store/log/events.hpp"
#include "support/api_app.hpp"
#include "usecases/frame/report_answers.hpp"

using namespace support;

namespace {

struct Keeping {
  TestApp app;
  ReportFixture f{app};
  usecases::Service& service = app.app().service();

  domain::Actor actor_of(const Caller& caller) {
    return service.identities().authenticate(service.database(), service.changes(), caller.token())->actor;
  }
  std::string readers(const domain::Actor& actor) {
    return service.read(actor, [&](const usecases::Read& context) {
      return service.known_reports().see(context, f.report)->readers(context.actor);
    });
  }
  // The answer under one name, made as that text where there is none.
  usecases::CachedAnswer answer(const domain::Actor& actor, const std::string& text,
                                const std::function<void()>& meanwhile = {}) {
    const auto name = [&](const usecases::KnownReport&) {
      if (meanwhile && !std::exchange(happened_, true)) meanwhile();
      return usecases::AnswerKind{"document", "en.latest", ".md", "", false};
    };
    return usecases::cached_or_made(service, actor, f.report, name,
                                    [&](const usecases::Read&, const usecases::KnownReport&) {
                                      return usecases::MadeAnswer{std::make_shared<const std::string>(text), 1};
                                    });
  }

 private:
  bool happened_ = false;
};

}  // namespace

TEST_CASE("an answer made after the caller got more rights is not found by those who have the old ones") {
  Keeping k;
  REQUIRE(k.f.coordinator.patch(k.f.section("obj-07"), {{"contributors", Json::array()}}).status == 200);
  REQUIRE(k.f.coordinator.patch(k.f.section("obj-08"), {{"contributors", {"health"}}}).status == 200);
  const auto interior = k.actor_of(k.f.other_writer);
  const auto health = k.actor_of(k.f.contributor);
  REQUIRE(k.readers(interior) == k.readers(health));
  // Between the look at what is known and the transaction that makes the answer interior gets one section more.
  const auto made = k.answer(interior, "both sections", [&] {
    REQUIRE(k.f.coordinator.patch(k.f.section("obj-07"), {{"lead", "interior"}}).status == 200);
  });
  CHECK(*made.body == "both sections");
  const auto others = k.answer(health, "one section");
  CHECK(*others.body == "one section");
  CHECK(others.tag != made.tag);
  CHECK(*k.answer(interior, "made twice").body == "both sections");
}

TEST_CASE("what a program makes is pinned to the event and the sections that it is named after") {
  Keeping k;
  const auto interior = k.actor_of(k.f.other_writer);
  const auto kind = [](const usecases::KnownReport&) {
    return usecases::AnswerKind{"document", "en.latest", ".docx", "", false};
  };
  std::int64_t sequence = 0;
  std::size_t readable = 0;
  const auto make = [&](const usecases::KnownReport& report, const domain::Actor& caller,
                        const usecases::AnswerSlot& slot) {
    if (sequence == 0) REQUIRE(k.f.coordinator.patch(k.f.section("obj-07"), {{"lead", "interior"}}).status == 200);
    sequence = report.sequence;
    readable = report.readable_by(caller).size();
    return usecases::MadeAnswer{std::make_shared<const std::string>(slot.readers), report.sequence};
  };
  const auto answer = usecases::cached_or_made_slowly(k.service, interior, k.f.report, kind, make);
  // The rights changed while it was made, so it was made again for the new ones.
  CHECK(readable == 2);
  CHECK(sequence == k.service.changes().sequence(k.f.report));
  CHECK(*answer.body == k.readers(interior));
}

TEST_CASE("what a change in progress shows of a report is not remembered") {
  Keeping k;
  const auto coordinator = k.actor_of(k.f.coordinator);
  auto& known = k.service.known_reports();
  const auto before = k.readers(k.actor_of(k.f.other_writer));
  const auto undone = [&] {
    k.service.write(coordinator, [&](const usecases::Write& context) {
      auto section = store::find_section(context.tx, k.f.report, "obj-07").value();
      section.lead = "interior";
      const auto event = store::append_event(context.tx, "section.updated", {k.f.report, "obj-07"},
                                             coordinator.as(&coordinator.posts.front()), Json::object());
      store::update_section(context.tx, section, event);
      REQUIRE(known.see(context.as_read(), k.f.report)->assignments.at("obj-07").lead == "interior");
      throw std::runtime_error("undone");
      return true;
    });
  };
  CHECK_THROWS_AS(undone(), std::runtime_error);
  REQUIRE(k.f.save("The event after the one that was undone.").status == 201);
  CHECK(k.readers(k.actor_of(k.f.other_writer)) == before);
}
