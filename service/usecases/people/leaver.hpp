// What would be without an owner if somebody left today.
#pragma once

#include <string>
#include <vector>

#include "domain/people/person.hpp"
#include "domain/people/token.hpp"
#include "domain/report/section.hpp"
#include "store/report/in_hands.hpp"
#include "usecases/frame/access.hpp"
#include "usecases/people/absences.hpp"

namespace usecases {

struct LeaverPost {
  domain::HeldPost row;
  bool active = false;  // in force today
  int others = 0;       // who may do the same today
};

// A section that waits for the person and for nobody else.
struct LeaverSection {
  domain::Section row;
  domain::Post as;  // by which it waits for them
};

struct Leaver {
  std::string user;
  std::vector<LeaverPost> posts;  // that have not ended
  std::vector<LeaverSection> sections;
  std::vector<store::Draft> drafts;
  std::vector<store::OpenRequest> extensions;
  std::vector<domain::Token> tokens;     // that open something still
  std::vector<AbsenceView> deputyships;  // promised to others, and not over
  std::vector<AbsenceView> absences;     // their own
  bool last_admin = false;               // nobody would be admin some day
};

// For the person and the admin. Errors: not_found.
Leaver what_would_be_left(const Read& context, const std::string& user);

}  // namespace usecases
