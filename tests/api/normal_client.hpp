// A service under attack, and the normal client that must not notice.
#pragma once

#include <functional>
#include <string>

#include "support/api_app.hpp"
#include "support/raw_client.hpp"

// With the usual time limits, and with short ones, so that a test can wait for their end.
Config patient();
Config impatient();

// Lets a normal client ask all the time while the attack goes on: each of its requests must be answered quickly, and
// the memory in use must not grow by much.
void with_a_normal_client(const support::TestApp& app, const std::function<void()>& attack);

// The answer is a problem with this status and code.
void check_refusal(const std::string& answer, int status, const std::string& code);

// Requests as bytes.
std::string get_with(const std::string& token, const std::string& path, const std::string& more = "");
std::string post_head(const support::TestApp& app, std::size_t length, const std::string& more = "");
