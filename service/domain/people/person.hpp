// People and the posts that they hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/basis/actor.hpp"
#include "domain/basis/calendar.hpp"

namespace domain {

struct User {
  std::string id;
  std::string name;
  std::optional<std::string> email;
  bool active = true;
  std::int64_t version = 1;
  Millis created_at = 0;
  Millis updated_at = 0;
};

struct HeldPost {
  std::int64_t id = 0;
  std::string user;
  Post post;
  std::optional<std::string> from;   // ISO day
  std::optional<std::string> until;  // ISO day, inclusive
  std::int64_t version = 1;

  bool in_force_on(const std::string& day) const { return (!from || *from <= day) && (!until || day <= *until); }
};

// From a day until a day, inclusive; open at either end.
struct Term {
  std::optional<std::string> from;
  std::optional<std::string> until;
};

// Whether one of these terms is in force on each day from this one on, for ever.
bool without_gap_from(const std::string& day, std::vector<Term> terms);

// Whether who holds the first post may do all that the second entitles to. Dates are not asked for.
bool covers(const Post& post, const Post& other);

}  // namespace domain
