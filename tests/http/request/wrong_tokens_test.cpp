#include "http/request/wrong_tokens.hpp"

#include <doctest/doctest.h>

using http::WrongTokens;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const WrongTokens::Time kStart{};

// Tries until no more are allowed, or so many were; gives their number.
int try_wrong(WrongTokens& tokens, const std::string& client, WrongTokens::Time now, int most = 100'000) {
  int tried = 0;
  while (tried < most && tokens.may_try(client, "nr_" + std::to_string(tried), now)) {
    tokens.note_wrong(client, now);
    ++tried;
  }
  return tried;
}

}  // namespace

TEST_CASE("a client may try some wrong tokens at once, then a few a second") {
  WrongTokens tokens;
  CHECK(try_wrong(tokens, "a", kStart) == 300);
  CHECK(try_wrong(tokens, "a", kStart + milliseconds(100)) == 0);
  CHECK(try_wrong(tokens, "a", kStart + seconds(2)) == 10);
  CHECK(try_wrong(tokens, "a", kStart + seconds(3600)) == 300);
}

TEST_CASE("the wrong tokens of one client are not those of another") {
  WrongTokens tokens;
  try_wrong(tokens, "a", kStart);
  CHECK(tokens.may_try("b", "nr_x", kStart));
}

TEST_CASE("who has a right token is served beside one who tries wrong ones from the same address") {
  WrongTokens tokens;
  tokens.note_right("nr_right");
  try_wrong(tokens, "a", kStart);
  CHECK(tokens.may_try("a", "nr_right", kStart));
  CHECK_FALSE(tokens.may_try("a", "nr_never_seen", kStart));
}

TEST_CASE("so many clients are remembered and no more, and right tokens likewise") {
  WrongTokens tokens;
  CHECK(try_wrong(tokens, "first", kStart) == 300);
  for (std::size_t i = 0; i < WrongTokens::kMostClients; ++i) tokens.note_wrong("client " + std::to_string(i), kStart);
  CHECK(tokens.may_try("first", "nr_x", kStart));  // forgotten
  for (std::size_t i = 0; i < 3 * WrongTokens::kMostRightTokens; ++i) tokens.note_right("nr_" + std::to_string(i));
  CHECK(try_wrong(tokens, "b", kStart) == 300);
}
