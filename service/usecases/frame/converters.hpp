// The programs that make and read Word, OpenDocument and PDF files: found, limited, and called once for the same
// content however many ask for it.
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "documents/process/conversion.hpp"
#include "usecases/frame/build_id.hpp"
#include "usecases/frame/conversion_counts.hpp"
#include "usecases/frame/file_cache.hpp"
#include "usecases/frame/installed_programs.hpp"

namespace usecases {

struct ConverterOptions {
  std::string pandoc = "pandoc";  // names on PATH, or paths
  std::string typst = "typst";
  std::string rsvg_convert = "rsvg-convert";
  std::string soffice = "soffice";
  std::string cache_folder;  // empty: nothing is kept on disk
  std::string work_folder;   // where the programs work; what an earlier run left in it is removed
  std::uint64_t cache_bytes = 256ULL << 20U;
  int at_once = 2;
  int most_waiting = 64;           // for files that others asked for before: each of them holds a thread of the server
  std::string build = build_id();  // files that another build of the service kept are not used
  documents::ProcessLimits limits{std::chrono::seconds(120), 2ULL << 30U, 256ULL << 20U, {}};
  // Of one picture, so that what was drawn when it was saved is drawn again for a document.
  documents::ProcessLimits drawing_limits{std::chrono::seconds(30), 768ULL << 20U, 64ULL << 20U,
                                          std::chrono::seconds(5)};
  std::function<void(const std::string& what, const std::string& said)> on_failure;  // e.g. for the log
};

class Converters {
 public:
  explicit Converters(ConverterOptions options);

  // As InstalledPrograms::ask.
  std::vector<InstalledProgram> programs() { return programs_.ask(); }

  // Errors: tool_missing where the program that makes such files is not installed.
  void require_for(documents::OfficeKind kind) const { programs_.require(documents::program_of(kind)); }

  struct Made {
    std::shared_ptr<const std::string> bytes;
    std::int64_t sequence = 0;  // of the document that it was made from
  };
  using Compile = std::function<documents::Document()>;
  // The file of a report. content: a name of what is compiled, the same for all who would get the same bytes: those
  // who ask while it is being made wait for it. Errors: domain::Error, tool_missing; unavailable where as many
  // conversions as allowed are under way, or too many wait for this one; documents::ConversionFailed; what compile
  // throws. Once stop() was called, what is under way fails.
  Made convert(documents::OfficeKind kind, const std::string& content, const Compile& compile);

  // The file that one run of a program leaves, or that an earlier run of it on the same input left. What is to be drawn
  // or made smaller for it is so first; all that is made smaller for it has the time of one run. Errors: as above;
  // tool_missing also names what draws, where something is to be drawn.
  std::string run(const documents::Conversion& conversion);

  // A DOCX of ours with pages in its lists. As it is where it has none, where LibreOffice is not installed, and where
  // it does not find them within its limits, which is logged. Errors: unavailable, as above.
  std::string with_pages(const std::string& docx);

  // Draws an SVG as documents show it, and keeps what came out for them. Does nothing where no program draws.
  // Errors: documents::ConversionFailed where it cannot be drawn within the limits of one picture; unavailable where
  // too many wait for this, or one waited too long.
  void draw(const std::string& svg);

  // Where made files are kept, those of others too.
  FileCache& files() { return cache_; }

  std::vector<ConversionFigures> figures() const { return counts_.figures(); }

  void stop() { stop_.request_stop(); }

 private:
  struct Flight {
    Made made;
    std::exception_ptr error;
    bool landed = false;
  };

  Made make(documents::OfficeKind kind, const Compile& compile);
  class Turn;
  class DrawingTurn;
  std::string kept_name(const documents::Conversion& conversion) const;
  std::string made_or_kept(const documents::Conversion& conversion);
  documents::Conversion with_pictures(const documents::Conversion& conversion);
  std::string drawn_for(const std::string& document, const documents::SvgDrawing& drawing);
  class Patience;
  std::string smaller_or_kept(const documents::LargePicture& picture, const Patience& patience);
  std::string run_now(const documents::Conversion& conversion);

  ConverterOptions options_;
  FileCache cache_;
  ConversionCounts counts_;
  InstalledPrograms programs_;
  std::mutex mutex_;
  std::condition_variable landed_;
  std::map<std::string, std::shared_ptr<Flight>> flights_;
  int running_ = 0;
  int waiting_to_land_ = 0;
  bool drawing_ = false;  // for who saves a picture
  int waiting_to_draw_ = 0;
  std::condition_variable drawn_;
  std::stop_source stop_;
};

}  // namespace usecases
