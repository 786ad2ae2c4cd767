#include "descriptors.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace {

constexpr std::size_t kOfTheProcess = 96;  // log, database, listener, those connections that are told to come later
constexpr std::size_t kOfAThread = 3;      // the database, its log, a file
constexpr std::size_t kOfAConverter = 8;   // pipes and files of a program
constexpr std::size_t kLeastConnections = 8;
constexpr std::size_t kLeastThreads = 2;

std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : 0; }

}  // namespace

std::size_t raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  const rlimit raised{limit.rlim_max, limit.rlim_max};
  return static_cast<std::size_t>(setrlimit(RLIMIT_NOFILE, &raised) == 0 ? limit.rlim_max : limit.rlim_cur);
}

Demand fit_into(std::size_t descriptors, Demand demand) {
  const std::size_t kept = kOfTheProcess + kOfAConverter * demand.converters;
  const std::size_t for_threads = difference(descriptors / 2, kept) / kOfAThread;
  demand.threads = std::min(demand.threads, std::max(for_threads, kLeastThreads));
  const std::size_t left = difference(descriptors, kept + kOfAThread * demand.threads);
  demand.connections = std::min(demand.connections, std::max(left, kLeastConnections));
  return demand;
}
