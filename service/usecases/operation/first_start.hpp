// What an empty database needs before anybody can use it.
#pragma once

#include <optional>
#include <string>

#include "usecases/frame/service.hpp"

namespace usecases {

// Where no token was ever issued: makes the user `admin` with the roles admin and coordinator and gives the secret
// of their token, which is shown once. Nothing: the service is in use already.
std::optional<std::string> issue_first_token(Service& service);

// A new token for an existing person, for the command line of whoever owns the database file.
// Errors: not_found.
std::string issue_token_for(Service& service, const std::string& user, const std::string& label);

}  // namespace usecases
