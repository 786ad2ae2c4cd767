#include "demo/script.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "documents/picture/picture.hpp"
#include "documents/text/words.hpp"
#include "embed/embedded.hpp"
#include "usecases/format_file/format_reader.hpp"

namespace {

using demo::Act;
using demo::Json;

const std::string kTexts = "db/demo/texts/";

domain::Format format_of(const demo::Script& script) {
  return usecases::read_format(embedded::file("db/formats/" + script.report.at("format").get<std::string>() + ".yaml"));
}

std::set<std::string> text_sections(const domain::Format& format) {
  std::set<std::string> keys;
  for (const auto& node : format.outline) {
    if (node.kind == domain::NodeKind::text) keys.insert(node.key);
  }
  return keys;
}

std::vector<const Act*> acts(const demo::Script& script, const std::string& action) {
  std::vector<const Act*> found;
  for (const Act& act : script.play) {
    if (act.action == action) found.push_back(&act);
  }
  return found;
}

std::set<std::string> sections_saved_in(const demo::Script& script, const std::string& language) {
  std::set<std::string> sections;
  for (const Act* act : acts(script, "save")) {
    if (act->language == language) sections.insert(act->section);
  }
  return sections;
}

bool holds_post(const demo::Script& script, const std::string& role, const std::string& agency) {
  return std::ranges::any_of(script.people, [&](const demo::Person& person) {
    return std::ranges::any_of(
        person.posts, [&](const Json& post) { return post.at("role") == role && post.value("agency", "") == agency; });
  });
}

bool has_line(std::string_view text, std::string_view begin) {
  return text.starts_with(begin) || text.find("\n" + std::string(begin)) != std::string_view::npos;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

bool is_latin(unsigned char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_cyrillic(unsigned char byte) { return byte == 0xD0 || byte == 0xD1; }  // first byte of А-я, Ё, ё

// A letter of the other alphabet beside one of this, as when "с" was typed as "c".
bool mixes_alphabets(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto before = static_cast<unsigned char>(text[i - 1]);
    const auto here = static_cast<unsigned char>(text[i]);
    if (is_latin(before) && is_cyrillic(here)) return true;
    if (i > 1 && is_cyrillic(static_cast<unsigned char>(text[i - 2])) && is_latin(here)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("twelve agencies take part in the sample report, each with a writer and a head") {
  const auto script = demo::load_script();
  CHECK(script.agencies.size() == 12);
  for (const Json& agency : script.agencies) {
    CAPTURE(agency.dump());
    CHECK(holds_post(script, "contributor", agency.at("id")));
    CHECK(holds_post(script, "head", agency.at("id")));
    for (const char* language : {"en", "ru", "tk"}) CHECK(agency.at("title").contains(language));
  }
}

TEST_CASE("every section of the sample report has a lead, given once") {
  const auto script = demo::load_script();
  std::multiset<std::string> assigned;
  for (const auto& assignment : script.assignments) {
    assigned.insert(assignment.section);
    CHECK(holds_post(script, "head", assignment.change.at("lead")));
  }
  const auto sections = text_sections(format_of(script));
  CHECK(assigned == std::multiset<std::string>(sections.begin(), sections.end()));
}

TEST_CASE("every section has an English sample text of 150 to 300 words within its limit") {
  const auto format = format_of(demo::load_script());
  for (const auto& key : text_sections(format)) {
    CAPTURE(key);
    const auto words = documents::count_words(std::string(embedded::file(kTexts + "en/" + key + ".md")));
    CHECK(words >= 150);
    CHECK(words <= 300);
    if (const auto limit = format.find(key)->limit.words; limit > 0) CHECK(words <= limit);
  }
}

TEST_CASE("every revision in English keeps to the same length") {
  const auto script = demo::load_script();
  for (const Act* act : acts(script, "save")) {
    if (act->language != "en") continue;
    CAPTURE(act->section);
    const auto words = documents::count_words(act->body.at("markdown").get<std::string>());
    CHECK(words >= 150);
    CHECK(words <= 300);
  }
}

TEST_CASE("tables, lists and footnotes are spread over the sections") {
  int tables = 0;
  int lists = 0;
  int footnotes = 0;
  for (const auto& key : text_sections(format_of(demo::load_script()))) {
    const auto text = embedded::file(kTexts + "en/" + key + ".md");
    tables += has_line(text, "|") ? 1 : 0;
    lists += has_line(text, "- ") || has_line(text, "1. ") ? 1 : 0;
    footnotes += has_line(text, "[^1]: ") ? 1 : 0;
  }
  CHECK(tables >= 13);
  CHECK(lists >= 13);
  CHECK(footnotes >= 8);
}

TEST_CASE("every footnote of the sample texts is referred to, and every reference has its footnote") {
  for (const auto& file : embedded::files_under(kTexts)) {
    CAPTURE(file.path);
    for (int number = 1; number <= 4; ++number) {
      const std::string mark = "[^" + std::to_string(number) + "]";
      const std::size_t notes = count_of(file.data, "\n" + mark + ": ");
      const std::size_t references = count_of(file.data, mark) - notes;
      CHECK(notes == (references > 0 ? 1U : 0U));
    }
  }
}

TEST_CASE("every sample text is played, but for the two that are left to try a save by hand") {
  const auto script = demo::load_script();
  std::set<std::string> played;
  for (const Act* act : acts(script, "save")) played.insert(act->body.at("markdown"));
  std::set<std::string> left;
  for (const auto& file : embedded::files_under(kTexts)) {
    if (!played.contains(std::string(file.data))) left.insert(std::string(file.path));
  }
  CHECK(left == std::set<std::string>{kTexts + "en/obj-20.md", kTexts + "en/obj-22.md"});
}

TEST_CASE("every picture of the sample is sent, placed by a text, and clean as it stands") {
  const auto script = demo::load_script();
  const auto sent = acts(script, "send");
  CHECK(sent.size() == 2);
  CHECK(sent.size() + 1 == embedded::files_under("db/demo/files/").size());
  CHECK(documents::clean_picture(script.emblem).changes.empty());
  for (const Act* act : sent) {
    const std::string name = act->body.at("name");
    CAPTURE(name);
    const auto picture = documents::clean_picture(act->file);
    CHECK(picture.changes.empty());
    CHECK(std::ranges::any_of(acts(script, "save"), [&](const Act* save) {
      return save->section == act->section && count_of(save->body.at("markdown").get<std::string>(), "](" + name) == 1;
    }));
  }
}

TEST_CASE("at least eight sections are there in Russian and three in Turkmen, in the right letters") {
  const auto script = demo::load_script();
  CHECK(sections_saved_in(script, "ru").size() >= 8);
  CHECK(sections_saved_in(script, "tk").size() >= 3);
  for (const auto& file : embedded::files_under(kTexts + "ru/")) {
    CAPTURE(file.path);
    CHECK_FALSE(mixes_alphabets(file.data));
    for (const char* letter : {"ж", "й", "ч", "ы", "я"}) CHECK(file.data.find(letter) != std::string_view::npos);
  }
  for (const auto& file : embedded::files_under(kTexts + "tk/")) {
    CAPTURE(file.path);
    for (const char* letter : {"ä", "ç", "ň", "ö", "ş", "ü", "ý"})
      CHECK(file.data.find(letter) != std::string_view::npos);
    for (const char* foreign : {"ı", "İ", "ğ", "ÿ", "а", "е", "о"})
      CHECK(file.data.find(foreign) == std::string_view::npos);
  }
}

TEST_CASE("one section is returned with a reason, revised and submitted again") {
  const auto script = demo::load_script();
  const auto returned = acts(script, "return");
  REQUIRE(returned.size() == 1);
  CHECK(returned[0]->body.at("reason").get<std::string>().size() > 50);
  std::vector<std::string> after;
  for (const Act& act : script.play) {
    if (&act - script.play.data() > returned[0] - script.play.data() && act.section == returned[0]->section) {
      after.push_back(act.action);
    }
  }
  CHECK(after == std::vector<std::string>{"save", "submit", "approve", "approve"});
}

TEST_CASE("one section has nothing to report, with a reason, and no text") {
  const auto script = demo::load_script();
  const auto nothing = acts(script, "declare_nothing");
  REQUIRE(nothing.size() == 1);
  CHECK_FALSE(nothing[0]->body.at("reason").get<std::string>().empty());
  CHECK_FALSE(sections_saved_in(script, "en").contains(nothing[0]->section));
}

TEST_CASE("the words that are changed in a Word form stand once in a text that is still a draft") {
  const auto script = demo::load_script();
  const demo::FormEdit& edit = script.form;
  std::vector<const Act*> about;
  for (const Act& act : script.play) {
    if (act.section == edit.section) about.push_back(&act);
  }
  REQUIRE(about.size() == 1);
  CHECK(about[0]->action == "save");
  CHECK(about[0]->user == edit.user);
  CHECK(count_of(about[0]->body.at("markdown").get<std::string>(), edit.words) == 1);
}

TEST_CASE("one translation is stale at the end of the play") {
  const auto script = demo::load_script();
  std::map<std::string, int> source;
  std::map<std::string, int> made_from;  // "obj-07 ru" -> source revision
  for (const Act* act : acts(script, "save")) {
    if (act->language == "en") ++source[act->section];
    if (act->language != "en") made_from[act->section + " " + act->language] = act->body.at("source_revision");
  }
  std::vector<std::string> stale;
  for (const auto& [text, revision] : made_from) {
    if (revision < source.at(text.substr(0, text.find(' ')))) stale.push_back(text);
  }
  CHECK(stale == std::vector<std::string>{"obj-07 ru"});
}

TEST_CASE("one section is late: its extended day has passed and nobody wrote it") {
  const auto script = demo::load_script();
  std::set<std::string> handed_in;
  for (const Act& act : script.play) {
    if (act.action == "submit" || act.action == "declare_nothing") handed_in.insert(act.section);
  }
  std::map<std::string, std::string> open;  // section -> day on which it is due
  for (const auto& assignment : script.assignments) {
    if (!handed_in.contains(assignment.section)) open[assignment.section] = assignment.change.at("due_on");
  }
  CHECK(open.size() == 2);
  CHECK(open.at("obj-20") < script.report.at("forum_date").get<std::string>());
  CHECK(open.at("annex-pledges") > script.report.at("forum_date").get<std::string>());  // a draft, in time
  CHECK_FALSE(sections_saved_in(script, "en").contains("obj-20"));
}

TEST_CASE("the sample report says that it is one, in every language") {
  const auto script = demo::load_script();
  CHECK(script.report.at("title").at("en").get<std::string>().find("sample text") != std::string::npos);
  CHECK(script.report.at("title").at("ru").get<std::string>().find("образец текста") != std::string::npos);
  CHECK(script.report.at("title").at("tk").get<std::string>().find("nusga tekst") != std::string::npos);
  for (const char* language : {"en", "ru", "tk"}) {
    CHECK(embedded::file(kTexts + language + "/foreword.md").starts_with("*"));
  }
}
