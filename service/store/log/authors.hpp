// Whose act it was, as rows have it.
#pragma once

#include "domain/basis/actor.hpp"
#include "store/database/connection.hpp"

namespace store {

// From `column` on: user, their name, the author's agency, role, whose deputy they were, and the name of that person.
inline domain::Author read_author(const Query& row, int column) {
  return {row.text(column),     row.text(column + 1), row.text(column + 2),
          row.text(column + 3), row.text(column + 4), row.text(column + 5)};
}

}  // namespace store
