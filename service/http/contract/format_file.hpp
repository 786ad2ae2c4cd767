// A format file held against its schema in the contract. Its own reader comes first: it knows more, and says it better.
#pragma once

#include <string>

#include "http/contract/contract.hpp"

namespace http {

// source: a file that the reader takes. json: what it holds, where it was sent as JSON; null: it is YAML.
// Errors: domain::Error(invalid, "invalid_format") with a finding for every wrong place, whose message names the line.
void check_format_file(const Contract& contract, const std::string& source, const Body& json = {});

}  // namespace http
