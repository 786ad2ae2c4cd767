// A glossary as JSON: as it is stored, and as the contract has it.
#pragma once

#include <nlohmann/json.hpp>

#include "domain/text/glossary.hpp"

namespace usecases {

nlohmann::ordered_json glossary_json(const domain::Glossary& glossary);
// Of JSON whose shape was checked before.
domain::Glossary glossary_from(const nlohmann::json& entries);

}  // namespace usecases
