// A report in a running service, and clients that save texts until the service is gone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/api_app.hpp"
#include "support/api_child.hpp"

// The texts that the service said it has, by section; the first is revision 1.
using Acknowledged = std::map<std::string, std::vector<std::string>>;

// Makes the report `r` with its sections led by `labour`, in the name of the first administrator.
void make_report(const support::Caller& admin);

std::string text_path(const std::string& section);

// Saves the next text of a section; gives the status, 0 where no answer came.
int save_next(int port, const std::string& token, const std::string& section, std::size_t revisions,
              const std::string& text);

// Holds the service against what it acknowledged: every revision there, byte for byte, numbered without a gap.
void check_all_there(const support::Caller& reader, const Acknowledged& acknowledged);

// Ends the service as a system does, and verifies its database: exit codes 0, and nothing found.
void stop_and_verify(support::ChildService& service, const std::string& database);
