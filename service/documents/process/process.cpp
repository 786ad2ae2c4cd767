#include "documents/process/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <system_error>
#include <thread>

#include "domain/basis/heavy_work.hpp"

namespace documents {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t kKeptOutput = 4096;
constexpr int kNotStarted = 127;
constexpr int kNiceness = 10;       // below the service's own: who asks for the status waits for nobody's PDF
constexpr int kGlanceMillis = 100;  // so often a wait looks up

// The child has a copy of one thread of many: between fork and exec it may call nothing that takes a lock or memory.
// All that it needs is made before.
struct Launch {
  std::vector<char*> command;
  std::vector<char*> environment;
  const char* folder = nullptr;
  std::string user_map;
  std::string group_map;
  ProcessLimits limits;
  int output = -1;
};

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const auto& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));  // as execve wants it
  pointers.push_back(nullptr);
  return pointers;
}

void write_map(const char* path, std::string_view line) {
  const int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return;
  static_cast<void>(!write(file, line.data(), line.size()));
  close(file);
}

// A network of its own has no way out. Who is not root gets it in a user namespace, in which he stays himself.
void leave_network(const Launch& launch) {
  if (unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return;
  write_map("/proc/self/setgroups", "deny");
  write_map("/proc/self/uid_map", launch.user_map);
  write_map("/proc/self/gid_map", launch.group_map);
}

void limit(__rlimit_resource_t resource, std::uint64_t most) {
  const rlimit limits{most, most};
  setrlimit(resource, &limits);
}

void limit_all(const ProcessLimits& limits) {
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_FSIZE, limits.file_bytes);
  const auto whole_time = static_cast<std::uint64_t>(limits.time.count()) / 1000 + 1;
  const auto processor = static_cast<std::uint64_t>(limits.processor.count());
  limit(RLIMIT_CPU, processor == 0 ? whole_time : processor);
  limit(RLIMIT_CORE, 0);
}

// The service ignores some signals and blocks others; a program expects neither.
void reset_signals() {
  for (const int number : {SIGPIPE, SIGXFSZ, SIGTERM, SIGINT, SIGHUP}) std::signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

[[noreturn]] void become(const Launch& launch) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // goes with the service, however that ends
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  reset_signals();
  const int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(launch.output, STDOUT_FILENO);
  dup2(launch.output, STDERR_FILENO);
  close_range(3, ~0U, 0);
  leave_network(launch);
  limit_all(launch.limits);
  static_cast<void>(!nice(kNiceness));
  if (chdir(launch.folder) == 0) execve(launch.command.front(), launch.command.data(), launch.environment.data());
  _exit(kNotStarted);
}

// How long a program may go on.
struct Patience {
  steady_clock::time_point deadline;
  const std::stop_token& stop;

  bool over() const { return stop.stop_requested() || steady_clock::now() >= deadline; }
};

// Reads until the program closes its output or patience is over.
std::string read_output(int file, const Patience& patience) {
  std::string output;
  std::array<char, 4096> buffer{};
  while (!patience.over()) {
    pollfd waiting{file, POLLIN, 0};
    const int ready = poll(&waiting, 1, kGlanceMillis);
    if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return output;
    output.append(buffer.data(), std::min(static_cast<std::size_t>(count), kKeptOutput - output.size()));
  }
  return output;
}

// Whether it ended by itself in time.
bool wait_until(pid_t child, int& status, const Patience& patience) {
  while (true) {
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) return true;
    if (ended < 0 && errno != EINTR) return false;
    if (patience.over()) return false;
    std::this_thread::sleep_for(milliseconds(2));
  }
}

ProcessEnd end_of(pid_t child, int output, const Patience& patience) {
  ProcessEnd end;
  end.output = read_output(output, patience);
  int status = 0;
  const bool in_time = wait_until(child, status, patience);
  kill(-child, SIGKILL);  // it, or what it left behind
  if (!in_time) {
    end.kind = ProcessEnd::Kind::timed_out;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  } else if (WIFSIGNALED(status)) {
    end.kind = ProcessEnd::Kind::killed;
    end.code = WTERMSIG(status);
  } else {
    end.code = WEXITSTATUS(status);
  }
  return end;
}

struct CloseFile {
  int file = -1;
  ~CloseFile() {
    if (file >= 0) close(file);
  }
};

}  // namespace

ProcessEnd run_process(const Process& process, const ProcessLimits& limits, const std::stop_token& stop) {
  domain::note_heavy_work("a program");
  const Patience patience{steady_clock::now() + limits.time, stop};
  std::array<int, 2> pipe{};
  if (pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  const CloseFile reading{pipe[0]};
  Launch launch{pointers_to(process.command),
                pointers_to(process.environment),
                process.folder.c_str(),
                std::to_string(geteuid()) + " " + std::to_string(geteuid()) + " 1",
                std::to_string(getegid()) + " " + std::to_string(getegid()) + " 1",
                limits,
                pipe[1]};
  const pid_t child = fork();
  const int error = errno;
  if (child == 0) become(launch);
  close(pipe[1]);
  if (child < 0) throw std::system_error(error, std::generic_category(), "fork");
  setpgid(child, child);  // whichever of the two comes first
  return end_of(child, pipe[0], patience);
}

std::string find_program(const std::string& name) {
  if (name.empty()) return "";
  if (name.find('/') != std::string::npos) return access(name.c_str(), X_OK) == 0 ? name : "";
  const char* path = std::getenv("PATH");
  std::string_view folders = path == nullptr ? "/usr/local/bin:/usr/bin:/bin" : path;
  while (!folders.empty()) {
    const auto end = std::min(folders.find(':'), folders.size());
    const std::string candidate = std::string(folders.substr(0, end)) + "/" + name;
    if (end > 0 && access(candidate.c_str(), X_OK) == 0) return candidate;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return "";
}

}  // namespace documents
