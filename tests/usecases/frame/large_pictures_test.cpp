// Pictures with more pixels than a page shows: what the program that makes the PDF gets of them.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include "documents/picture/picture.hpp"
#include "support/contains.hpp"
#include "support/fake_programs.hpp"
#include "support/pictures.hpp"
#include "support/sanitized.hpp"
#include "usecases/frame/converters.hpp"

using documents::OfficeKind;
using support::contains;
using usecases::Converters;

namespace {

constexpr const char* kPrints = "(printf '%%PDF-1.7 '; cat picture-*.png) > report.pdf";

std::shared_ptr<const std::string> shared(const std::string& bytes) {
  return std::make_shared<const std::string>(bytes);
}

// With a program "typst" that puts the pictures beside the source into its file.
struct FakePrinter {
  support::TemporaryFolder folder;

  FakePrinter() { support::fake_program(folder, "typst", kPrints); }

  usecases::ConverterOptions options() const {
    usecases::ConverterOptions options;
    options.typst = folder.file("typst");
    options.pandoc = options.rsvg_convert = "/nowhere";
    options.cache_folder = folder.file("kept");
    options.work_folder = folder.file("work");
    return options;
  }
};

documents::Conversion printing(const std::string& text, const std::string& picture, documents::PictureSize size) {
  documents::Conversion conversion{
      documents::Program::typst, {"compile", "report.typ", "report.pdf"}, {{"report.typ", text}}, "report.pdf", {}};
  conversion.large["picture-1.png"] = {shared(picture), size};
  return conversion;
}

std::string painted(std::uint32_t width, std::uint32_t height, int number) {
  std::string rows;
  const std::string row = std::string(1, '\0') + std::string(width, static_cast<char>(number));
  for (std::uint32_t y = 0; y < height; ++y) rows += row;
  std::string greys;
  for (int grey = 0; grey < 60; ++grey) greys += std::string(3, static_cast<char>(4 * grey));
  return support::png_signature() + support::png_header(width, height, 8, 3) + support::png_chunk("PLTE", greys) +
         support::png_chunk("IDAT", support::deflated(rows, 1)) + support::png_chunk("IEND", "");
}

// A report of large pictures, all of them placed.
documents::Document report_of_pictures(int count) {
  documents::Document document;
  document.language = document.title_language = document.format_title_language = "en";
  document.title = "Report";
  document.country = "TKM";
  document.forum_date = "2026-05-05";
  document.as_of = "2026-01-15T09:00:00.000Z";
  document.select = "latest";
  document.sequence = 17;
  documents::DocumentSection section;
  section.id = "obj-07";
  section.content = documents::ContentKind::text;
  section.revision = 1;
  section.state = "approved";
  section.title_language = "en";
  section.title = "Maps";
  section.language = "en";
  for (int i = 0; i < count; ++i) {
    const std::string name = "p" + std::to_string(i) + ".png";
    const auto bytes = shared(painted(7'000, 7'142, i));
    section.markdown += "![A map](" + name + ")\n\n";
    section.pictures.push_back({name, "image/png", std::string(60, 'a') + std::to_string(1000 + i),
                                static_cast<std::int64_t>(bytes->size()), 7'000, 7'142, bytes});
  }
  document.sections.push_back(section);
  return document;
}

// Of all programs that ended, the highest.
long megabytes_of_programs() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  return usage.ru_maxrss / 1024;
}

int count_of(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a large picture is made smaller before the document that shows it, and kept") {
  const FakePrinter printer;
  Converters converters(printer.options());
  const auto conversion = printing("<p>One", support::png(300, 200), {30, 20});
  const std::string pdf = converters.run(conversion);
  REQUIRE(contains(pdf, "\x89PNG"));
  CHECK(documents::clean_picture(pdf.substr(pdf.find("\x89PNG"))).size == documents::PictureSize{30, 20});
  int kept = 0;
  for (const auto& entry : std::filesystem::directory_iterator(printer.folder.file("kept"))) {
    if (entry.path().extension() == ".picture") ++kept;
    if (entry.path().extension() == ".pdf") std::filesystem::remove(entry.path());
  }
  CHECK(kept == 1);
  const auto again = printer.options();
  CHECK(Converters(again).run(conversion) == pdf);
  CHECK(Converters(again).run(printing("<p>One", support::png(300, 200), {60, 40})) != pdf);
  CHECK(support::runs_of_fakes(printer.folder) == 3);
}

TEST_CASE("a large picture that cannot be read is printed as it is") {
  const FakePrinter printer;
  Converters converters(printer.options());
  CHECK(converters.run(printing("<p>", "no picture", {30, 20})) == "%PDF-1.7 no picture");
}

TEST_CASE("making pictures smaller has the time of one run, and ends with the service") {
  const FakePrinter printer;
  const auto why_not = [&](std::chrono::milliseconds time, bool stopped) {
    auto options = printer.options();
    options.limits.time = time;
    Converters converters(options);
    converters.programs();
    if (stopped) converters.stop();
    try {
      converters.run(printing("<p>", painted(9'000, 5'000, 1), {900, 500}));
      return std::string("made");
    } catch (const documents::ConversionFailed& failure) {
      CHECK(failure.why() == documents::ConversionFailed::Why::out_of_time);
      return failure.english();
    }
  };
  CHECK(contains(why_not(std::chrono::milliseconds(1), false), "large pictures small enough for a page took longer"));
  CHECK(why_not(std::chrono::minutes(2), true) != "made");
  CHECK(support::runs_of_fakes(printer.folder) == 0);
}

TEST_CASE("many of the largest pictures are printed, in bounded memory") {
  const support::TemporaryFolder folder;
  usecases::ConverterOptions options;
  options.work_folder = folder.file("work");
  options.cache_folder = folder.file("kept");
  Converters converters(options);
  REQUIRE_MESSAGE(!converters.programs().at(1).version.empty(), "typst is not installed");
  const int count = support::kSanitized ? 2 : 12;
  auto report = report_of_pictures(count);
  const std::string pdf = *converters.convert(OfficeKind::pdf, "a", [&] { return report; }).bytes;
  CHECK(pdf.starts_with("%PDF-"));
  CHECK(count_of(pdf, "/Subtype/Image") == count);
  CHECK(count_of(pdf, "/Width 2400") == count);
  CHECK_FALSE(contains(pdf, "/Interpolate true"));  // not allowed in PDF/A
  MESSAGE("programs took up to ", megabytes_of_programs(), " MB");
  // They take 210 unpacked. A program starts as a copy of the one that starts it, which a sanitizer makes large.
  if (!support::kSanitized) CHECK(megabytes_of_programs() < 160);
  options.cache_folder = "";
  const bool same = *Converters(options).convert(OfficeKind::pdf, "a", [&] { return report; }).bytes == pdf;
  CHECK(same);
}
