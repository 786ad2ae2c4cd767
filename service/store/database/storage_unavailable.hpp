// What the store throws where the database does not answer as it should: for who asks it again later.
#pragma once

#include "domain/basis/error.hpp"

namespace store {

class StorageUnavailable : public domain::Error {
 public:
  StorageUnavailable()
      : Error(domain::ErrorCode::unavailable, "storage_unavailable",
              domain::say("The server's storage is not working properly. Nothing was saved; try again later.")) {}
};

}  // namespace store
