// The contents of Word files get their pages from a program that stands in for LibreOffice.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "documents/file/zip_archive.hpp"
#include "support/contains.hpp"
#include "support/fake_programs.hpp"
#include "support/unzipped.hpp"
#include "usecases/frame/converters.hpp"

using support::contains;

namespace {

const std::string kReport = documents::make_archive(
    {{"word/document.xml",
      "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr><w:hyperlink w:anchor=\"_Toc1\"><w:r>"
      "<w:t>Title</w:t></w:r></w:hyperlink></w:p></w:body></w:document>"}});

struct PageDesk {
  support::TemporaryFolder folder;
  std::vector<std::string> failures;

  explicit PageDesk(const std::string& script) { support::fake_program(folder, "soffice", script); }

  usecases::ConverterOptions options() {
    usecases::ConverterOptions options;
    options.pandoc = options.typst = options.rsvg_convert = "/nowhere";
    options.soffice = folder.file("soffice");
    options.cache_folder = folder.file("kept");
    options.work_folder = folder.file("work");
    options.limits.time = std::chrono::milliseconds(1500);
    options.on_failure = [this](const std::string&, const std::string& said) { failures.push_back(said); };
    return options;
  }
};

}  // namespace

TEST_CASE("LibreOffice is asked once for the pages of the same file") {
  PageDesk desk(support::kSoffice);
  usecases::Converters converters(desk.options());
  const std::string made = converters.with_pages(kReport);
  CHECK(contains(support::unzipped(made).at("word/document.xml"), ">57</w:t>"));
  CHECK(converters.with_pages(kReport) == made);
  CHECK(support::runs_of_fakes(desk.folder) == 1);
  CHECK(desk.failures.empty());
}

TEST_CASE("LibreOffice works in a profile of its own, which has our macro and no other") {
  PageDesk desk(
      "case \"$*\" in '-env:UserInstallation=$SYSUSERHOME/profile --headless '*' macro:///Standard.Pages.Find') ;; *) "
      "exit "
      "1;; esac\n[ \"$HOME\" = \"$PWD\" ] && grep -q 'Sub Find' profile/user/basic/Standard/Pages.xba && " +
      std::string(support::kSoffice));
  usecases::Converters converters(desk.options());
  CHECK(converters.with_pages(kReport) != kReport);
}

TEST_CASE("LibreOffice has a whole path for its home, wherever the service keeps its files") {
  PageDesk desk("case $HOME in /*) " + std::string(support::kSoffice) + ";; esac");
  auto options = desk.options();
  options.work_folder = std::filesystem::relative(options.work_folder);
  usecases::Converters converters(options);
  CHECK(converters.with_pages(kReport) != kReport);
}

TEST_CASE("a file stays as it is where LibreOffice fails, is slow or says rubbish, and the log tells") {
  for (const char* script : {"exit 1", "sleep 30", "kill -SEGV $$", "exit 0", "echo rubbish > pages.json",
                             "echo '{\"_Toc1\":\"five\"}' > pages.json"}) {
    CAPTURE(script);
    PageDesk desk(script);
    usecases::Converters converters(desk.options());
    CHECK(converters.with_pages(kReport) == kReport);
    CHECK(desk.failures.size() == 1);
  }
}

TEST_CASE("a file stays as it is where there is no LibreOffice") {
  PageDesk desk("exit 1");
  auto options = desk.options();
  options.soffice = "/nowhere";
  usecases::Converters converters(options);
  CHECK(converters.with_pages(kReport) == kReport);
  CHECK(desk.failures.empty());
}

TEST_CASE("what is no Word file, or has no lists, is given to no program") {
  PageDesk desk(support::kSoffice);
  usecases::Converters converters(desk.options());
  const std::string other = documents::make_archive({{"report.json", "{}"}});
  CHECK(converters.with_pages(other) == other);
  CHECK(converters.with_pages("rubbish") == "rubbish");
  CHECK(support::runs_of_fakes(desk.folder) == 0);
  CHECK(desk.failures.size() == 1);
}

TEST_CASE("who wants pages while the machine makes other documents is told to come later") {
  PageDesk desk("sleep 1; " + std::string(support::kSoffice));
  auto options = desk.options();
  options.at_once = 0;
  usecases::Converters converters(options);
  CHECK_THROWS_AS(converters.with_pages(kReport), domain::Error);
}
