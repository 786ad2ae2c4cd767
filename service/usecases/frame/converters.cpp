#include "usecases/frame/converters.hpp"

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "documents/process/page_search.hpp"
#include "domain/basis/error.hpp"
#include "embed/embedded.hpp"
#include "store/database/hash.hpp"

namespace usecases {
namespace {

using documents::OfficeKind;
using domain::Error;
using domain::ErrorCode;
using domain::say;

std::string words_of(documents::PictureSize size) {
  return std::to_string(size.width) + " x " + std::to_string(size.height);
}

std::string line_of(const documents::LargePicture& picture) {
  return store::sha256_hex(*picture.bytes) + " " + words_of(picture.size) + "\n";
}

[[noreturn]] void refuse_busy() {
  throw Error(ErrorCode::unavailable, "converters_busy",
              say("The server is making as many documents as it can at the moment. Try again in a few seconds."));
}

}  // namespace

Converters::Converters(ConverterOptions options)
    : options_(std::move(options)),
      cache_(options_.cache_folder, options_.cache_bytes),
      programs_({options_.pandoc, options_.typst, options_.rsvg_convert, options_.soffice}, options_.limits) {
  std::error_code ignored;
  if (!options_.work_folder.empty()) std::filesystem::remove_all(options_.work_folder, ignored);
}

Converters::Made Converters::convert(OfficeKind kind, const std::string& content, const Compile& compile) {
  require_for(kind);
  const std::string key = content + "." + std::string(documents::extension_of(kind));
  std::unique_lock lock(mutex_);
  auto& place = flights_[key];
  const bool first = !place;
  if (first) place = std::make_shared<Flight>();
  const auto flight = place;
  if (!first) {
    if (waiting_to_land_ >= options_.most_waiting) {
      counts_.refuse(documents::program_of(kind));
      refuse_busy();
    }
    const ConversionCounts::Wait wait(counts_, documents::program_of(kind));
    ++waiting_to_land_;
    landed_.wait(lock, [&] { return flight->landed; });
    --waiting_to_land_;
    if (flight->error) std::rethrow_exception(flight->error);
    return flight->made;
  }
  lock.unlock();
  try {
    flight->made = make(kind, compile);
  } catch (...) {
    flight->error = std::current_exception();
  }
  lock.lock();
  flight->landed = true;
  flights_.erase(key);
  landed_.notify_all();
  lock.unlock();
  if (flight->error) std::rethrow_exception(flight->error);
  return flight->made;
}

Converters::Made Converters::make(OfficeKind kind, const Compile& compile) {
  programs_.ask();
  const documents::Document document = compile();
  const std::string version = programs_.require(documents::program_of(kind)).version;
  auto bytes = run(documents::conversion_of(kind, document, version, embedded::file));
  return {std::make_shared<const std::string>(std::move(bytes)), document.sequence};
}

// Held while a file is made, with all that is drawn for it.
class Converters::Turn {
 public:
  Turn(Converters& owner, documents::Program program) : owner_(owner) {
    const std::lock_guard lock(owner.mutex_);
    if (owner.running_ >= owner.options_.at_once) {
      owner.counts_.refuse(program);
      refuse_busy();
    }
    ++owner.running_;
  }
  ~Turn() {
    const std::lock_guard lock(owner_.mutex_);
    --owner_.running_;
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  Converters& owner_;
};

std::string Converters::run(const documents::Conversion& conversion) {
  programs_.ask();
  const std::string name = kept_name(conversion);
  if (auto kept = cache_.find(name)) return std::move(*kept);
  const Turn turn(*this, conversion.program);
  std::string bytes = run_now(with_pictures(conversion));
  cache_.keep(name, bytes);
  return bytes;
}

// For what is made smaller of one document.
class Converters::Patience {
 public:
  Patience(const Converters& owner, std::string document)
      : owner_(owner),
        document_(std::move(document)),
        end_(std::chrono::steady_clock::now() + owner.options_.limits.time) {}

  // Error: documents::ConversionFailed.
  void require() const {
    if (!owner_.stop_.stop_requested() && std::chrono::steady_clock::now() < end_) return;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(owner_.options_.limits.time).count();
    throw documents::ConversionFailed(
        say("The document '{0}' could not be made: making its large pictures small enough for a page took longer than "
            "{1} seconds. Those that are done are kept, so it gets further next time; or save pictures with fewer "
            "pixels. The report itself is unharmed; it can still be fetched as HTML and Markdown.",
            document_, seconds),
        "pictures not made smaller in time", documents::ConversionFailed::Why::out_of_time);
  }

