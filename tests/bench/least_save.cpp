// The least that can save a text: the libraries of the service, one row a commit, and nothing else than reading the
// JSON, checking the text and counting its words. No token, no rules, no history. For one client.
//   bench-least-save FILE
#include <SQLiteCpp/SQLiteCpp.h>

#include <nlohmann/json.hpp>

#include "bare_server.hpp"
#include "bare_table.hpp"
#include "documents/text/text_check.hpp"
#include "documents/text/words.hpp"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  BareTable table(argv[1]);
  httplib::Server server;
  const auto answer = [](httplib::Response& response) {
    response.set_header("ETag", "\"1\"");
    response.set_content(std::string(600, 'x'), "application/json");
  };
  server.Get("/text", [&](const httplib::Request&, httplib::Response& response) { answer(response); });
  server.Put("/text", [&](const httplib::Request& request, httplib::Response& response) {
    const std::string text = documents::check_text(nlohmann::json::parse(request.body).at("markdown"));
    table.insert(text, documents::count_words(text));
    answer(response);
  });
  run_bare(server, 1);
  return 0;
}
