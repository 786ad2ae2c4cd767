#include "support/api_relay.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "support/api_child.hpp"
#include "support/source_folder.hpp"

extern char** environ;

namespace support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPython = "/usr/bin/python3";  // which has Debian's packages

std::string script(const std::string& name) { return source_folder() + "/tests/mail/" + name; }

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

bool comes_true(const std::function<bool()>& holds, std::chrono::milliseconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

Relay::Relay(std::vector<std::string> more) : more_(std::move(more)) { rise(); }

Relay::~Relay() { die(); }

void Relay::die() {
  if (process_ == 0) return;
  kill(process_, SIGKILL);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

void Relay::rise() {
  die();
  fs::remove(folder_.file("port"));
  std::vector<std::string> command{kPython, script("relay.py"), folder_.path()};
  if (port_ != 0) command.insert(command.end(), {"--port", std::to_string(port_)});
  command.insert(command.end(), more_.begin(), more_.end());
  std::vector<char*> arguments;
  for (auto& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 2, folder_.file("complaints").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const int error = posix_spawn(&process_, kPython, &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  REQUIRE(error == 0);
  REQUIRE_MESSAGE(comes_true([&] { return fs::exists(folder_.file("port")); }, std::chrono::seconds(30)),
                  "the relay does not start; is python3-aiosmtpd installed?");
  port_ = std::stoi(content_of(folder_.file("port")));
}

void Relay::mode(const std::string& words) const {
  std::ofstream(folder_.file("mode.part")) << words;
  fs::rename(folder_.file("mode.part"), folder_.file("mode"));
}

std::size_t Relay::lines(const std::string& file) const {
  const std::string content = content_of(folder_.file(file));
  return static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n'));
}

std::size_t Relay::mails() const {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder_.file("mails"))) count += entry.path().extension() == ".eml";
  return count;
}

std::string Relay::kept(std::size_t number, const std::string& ending) const {
  return folder_.file("mails/" + std::to_string(number) + ending);
}

std::string Relay::bytes(std::size_t number) const { return content_of(kept(number, ".eml")); }

nlohmann::json Relay::envelope(std::size_t number) const {
  return nlohmann::json::parse(content_of(kept(number, ".json")));
}

nlohmann::json Relay::read(std::size_t number) const {
  const auto [code, printed] =
      run_program({kPython, script("read_mail.py"), kept(number, ".eml")}, kept(number, ".read"));
  REQUIRE_MESSAGE(code == 0, printed);
  return nlohmann::json::parse(printed);
}

Config with_mail(int port) {
  Config config;
  config.smtp = "smtp://127.0.0.1:" + std::to_string(port);
  config.mail_from = "reports@service.example";
  config.public_url = "https://reports.example";
  return config;
}

Config with_mail(const Relay& relay) { return with_mail(relay.port()); }

}  // namespace support
