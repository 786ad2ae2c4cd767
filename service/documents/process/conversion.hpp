// The report as Word, OpenDocument and PDF: which program makes each, and from what. The programs are run by
// run_conversion; nothing here depends on the clock, so that the same document gives the same bytes.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/picture/drawing.hpp"
#include "documents/picture/smaller_picture.hpp"
#include "documents/process/process.hpp"
#include "documents/report/document.hpp"
#include "domain/basis/error.hpp"

namespace documents {

enum class OfficeKind { docx, odt, pdf };

constexpr std::string_view extension_of(OfficeKind kind) {
  return kind == OfficeKind::docx ? "docx" : kind == OfficeKind::odt ? "odt" : "pdf";
}

enum class Program { pandoc, typst, rsvg_convert, soffice };

constexpr std::array<std::string_view, 4> kProgramNames{"pandoc", "typst", "rsvg-convert", "soffice"};

constexpr std::string_view name_of(Program program) { return kProgramNames.at(static_cast<std::size_t>(program)); }
constexpr Program program_of(OfficeKind kind) { return kind == OfficeKind::pdf ? Program::typst : Program::pandoc; }

// One run of a program in a folder of its own: the files that it finds there, its arguments, and the file it leaves.
struct Conversion {
  Program program = Program::pandoc;
  std::vector<std::string> arguments;
  std::map<std::string, std::string> files;  // name, maybe with folders -> bytes
  std::string output;                        // name
  std::vector<std::string> environment;
  // What is drawn first, each in a run of its own (drawing_of). Who runs the conversion puts what came out among the
  // files.
  Drawings drawings = {};
  // What is made smaller first, likewise.
  LargePictures large = {};
};

// The bytes of a file of db/documents/, by its path.
using DataFiles = std::function<std::string_view(std::string_view path)>;

// pandoc 2 and 3 want their JSON to say which version of their tree it is.
std::vector<int> pandoc_types_of(const std::string& version);

// version: of the program, as it says itself ("2.17.1.1").
Conversion conversion_of(OfficeKind kind, const Document& document, const std::string& version, const DataFiles& data);

// An SVG as a PNG that fills a square of 1800 pixels: on paper 160 mm wide, about 290 an inch.
Conversion drawing_of(const std::string& svg);

// The program did not do what it is there for.
class ConversionFailed : public domain::Error {
 public:
  enum class Why {
    gave_up,        // the program refused what it was given
    out_of_time,    // it was not done in time, which may be the machine's doing
    out_of_limits,  // it was ended for what it used, or what it made is no such file
  };
  ConversionFailed(domain::Message message, std::string said, Why why)
      : Error(domain::ErrorCode::tool_failed, "conversion_failed", std::move(message)),
        said_(std::move(said)),
        why_(why) {}
  // What the program printed: for the log, not for the client.
  const std::string& said() const { return said_; }
  Why why() const { return why_; }

 private:
  std::string said_;
  Why why_;
};

// The bytes that the program at a path made. Errors: ConversionFailed; domain::Error where there is no room to work in.
// work_folder: where it gets a folder of its own, which is gone afterwards.
std::string run_conversion(const std::string& program, const Conversion& conversion, const std::string& work_folder,
                           const ProcessLimits& limits, const std::stop_token& stop);

}  // namespace documents
