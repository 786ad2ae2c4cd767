// The PDF of a report of some three hundred pages: the sample report's texts nine times over, a picture behind each
// third of them. Prints seconds of processor time and megabytes of the programs that make it, and leaves it in a file.
//   bench-large-pdf FILE
#include <sys/resource.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include "documents/process/conversion.hpp"
#include "embed/embedded.hpp"
#include "support/coloured_pictures.hpp"
#include "support/pictures.hpp"

namespace {

constexpr int kTimes = 9;
constexpr int kPictures = 11;  // each time
constexpr std::uint32_t kWide = 1'600;
constexpr std::uint32_t kHigh = 1'000;

// Of about 200 kB: what is drawn has few colours beside each other.
std::string drawn(int number) {
  std::string rows;
  std::uint32_t random = 2'463'534'242U + static_cast<std::uint32_t>(number);
  for (std::uint32_t y = 0; y < kHigh; ++y) {
    rows += '\0';
    for (std::uint32_t x = 0; x < kWide; ++x) {
      if (x % 16 == 0) random = random * 1'664'525U + 1'013'904'223U;
      const char grey = static_cast<char>(random >> 24U);
      rows.append({grey, grey, static_cast<char>(number)});
    }
  }
  return support::png_signature() + support::png_header(kWide, kHigh, 8, 2) +
         support::png_chunk("IDAT", support::deflated(rows, 6)) + support::png_chunk("IEND", "");
}

std::string photographed(int number) {
  support::JpegWay way;
  way.width = kWide;
  way.height = kHigh;
  return support::jpeg_of({static_cast<unsigned char>(number), 90, 160}, way);
}

void add_picture(documents::DocumentSection& section, int number) {
  const bool drawing = number % 2 == 0;
  const auto bytes = std::make_shared<const std::string>(drawing ? drawn(number) : photographed(number));
  const std::string name = "p" + std::to_string(number) + (drawing ? ".png" : ".jpg");
  section.markdown += "\n\n![A picture](" + name + " \"What it shows\")\n";
  section.pictures.push_back({name, drawing ? "image/png" : "image/jpeg", std::to_string(number),
                              static_cast<std::int64_t>(bytes->size()), kWide, kHigh, bytes});
}

documents::DocumentSection section_of(std::string_view markdown, int number) {
  documents::DocumentSection section;
  section.id = "s" + std::to_string(number);
  section.title = "Part " + std::to_string(number) + " of the report";
  section.title_language = section.language = "en";
  section.content = documents::ContentKind::text;
  section.state = "approved";
  section.revision = 1;
  section.markdown = markdown;
  return section;
}

documents::Document large_report() {
  documents::Document report;
  report.language = report.title_language = report.format_title_language = "en";
  report.title = "A large report";
  report.country = "TKM";
  report.forum_date = "2026-05-05";
  report.as_of = "2026-01-15T09:00:00.000Z";
  report.select = "latest";
  report.sequence = 1;
  int pictures = 0;
  for (int time = 0; time < kTimes; ++time) {
    for (const auto& file : embedded::files_under("db/demo/texts/en/")) {
      report.sections.push_back(section_of(file.data, static_cast<int>(report.sections.size())));
      const bool shown = report.sections.size() % 3 == 0 && pictures < (time + 1) * kPictures;
      if (shown) add_picture(report.sections.back(), pictures++);
    }
  }
  return report;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    const auto conversion =
        documents::conversion_of(documents::OfficeKind::pdf, large_report(), "0.15.0", embedded::file);
    std::ofstream(argv[1], std::ios::binary) << documents::run_conversion(
        documents::find_program("typst"), conversion, std::string(argv[1]) + ".work", {std::chrono::minutes(5)}, {});
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval& time) {
      return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    std::cout << seconds(usage.ru_utime) + seconds(usage.ru_stime) << " " << usage.ru_maxrss / 1024 << "\n";
  } catch (const documents::ConversionFailed& failure) {
    std::cerr << failure.said() << "\n";
    return 1;
  }
  return 0;
}
