#include "http/request/places.hpp"

#include <doctest/doctest.h>

#include <vector>

using http::Places;

TEST_CASE("nobody takes more places than one may have, so that others find some") {
  Places places(5, 2);
  const auto first = places.take("a");
  const auto second = places.take("a");
  CHECK(places.take("a").answer == Places::Answer::none_left_for_you);
  CHECK(places.take("b").answer == Places::Answer::taken);
  CHECK(places.taken() == 2);
}

TEST_CASE("no more places are taken than there are, by however many") {
  Places places(3, 2);
  std::vector<Places::Place> taken;
  for (const char* holder : {"a", "b", "c"}) taken.push_back(places.take(holder));
  CHECK(places.take("d").answer == Places::Answer::none_left);
  CHECK(places.take("d").held == nullptr);
  taken.pop_back();
  CHECK(places.take("d").answer == Places::Answer::taken);
}

TEST_CASE("a place is free again when nobody holds it any more") {
  Places places(1, 1);
  {
    const auto place = places.take("a");
    CHECK(place.answer == Places::Answer::taken);
    CHECK(places.taken() == 1);
  }
  CHECK(places.taken() == 0);
  CHECK(places.take("a").answer == Places::Answer::taken);
}
