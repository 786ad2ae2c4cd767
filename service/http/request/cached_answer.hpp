// Answers about a report that are kept until it changes: status, documents, comparisons.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "http/request/call.hpp"

namespace http {

// Which answer it is, apart from what the report and the caller make of it.
struct AnswerKind {
  std::string kind;      // "document"
  std::string name;      // tells it from others of its kind: "en.latest"
  std::string ending;    // ".html"
  std::string moment;    // what it is as of beside the report's sequence: a day, an earlier time; empty: nothing else
  bool for_all = false;  // every participant gets the same, as of the status
};

// Where it lies, what it was made from, and what it is called there.
struct Slot {
  std::string key;
  std::string version;
  std::string variant;  // tells it from others of the same sequence, in the ETag
  std::string readers;  // of which callers
};

// The name of an answer: the one place where names are made. All that decides who may see it and what is in it, the
// sequence and the sections that the caller may read, comes from one look at the report.
Slot slot_of(const AnswerKind& kind, const usecases::KnownReport& report, const domain::Actor& actor);

struct MadeAnswer {
  std::string body;
  std::int64_t sequence = 0;  // of what it shows, for the ETag
  std::string moment;         // in the place of that of its kind, where making tells; empty: as its kind says
};

// The answer as of now, or of a sequence that is being committed: kept from before, or made and kept. make runs in the
// transaction that the name is taken from, so what is kept under a name is what those may see who come to that name.
// report: as of now; it decides where the answer is looked for, and nothing of what is made.
using MakeAnswer = std::function<MadeAnswer(const usecases::Read& context)>;
ResponseCache::Entry cached_or_made(const Call& call, const usecases::KnownReport& report, const AnswerKind& kind,
                                    const MakeAnswer& make);

// The same where making takes seconds and so no transaction. make gets the report that the name was taken from, and
// makes the answer from its sequence and from what is readable there, whatever happened since. Where the caller's
// rights ended meanwhile it is made again.
struct MadeSlowly {
  std::shared_ptr<const std::string> body;
  std::int64_t sequence = 0;  // of what it shows, for the ETag
};
using MakeSlowly =
    std::function<MadeSlowly(const usecases::KnownReport& report, const domain::Actor& caller, const Slot& slot)>;
ResponseCache::Entry cached_or_made_slowly(const Call& call, const AnswerKind& kind, const MakeSlowly& make);

Response response_from(const Call& call, const ResponseCache::Entry& entry, const std::string& media_type);

// The report as of now, from memory where it did not change.
std::shared_ptr<const usecases::KnownReport> known_report(const Call& call);

}  // namespace http
