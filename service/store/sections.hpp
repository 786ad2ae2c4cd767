// Sections of reports: assignment and review state, now and at each event.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/localized.hpp"
#include "domain/workflow.hpp"
#include "store/database.hpp"

namespace store {

struct Section {
  std::string report;
  std::string id;
  int position = 0;  // in the outline
  domain::State state = domain::State::empty;
  int step = 0;  // in_review: 0-based
  domain::Millis state_since = 0;
  std::string lead;  // empty: not assigned
  std::vector<std::string> contributors;
  std::optional<std::string> due_on;  // ISO day; none: the format's default
  std::optional<std::string> due_reason;
  domain::LocalizedText title;                // corrections of the format's title
  std::optional<std::int64_t> nothing_event;  // transition that declared "nothing to report", while in force
  std::int64_t version = 1;
};

void insert_section(WriteTx& tx, const Section& section, std::int64_t event);
// Saves all but report, id and position; counts the version up.
void update_section(WriteTx& tx, const Section& section, std::int64_t event);
std::optional<Section> find_section(ReadTx& tx, const std::string& report, const std::string& id);
// In outline order.
std::vector<Section> list_sections(ReadTx& tx, const std::string& report);
// State, assignment and titles as they were at an event; due days are left out.
std::vector<Section> list_sections_at(ReadTx& tx, const std::string& report, std::int64_t event);

}  // namespace store
