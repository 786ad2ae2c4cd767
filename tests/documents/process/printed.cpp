#include "documents/process/printed.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>

#include "documents/process/conversion.hpp"
#include "documents/sample_document.hpp"
#include "embed/embedded.hpp"
#include "support/temporary_folder.hpp"

namespace printed {

std::string pdf_of(const documents::Document& report) {
  const std::string program = documents::find_program("typst");
  REQUIRE_MESSAGE(!program.empty(), "typst is not in PATH");
  const support::TemporaryFolder folder;
  const auto conversion = documents::conversion_of(documents::OfficeKind::pdf, report, "0.15.0", embedded::file);
  try {
    return documents::run_conversion(program, conversion, folder.file("work"), {}, {});
  } catch (const documents::ConversionFailed& failure) {
    FAIL(failure.said());
    return "";
  }
}

std::string pdf_of_text(const std::string& markdown) { return pdf_of(sample::of_texts({markdown})); }

std::string output_of(const std::string& command, const std::string& pdf) {
  const support::TemporaryFolder folder;
  std::ofstream(folder.file("report.pdf"), std::ios::binary) << pdf;
  std::string output;
  FILE* pipe = popen((command + " " + folder.file("report.pdf") + " 2>/dev/null").c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  for (std::size_t count = 0; (count = fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, count);
  CHECK(pclose(pipe) == 0);
  return output;
}

std::string words_of(const std::string& pdf) {
  return output_of("words() { pdftotext -raw -nopgbrk \"$1\" -; }; words", pdf);
}

std::string words_of_page(const std::string& pdf, int page) {
  const std::string number = std::to_string(page);
  return output_of("words() { pdftotext -raw -nopgbrk -f " + number + " -l " + number + " \"$1\" -; }; words", pdf);
}

int pages_of(const std::string& pdf) { return std::stoi(sample::between(output_of("pdfinfo", pdf), "Pages:", "\n")); }

}  // namespace printed
