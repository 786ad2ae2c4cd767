// The commands with their words: for the help, and to refuse what a command would pass over in silence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config.hpp"

struct CommandWords {
  std::string_view name;   // "backup"
  std::string_view usage;  // "backup FILE"
  std::string_view help;   // one line
  std::size_t least = 0;   // words that follow it
  std::size_t most = 0;
  std::string_view words;  // what they are, where they are missing: "the file to be written"
  std::vector<std::string_view> flags;
};

const std::vector<CommandWords>& command_list();
// nullptr: there is no such command.
const CommandWords* find_command(std::string_view name);

// What to say where find_command finds nothing.
std::string unknown_command(const std::string& name);

// Words and flags of the command line that the command does not take, and words that it lacks; one sentence each.
// Variables count for no fault: they stand for all commands.
std::vector<std::string> misused(const ParsedConfig& parsed);

// The help of one command with its flags.
std::string describe_command(const CommandWords& command);
