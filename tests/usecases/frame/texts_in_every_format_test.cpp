// What no text does to a file of the report: keep it from being made, or break out of its paragraphs.
#include <doctest/doctest.h>

#include "documents/file/well_formed.hpp"
#include "documents/file/zip_reader.hpp"
#include "documents/html/html.hpp"
#include "documents/markdown/markdown.hpp"
#include "documents/report/document_json.hpp"
#include "support/contains.hpp"
#include "support/hostile_texts.hpp"
#include "support/temporary_folder.hpp"
#include "usecases/frame/converters.hpp"

using documents::OfficeKind;
using support::contains;

namespace {

documents::Document report_of(const std::string& markdown) {
  documents::Document report;
  report.language = "en";
  report.title = "A report";
  report.country = "TKM";
  report.forum_date = "2026-05-05";
  report.as_of = report.local_as_of = "2026-01-15T09:00:00Z";
  report.select = "latest";
  documents::DocumentSection section;
  section.id = "hostile";
  section.title = "Hostile";
  section.content = documents::ContentKind::text;
  section.markdown = markdown;
  section.language = "en";
  report.sections.push_back(section);
  return report;
}

// A field that Word would run, or a link that leads to a file or a script.
constexpr const char* kHarmful[] = {"<w:instrText>DDEAUTO", "\"javascript:", "\"file:", "etc/passwd\""};

void check_parts(const std::string& archive) {
  for (const auto& [name, part] : documents::read_archive(archive, {.bytes = 100'000'000})) {
    if (!name.ends_with(".xml") && !name.ends_with(".rels")) continue;
    CAPTURE(name);
    CHECK_NOTHROW(documents::require_well_formed(part, domain::say("It")));
    for (const char* harmful : kHarmful) CHECK_MESSAGE(!contains(part, harmful), harmful);
  }
}

}  // namespace

TEST_CASE("every hostile text goes through every format, and stays a text") {
  const support::TemporaryFolder folder;
  usecases::ConverterOptions options;
  options.work_folder = folder.file("work");
  usecases::Converters converters(options);
  const auto texts = support::hostile_texts();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string& markdown = texts[i];
    CAPTURE(markdown.substr(0, 60));
    auto report = report_of(markdown);
    const auto file = [&](OfficeKind kind) {
      return *converters.convert(kind, std::to_string(i), [&] { return report; }).bytes;
    };
    CHECK(documents::to_markdown(report).size() > 10);
    CHECK(documents::to_json(report).size() > markdown.size());
    const std::string page = documents::to_html(report);
    for (const char* harmful : {"href=\"javascript:", "href=\"file:", "onclick=\"x", "src=\"../"}) {
      CHECK_MESSAGE(!contains(page, harmful), harmful);
    }
    check_parts(file(OfficeKind::docx));
    check_parts(file(OfficeKind::odt));
    CHECK(file(OfficeKind::pdf).starts_with("%PDF-"));
  }
}
