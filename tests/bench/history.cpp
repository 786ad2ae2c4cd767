// Gives the sample report a long past: revisions and events are added to its database through the use cases, so that
// `national-report verify` finds nothing to say. At the end every section says and is due what it did before.
//   bench-history FILE REVISIONS EVENTS
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "store/log/events.hpp"
#include "usecases/reports/assignment.hpp"
#include "usecases/texts/texts.hpp"

namespace {

constexpr const char* kReport = "sample-2026";
constexpr int kBatch = 2000;  // operations in one transaction

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

// A section whose text the coordinator may change in its present state, and what it says now.
struct Kept {
  std::string section;
  bool minor = false;
  std::optional<std::string> due_on;
  std::optional<std::string> due_reason;
  std::string markdown;
  std::int64_t revision = 0;
};

std::vector<Kept> sections_to_fill(usecases::Service& service, const domain::Actor& actor) {
  return service.read(actor, [](const usecases::Read& context) {
    std::vector<Kept> kept;
    for (const auto& section : store::list_sections(context.tx, kReport)) {
      const bool approved = section.state == domain::State::approved;
      if (!approved && section.state != domain::State::draft) continue;
      auto text = store::find_revision(context.tx, kReport, section.id, "en");
      if (!text) continue;
      kept.push_back(
          {section.id, approved, section.due_on, section.due_reason, std::move(text->markdown), text->revision});
    }
    return kept;
  });
}

void save(const usecases::Write& context, Kept& kept, const usecases::CheckedText& text) {
  usecases::SaveText command;
  command.key = {kReport, kept.section, "en"};
  command.text = text;
  command.minor = kept.minor;
  if (kept.minor) command.reason = "A figure was corrected.";
  command.expected = usecases::Expected::version(kept.revision);
  kept.revision = usecases::save_text(context, command).text.revision.revision;
}

void move_due_day(const usecases::Write& context, const Kept& kept, std::optional<std::string> day,
                  std::optional<std::string> reason) {
  usecases::SectionChange change;
  change.due_on = std::move(day);
  change.due_reason = std::move(reason);
  usecases::update_section(context, kReport, kept.section, change, {});
}

class History {
 public:
  History(usecases::Service& service, domain::Actor actor)
      : service_(service), actor_(std::move(actor)), kept_(sections_to_fill(service_, actor_)) {
    if (kept_.empty()) throw std::runtime_error("the database does not hold the sample report");
  }

  void fill(std::int64_t revisions, std::int64_t events) {
    const auto sections = static_cast<std::int64_t>(kept_.size());
    save_many(revisions - sections, [this](std::int64_t i) {
      return at(i).markdown + "\n\nVersion " + std::to_string(i) + " of this text.\n";
    });
    save_many(sections, [this](std::int64_t i) { return at(i).markdown; });
    const std::int64_t moves = events - revisions;
    add(moves - sections, [this](const usecases::Write& context, std::int64_t i) {
      move_due_day(context, at(i), "2026-0" + std::to_string(1 + i % 9) + "-01", "The ministry asked for more time.");
    });
    add(sections, [this](const usecases::Write& context, std::int64_t i) {
      move_due_day(context, at(i), at(i).due_on, at(i).due_reason);
    });
  }

 private:
  Kept& at(std::int64_t i) { return kept_[static_cast<std::size_t>(i) % kept_.size()]; }

  // What takes time for a text is done before the transaction, as the service does it.
  void read(usecases::Groundwork& groundwork, const usecases::CheckedText& text) {
    service_.read(actor_, groundwork, [&](const usecases::Read& context) {
      const auto report = usecases::open_report(context, kReport);
      usecases::reading_of(context, text, usecases::terms_to_look_for(context, report, "en", nullptr));
    });
  }

  // One text after another, many in one transaction.
  template <class TextOf>
  void save_many(std::int64_t count, TextOf text_of) {
    for (std::int64_t done = 0; done < count; done += kBatch) {
      usecases::Groundwork groundwork;
      std::vector<usecases::CheckedText> texts;
      for (std::int64_t i = done; i < std::min(count, done + kBatch); ++i) {
        texts.push_back(usecases::check_markdown(text_of(i)));
        read(groundwork, texts.back());
      }
      const auto before = kept_;
      service_.write(actor_, groundwork, [&](const usecases::Write& context) {
        kept_ = before;
        for (std::size_t i = 0; i < texts.size(); ++i) save(context, at(done + static_cast<std::int64_t>(i)), texts[i]);
        return true;
      });
    }
  }

  // One act after another, many in one transaction.
  template <class Act>
  void add(std::int64_t count, Act act) {
    for (std::int64_t done = 0; done < count; done += kBatch) {
      service_.write(actor_, [&](const usecases::Write& context) {
        for (std::int64_t i = done; i < std::min(count, done + kBatch); ++i) act(context, i);
        return true;
      });
    }
  }

  usecases::Service& service_;
  domain::Actor actor_;
  std::vector<Kept> kept_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  try {
    usecases::Service service({argv[1], "UTC", wall_clock});
    History(service, coordinator()).fill(std::atoll(argv[2]), std::atoll(argv[3]));
    service.database().checkpoint();
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
  return 0;
}
