#include "stop_signals.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace {

int block_and_open() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signalfd(-1, &signals, SFD_CLOEXEC);
}

}  // namespace

StopSignals::StopSignals() : file_(block_and_open()) {}

StopSignals::~StopSignals() { close(file_); }

void StopSignals::wait() const {
  signalfd_siginfo info{};
  while (read(file_, &info, sizeof info) < 0 && errno == EINTR) {
  }
}

bool StopSignals::came() const {
  pollfd waiting{file_, POLLIN, 0};
  return poll(&waiting, 1, 0) > 0;
}
