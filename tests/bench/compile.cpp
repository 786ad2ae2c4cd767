// A report of 40 sections of 10 kB in a database of its own, compiled again and again: its texts read from SQLite,
// assembled and rendered as HTML. Prints the milliseconds of each time, one a line.
//   bench-compile FILE ROUNDS
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "documents/html/html.hpp"
#include "embed/embedded.hpp"
#include "store/people/people.hpp"
#include "usecases/documents/compile.hpp"
#include "usecases/reports/formats.hpp"
#include "usecases/reports/reports.hpp"
#include "usecases/texts/texts.hpp"

namespace {

constexpr int kSections = 40;
constexpr std::size_t kBytes = 10'000;
constexpr const char* kReport = "bench";

domain::Millis wall_clock() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

domain::Actor coordinator() {
  domain::Actor actor;
  actor.user = "coordinator";
  actor.posts.push_back({domain::Role::coordinator, "", "", {}});
  return actor;
}

std::string part(int number) { return "part-" + std::to_string(number); }

// An outline of sections beside each other.
std::string format_source() {
  std::string yaml =
      "key: bench\ntitle: {en: Benchmark}\nlanguages: [en]\nfour_eyes: recorded\nminor_edits: true\n"
      "review: {submit: {title: {en: Clearance}}, steps: [{key: last, role: coordinator, title: {en: Coordinator}}]}\n"
      "stages: [{key: collect, title: {en: Collection}, start: T-8w, end: T-4w}]\noutline:\n";
  for (int i = 1; i <= kSections; ++i)
    yaml += "  - {key: " + part(i) + ", title: {en: Part " + std::to_string(i) + "}}\n";
  return yaml;
}

// A text of the sample report, then paragraphs, lists and tables of the others without their footnotes, up to 10 kB.
std::string section_text(std::size_t number) {
  const auto files = embedded::files_under("db/demo/texts/en/");
  std::string text(files[number % files.size()].data);
  for (std::size_t next = number + 1; text.size() < kBytes; ++next) {
    std::string_view more = files[next % files.size()].data;
    while (!more.empty() && text.size() < kBytes) {
      const auto end = std::min(more.find("\n\n"), more.size());
      const std::string_view block = more.substr(0, end);
      more.remove_prefix(std::min(end + 2, more.size()));
      if (block.find("[^") == std::string_view::npos) text.append("\n\n").append(block);
    }
  }
  return text;
}

void make_report(usecases::Service& service, const domain::Actor& actor) {
  service.database().write([&](store::WriteTx& tx) {
    store::insert_user(tx, {actor.user, "Coordinator", std::nullopt});
  });
  service.write(actor, [&](const usecases::Write& context) {
    usecases::store_format(context, usecases::check_format(format_source()));
    usecases::NewReport report;
    report.id = kReport;
    report.format = "bench";
    report.country = "TKM";
    report.title = {{"en", "Benchmark"}};
    report.forum_date = "2030-05-05";
    report.languages = {"en"};
    report.source_language = "en";
    usecases::create_report(context, report);
    return true;
  });
  for (int i = 1; i <= kSections; ++i) {
    usecases::SaveText command;
    command.key = {kReport, part(i), "en"};
    command.text = usecases::check_markdown(section_text(static_cast<std::size_t>(i)));
    service.write(actor, [&](const usecases::Write& context) { return usecases::save_text(context, command); });
  }
}

std::size_t compile_once(usecases::Service& service, const domain::Actor& actor) {
  return service.read(actor, [&](const usecases::Read& context) {
    const auto report = service.known_reports().see(context, kReport);
    const usecases::Contents contents{"en", usecases::Select::latest, report->readable_by(context.actor)};
    return documents::to_html(usecases::compile(context, *report, contents)).size();
  });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    usecases::Service service({argv[1], "UTC", wall_clock});
    const domain::Actor actor = coordinator();
    make_report(service, actor);
    for (int round = std::atoi(argv[2]); round > 0; --round) {
      const auto start = std::chrono::steady_clock::now();
      const std::size_t size = compile_once(service, actor);
      const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
      if (size < kSections * kBytes) return 1;
      std::cout << took.count() << "\n";
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
