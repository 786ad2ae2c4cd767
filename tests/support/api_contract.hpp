// Holds every answer that a test sees against the contract.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace support {

struct Answer;

// Fails the test where the contract knows no such status for the operation, or the body is not what it describes.
void check_against_contract(const std::string& method, const std::string& path, const Answer& answer);

// Empty: the contract lists the type, and the data has what its schema names and nothing else.
std::string wrong_event(const std::string& type, const nlohmann::json& data);

}  // namespace support
