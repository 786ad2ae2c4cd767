#include "usecases/exports/export_worker.hpp"

#include <chrono>
#include <utility>

#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/database/storage_unavailable.hpp"
#include "usecases/exports/edition_jobs.hpp"
#include "usecases/exports/exports.hpp"

namespace usecases {
namespace {

constexpr std::chrono::seconds kAfterFault{5};

void finish(Service& service, domain::Export& job) {
  service.database().write([&](store::WriteTx& tx) {
    job.finished_at = tx.now;
    store::finish_export(tx, job);
  });
}

// Where it does not stay there is nothing to fetch: better to say so now.
void keep(Service& service, domain::Export& job, const std::string& archive) {
  job.bytes = static_cast<std::int64_t>(archive.size());
  job.sha256 = store::sha256_hex(archive);
  FileCache& files = service.converters().files();
  files.keep(kept_name(job), archive);
  if (files.has(kept_name(job))) return;
  job.bytes.reset();
  job.sha256.clear();
  job.failure = "The server has no room for the result of " + std::to_string((archive.size() >> 20U) + 1) +
                " MiB. Ask for fewer formats or languages, or ask the administrator for more room for documents.";
}

}  // namespace

ExportWorker::ExportWorker(Service& service, std::function<void(const std::string&, const std::string&)> on_fault)
    : service_(service), on_fault_(std::move(on_fault)), thread_([this] { loop(); }) {}

ExportWorker::~ExportWorker() {
  service_.export_board().stop();
  thread_.join();
}

void ExportWorker::loop() {
  ExportBoard& board = service_.export_board();
  while (!board.is_stopping()) {
    const auto announced = board.announced();
    try {
      if (!work_on_next()) board.wait_for_job(announced);
    } catch (const std::exception& fault) {
      // The job stays where it is. Not the disk's or the database's fault for long, one hopes.
      on_fault_("an export could not be worked on", fault.what());
      board.pause(kAfterFault);
    }
  }
}

// False: there is none.
bool ExportWorker::work_on_next() {
  const auto next = service_.database().read([](store::ReadTx& tx) { return store::next_export(tx); });
  if (!next) return false;
  struct Shown {
    Shown(ExportBoard& owner, std::int64_t number) : board(owner) { board.begin(number); }
    ~Shown() { board.end(); }
    Shown(const Shown&) = delete;
    Shown& operator=(const Shown&) = delete;
    ExportBoard& board;
  };
  const Shown shown(service_.export_board(), *next);
  // Read again, as it may have been cancelled; whoever does that from now on finds it running.
  auto job = service_.database().read([&](store::ReadTx& tx) { return store::find_export(tx, *next); });
  if (job && !job->finished_at) work_on(std::move(*job));
  return true;
}

void ExportWorker::work_on(domain::Export job) {
  try {
    auto made = make_export(service_, job);
    if (!made) return;
    if (!job.edition.empty()) return freeze_edition(service_, job, *made);
    keep(service_, job, pack(std::move(made->files)));
  } catch (const store::StorageUnavailable&) {
    if (service_.export_board().is_stopping()) return;
    throw;  // the database will be asked again
  } catch (const domain::Error& error) {
    if (service_.export_board().is_stopping()) return;
    job.failure = error.english();
  } catch (const std::exception& fault) {
    // It would fail again, and those behind it would wait for ever.
    on_fault_("an export could not be made", fault.what());
    job.failure = "The service failed at this export. The fault was noted; ask the administrator.";
  }
  finish(service_, job);
}

}  // namespace usecases
