// The real program as a process of its own, which a test may stop or kill.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace support {

class ChildService {
 public:
  // Starts `national-report serve` on a database; it writes what it says to DATABASE.log. behind: what the command
  // stands behind, such as {"/usr/bin/env", "TZ=UTC"}.
  ChildService(std::string program, std::string database, std::vector<std::string> behind = {});
  // Kills it, if it still runs.
  ~ChildService();
  ChildService(const ChildService&) = delete;
  ChildService& operator=(const ChildService&) = delete;

  // Waits until it listens. Fails the test where it does not.
  void wait_until_ready();
  int port() const { return port_; }
  // The first access token; empty where the database was not new.
  const std::string& token() const { return token_; }
  pid_t process() const { return process_; }

  void signal(int number) const;
  // Waits for its end; gives the exit code, or minus the signal that ended it.
  int wait_for_end();

 private:
  std::string output() const;

  std::string database_;
  pid_t process_ = 0;
  int port_ = 0;
  std::string token_;
};

// Runs the program to its end; gives its exit code and what it printed.
std::pair<int, std::string> run_program(const std::vector<std::string>& command, const std::string& output_file);

}  // namespace support
