// Conversions with programs of our own in the place of pandoc and typst: what they do wrong does no harm.
#include "usecases/frame/converters.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <map>
#include <vector>

#include "domain/basis/error.hpp"
#include "support/fake_programs.hpp"

using documents::OfficeKind;
using usecases::Converters;

namespace {

namespace fs = std::filesystem;

// A folder with a program "typst".
struct Fake {
  support::TemporaryFolder folder;
  std::vector<std::string> failures;

  explicit Fake(const std::string& script) { support::fake_program(folder, "typst", script); }

  usecases::ConverterOptions options() {
    usecases::ConverterOptions options;
    options.typst = folder.file("typst");
    options.pandoc = folder.file("pandoc");
    options.rsvg_convert = folder.file("rsvg-convert");
    options.cache_folder = folder.file("kept");
    options.work_folder = folder.file("work");
    options.on_failure = [this](const std::string&, const std::string& said) { failures.push_back(said); };
    return options;
  }

  std::size_t runs() const { return support::runs_of_fakes(folder); }
};

documents::Document report(const std::string& title) {
  documents::Document document;
  document.language = document.title_language = document.format_title_language = "en";
  document.title = title;
  document.country = "TKM";
  document.forum_date = "2026-05-05";
  document.as_of = "2026-01-15T09:00:00.000Z";
  document.select = "latest";
  document.sequence = 17;
  return document;
}

std::string pdf_of(Converters& converters, const std::string& title) {
  return *converters.convert(OfficeKind::pdf, title, [&] { return report(title); }).bytes;
}

std::string converter_refusal(Converters& converters, const std::string& title = "Report") {
  try {
    pdf_of(converters, title);
    return "none";
  } catch (const domain::Error& error) {
    return error.kind();
  }
}

}  // namespace

TEST_CASE("what another build of the service kept is not served, and what this one kept is") {
  Fake fake(support::kTypst);
  const auto made_by = [&](const std::string& build) {
    auto options = fake.options();
    options.build = build;
    Converters converters(options);
    pdf_of(converters, "A title");
    return fake.runs();
  };
  CHECK(made_by("one") == 1);
  CHECK(made_by("one") == 1);
  CHECK(made_by("two") == 2);
  CHECK(made_by("one") == 2);
  CHECK_FALSE(usecases::build_id().empty());
  CHECK(usecases::build_id() == usecases::ConverterOptions().build);
}

TEST_CASE("a kept file that is not whole any more is made again") {
  Fake fake(support::kTypst);
  const std::string first = [&] {
    Converters converters(fake.options());
    return pdf_of(converters, "A title");
  }();
  for (const auto& entry : fs::recursive_directory_iterator(fake.folder.file("kept"))) {
    if (entry.is_regular_file()) fs::resize_file(entry.path(), 0);
  }
  Converters converters(fake.options());
  CHECK(pdf_of(converters, "A title") == first);
  CHECK(fake.runs() == 2);
}

TEST_CASE("a file is made once, kept on disk, and made again where the content is another") {
  Fake fake(support::kTypst);
  {
    Converters converters(fake.options());
    const auto made = converters.convert(OfficeKind::pdf, "a", [] { return report("A title"); });
    CHECK(made.sequence == 17);
    CHECK(made.bytes->starts_with("%PDF-1.7 #import \"looks.typ\""));
    CHECK(made.bytes->find("A title") != std::string::npos);
    pdf_of(converters, "A title");
    CHECK(fake.runs() == 1);
    pdf_of(converters, "Another title");
    CHECK(fake.runs() == 2);
  }
  Converters after_a_restart(fake.options());
  pdf_of(after_a_restart, "A title");
  CHECK(fake.runs() == 2);
}

TEST_CASE("fifty who ask for the same file at once wait for one conversion") {
  Fake fake(std::string("sleep 0.5\n") + support::kTypst);
  Converters converters(fake.options());
  std::vector<std::future<std::string>> all;
  for (int i = 0; i < 50; ++i) {
    all.push_back(std::async(std::launch::async, [&] { return pdf_of(converters, "Report"); }));
  }
  for (auto& one : all) CHECK(one.get().starts_with("%PDF-"));
  CHECK(fake.runs() == 1);
}

