#include "usecases/editions/edition_check.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "documents/file/zip_reader.hpp"
#include "store/database/hash.hpp"

namespace usecases {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostCopyBytes = 4ULL << 30U;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read '" + path.string() + "'");
  return {std::istreambuf_iterator<char>(in), {}};
}

constexpr const char* kPictures = "pictures/";

void read_folder(const fs::path& path, const std::string& name, documents::NamedFiles& files) {
  for (const auto& entry : fs::directory_iterator(path)) {
    if (entry.is_regular_file()) files[name + entry.path().filename().string()] = read_file(entry.path());
  }
}

documents::NamedFiles read_copy(const fs::path& path) {
  if (!fs::is_directory(path)) {
    return documents::read_archive(read_file(path), {.bytes = kMostCopyBytes, .folder = kPictures});
  }
  documents::NamedFiles files;
  read_folder(path, "", files);
  if (fs::is_directory(path / kPictures)) read_folder(path / kPictures, kPictures, files);
  return files;
}

nlohmann::json parse_manifest(const documents::NamedFiles& files) {
  const auto found = files.find("manifest.json");
  if (found == files.end()) throw std::runtime_error("there is no manifest.json: this is not a copy of an edition");
  nlohmann::json manifest = nlohmann::json::parse(found->second, nullptr, false);
  const bool usable = manifest.is_object() && manifest.contains("files") && manifest["files"].is_array() &&
                      manifest.contains("edition") && manifest["edition"].is_number_integer();
  if (!usable) throw std::runtime_error("manifest.json is not what an edition has");
  return manifest;
}

std::string fault_of(const nlohmann::json& listed, const documents::NamedFiles& files) {
  const std::string name = listed.value("name", "");
  const auto found = files.find(name);
  if (found == files.end()) return "'" + name + "' is missing";
  if (found->second.size() != listed.value("bytes", std::size_t{0})) {
    return "'" + name + "' has " + std::to_string(found->second.size()) + " bytes instead of " +
           std::to_string(listed.value("bytes", std::size_t{0}));
  }
  if (store::sha256_hex(found->second) != listed.value("sha256", "")) return "'" + name + "' was changed";
  return "";
}

}  // namespace

EditionCheck check_edition(const std::string& path) {
  documents::NamedFiles files = read_copy(path);
  const nlohmann::json manifest = parse_manifest(files);
  EditionCheck check;
  check.title = manifest.value("report", "") + ", edition " + std::to_string(manifest["edition"].get<std::int64_t>()) +
                " '" + manifest.value("name", "") + "' (" + manifest.value("kind", "") + ")";
  check.manifest_sha256 = store::sha256_hex(files.at("manifest.json"));
  for (const nlohmann::json& listed : manifest["files"]) {
    ++check.files;
    const std::string fault = fault_of(listed, files);
    if (!fault.empty()) check.problems.push_back(fault);
    files.erase(listed.value("name", ""));
  }
  files.erase("manifest.json");
  files.erase("SHA256SUMS");
  for (const auto& [name, bytes] : files) check.problems.push_back("'" + name + "' does not belong to the edition");
  return check;
}

}  // namespace usecases
