#include "support/api_child.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>

extern char** environ;

namespace support {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

pid_t start(const std::vector<std::string>& command, const std::string& output_file) {
  std::vector<char*> arguments;
  for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 1, output_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&files, 1, 2);
  pid_t process = 0;
  const int error = posix_spawn(&process, arguments[0], &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  REQUIRE_MESSAGE(error == 0, "cannot start ", command[0]);
  return process;
}

int end_of(pid_t process) {
  int status = 0;
  REQUIRE(waitpid(process, &status, 0) == process);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// What stands between two words; empty where they are not there.
std::string between(const std::string& text, const std::string& before, const std::string& behind) {
  const auto begin = text.find(before);
  if (begin == std::string::npos) return "";
  const auto end = text.find(behind, begin + before.size());
  return end == std::string::npos ? "" : text.substr(begin + before.size(), end - begin - before.size());
}

}  // namespace

ChildService::ChildService(std::string program, std::string database, std::vector<std::string> behind)
    : database_(std::move(database)) {
  std::vector<std::string> command = std::move(behind);
  const std::vector<std::string> serve{std::move(program), "serve", "--database", database_,
                                       "--port",           "0",     "--log",      "json"};
  command.insert(command.end(), serve.begin(), serve.end());
  process_ = start(command, database_ + ".log");
}

ChildService::~ChildService() {
  if (process_ == 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
}

std::string ChildService::output() const { return read_file(database_ + ".log"); }

void ChildService::wait_until_ready() {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  std::string port;
  while ((port = between(output(), "listening on http://127.0.0.1:", "\"")).empty()) {
    REQUIRE_MESSAGE(std::chrono::steady_clock::now() < until, "the service does not start: ", output());
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  port_ = std::atoi(port.c_str());
  token_ = between(output(), "keep it safe):\n", "\n");
}

void ChildService::signal(int number) const { kill(process_, number); }

int ChildService::wait_for_end() {
  const int code = end_of(process_);
  process_ = 0;
  return code;
}

std::pair<int, std::string> run_program(const std::vector<std::string>& command, const std::string& output_file) {
  const int code = end_of(start(command, output_file));
  return {code, read_file(output_file)};
}

}  // namespace support