TEST_CASE("who asks while as many conversions as allowed are under way is told to come later") {
  const support::TemporaryFolder gate;
  Fake fake("until [ -e " + gate.file("open") + " ]; do sleep 0.02; done\n" + support::kTypst);
  auto options = fake.options();
  options.at_once = 1;
  Converters converters(options);
  converters.programs();
  auto first = std::async(std::launch::async, [&] { return pdf_of(converters, "One"); });
  while (fake.runs() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  CHECK(converter_refusal(converters, "Two") == "converters_busy");
  auto joined = std::async(std::launch::async, [&] { return pdf_of(converters, "One"); });
  const auto figures = [&] { return converters.figures().at(1); };
  while (figures().waiting == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  CHECK(figures().program == "typst");
  CHECK(figures().running == 1);
  CHECK(figures().refused == 1);
  CHECK(figures().ended == 0);
  std::ofstream(gate.file("open")) << "x";
  CHECK(first.get().starts_with("%PDF-"));
  CHECK(joined.get().starts_with("%PDF-"));
  CHECK(converter_refusal(converters, "Two") == "none");
  CHECK(figures().running == 0);
  CHECK(figures().waiting == 0);
  CHECK(figures().ended == 2);
  CHECK(figures().failed == 0);
  CHECK(figures().seconds > 0);
  CHECK(converters.figures().at(0).ended == 0);
}

TEST_CASE("of those who ask for a file that is being made only so many wait, and the others are told to come later") {
  const support::TemporaryFolder gate;
  Fake fake("until [ -e " + gate.file("open") + " ]; do sleep 0.02; done\n" + support::kTypst);
  auto options = fake.options();
  options.most_waiting = 3;
  Converters converters(options);
  converters.programs();
  std::vector<std::future<std::string>> all;
  for (int i = 0; i < 10; ++i) {
    all.push_back(std::async(std::launch::async, [&] { return converter_refusal(converters, "One"); }));
  }
  const auto is_answered = [](std::future<std::string>& one) {
    return one.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  };
  while (std::ranges::count_if(all, is_answered) < 6) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  CHECK(std::ranges::count_if(all, is_answered) == 6);
  std::ofstream(gate.file("open")) << "x";
  std::map<std::string, int> answers;
  for (auto& one : all) ++answers[one.get()];
  CHECK(answers == std::map<std::string, int>{{"none", 4}, {"converters_busy", 6}});
}

TEST_CASE("a program that is not installed is named") {
  Fake fake(support::kTypst);
  Converters converters(fake.options());
  const auto programs = converters.programs();
  CHECK(programs[0].name == "pandoc");
  CHECK(programs[0].path.empty());
  CHECK(programs[1].version == "57.2");
  try {
    converters.convert(OfficeKind::docx, "a", [] { return report("A"); });
    FAIL("was made");
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::tool_missing);
    CHECK(error.english().find("'pandoc' is not installed") != std::string::npos);
  }
}

TEST_CASE(
    "a program that fails, hangs, crashes, eats memory or writes rubbish is an error that leaves nothing behind") {
  // What each leaves in the log; the last two are ended by the limits, in the words of the program itself.
  for (const auto& [script, said] :
       {std::pair<std::string, std::string>{"echo 'no such font' >&2; exit 1", "exit status 1: no such font\n"},
        {"sleep 30", "ended by force: "},
        {"kill -SEGV $$", "signal 11: "},
        {"echo rubbish > report.pdf", "exit status 0: "},
        {"exit 0", "exit status 0: "},
        {"exec awk 'BEGIN { s = \"x\"; while (1) s = s s }'", "memory"},
        {"exec head -c 2000000 /dev/zero > report.pdf", "signal 25: "}}) {
    CAPTURE(script);
    Fake fake(script);
    auto options = fake.options();
    options.limits.time = std::chrono::milliseconds(script.starts_with("sleep") ? 1500 : 60'000);
    options.limits.memory_bytes = 128ULL << 20U;
    options.limits.file_bytes = 1ULL << 20U;
    Converters converters(options);
    CHECK(converter_refusal(converters) == "conversion_failed");
    REQUIRE(fake.failures.size() == 1);
    CHECK_MESSAGE(fake.failures[0].find(said) != std::string::npos, fake.failures[0]);
    CHECK(converter_refusal(converters) == "conversion_failed");
    CHECK(fake.runs() == 2);  // a failure is not kept
    CHECK_FALSE(fs::exists(fake.folder.file("kept")));
    CHECK(fs::is_empty(fake.folder.file("work")));
  }
}

TEST_CASE("what a run that was cut off left in the work folder is removed at the next start") {
  Fake fake(support::kTypst);
  fs::create_directories(fake.folder.file("work") + "/report-x1y2z3");
  std::ofstream(fake.folder.file("work") + "/report-x1y2z3/report.typ") << "half a report";
  Converters converters(fake.options());
  CHECK_FALSE(fs::exists(fake.folder.file("work") + "/report-x1y2z3"));
  CHECK(pdf_of(converters, "Report").starts_with("%PDF-"));
}

TEST_CASE("what a failing program said goes to the log and not to the client") {
  Fake fake("echo 'no such font' >&2; exit 1");
  Converters converters(fake.options());
  try {
    pdf_of(converters, "Report");
    FAIL("was made");
  } catch (const domain::Error& error) {
    CHECK(error.english().find("font") == std::string::npos);
    CHECK(error.english().find("'report.pdf' could not be made") != std::string::npos);
  }
  REQUIRE(fake.failures.size() == 1);
  CHECK(fake.failures[0] == "exit status 1: no such font\n");
}

TEST_CASE("an error of compiling reaches all who wait, and the next one is served") {
  Fake fake(support::kTypst);
  Converters converters(fake.options());
  const auto compile = []() -> documents::Document {
    throw domain::Error(domain::ErrorCode::not_found, "not_found", domain::say("There is no report."));
  };
  CHECK_THROWS_AS(converters.convert(OfficeKind::pdf, "a", compile), domain::Error);
  CHECK(converters.convert(OfficeKind::pdf, "a", [] { return report("A"); }).bytes->starts_with("%PDF-"));
}

TEST_CASE("one run of a program gives its file, and the same run again gives what was kept") {
  Fake fake(support::kTypst);
  Converters converters(fake.options());
  const documents::Conversion conversion{documents::Program::typst,
                                         {"compile", "report.typ", "report.pdf"},
                                         {{"report.typ", "<!DOCTYPE html><p>Text"}},
                                         "report.pdf",
                                         {"LANG=C.UTF-8"}};
  CHECK(converters.run(conversion).starts_with("%PDF-1.7 <!DOCTYPE html><p>Text"));
  CHECK(converters.run(conversion) == converters.run(conversion));
  CHECK(fake.runs() == 1);
  auto missing = conversion;
  missing.program = documents::Program::pandoc;
  CHECK_THROWS_AS(converters.run(missing), domain::Error);
}

TEST_CASE("a file is made again where its program gets another argument, variable or file") {
  Fake fake(support::kTypst);
  Converters converters(fake.options());
  const documents::Conversion conversion{documents::Program::typst,
                                         {"compile", "report.typ", "report.pdf"},
                                         {{"report.typ", "<p>Text"}},
                                         "report.pdf",
                                         {"SOURCE_DATE_EPOCH=1"}};
  std::vector<documents::Conversion> others(3, conversion);
  others[0].arguments[0] = "0";
  others[1].environment = {"SOURCE_DATE_EPOCH=2"};
  others[2].files["style.css"] = "p { color: black }";
  converters.run(conversion);
  for (const auto& other : others) converters.run(other);
  CHECK(fake.runs() == 4);
}

TEST_CASE("what a document shows is drawn before it, and drawn again only where it is another drawing") {
  Fake fake("shift; (printf '%%PDF-1.7 '; cat \"$1\" picture-1.png) > \"$2\"");
  support::fake_program(fake.folder, "rsvg-convert", support::kRsvgConvert);
  auto options = fake.options();
  options.at_once = 1;  // the drawings belong to the turn of the document
  Converters converters(options);
  documents::Conversion conversion{documents::Program::typst,
                                   {"compile", "report.typ", "report.pdf"},
                                   {{"report.typ", "<p>Text"}},
                                   "report.pdf",
                                   {},
                                   {{"picture-1.png", {"<svg>one</svg>", {}}}}};
  CHECK(converters.run(conversion) == "%PDF-1.7 <p>Text\x89PNG\r\n\x1a\n<svg>one</svg>");
  CHECK(fake.runs() == 2);
  converters.run(conversion);
  CHECK(fake.runs() == 2);
  conversion.files["report.typ"] = "<p>Another text";
  converters.run(conversion);
  CHECK(fake.runs() == 3);
  conversion.drawings["picture-1.png"] = {"<svg>two</svg>", {}};
  CHECK(converters.run(conversion).ends_with("<svg>two</svg>"));
  CHECK(fake.runs() == 5);
}

TEST_CASE("who has nothing that draws can make all documents but those with something to draw") {
  Fake fake(support::kTypst);
  Converters converters(fake.options());
  documents::Conversion conversion{documents::Program::typst,
                                   {"compile", "report.typ", "report.pdf"},
                                   {{"report.typ", "<p>Text"}},
                                   "report.pdf",
                                   {}};
  CHECK(converters.run(conversion) == "%PDF-1.7 <p>Text");
  conversion.drawings["picture-1.png"] = {"<svg/>", {}};
  try {
    converters.run(conversion);
    FAIL("was made");
  } catch (const domain::Error& error) {
    CHECK(error.code() == domain::ErrorCode::tool_missing);
    CHECK(error.english().find("'rsvg-convert' is not installed") != std::string::npos);
  }
  CHECK(fake.runs() == 1);
}

TEST_CASE("a program that once did not say its version is asked again") {
  const support::TemporaryFolder folder;
  const std::string path = folder.file("pandoc");
  std::ofstream(path) << "#!/bin/sh\nif [ -e '" << folder.file("asked") << "' ]; then echo 'pandoc 3.1'; exit; fi\n"
                      << "touch '" << folder.file("asked") << "'\nexit 1\n";
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  usecases::ConverterOptions options;
  options.pandoc = path;
  options.typst = options.rsvg_convert = "/nowhere";
  usecases::Converters converters(options);
  CHECK(converters.programs().front().version == "");
  CHECK(converters.programs().front().version == "3.1");
}

TEST_CASE("a drawing that was tried out when it was saved is there for the documents that show it") {
  Fake fake("shift; (printf '%%PDF-1.7 '; cat \"$1\" picture-1.png) > \"$2\"");
  support::fake_program(fake.folder, "rsvg-convert", support::kRsvgConvert);
  Converters converters(fake.options());
  converters.draw("<svg>one</svg>");
  CHECK(fake.runs() == 1);
  converters.draw("<svg>one</svg>");
  CHECK(fake.runs() == 1);
  converters.run({documents::Program::typst,
                  {"compile", "report.typ", "report.pdf"},
                  {{"report.typ", "<p>Text"}},
                  "report.pdf",
                  {},
                  {{"picture-1.png", {"<svg>one</svg>", {}}}}});
  CHECK(fake.runs() == 2);
}

TEST_CASE("a document that fails for a drawing names the picture and its section") {
  Fake fake(support::kTypst);
  support::fake_program(fake.folder, "rsvg-convert", "exit 1");
  Converters converters(fake.options());
  try {
    converters.run({documents::Program::typst,
                    {"report.typ"},
                    {{"report.typ", "<p>Text"}},
                    "report.pdf",
                    {},
                    {{"picture-1.png", {"<svg/>", domain::say("the picture 'map.svg' of the section 'obj-07'")}}}});
    FAIL("was made");
  } catch (const documents::ConversionFailed& failure) {
    CHECK(failure.english().find("'report.pdf' could not be made: the picture 'map.svg' of the section 'obj-07'") !=
          std::string::npos);
    CHECK(failure.why() == documents::ConversionFailed::Why::gave_up);
  }
}
