// Holds every answer that a test sees against the contract.
#pragma once

#include <string>

namespace support {

struct Answer;

// Fails the test where the contract knows no such status for the operation, or the body is not what it describes.
void check_against_contract(const std::string& method, const std::string& path, const Answer& answer);

}  // namespace support
