#include "documents/process/conversion.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

#include "documents/office/office_schema.hpp"
#include "documents/office/pandoc.hpp"
#include "documents/office/reference_document.hpp"
#include "documents/pdf/typst.hpp"
#include "documents/report/printed_sizes.hpp"
#include "domain/basis/calendar.hpp"
#include "domain/basis/error.hpp"

namespace documents {
namespace {

using domain::say;

namespace fs = std::filesystem;

// A folder that is gone when the work is done, with all that a program left in it.
class WorkFolder {
 public:
  explicit WorkFolder(const fs::path& parent) {
    std::string name = fs::absolute(parent / "report-XXXXXX").string();  // it is the program's home, too
    std::error_code failed;
    fs::create_directories(parent, failed);
    if (failed || mkdtemp(name.data()) == nullptr) {
      throw domain::Error(domain::ErrorCode::unavailable, "no_work_folder",
                          say("The server has no space to make documents in. Try again later."));
    }
    path_ = name;
  }
  ~WorkFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void write_file(const fs::path& path, const std::string& bytes) {
  std::error_code ignored;
  fs::create_directories(path.parent_path(), ignored);
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (out) return;
  throw domain::Error(domain::ErrorCode::storage_full, "storage_full",
                      say("There is no space left on the server's disk to make the document. Nothing was lost; try "
                          "again when the administrator has made space."));
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// For the log.
std::string how_it_ended(const ProcessEnd& end) {
  if (end.kind == ProcessEnd::Kind::timed_out) return "ended by force";
  return (end.kind == ProcessEnd::Kind::killed ? "signal " : "exit status ") + std::to_string(end.code);
}

ConversionFailed::Why why_it_ended(const ProcessEnd& end) {
  if (end.kind == ProcessEnd::Kind::timed_out) return ConversionFailed::Why::out_of_time;
  const bool gave_up = end.kind == ProcessEnd::Kind::exited && end.code != 0;
  return gave_up ? ConversionFailed::Why::gave_up : ConversionFailed::Why::out_of_limits;
}

[[noreturn]] void fail(const Conversion& conversion, const domain::Message& why, const ProcessEnd& end) {
  throw ConversionFailed(say("The document '{0}' could not be made: {1} The report itself is unharmed; it can still be "
                             "fetched as HTML and Markdown.",
                             conversion.output, why),
                         how_it_ended(end) + ": " + end.output, why_it_ended(end));
}

std::string seconds_of(std::chrono::milliseconds time) { return std::to_string((time.count() + 999) / 1000); }

// All kinds of files that are made here begin in a way of their own.
bool begins_rightly(const std::string& bytes, const std::string& name) {
  if (name.ends_with(".json")) return bytes.starts_with("{");
  if (name.ends_with(".png")) return bytes.starts_with("\x89PNG\r\n\x1a\n");
  return bytes.starts_with(name.ends_with(".pdf") ? "%PDF-" : "PK\x03\x04");
}

// The folders of Debian's packages, where they are there. Others would be searched in vain, and would make other pages.
constexpr std::array<const char*, 5> kFontFolders{
    "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/opentype/fonts-hosny-amiri", "/usr/share/fonts/truetype/droid",
    "/usr/share/fonts/opentype/unifont"};

// Accessible (PDF/UA-1) and for archives (PDF/A-2a) at once: Typst refuses to write a file that is not both.
Conversion printing_of(const Document& document, std::int64_t as_of, const DataFiles& data) {
  constexpr const char* kLooks = "looks.typ";
  TypstReport report = to_typst(document, kLooks);
  Conversion conversion;
  conversion.program = Program::typst;
  conversion.output = "report.pdf";
  conversion.files = std::move(report.files);
  conversion.drawings = std::move(report.drawings);
  conversion.large = std::move(report.large);
  conversion.files[kLooks] = data("db/documents/report.typ");
  conversion.files["report.typ"] = std::move(report.source);
  // Each of its threads would reserve address space, of which it has so much, on a machine of many processors. The
  // threshold is glibc's own, which grows unless it is given: then what a large buffer leaves behind stays with it.
  conversion.environment = {"LANG=C.UTF-8", "RAYON_NUM_THREADS=2", "MALLOC_ARENA_MAX=2",
                            "MALLOC_MMAP_THRESHOLD_=131072"};
  conversion.arguments = {"compile", "--root", ".", "--ignore-system-fonts"};
  for (const char* folder : kFontFolders)
    conversion.arguments.insert(conversion.arguments.end(), {"--font-path", folder});
  conversion.arguments.insert(conversion.arguments.end(), {"--pdf-standard", "ua-1,a-2a", "--creation-timestamp",
                                                           std::to_string(as_of), "report.typ", conversion.output});
  return conversion;
}

}  // namespace

std::vector<int> pandoc_types_of(const std::string& version) {
  return version.starts_with("2.") ? std::vector<int>{1, 22} : std::vector<int>{1, 23};
}

Conversion conversion_of(OfficeKind kind, const Document& document, const std::string& version, const DataFiles& data) {
  Conversion conversion;
  conversion.program = program_of(kind);
  const std::string extension(extension_of(kind));
  conversion.output = "report." + extension;
  const auto as_of = domain::parse_time(document.as_of).value_or(0) / 1000;
  if (kind == OfficeKind::pdf) return printing_of(document, as_of, data);
  conversion.environment = {"LANG=C.UTF-8", "SOURCE_DATE_EPOCH=" + std::to_string(as_of)};
  const auto format = kind == OfficeKind::docx ? OfficeFormat::docx : OfficeFormat::odt;
  PandocTree tree = to_pandoc(document, pandoc_types_of(version), format);
  conversion.files = std::move(tree.pictures);
  conversion.drawings = std::move(tree.drawings);
  conversion.files["report.json"] = std::move(tree.json);
  conversion.files["reference." + extension] =
      filled_reference(std::string(data(reference_file(document, format))), document, tree.heading_lists, format);
  // Its --sandbox does not find the program's own data in Debian; our JSON names no file but the pictures beside it.
  conversion.arguments = {"--from=json", "--to=" + extension, "--reference-doc=reference." + extension,
                          "--output=" + conversion.output, "report.json"};
  if (kind == OfficeKind::odt) {
    conversion.files["report.opendocument"] = data("db/documents/report.opendocument");
    conversion.arguments.insert(conversion.arguments.begin(), "--template=report.opendocument");
  }
  return conversion;
}

Conversion drawing_of(const std::string& svg) {
  Conversion conversion;
  const std::string side = std::to_string(kDrawnSide);
  conversion.program = Program::rsvg_convert;
  conversion.output = "picture.png";
  conversion.files["picture.svg"] = svg;
  conversion.environment = {"LANG=C.UTF-8"};
  conversion.arguments = {"--format=png",        "--width=" + side,      "--height=" + side,
                          "--keep-aspect-ratio", "--output=picture.png", "picture.svg"};
  return conversion;
}

std::string run_conversion(const std::string& program, const Conversion& conversion, const std::string& work_folder,
                           const ProcessLimits& limits, const std::stop_token& stop) {
  const WorkFolder folder(work_folder);
  for (const auto& [name, bytes] : conversion.files) write_file(folder.path() / name, bytes);
  Process process{{program}, conversion.environment, folder.path().string()};
  process.command.insert(process.command.end(), conversion.arguments.begin(), conversion.arguments.end());
  const char* path = std::getenv("PATH");
  process.environment.push_back(std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path));
  process.environment.push_back("HOME=" + process.folder);
  process.environment.push_back("TMPDIR=" + process.folder);
  const ProcessEnd end = run_process(process, limits, stop);
  if (end.kind == ProcessEnd::Kind::timed_out) {
    fail(conversion, say("the program that makes it took longer than {0} seconds.", seconds_of(limits.time)), end);
  }
  if (!end.succeeded()) fail(conversion, say("the program that makes it ended with an error."), end);
  std::string bytes = read_file(folder.path() / conversion.output);
  if (!begins_rightly(bytes, conversion.output)) {
    fail(conversion, say("what the program produced is not a file of that kind."), end);
  }
  try {
    if (conversion.output.ends_with(".docx")) return edit_archive(bytes, schema_edits(OfficeFormat::docx));
    if (conversion.output.ends_with(".odt")) return edit_archive(bytes, schema_edits(OfficeFormat::odt));
  } catch (const std::runtime_error& error) {
    fail(conversion, say("what the program produced is a damaged file."), {end.kind, end.code, error.what()});
  }
  return bytes;
}

}  // namespace documents
