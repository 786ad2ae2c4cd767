// All that is wrong with a request, so that whoever sent it learns everything from one answer.
#pragma once

#include <string>
#include <vector>

#include "domain/basis/error.hpp"

namespace usecases {

class Faults {
 public:
  void add(const std::string& pointer, domain::Fault code, const domain::Message& message);

  // Runs a check, and keeps what it refuses by throw_invalid. Errors: every other one of the check.
  template <class Check>
  void gather(const Check& check) {
    try {
      check();
    } catch (const domain::Error& error) {
      if (!keep(error)) throw;
    }
  }

  bool empty() const { return found_.empty(); }

  // Error: invalid, with every fault, where there are any.
  void refuse() const;

 private:
  bool keep(const domain::Error& error);

  std::vector<domain::Finding> found_;
};

}  // namespace usecases
