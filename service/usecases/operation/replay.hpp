// The present state of the database, worked out again from the events alone.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "store/log/events.hpp"

namespace usecases {

// Rows of the tables of the present as the events tell them, by the keys of store::present_tables(). A field that an
// event did not record yet when it was written is not there.
class Replay {
 public:
  using Row = nlohmann::json;
  using Table = std::map<std::string, Row>;

  // A row of a table of versions that an event must have left.
  struct Version {
    std::string table;
    std::string key;
    Row row;
  };

  // Applies the next event; gives the versions that it must have left. Reads only the texts of formats.
  // Errors: nlohmann::json::exception, domain::Error: the event, or a format, cannot be read.
  std::vector<Version> apply(store::ReadTx& tx, const domain::Event& event);

  const Table& rows(const std::string& table) { return tables_[table]; }

 private:
  void apply_to_people(const domain::Event& event, const Row& data);
  void apply_to_posts(const domain::Event& event, const Row& data);
  void apply_to_absences(const domain::Event& event, const Row& data);
  void apply_to_tokens(const domain::Event& event, const Row& data);
  void apply_to_mail_settings(const domain::Event& event, const Row& data);
  void apply_to_reports(store::ReadTx& tx, const domain::Event& event, const Row& data);
  void apply_to_plan(const domain::Event& event, const Row& data);
  void apply_to_sections(const domain::Event& event, const Row& data);
  void apply_to_texts(const domain::Event& event, const Row& data);
  void apply_to_pictures(const domain::Event& event, const Row& data);
  void make_sections(store::ReadTx& tx, const domain::Event& event, const Row& data);
  void move_section(const domain::Event& event, Row& section, const std::string& state, int step);
  int step_of(const std::string& report, const Row& data) const;
  std::vector<Version> versions_of(const domain::Event& event, const Row& data);

  std::map<std::string, Table> tables_;
  std::map<std::string, std::vector<std::string>> steps_;  // of the review, by report
};

}  // namespace usecases
