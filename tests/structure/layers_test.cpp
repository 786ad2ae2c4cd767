// The direction of the folders, read from the #include lines:
// main -> app -> http -> usecases -> {store, documents} -> domain. A folder may use what lies below it, http neither
// the store nor the documents. The rooms of a large folder have arrows of their own.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/source_folder.hpp"

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;  // "http/pipeline/api.cpp", from service/
  std::string name;  // "usecases/texts/texts.hpp"
  bool own = false;  // with quotes
};

// Which folders the files of a folder may use, besides their own. "app" is all that lies in service/ itself.
const std::map<std::string, std::set<std::string>>& arrows() {
  static const std::map<std::string, std::set<std::string>> allowed{
      {"domain", {}},
      {"embed", {}},
      {"store", {"domain", "embed"}},
      {"documents", {"domain", "embed"}},
      {"usecases", {"domain", "embed", "store", "documents"}},
      {"http", {"domain", "embed", "usecases"}},
      {"app", {"domain", "embed", "store", "documents", "usecases", "http", "demo"}},
      {"demo", {"domain", "embed", "documents", "usecases", "app"}},
  };
  return allowed;
}

// Which layers may see a library; its headers by their folder, or by their name. Those of the system are free to all
// but the domain.
const std::map<std::string, std::set<std::string>>& library_owners() {
  static const std::map<std::string, std::set<std::string>> owners{
      {"SQLiteCpp", {"store"}},
      {"sqlite3.h", {"store", "app"}},
      {"cmark-gfm.h", {"documents"}},
      {"cmark-gfm-core-extensions.h", {"documents"}},
      {"utf8proc.h", {"documents"}},
      {"pugixml.hpp", {"documents"}},
      {"expat.h", {"documents"}},
      {"jpeglib.h", {"documents"}},
      {"turbojpeg.h", {"documents"}},
      {"png.h", {"documents"}},
      {"lcms2.h", {"documents"}},
      {"zlib.h", {"documents", "http"}},
      {"zip.h", {"documents"}},
      {"libical", {"documents"}},
      {"curl", {"usecases"}},
      {"yaml-cpp", {"embed", "usecases", "demo"}},
      {"date", {"usecases"}},
      {"httplib.h", {"http", "app", "demo"}},
      {"valijson", {"http"}},
      {"spdlog", {"http", "app"}},
      {"openssl", {"store", "documents", "http"}},
      {"nlohmann", {"embed", "store", "documents", "usecases", "http", "app", "demo"}},
  };
  return owners;
}

