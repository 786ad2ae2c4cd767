// How the programs that make and read files are doing, counted since the service started.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "documents/process/conversion.hpp"

namespace usecases {

struct ConversionFigures {
  std::string program;      // "pandoc"
  int running = 0;          // runs under way
  int waiting = 0;          // who waits for a run of another, or for a turn
  std::uint64_t ended = 0;  // runs, whatever came out
  std::uint64_t failed = 0;
  std::uint64_t refused = 0;  // because as many were under way as may be
  double seconds = 0;         // that all ended runs took
};

// May be used by any thread.
class ConversionCounts {
 public:
  ConversionCounts();

  // Counted as running while it lives, and as failed unless it was told to have succeeded.
  class Run {
   public:
    Run(ConversionCounts& counts, documents::Program program);
    ~Run();
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    void succeeded() { succeeded_ = true; }

   private:
    ConversionCounts& counts_;
    documents::Program program_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    bool succeeded_ = false;
  };

  // Counted as waiting while it lives.
  class Wait {
   public:
    Wait(ConversionCounts& counts, documents::Program program);
    ~Wait();
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;

   private:
    ConversionCounts& counts_;
    documents::Program program_;
  };

  void refuse(documents::Program program);

  // Of each program, in the order of documents::Program.
  std::vector<ConversionFigures> figures() const;

 private:
  ConversionFigures& of(documents::Program program) { return figures_.at(static_cast<std::size_t>(program)); }

  mutable std::mutex mutex_;
  std::array<ConversionFigures, documents::kProgramNames.size()> figures_;
};

}  // namespace usecases
