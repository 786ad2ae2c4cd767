#include "store/log/idempotency.hpp"

#include <doctest/doctest.h>

#include "domain/basis/error.hpp"
#include "support/stored_section.hpp"

TEST_CASE("an answer is found by user and key until it is forgotten") {
  support::OpenDatabase open;
  open.database.write([](store::WriteTx& tx) {
    store::keep_answer(tx, "writer", "k-1", {"hash", 201, R"({"ETag":"\"1\""})", "body"});
  });
  open.now += 1000;
  open.database.write([](store::WriteTx& tx) { store::keep_answer(tx, "other", "k-1", {"other", 200, "{}", ""}); });
  open.database.write([&](store::WriteTx& tx) {
    const auto kept = store::find_answer(tx, "writer", "k-1");
    REQUIRE(kept);
    CHECK(kept->request_hash == "hash");
    CHECK(kept->status == 201);
    CHECK(kept->body == "body");
    CHECK_FALSE(store::find_answer(tx, "writer", "k-2"));
    store::forget_answers(tx, 1'000'000);
    CHECK(store::find_answer(tx, "writer", "k-1"));
    store::forget_answers(tx, 1'000'001);
    CHECK_FALSE(store::find_answer(tx, "writer", "k-1"));
    CHECK(store::find_answer(tx, "other", "k-1"));
  });
}

TEST_CASE("one key of one user is kept once") {
  support::OpenDatabase open;
  const auto keep = [&] {
    open.database.write([](store::WriteTx& tx) { store::keep_answer(tx, "writer", "k-1", {"hash", 201, "{}", ""}); });
  };
  keep();
  CHECK_THROWS_AS(keep(), domain::Error);
}
