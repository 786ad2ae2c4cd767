// A foreign program run to its end and kept from doing harm: without a shell, without what this process has open,
// without network where the kernel lets us take it away, with limits of time, memory and file size, behind the service
// where both want the processor. When the call returns nothing of it is left running.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace documents {

struct ProcessLimits {
  std::chrono::milliseconds time{60'000};
  std::uint64_t memory_bytes = 2ULL << 30U;  // of address space
  std::uint64_t file_bytes = 256ULL << 20U;  // of each file that it writes
  std::chrono::seconds processor{0};         // that it may be at work; none given: as long as it has time
};

struct ProcessEnd {
  enum class Kind { exited, killed, timed_out };
  Kind kind = Kind::exited;
  int code = 0;        // exited: the exit status; killed: the signal
  std::string output;  // the first 4 KiB of what it printed

  bool succeeded() const { return kind == Kind::exited && code == 0; }
};

struct Process {
  std::vector<std::string> command;      // the program's path and its arguments
  std::vector<std::string> environment;  // "NAME=value", and nothing else
  std::string folder;                    // where it runs
};

// stop: ends it before its time is over, as if it were. Errors: std::system_error where the program cannot be started.
ProcessEnd run_process(const Process& process, const ProcessLimits& limits, const std::stop_token& stop = {});

// The path of a program: itself where it names a folder, else where PATH has it; empty: there is none.
std::string find_program(const std::string& name);

}  // namespace documents
