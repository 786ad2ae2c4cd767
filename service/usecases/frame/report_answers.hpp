// Answers about a report that are kept until it changes: status, documents, comparisons.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "usecases/frame/answer_cache.hpp"
#include "usecases/frame/known_reports.hpp"
#include "usecases/frame/service.hpp"

namespace usecases {

// Which answer it is, apart from what the report and the caller make of it.
struct AnswerKind {
  std::string kind;      // "document"
  std::string name;      // tells it from others of its kind: "en.latest"
  std::string ending;    // ".html"
  std::string moment;    // what it is as of beside the report's sequence: a day, an earlier time; empty: nothing else
  bool for_all = false;  // every participant gets the same, as of the status
};

// Where it lies, what it was made from, and what it is called there.
struct AnswerSlot {
  std::string key;
  std::string version;
  std::string variant;  // tells it from others of the same sequence, in the tag
  std::string readers;  // of which callers
};

// The name of an answer: the one place where names are made. All that decides who may see it and what is in it, the
// sequence and the sections that the caller may read, comes from one look at the report.
AnswerSlot slot_of(const AnswerKind& kind, const KnownReport& report, const domain::Actor& actor);

// Which answer is wanted of the report as it is; may be asked more than once.
using NameAnswer = std::function<AnswerKind(const KnownReport& report)>;

struct MadeAnswer {
  std::shared_ptr<const std::string> body;
  std::int64_t sequence = 0;  // of what it shows, for the tag
  std::string moment = {};    // in the place of that of its kind, where making tells; empty: as its kind says
};

// The answer as of now, or of a sequence that is being committed: kept from before, which takes no SQL, or made and
// kept. make runs in the transaction that its report and the name are taken from, so what is kept under a name is what
// those may see who come to that name. Errors: forbidden, not_found; what name and make throw.
using MakeAnswer = std::function<MadeAnswer(const Read& context, const KnownReport& report)>;
CachedAnswer cached_or_made(Service& service, const domain::Actor& actor, const std::string& report,
                            const NameAnswer& name, const MakeAnswer& make);

// The same where making takes seconds and so no transaction. make gets the report that the name was taken from, and
// makes the answer from its sequence and from what is readable there, whatever happened since. Where the caller's
// rights ended meanwhile it is made again.
using MakeSlowly =
    std::function<MadeAnswer(const KnownReport& report, const domain::Actor& caller, const AnswerSlot& slot)>;
CachedAnswer cached_or_made_slowly(Service& service, const domain::Actor& actor, const std::string& report,
                                   const NameAnswer& name, const MakeSlowly& make);

}  // namespace usecases
