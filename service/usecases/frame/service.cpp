#include "usecases/frame/service.hpp"

#include "store/report/formats.hpp"
#include "usecases/format_file/format_reader.hpp"

namespace usecases {

Service::Service(ServiceOptions options)
    : options_(std::move(options)),
      database_(options_.database, options_.clock, options_.opening),
      identities_(options_.time_zone),
      answers_(options_.answer_bytes),
      converters_(options_.converters) {
  database_.read([&](store::ReadTx& tx) { changes_.load(tx); });
  database_.on_commit([this](const std::vector<store::Change>& changes) { changes_.note(changes); });
}

Service::~Service() = default;

Service::Caller Service::judge(const domain::Actor& actor) {
  if (actor.token == 0) return Caller(actor);
  return Caller(identities_.judge_again(database_, changes_, actor));
}

Service::Caller Service::judge(const domain::Actor& actor, store::WriteTx& tx) {
  if (actor.token == 0) return Caller(actor);
  return Caller(identities_.judge_again(tx, changes_, actor));
}

bool Service::holds(const Caller& caller) { return judge(caller.actor()).actor().may_as_much_as(caller.actor()); }

std::shared_ptr<const domain::Format> Service::format(store::ReadTx& tx, const std::string& id, std::int64_t version) {
  {
    const std::lock_guard lock(formats_mutex_);
    if (const auto known = formats_.find({id, version}); known != formats_.end()) return known->second;
  }
  // What a change in progress sees may be undone, and the number given to another format: its hash is not.
  const std::string hash = store::find_format(tx, id, version).value().sha256;
  if (auto known = find_parsed(hash)) {
    if (!store::is_writing(tx)) remember(id, version, known);
    return known;
  }
  const auto parse = [this, hash, source = store::format_source(tx, id, version)] {
    auto format = std::make_shared<const domain::Format>(read_format(source));
    const std::lock_guard lock(formats_mutex_);
    parsed_[hash] = std::move(format);
  };
  if (store::is_writing(tx)) throw Groundwork::Lacking{parse};
  parse();
  auto format = find_parsed(hash);
  remember(id, version, format);
  return format;
}

void Service::remember(const std::string& id, std::int64_t version, std::shared_ptr<const domain::Format> format) {
  const std::lock_guard lock(formats_mutex_);
  formats_[{id, version}] = std::move(format);
}

std::shared_ptr<const domain::Format> Service::find_parsed(const std::string& hash) {
  const std::lock_guard lock(formats_mutex_);
  const auto found = parsed_.find(hash);
  return found == parsed_.end() ? nullptr : found->second;
}

}  // namespace usecases
