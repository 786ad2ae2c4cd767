#include "http/pipeline/process_figures.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>

namespace http {
namespace {

using Figure = std::optional<double>;

Figure processor_seconds() {
  timespec time{};
  if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) != 0) return std::nullopt;
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// The first two figures of statm, counted in pages: all of the address space, and what of it is in memory.
struct Memory {
  Figure virtual_bytes;
  Figure resident_bytes;
};
Memory memory() {
  const auto page = static_cast<double>(sysconf(_SC_PAGESIZE));
  double size = 0;
  double resident = 0;
  if (!(std::ifstream("/proc/self/statm") >> size >> resident)) return {};
  return {size * page, resident * page};
}

Figure open_files() {
  std::error_code error;
  const std::filesystem::directory_iterator files("/proc/self/fd", error);
  if (error) return std::nullopt;
  return static_cast<double>(std::distance(begin(files), end(files)) - 1);  // one is the look at them
}

Figure most_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return std::nullopt;
  return static_cast<double>(limit.rlim_cur);
}

// When the machine started, in seconds since 1970.
Figure boot_time() {
  std::ifstream in("/proc/stat");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("btime ")) return std::stod(line.substr(6));
  }
  return std::nullopt;
}

// The process's 22nd figure: ticks from the start of the machine to its own. The second is its name, which may hold
// anything, between brackets.
Figure start_time() {
  constexpr int kBehindName = 20;
  std::ifstream in("/proc/self/stat");
  const std::string all{std::istreambuf_iterator<char>(in), {}};
  const auto name_end = all.rfind(')');
  const auto boot = boot_time();
  if (name_end == std::string::npos || !boot) return std::nullopt;
  std::istringstream rest(all.substr(name_end + 1));
  std::string figure;
  for (int i = 0; i < kBehindName; ++i) rest >> figure;
  double ticks = 0;
  std::istringstream(figure) >> ticks;
  return *boot + ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

std::vector<Family> process_families() {
  std::vector<Family> families;
  const auto add = [&](const char* name, const char* type, const char* help, const Figure& figure) {
    if (figure) families.push_back({name, type, help, {{"", *figure}}});
  };
  static const Figure started = start_time();
  const Memory used = memory();
  add("process_cpu_seconds_total", "counter", "Processor time that the service itself used, in seconds.",
      processor_seconds());
  add("process_resident_memory_bytes", "gauge", "Memory of the service, in bytes.", used.resident_bytes);
  add("process_virtual_memory_bytes", "gauge", "Address space of the service, in bytes.", used.virtual_bytes);
  add("process_open_fds", "gauge", "Open files and connections.", open_files());
  add("process_max_fds", "gauge", "How many of them there may be.", most_files());
  add("process_start_time_seconds", "gauge", "When the service started, in seconds since 1970.", started);
  return families;
}

}  // namespace http