 private:
  const Converters& owner_;
  std::string document_;
  std::chrono::steady_clock::time_point end_;
};

// With what is drawn and made smaller among its files.
documents::Conversion Converters::with_pictures(const documents::Conversion& conversion) {
  documents::Conversion whole = conversion;
  whole.drawings.clear();
  whole.large.clear();
  for (const auto& [name, drawing] : conversion.drawings) whole.files[name] = drawn_for(conversion.output, drawing);
  const Patience patience(*this, conversion.output);
  for (const auto& [name, picture] : conversion.large) whole.files[name] = smaller_or_kept(picture, patience);
  for (const auto& [name, drawing] : conversion.drawings) {
    if (drawing.size.width == 0) continue;
    auto& bytes = whole.files[name];
    bytes = smaller_or_kept({std::make_shared<const std::string>(std::move(bytes)), drawing.size}, patience);
  }
  return whole;
}

// One that cannot be read stays as it is: an earlier version of the service may have kept it.
std::string Converters::smaller_or_kept(const documents::LargePicture& picture, const Patience& patience) {
  const std::string name = store::sha256_hex(options_.build + "\n" + line_of(picture)) + ".picture";
  if (auto kept = cache_.find(name)) return std::move(*kept);
  std::string bytes = documents::smaller_picture(*picture.bytes, picture.size, [&] { patience.require(); });
  if (bytes.empty()) return *picture.bytes;
  cache_.keep(name, bytes);
  return bytes;
}

// One that cannot be drawn is named, so that somebody can take it away.
std::string Converters::drawn_for(const std::string& document, const documents::SvgDrawing& drawing) {
  try {
    return made_or_kept(documents::drawing_of(drawing.svg));
  } catch (const documents::ConversionFailed& failure) {
    if (drawing.place.empty()) throw;
    throw documents::ConversionFailed(
        say("The document '{0}' could not be made: {1} cannot be drawn. Save that picture as a PNG and send that, or "
            "take it out of the text. The report itself is unharmed; it can still be fetched as HTML and Markdown.",
            document, drawing.place),
        failure.said(), failure.why());
  }
}

std::string Converters::with_pages(const std::string& docx) {
  if (!programs_.has(documents::Program::soffice)) return docx;
  try {
    const auto asking = documents::asking_for_pages(docx);
    if (!asking) return docx;
    const auto pages = documents::pages_in(run(documents::page_search_of(*asking, embedded::file)));
    return documents::with_pages(docx, pages);
  } catch (const documents::ConversionFailed&) {
    return docx;  // is in the log
  } catch (const std::runtime_error& error) {
    if (options_.on_failure) options_.on_failure("The contents of a Word file got no pages.", error.what());
    return docx;
  }
}

// One picture is drawn at a time for those who save one: a few wait for their turn, and not for long.
class Converters::DrawingTurn {
 public:
  explicit DrawingTurn(Converters& owner) : owner_(owner) {
    std::unique_lock lock(owner.mutex_);
    if (owner.waiting_to_draw_ >= kMostWaiting) refuse(owner);
    const ConversionCounts::Wait wait(owner.counts_, documents::Program::rsvg_convert);
    ++owner.waiting_to_draw_;
    const bool free = owner.drawn_.wait_for(lock, kLongestWait, [&] { return !owner.drawing_; });
    --owner.waiting_to_draw_;
    if (!free) refuse(owner);
    owner.drawing_ = true;
  }
  ~DrawingTurn() {
    const std::lock_guard lock(owner_.mutex_);
    owner_.drawing_ = false;
    owner_.drawn_.notify_one();
  }
  DrawingTurn(const DrawingTurn&) = delete;
  DrawingTurn& operator=(const DrawingTurn&) = delete;

 private:
  static constexpr int kMostWaiting = 8;
  static constexpr std::chrono::seconds kLongestWait{10};

  [[noreturn]] static void refuse(Converters& owner) {
    owner.counts_.refuse(documents::Program::rsvg_convert);
    throw Error(ErrorCode::unavailable, "converters_busy",
                say("Other drawings are being checked at the moment, as each one is before it is saved. Send the "
                    "picture again in a few seconds."));
  }

  Converters& owner_;
};

void Converters::draw(const std::string& svg) {
  programs_.ask();
  const auto conversion = documents::drawing_of(svg);
  if (!programs_.has(conversion.program)) return;
  if (cache_.find(kept_name(conversion))) return;
  const DrawingTurn turn(*this);
  made_or_kept(conversion);
}

// A name of everything that the bytes depend on: "<hash>.docx". Error: tool_missing.
std::string Converters::kept_name(const documents::Conversion& conversion) const {
  const auto head = [&](documents::Program program) {
    return std::string(documents::name_of(program)) + " " + programs_.require(program).version + "\n";
  };
  std::string all = options_.build + "\n" + head(conversion.program);
  for (const auto& argument : conversion.arguments) all += argument + "\n";
  for (const auto& variable : conversion.environment) all += variable + "\n";
  for (const auto& [name, bytes] : conversion.files) all += name + " " + store::sha256_hex(bytes) + "\n";
  if (!conversion.drawings.empty()) all += head(documents::Program::rsvg_convert);
  for (const auto& [name, drawing] : conversion.drawings) {
    all += name + " " + store::sha256_hex(drawing.svg) + " " + words_of(drawing.size) + "\n";
  }
  for (const auto& [name, picture] : conversion.large) all += name + " " + line_of(picture);
  return store::sha256_hex(all) + conversion.output.substr(conversion.output.rfind('.'));
}

std::string Converters::made_or_kept(const documents::Conversion& conversion) {
  const std::string name = kept_name(conversion);
  auto bytes = cache_.find(name);
  if (!bytes) cache_.keep(name, bytes.emplace(run_now(conversion)));
  return std::move(*bytes);
}

std::string Converters::run_now(const documents::Conversion& conversion) {
  try {
    const bool draws = conversion.program == documents::Program::rsvg_convert;
    ConversionCounts::Run run(counts_, conversion.program);
    auto bytes = documents::run_conversion(programs_.require(conversion.program).path, conversion, options_.work_folder,
                                           draws ? options_.drawing_limits : options_.limits, stop_.get_token());
    run.succeeded();
    return bytes;
  } catch (const documents::ConversionFailed& failure) {
    if (options_.on_failure) options_.on_failure(failure.english(), failure.said());
    throw;
  }
}

}  // namespace usecases
