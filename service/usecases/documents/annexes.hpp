// Which annexes a document has of those that are made here, by the names of the contract.
#pragma once

#include <string>
#include <vector>

#include "documents/report/document.hpp"

namespace usecases {

// names: of the contract's MadeAnnex, in any order.
documents::Annexes annexes_named(const std::vector<std::string>& names);

// "contributions+plan", in the order in which they stand; empty: there are none.
std::string name_of(const documents::Annexes& annexes);

}  // namespace usecases
