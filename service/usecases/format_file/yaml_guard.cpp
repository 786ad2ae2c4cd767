#include "usecases/format_file/yaml_guard.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

namespace usecases {
namespace {

constexpr int kDeepestYaml = 30;
constexpr int kMostValues = 50'000;        // a format of 500 sections has a tenth of them
constexpr std::ptrdiff_t kMostOpen = 200;  // brackets, before the parser itself recurses into them

// Sees the events of the parser and keeps nothing but three counts.
class Guard : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) throw YAML::ParserException(mark, "the file holds more than one document");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { count(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw YAML::ParserException(mark, "aliases (*name) are not allowed here");
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string&) override {
    count(mark);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    enter(mark);
  }
  void OnSequenceEnd() override { --depth_; }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    enter(mark);
  }
  void OnMapEnd() override { --depth_; }

 private:
  void count(const YAML::Mark& mark) {
    if (++values_ > kMostValues) throw YAML::ParserException(mark, "the file holds more than 50,000 values");
  }
  void enter(const YAML::Mark& mark) {
    count(mark);
    if (++depth_ > kDeepestYaml) throw YAML::ParserException(mark, "the file is nested too deeply");
  }

  int documents_ = 0;
  int values_ = 0;
  int depth_ = 0;
};

}  // namespace

void guard_yaml(std::string_view source) {
  std::ptrdiff_t open = 0;
  YAML::Mark mark;
  for (const char c : source) {
    if (c == '\n') ++mark.line;
    open += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
    open = std::max<std::ptrdiff_t>(open, 0);
    if (open > kMostOpen) throw YAML::ParserException(mark, "the file is nested too deeply");
  }
  std::istringstream in{std::string(source)};
  YAML::Parser parser(in);
  Guard guard;
  while (parser.HandleNextDocument(guard)) {
  }
}

}  // namespace usecases
