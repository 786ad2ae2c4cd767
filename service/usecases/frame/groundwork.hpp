// Work that follows from what it is given alone, such as the words of a text or the faults of a glossary. The one
// writer of the database must not wait for it: it is done before the transaction, and found in there by its name.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "store/database/database.hpp"

namespace usecases {

// What was worked out for one request. Not for several threads at a time.
class Groundwork {
 public:
  // Leaves the writer's transaction where work is lacking; nothing of the transaction is kept. Whoever began it
  // (Service::write) does the work and begins again. No std::exception: nobody else has to handle it.
  struct Lacking {
    std::function<void()> work;
  };

  // The result of work(input()), worked out once. name: of all that it follows from, e.g. a hash of the input.
  // input: called within the transaction, where the result is not known yet; work: a function that needs nothing else.
  // Errors: Lacking, in a transaction that writes; those of the work, in another.
  template <class Result, class MakeInput, class Work>
  std::shared_ptr<const Result> get(store::ReadTx& tx, const std::string& name, MakeInput input, Work work) {
    if (const auto found = results_.find(name); found != results_.end())
      return std::static_pointer_cast<const Result>(found->second);
    const auto carry_out = [this, name, given = input(), work] {
      results_[name] = std::make_shared<const Result>(work(given));
    };
    if (store::is_writing(tx)) throw Lacking{carry_out};
    carry_out();
    return std::static_pointer_cast<const Result>(results_.at(name));
  }

  // Works it out in no transaction, to be found there.
  template <class Result, class Work>
  void prepare(const std::string& name, Work work) {
    results_[name] = std::make_shared<const Result>(work());
  }

 private:
  std::map<std::string, std::shared_ptr<const void>> results_;
};

}  // namespace usecases