// Which rooms the files of a room may use, besides their own: of the folders that have rooms.
const std::map<std::string, std::map<std::string, std::set<std::string>>>& room_arrows() {
  static const std::map<std::string, std::map<std::string, std::set<std::string>>> allowed{
      {"domain",
       {
           {"basis", {}},
           {"people", {"basis"}},
           {"text", {"basis"}},
           {"report", {"basis", "text"}},
           {"preparation", {"basis"}},
       }},
      {"store",
       {
           {"database", {}},
           {"log", {"database"}},
           {"people", {"database"}},
           {"report", {"database", "log"}},
           {"preparation", {"database", "log"}},
       }},
      {"documents",
       {
           {"text", {}},
           {"labels", {}},
           {"file", {}},
           {"picture", {"text", "file"}},
           {"csv", {"text"}},
           {"calendar", {}},
           {"mail", {"text"}},
           {"chart", {"text", "labels"}},
           {"report", {"text", "labels", "picture", "chart"}},
           {"markdown", {"text", "report"}},
           {"html", {"text", "labels", "picture", "chart", "report"}},
           {"office", {"text", "labels", "file", "picture", "chart", "report"}},
           {"pdf", {"text", "picture", "chart", "report"}},
           {"process", {"picture", "report", "pdf", "office"}},
           {"form", {"text", "labels", "file", "report", "markdown", "office", "process"}},
           {"translation", {"text", "file", "markdown"}},
       }},
      {"usecases",
       {
           {"format_file", {}},
           {"frame", {"format_file"}},
           {"people", {"frame"}},
           {"reports", {"format_file", "frame", "people"}},
           {"texts", {"frame", "reports"}},
           {"editions", {"frame"}},
           {"documents", {"frame", "reports", "texts", "editions"}},
           {"exports", {"frame", "reports", "editions", "documents"}},
           {"mail", {"frame"}},
           {"operation", {"format_file", "frame", "people", "exports", "mail", "inbox", "reminders"}},
           {"forms", {"frame", "reports", "texts"}},
           {"translation", {"frame", "reports", "texts"}},
           {"review", {"frame", "reports", "texts"}},
           {"inbox", {"frame", "reports"}},
           {"plan", {"frame", "reports", "inbox"}},
           {"calendar", {"frame", "reports", "plan"}},
           {"meetings", {"frame", "reports", "plan"}},
           {"reminders", {"frame", "reports", "inbox", "mail"}},
           {"papers", {"frame", "reports", "documents", "editions", "plan", "meetings", "reminders"}},
       }},
      {"http",
       {
           {"message", {}},
           {"contract", {"message"}},
           {"request", {"message", "contract"}},
           {"resources", {"contract", "request"}},
           {"pipeline", {"message", "contract", "request", "resources"}},
           {"connection", {"message"}},
       }},
  };
  return allowed;
}

// "documents/text/words.hpp" -> "text"; empty: it lies in the folder itself.
std::string room_of(const std::string& path) {
  const auto begin = path.find('/') + 1;
  const auto end = path.find('/', begin);
  return begin == 0 || end == std::string::npos ? "" : path.substr(begin, end - begin);
}

// What is wrong with an include from a file to another of the same folder, or "".
std::string complaint_of_rooms(const Include& include, const std::string& folder) {
  const auto rooms = room_arrows().find(folder);
  if (rooms == room_arrows().end()) return "";
  const std::string from = room_of(include.file);
  const std::string to = room_of(include.name);
  const auto allowed = rooms->second.find(from);
  if (allowed == rooms->second.end()) return include.file + " lies in no room of " + folder;
  if (to == from || allowed->second.contains(to)) return "";
  return include.file + " includes " + include.name + ": " + from + " may not use " + to;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.find('/');
  return slash == std::string::npos ? "app" : path.substr(0, slash);
}

// Headers of the standard library have neither a folder nor an ending.
bool is_standard(const Include& include) {
  return !include.own && include.name.find_first_of("./") == std::string::npos;
}

// What is wrong with one #include, or "".
std::string complaint(const Include& include) {
  const std::string from = folder_of(include.file);
  const auto allowed = arrows().find(from);
  if (allowed == arrows().end()) return include.file + " lies in a folder that has no layer";
  const std::string line = include.file + " includes " + include.name;
  if (!include.own) {
    if (from == "domain" && !is_standard(include)) return line + ": the domain uses the standard library only";
    const auto owners = library_owners().find(include.name.substr(0, include.name.find('/')));
    return owners == library_owners().end() || owners->second.contains(from) ? "" : line + ": not a library of " + from;
  }
  const std::string to = folder_of(include.name);
  if (to == from) return complaint_of_rooms(include, from);
  if (allowed->second.contains(to)) return "";
  return line + ": " + from + " may not use " + to;
}

// All rooms that a room uses, itself or through others.
std::set<std::string> reached_from(const std::map<std::string, std::set<std::string>>& rooms, const std::string& room) {
  std::set<std::string> reached;
  std::vector<std::string> open{room};
  while (!open.empty()) {
    const std::string at = open.back();
    open.pop_back();
    for (const auto& next : rooms.at(at)) {
      if (reached.insert(next).second) open.push_back(next);
    }
  }
  return reached;
}

