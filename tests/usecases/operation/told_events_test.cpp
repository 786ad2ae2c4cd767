#include "usecases/operation/told_events.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

domain::Event stored(const char* type, const Json& data) {
  domain::Event event;
  event.type = type;
  event.section = "obj-07";
  event.data = data.dump();
  return event;
}

Json data_of(const usecases::EventView& view) { return Json::parse(view.event.data); }

}  // namespace

TEST_CASE("an event of any version is told in the words of the contract") {
  const auto receipt = usecases::tell(stored("submission.receipt", {{"number", 2}, {"name", "a.pdf"}}));
  CHECK(receipt.event.type == "receipt.added");
  CHECK(data_of(receipt) == Json{{"submission", 2}, {"name", "a.pdf"}});
  const auto approved = usecases::tell(
      stored("section.approved",
             {{"action", "approve"}, {"from", "in_review"}, {"from_step", "coordinator"}, {"to", "approved"}}));
  CHECK(data_of(approved) == Json{{"action", "approve"},
                                  {"from", {{"state", "in_review"}, {"step", "coordinator"}}},
                                  {"to", {{"state", "approved"}, {"step", nullptr}}},
                                  {"reason", nullptr},
                                  {"own_text", false}});
  const auto token = usecases::tell(stored("token.created", {{"token", 1}, {"expires_at", 1'768'467'600'000}}));
  CHECK(data_of(token) == Json{{"token", 1}, {"expires_at", "2026-01-15T09:00:00.000Z"}});
}

TEST_CASE("what an earlier version did not record is left out, and what it left out for none is null") {
  const auto data = data_of(usecases::tell(stored("text.saved", {{"language", "en"}, {"revision", 1}})));
  CHECK_FALSE(data.contains("words"));
  CHECK(data.at("source_revision").is_null());
  CHECK(data.at("carried_over_from").is_null());
  CHECK(data.at("minor") == false);
  CHECK(data_of(usecases::tell(stored("token.created", {{"token", 1}}))) == Json{{"token", 1}});
}

TEST_CASE("who may not see a thing is told its event with null for what is confidential") {
  const Json said{{"language", "en"}, {"reason", "secret"}, {"note_sha256", "5e"}};
  const auto redacted = usecases::tell_redacted(stored("text.saved", said));
  CHECK(redacted.redacted);
  CHECK(data_of(redacted).at("reason").is_null());
  CHECK(data_of(redacted).at("note_sha256").is_null());
  CHECK(data_of(redacted).at("language") == "en");
  CHECK_FALSE(usecases::tell(stored("text.saved", said)).redacted);
  CHECK_FALSE(usecases::tell_redacted(stored("text.saved", {{"language", "en"}, {"reason", nullptr}})).redacted);
}

TEST_CASE("of an event that is not known nothing is told but that it happened") {
  const auto view = usecases::tell(stored("thing.happened", {{"anything", "secret"}}));
  CHECK(view.event.type == "thing.happened");
  CHECK(view.event.data == "{}");
  CHECK(usecases::told_type("thing.happened").empty());
}
