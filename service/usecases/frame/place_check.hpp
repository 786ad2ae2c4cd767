// What texts refer to and what can be referred to, remembered by text, so that of a report only what was saved since is
// read again.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "documents/report/text_places.hpp"
#include "store/report/texts.hpp"

namespace usecases {

struct Read;

class PlaceChecks {
 public:
  // text: without markdown, which is read where it is needed. A revision that is not saved yet has nothing.
  // Errors: Groundwork::Lacking, in a transaction that writes.
  std::shared_ptr<const documents::TextPlaces> find(const Read& context, const domain::Revision& text);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const documents::TextPlaces>> places_;  // by language and hash
};

}  // namespace usecases