// `#include` as the compiler sees it: spaces may stand on both sides of the mark.
bool is_include(const std::string& line) {
  const auto mark = line.find_first_not_of(" \t");
  if (mark == std::string::npos || line[mark] != '#') return false;
  const auto word = line.find_first_not_of(" \t", mark + 1);
  return word != std::string::npos && line.compare(word, 7, "include") == 0;
}

void read_includes(const fs::path& root, const fs::path& path, std::vector<Include>& found) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (!is_include(line)) continue;
    const auto open = line.find_first_of("\"<");
    const auto close = line.find_last_of("\">");
    REQUIRE_MESSAGE((open != std::string::npos && close > open), path.string(), ": ", line);
    const std::string name = line.substr(open + 1, close - open - 1);
    found.push_back({path.lexically_relative(root).string(), name, line[open] == '"'});
  }
}

// The lines of a folder's files that hold a word, each behind the name of its file.
std::vector<std::string> lines_with(const std::string& folder, const std::string& word) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(support::source_folder()) / folder)) {
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      if (line.find(word) != std::string::npos) found.push_back(entry.path().filename().string() + ": " + line);
    }
  }
  return found;
}

std::vector<Include> includes_of_the_service() {
  const fs::path root = fs::path(support::source_folder()) / "service";
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const auto ending = entry.path().extension();
    if (ending == ".cpp" || ending == ".hpp") read_includes(root, entry.path(), found);
  }
  return found;
}

}  // namespace

TEST_CASE("every include of the service points down the layers") {
  const auto includes = includes_of_the_service();
  CHECK(includes.size() > 300);
  for (const auto& include : includes) CHECK(complaint(include) == "");
}

TEST_CASE("http names nothing of store and documents, which it may not include, and gets it through no other header") {
  for (const std::string word : {"store::", "documents::"}) {
    for (const auto& line : lines_with("service/http", word)) CHECK(line == "");
    CHECK(lines_with("service/usecases", word).size() > 100);  // what is looked for is found where it may be
  }
}

TEST_CASE("the server is all that anybody sees of the connections") {
  for (const auto& include : includes_of_the_service()) {
    if (!include.own || !include.name.starts_with("http/connection/")) continue;
    const bool within = include.file.starts_with("http/connection/");
    CHECK_MESSAGE((within || include.name == "http/connection/server.hpp"), include.file, " includes ", include.name);
  }
}

TEST_CASE("one file knows the library that speaks to a mail relay") {
  std::set<std::string> files;
  for (const auto& include : includes_of_the_service()) {
    if (include.name.starts_with("curl/")) files.insert(include.file);
  }
  CHECK(files == std::set<std::string>{"usecases/mail/smtp.cpp"});
}

TEST_CASE("every library that a layer owns is one that it uses") {
  std::set<std::string> used;
  for (const auto& include : includes_of_the_service()) {
    if (!include.own) used.insert(folder_of(include.file) + " " + include.name.substr(0, include.name.find('/')));
  }
  for (const auto& [library, owners] : library_owners()) {
    for (const auto& owner : owners) CHECK_MESSAGE(used.contains(owner + " " + library), owner, " ", library);
  }
}

TEST_CASE("every arrow between rooms is one that is used, and none leads back") {
  std::set<std::string> used;
  for (const auto& include : includes_of_the_service()) {
    if (include.own && folder_of(include.file) == folder_of(include.name)) {
      used.insert(folder_of(include.file) + " " + room_of(include.file) + " " + room_of(include.name));
    }
  }
  for (const auto& [folder, rooms] : room_arrows()) {
    for (const auto& [from, allowed] : rooms) {
      for (const auto& to : allowed) {
        CHECK_MESSAGE(used.contains(folder + " " + from + " " + to), from, " ", to);
        CHECK_MESSAGE(reached_from(rooms, to).count(from) == 0, from, " ", to);
      }
    }
  }
}

