#include "usecases/reports/overview.hpp"

#include <filesystem>
#include <map>

#include "domain/basis/error.hpp"
#include "store/report/formats.hpp"
#include "store/report/reports.hpp"
#include "store/report/sections.hpp"

namespace usecases {
namespace {

constexpr std::uintmax_t kLeastRoom = 16ULL << 20U;  // bytes
constexpr int kAllReports = 1'000'000;

std::string check_database(Service& service) {
  try {
    service.database().read([](store::ReadTx& tx) { return store::list_reports(tx, "", 1).size(); });
    return "";
  } catch (const std::exception&) {
    return "the database does not answer";
  }
}

// After a save that found no room: is there some again? Moving the log into the file tries it out.
bool still_failing(store::Database& database) {
  if (!database.is_failing()) return false;
  try {
    database.checkpoint();
  } catch (const domain::Error&) {
    return true;
  }
  return database.is_failing();
}

std::string check_storage(Service& service) {
  if (still_failing(service.database())) return "the last save found no room on the disk";
  std::error_code failed;
  const auto folder = std::filesystem::absolute(service.database().path(), failed).parent_path();
  const auto space = std::filesystem::space(folder, failed);
  if (failed) return "the folder of the database cannot be read";
  return space.available < kLeastRoom ? "less than 16 MiB are free beside the database" : "";
}

std::string check_formats(Service& service) {
  try {
    const bool any = service.database().read([](store::ReadTx& tx) { return !store::list_formats(tx).empty(); });
    return any ? "" : "no format is loaded";
  } catch (const std::exception&) {
    return "the database does not answer";
  }
}

}  // namespace

std::vector<ReadinessCheck> check_readiness(Service& service) {
  return {
      {"database", check_database(service)}, {"storage", check_storage(service)}, {"formats", check_formats(service)}};
}

std::vector<SectionCount> count_sections(Service& service) {
  return service.database().read([&](store::ReadTx& tx) {
    std::vector<SectionCount> counts;
    for (const auto& report : store::list_reports(tx, "", kAllReports)) {
      const auto format = service.format(tx, report.format, report.format_version);
      std::map<std::string, std::int64_t> by_state;
      for (const auto& section : store::list_sections(tx, report.id)) {
        const auto* node = format->find(section.id);
        if (node != nullptr && node->kind == domain::NodeKind::text)
          ++by_state[std::string(domain::to_string(section.state))];
      }
      for (const auto& [state, sections] : by_state) counts.push_back({report.id, state, sections});
    }
    return counts;
  });
}

}  // namespace usecases
