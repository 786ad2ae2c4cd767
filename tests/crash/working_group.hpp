// A working group at work until its service is killed: what it was told that it is done is done, and what was under way
// is done whole or not at all. All settle() ask a service that was started again.
#pragma once

#include <set>
#include <string>
#include <utility>

#include "support/api_app.hpp"

constexpr int kGroupAgencies = 3;  // a0, a1, a2; the head of each has an address

std::string group_agency(int number);

// The people and agencies, a format with one section, and the report `plan` whose meetings decide.
void make_working_group(const support::Caller& admin);

// A report whose one section is due today from all agencies, so that the next start of the service reminds them.
void make_report_due_today(const support::Caller& admin, const std::string& report);

// Reminds agencies by hand.
class Reminding {
 public:
  void settle(const support::Caller& admin);
  void work(int port, const std::string& token, const std::string& report, unsigned pause_of_ms);
  // Report and agency.
  const std::set<std::pair<std::string, std::string>>& acknowledged() const { return acknowledged_; }
  int refused = 0;

 private:
  std::string report_;  // of the round
  std::set<std::pair<std::string, std::string>> acknowledged_;
  std::string under_way_;  // agency
};

// Calls a meeting a round, and decides there what becomes tasks.
class Deciding {
 public:
  // Gives its title.
  std::string call(const support::Caller& admin, std::size_t round);
  void settle(const support::Caller& admin);
  void work(int port, const std::string& token);
  std::size_t decided() const { return all_ + acknowledged_; }
  int refused = 0;

 private:
  std::size_t meeting_ = 0;
  std::size_t acknowledged_ = 0;  // in this meeting
  std::size_t all_ = 0;           // in those before
};

// Gives one desk on and on, from desk-0 to desk-1 and so on: two posts and the access of who leaves.
class HandingOver {
 public:
  void settle(const support::Caller& admin);
  void work(int port, const std::string& token);
  std::size_t done() const { return holder_; }
  std::size_t caught_whole() const { return caught_whole_; }  // under way at a kill, and done
  int refused = 0;

 private:
  std::size_t holder_ = 0;
  std::size_t caught_whole_ = 0;
};
