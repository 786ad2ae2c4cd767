#include "usecases/frame/installed_programs.hpp"

#include <chrono>
#include <filesystem>
#include <string_view>

#include "domain/basis/error.hpp"

namespace usecases {
namespace {

constexpr std::chrono::seconds kVersionTime{20};

// "pandoc 2.17.1.1" -> "2.17.1.1"; "typst 0.15.0 (1a2b3c)" -> "0.15.0"
std::string version_in(std::string_view output) {
  const auto begin = output.find_first_of("0123456789");
  if (begin == std::string_view::npos) return "";
  const auto end = output.find_first_not_of("0123456789.", begin);
  return std::string(output.substr(begin, end == std::string_view::npos ? end : end - begin));
}

std::string ask_version(const std::string& path, documents::ProcessLimits limits) {
  limits.time = kVersionTime;
  const std::string folder = std::filesystem::temp_directory_path().string();
  const auto end =
      documents::run_process({{path, "--version"}, {"PATH=/usr/bin:/bin", "HOME=" + folder}, folder}, limits);
  return end.succeeded() ? version_in(end.output) : "";
}

}  // namespace

InstalledPrograms::InstalledPrograms(const std::array<std::string, documents::kProgramNames.size()>& wanted,
                                     const documents::ProcessLimits& limits)
    : limits_(limits) {
  for (std::size_t i = 0; i < programs_.size(); ++i) {
    programs_.at(i) = {std::string(documents::kProgramNames.at(i)), documents::find_program(wanted.at(i)), ""};
  }
}

std::vector<InstalledProgram> InstalledPrograms::ask() {
  const std::lock_guard lock(asked_);
  for (InstalledProgram& program : programs_) {
    // One that did not answer is asked again: it may have been updated at that moment, or the machine was short of
    // memory.
    const bool unknown = !program.path.empty() && program.version.empty();
    if (unknown) program.version = ask_version(program.path, limits_);
  }
  return {programs_.begin(), programs_.end()};
}

InstalledProgram InstalledPrograms::at(documents::Program program) const {
  const std::lock_guard lock(asked_);
  return programs_.at(static_cast<std::size_t>(program));
}

InstalledProgram InstalledPrograms::require(documents::Program program) const {
  InstalledProgram wanted = at(program);
  if (!wanted.path.empty()) return wanted;
  throw domain::Error(
      domain::ErrorCode::tool_missing, "converter_missing",
      domain::say("This server cannot make such files: the program '{0}' is not installed. Ask the administrator for "
                  "it, or fetch the report as HTML or Markdown.",
                  wanted.name));
}

}  // namespace usecases
