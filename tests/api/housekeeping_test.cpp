#include <doctest/doctest.h>

#include "support/api_app.hpp"
#include "usecases/operation/housekeeping.hpp"

using namespace support;

namespace {

constexpr domain::Millis kDay = 24LL * 3600 * 1000;

std::int64_t rows_of(TestApp& app, const char* sql) {
  return app.app().service().database().read([&](store::ReadTx& tx) {
    store::Query query(tx.connection, sql);
    query.next();
    return query.integer(0);
  });
}

}  // namespace

TEST_CASE("answers kept for a key go after a day although nobody calls with another one") {
  TestApp app;
  const HeaderMap key{{"Idempotency-Key", "agency-1"}};
  const Json agency{{"id", "labour"}, {"title", {{"en", "Labour"}}}, {"short_title", {{"en", "L"}}}};
  REQUIRE(app.admin().post("/v1/agencies", agency, key).status == 201);
  app.advance(kDay);
  usecases::keep_house(app.app().service());
  CHECK(rows_of(app, "SELECT count(*) FROM idempotency_keys") == 1);
  CHECK(app.admin().post("/v1/agencies", agency, key).header("Idempotent-Replayed") == "true");
  app.advance(1);
  CHECK(app.admin().post("/v1/agencies", agency, key).status == 409);  // carried out anew, though the row may lie there
  app.advance(kDay + 1);
  usecases::keep_house(app.app().service());
  CHECK(rows_of(app, "SELECT count(*) FROM idempotency_keys") == 0);
}

TEST_CASE("a start of the service forgets what is over") {
  TestApp app;
  const HeaderMap key{{"Idempotency-Key", "agency-1"}};
  const Json agency{{"id", "labour"}, {"title", {{"en", "Labour"}}}, {"short_title", {{"en", "L"}}}};
  REQUIRE(app.admin().post("/v1/agencies", agency, key).status == 201);
  app.advance(kDay + 1);
  app.restart();
  CHECK(rows_of(app, "SELECT count(*) FROM idempotency_keys") == 0);
}

TEST_CASE("ended exports go a week after their end although nobody asks for another one") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("A text.").status == 201);
  app.app().service().database().write([&](store::WriteTx& tx) {
    tx.connection.execute(
        "INSERT INTO exports (report, formats, languages, selection, content_event, readable, user, requested_at, "
        "finished_at, failure) VALUES ('tkm-2026', '[]', '[]', 'latest', 1, '[]', 'admin', 0, 1000000000000, 'x')");
  });
  app.set_now(1'000'000'000'000 + 7 * kDay);
  usecases::keep_house(app.app().service());
  CHECK(rows_of(app, "SELECT count(*) FROM exports") == 1);
  app.advance(1);
  usecases::keep_house(app.app().service());
  CHECK(rows_of(app, "SELECT count(*) FROM exports") == 0);
}

TEST_CASE("what SQLite knows of its tables is brought up to date and hinders nobody") {
  TestApp app;
  const ReportFixture f(app);
  REQUIRE(f.save("A text.").status == 201);
  usecases::refresh_statistics(app.app().service());
  CHECK(f.save("Another text.").status == 200);
}
