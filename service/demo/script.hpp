// The sample report (db/demo/report.yaml): who takes part and what they do, in order.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace demo {

using Json = nlohmann::json;

struct Person {
  std::string id;
  std::string name;
  std::vector<Json> posts;  // bodies of POST /v1/users/{user}/posts
};

struct Assignment {
  std::string section;
  Json change;  // body of PATCH .../sections/{section}
};

struct Act {
  std::string action;  // "save", "send" (a picture), or an act of the review
  std::string user;
  std::string section;
  std::string language;  // save
  Json body;             // of the PUT or POST; send: its `name`
  std::string file;      // send: its bytes
};

// Words that are changed in the Word form of an agency.
struct FormEdit {
  std::string user;
  std::string agency;
  std::string language;
  std::string section;
  std::string words;
  std::string instead;
};

// What the working group does besides the texts.
struct Step {
  std::string user;
  std::string tells;  // what it is, in a few words
  std::string how;    // "post", "patch", "put" or "get"
  std::string path;   // behind that of the report: "/meetings"
  Json body;
  std::string file;  // get: as what it is kept
};

struct Script {
  std::vector<Json> agencies;
  std::vector<Person> people;
  Json report;
  Json imprint;        // of it
  std::string emblem;  // of it: an SVG
  std::vector<Assignment> assignments;
  std::vector<Act> play;
  std::vector<Step> preparation;  // after the play
  FormEdit form;                  // after the play
  Json next_report;               // what differs in the report of the next cycle
};

// The embedded script with its texts.
Script load_script();

}  // namespace demo
