// SIGTERM and SIGINT as something to wait for.
#pragma once

class StopSignals {
 public:
  // Blocks the two signals in this thread and in all that it starts from now on.
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Returns when one of them came.
  void wait() const;
  // Whether one has come.
  bool came() const;

 private:
  int file_;
};
