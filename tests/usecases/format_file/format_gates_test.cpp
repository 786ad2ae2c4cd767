// The gates of a format file.
#include <doctest/doctest.h>

#include "format_findings.hpp"
#include "usecases/format_file/format_reader.hpp"

using namespace usecases;
using namespace support;
using enum domain::FindingLevel;

namespace {

const std::string kStaged = kSmall + "stages: [{key: collect, title: {en: Collection}, start: T-9w, end: T-8w}]\n";

bool gates_complain(const std::string& gates, const std::string& pointer, const std::string& words) {
  return complains(kStaged + "gates: " + gates + "\n", pointer, words);
}

}  // namespace

TEST_CASE("a format without gates, and one whose gates say nothing, has those of every report") {
  for (const char* gates : {"", "gates: {}\n", "gates: {submit: {}, final: {}}\n", "gates:\n"}) {
    const auto read = read_format(kStaged + gates).gates;
    CHECK(read.submit.stops_at == blocker);
    CHECK(read.final_edition.stops_at == error);
    CHECK(read.steps.empty());
    CHECK(read.stages.empty());
  }
}

TEST_CASE("gates are read with the levels of kinds, and with their own level where they name none") {
  const auto gates = read_format(kStaged +
                                 "gates:\n"
                                 "  submit: {stops_at: error, codes: {forbidden_term: error, near_limit: blocker}}\n"
                                 "  steps: {coordinator: {}}\n"
                                 "  stages: {collect: {codes: {overdue: error}}}\n"
                                 "  final: {stops_at: info}\n")
                         .gates;
  CHECK(gates.submit.stops_at == error);
  CHECK(gates.submit.codes.at("forbidden_term") == error);
  CHECK(gates.submit.codes.at("near_limit") == blocker);
  CHECK(gates.steps.at("coordinator").stops_at == blocker);
  CHECK(gates.stages.at("collect").stops_at == error);
  CHECK(gates.stages.at("collect").codes.at("overdue") == error);
  CHECK(gates.final_edition.stops_at == info);
}

TEST_CASE("what gates name has to be there, and each fault is told with its place and line") {
  CHECK(gates_complain("{doors: {}}", "/gates/doors", "known are submit, steps, stages, final (line 8)"));
  CHECK(gates_complain("{submit: {stops_at: fatal}}", "/gates/submit/stops_at",
                       "must be info, warning, error or blocker"));
  CHECK(
      gates_complain("{final: {codes: {rain: error}}}", "/gates/final/codes/rain", "'rain' is not a kind of finding"));
  CHECK(gates_complain("{final: {codes: {undated: often}}}", "/gates/final/codes/undated", "must be info"));
  CHECK(gates_complain("{steps: {nobody: {}}}", "/gates/steps/nobody", "the format has no 'nobody' of this kind"));
  CHECK(gates_complain("{stages: {never: {}}}", "/gates/stages/never", "the format has no 'never' of this kind"));
  CHECK(gates_complain("{submit: {codes: {undecided: info}}}", "/gates/submit/codes/undecided",
                       "'undecided' is never held against this gate"));
  CHECK(gates_complain("{steps: [coordinator]}", "/gates/steps", "must be a map"));
  CHECK(gates_complain("{submit: blocker}", "/gates/submit", "must be a map with the fields stops_at, codes"));
  CHECK(gates_complain("{final: {codes: {undated: info, undated: error}}}", "/gates/final/codes/undated",
                       "'undated' stands here twice"));
}
