// What is kept of forms: the secret that seals their marker lines, and which texts came from them.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "store/database/database.hpp"
#include "store/log/events.hpp"

namespace store {

// 64 hexadecimal digits, the same as long as the database lives.
std::string form_key(ReadTx& tx);

// The revision that stood in the form from which a text was saved, by that save's event; nothing where it came from
// none.
std::optional<std::int64_t> form_base(ReadTx& tx, std::int64_t event);

// What the newest comments say that were sent with an unchanged text of a section; null where there are none among the
// report's last 500 events.
nlohmann::json last_comments(ReadTx& tx, const domain::Subject& section);

}  // namespace store