TEST_CASE("the tests of a folder with rooms lie in rooms of the same names") {
  for (const auto& [folder, rooms] : room_arrows()) {
    for (const auto& entry : fs::directory_iterator(fs::path(support::source_folder()) / "tests" / folder)) {
      if (entry.is_directory())
        CHECK_MESSAGE(rooms.count(entry.path().filename().string()) == 1, entry.path().string());
    }
  }
}

TEST_CASE("an include that points up or past a layer is found") {
  CHECK(complaint({"http/pipeline/api.cpp", "store/report/texts.hpp", true}) ==
        "http/pipeline/api.cpp includes store/report/texts.hpp: http may not use store");
  CHECK(complaint({"http/resources/handlers_documents.cpp", "documents/html/html.hpp", true}) ==
        "http/resources/handlers_documents.cpp includes documents/html/html.hpp: http may not use documents");
  CHECK(complaint({"usecases/texts/texts.cpp", "http/contract/json.hpp", true}) != "");
  CHECK(complaint({"store/report/texts.cpp", "documents/html/html.hpp", true}) != "");
  CHECK(complaint({"documents/html/html.cpp", "store/report/texts.hpp", true}) != "");
  CHECK(complaint({"domain/basis/error.cpp", "store/report/texts.hpp", true}) != "");
  CHECK(complaint({"domain/basis/error.cpp", "nlohmann/json.hpp", false}) != "");
  CHECK(complaint({"usecases/texts/texts.cpp", "SQLiteCpp/SQLiteCpp.h", false}) != "");
  CHECK(complaint({"http/pipeline/api.cpp", "sqlite3.h", false}) ==
        "http/pipeline/api.cpp includes sqlite3.h: not a library of http");
  CHECK(complaint({"usecases/texts/texts.cpp", "httplib.h", false}) != "");
  CHECK(complaint({"usecases/texts/texts.cpp", "cmark-gfm.h", false}) != "");
  CHECK(complaint({"documents/html/html.cpp", "spdlog/spdlog.h", false}) != "");
  CHECK(complaint({"http/pipeline/api.cpp", "app.hpp", true}) != "");
  CHECK(complaint({"http/request/call.cpp", "http/resources/views.hpp", true}) != "");
  CHECK(complaint({"documents/text/words.cpp", "documents/form/form.hpp", true}) ==
        "documents/text/words.cpp includes documents/form/form.hpp: text may not use form");
  CHECK(complaint({"documents/words.cpp", "documents/text/ascii.hpp", true}) != "");
  CHECK(complaint({"documents/text/words.cpp", "documents/ascii.hpp", true}) != "");
  CHECK(complaint({"other/thing.cpp", "string", false}) == "other/thing.cpp lies in a folder that has no layer");
}

TEST_CASE("an include is known however it is spaced") {
  for (const char* line : {"#include <a>", "  #include \"a\"", "# include <a>", "\t#\tinclude\"a\""})
    CHECK(is_include(line));
  for (const char* line : {"", "#", "// #include <a>", "#if include", "#in", "include <a>"})
    CHECK_FALSE(is_include(line));
}

TEST_CASE("an include that points down is left alone") {
  CHECK(complaint({"main.cpp", "app.hpp", true}) == "");
  CHECK(complaint({"http/pipeline/api.cpp", "usecases/texts/texts.hpp", true}) == "");
  CHECK(complaint({"http/pipeline/api.cpp", "domain/basis/error.hpp", true}) == "");
  CHECK(complaint({"usecases/texts/texts.cpp", "store/report/texts.hpp", true}) == "");
  CHECK(complaint({"usecases/texts/texts.cpp", "documents/text/words.hpp", true}) == "");
  CHECK(complaint({"documents/form/form.cpp", "documents/text/words.hpp", true}) == "");
  CHECK(complaint({"domain/report/format.cpp", "vector", false}) == "");
  CHECK(complaint({"http/connection/tls.cpp", "openssl/ssl.h", false}) == "");
  CHECK(complaint({"http/message/network.cpp", "sys/socket.h", false}) == "");
}
