#include "usecases/reports/formats.hpp"

#include <algorithm>

#include "embed/embedded.hpp"
#include "store/database/hash.hpp"
#include "store/log/events.hpp"
#include "usecases/format_file/format_reader.hpp"

namespace usecases {
namespace {

using domain::say;

int count_sections(const domain::Format& format) {
  return static_cast<int>(std::ranges::count(format.outline, domain::NodeKind::text, &domain::OutlineNode::kind));
}

// The version that these bytes already have, or the next one, stored.
domain::FormatVersion keep(store::WriteTx& tx, const CheckedFormat& checked, const domain::Author& author,
                           bool& is_new) {
  const auto& [key, title, source, hash, sections, warnings] = checked;
  const auto newest = store::find_format(tx, key);
  is_new = !newest || newest->sha256 != hash;
  if (!is_new) return *newest;
  domain::FormatVersion version{key, newest ? newest->version + 1 : 1, title, hash, tx.now};
  store::insert_format(tx, version, source);
  store::append_event(tx, "format.stored", {}, author,
                      {{"format", version.id}, {"version", version.version}, {"sha256", hash}, {"title", title}});
  return version;
}

}  // namespace

void require_may_store_formats(const Read& context) {
  require_role(context.actor, {domain::Role::coordinator, domain::Role::admin});
}

CheckedFormat check_format(std::string source) {
  const domain::Format format = read_format(source);
  std::string sha256 = store::sha256_hex(source);
  return {format.key,        format.title,           std::move(source),
          std::move(sha256), count_sections(format), format_warnings(format)};
}

StoredFormat not_stored(const CheckedFormat& format) {
  return {{format.key, 0, format.title, format.sha256, 0}, format.sections, false, format.warnings};
}

StoredFormat store_format(const Write& context, const CheckedFormat& format) {
  const auto& post = require_role(context.actor, {domain::Role::coordinator, domain::Role::admin});
  StoredFormat stored = not_stored(format);
  stored.version = keep(context.tx, format, context.actor.as(&post), stored.is_new);
  return stored;
}

FormatView get_format(const Read& context, const std::string& id, std::int64_t version) {
  require_participant(context.actor);
  const auto row = store::find_format(context.tx, id, version);
  if (!row) throw_not_found(version == 0 ? say("format") : say("version {0} of format", version), id);
  return {*row, context.service.format(context.tx, id, row->version),
          store::format_source(context.tx, id, row->version)};
}

std::vector<domain::FormatVersion> list_formats(const Read& context) {
  require_participant(context.actor);
  return store::list_formats(context.tx);
}

void store_shipped_formats(Service& service) {
  const auto files = embedded::files_under("db/formats/");
  const auto stored = service.database().read([](store::ReadTx& tx) { return store::list_formats(tx); });
  for (const auto& file : files) {
    const std::string source(file.data);
    // Also where a later version was loaded since: what this program ships was stored once and is not stored again.
    if (std::ranges::find(stored, store::sha256_hex(source), &domain::FormatVersion::sha256) != stored.end()) continue;
    const CheckedFormat format = check_format(source);
    service.database().write([&](store::WriteTx& tx) {
      bool is_new = false;
      keep(tx, format, {}, is_new);
    });
  }
}

}  // namespace usecases
