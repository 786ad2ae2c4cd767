#include "usecases/frame/conversion_counts.hpp"

namespace usecases {

using documents::Program;

ConversionCounts::ConversionCounts() {
  for (std::size_t i = 0; i < figures_.size(); ++i) figures_.at(i).program = documents::kProgramNames.at(i);
}

ConversionCounts::Run::Run(ConversionCounts& counts, Program program) : counts_(counts), program_(program) {
  const std::lock_guard lock(counts.mutex_);
  ++counts.of(program).running;
}

ConversionCounts::Run::~Run() {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin_;
  const std::lock_guard lock(counts_.mutex_);
  ConversionFigures& figures = counts_.of(program_);
  --figures.running;
  ++figures.ended;
  figures.failed += succeeded_ ? 0 : 1;
  figures.seconds += took.count();
}

ConversionCounts::Wait::Wait(ConversionCounts& counts, Program program) : counts_(counts), program_(program) {
  const std::lock_guard lock(counts.mutex_);
  ++counts.of(program).waiting;
}

ConversionCounts::Wait::~Wait() {
  const std::lock_guard lock(counts_.mutex_);
  --counts_.of(program_).waiting;
}

void ConversionCounts::refuse(Program program) {
  const std::lock_guard lock(mutex_);
  ++of(program).refused;
}

std::vector<ConversionFigures> ConversionCounts::figures() const {
  const std::lock_guard lock(mutex_);
  return {figures_.begin(), figures_.end()};
}

}  // namespace usecases
