#include "usecases/editions/editions.hpp"

#include <algorithm>
#include <utility>

#include "documents/file/zip_archive.hpp"
#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "usecases/editions/edition_manifest.hpp"
#include "usecases/frame/names.hpp"

namespace usecases {
namespace {

using domain::Error;
using domain::ErrorCode;
using domain::say;
using Json = nlohmann::ordered_json;

std::map<std::string, std::string> files_of(const Read& context, const domain::Edition& edition) {
  std::map<std::string, std::string> files;
  const Json manifest = Json::parse(edition.manifest);
  for (const auto& listed : manifest.at("files")) {
    const std::string name = listed.at("name");
    files[name] = store::find_edition_file(context.tx, edition.report, edition.number, name).value_or("");
  }
  return files;
}

// "pictures/obj-07.map.png" -> "obj-07.map.png"
std::string name_of(const std::string& file) { return file.substr(file.rfind('/') + 1); }

// What is delivered: the files, the manifest, and the checksums of both.
std::map<std::string, std::string> delivery(const Read& context, const domain::Edition& edition) {
  auto files = files_of(context, edition);
  files["manifest.json"] = edition.manifest;
  files["SHA256SUMS"] = checksum_lines(files);
  return files;
}

std::string recorded_hash(const domain::Edition& edition, const std::string& name) {
  const Json manifest = Json::parse(edition.manifest);
  const auto& files = manifest.at("files");
  return std::ranges::find(files, Json(name), [](const Json& file) { return file.at("name"); })->at("sha256");
}

// A file that is no document: the name that it is saved under, and its bytes.
std::pair<std::string, std::string> made_file(const Read& context, const domain::Edition& edition,
                                              const std::string& file) {
  const std::string base = edition.report + ".edition-" + std::to_string(edition.number);
  if (file == "manifest.json") return {base + ".manifest.json", edition.manifest};
  if (file == "edition.zip") return {base + ".zip", documents::make_archive(delivery(context, edition))};
  if (file == "SHA256SUMS") return {file, delivery(context, edition).at(file)};
  throw_not_found(domain::say("file in this edition"), file);
}

}  // namespace

domain::Edition get_edition(const Read& context, const std::string& report_id, std::int64_t number) {
  const OpenReport report = open_report(context, report_id);
  require_reader_of_editions(context, report);
  return open_edition(context, report_id, number);
}

domain::Edition open_edition(const Read& context, const std::string& report, std::int64_t number) {
  auto edition = store::find_edition(context.tx, report, number);
  if (!edition) throw_not_found(domain::say("edition"), std::to_string(number));
  return std::move(*edition);
}

std::vector<domain::Edition> list_editions(const Read& context, const std::string& report_id, std::int64_t below,
                                           int limit) {
  const OpenReport report = open_report(context, report_id);
  require_reader_of_editions(context, report);
  return store::list_editions(context.tx, report_id, below, limit);
}

EditionFile get_edition_file(const Read& context, const std::string& report, std::int64_t number,
                             const std::string& file) {
  const auto edition = get_edition(context, report, number);
  if (auto bytes = store::find_edition_file(context.tx, report, number, file)) {
    return {name_of(file), media_type_of(file), std::move(*bytes), recorded_hash(edition, file)};
  }
  auto [name, bytes] = made_file(context, edition, file);
  auto hash = store::sha256_hex(bytes);
  return {std::move(name), media_type_of(file), std::move(bytes), std::move(hash)};
}

std::string edition_document(const Read& context, const domain::Edition& edition, const std::string& language) {
  const std::string name = edition.report + "." + language + ".json";
  auto bytes = store::find_edition_file(context.tx, edition.report, edition.number, name);
  if (!bytes) throw_not_found(domain::say("file in this edition"), name);
  return std::move(*bytes);
}

domain::Edition withdraw_edition(const Write& context, const std::string& report, std::int64_t number,
                                 const std::string& reason) {
  const auto by = context.actor.as(&require_role(context.actor, {domain::Role::coordinator}));
  const auto edition = get_edition(context.as_read(), report, number);
  if (edition.withdrawal) {
    throw Error(ErrorCode::conflict, "withdrawn",
                say("This edition was already withdrawn on {0}.", domain::format_time(edition.withdrawal->at)));
  }
  domain::Withdrawal withdrawal{0, context.tx.now, by, check_remark(reason, "/reason")};
  withdrawal.event = store::append_event(context.tx, "edition.withdrawn", {report, ""}, by,
                                         {{"number", number}, {"reason", withdrawal.reason}});
  store::withdraw_edition(context.tx, report, number, withdrawal);
  return get_edition(context.as_read(), report, number);
}

}  // namespace usecases
