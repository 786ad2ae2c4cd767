// How events say that there is none of something.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

namespace usecases {

template <class Value>
nlohmann::json null_or(const std::optional<Value>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json();
}

}  // namespace usecases
