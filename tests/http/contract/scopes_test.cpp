// Which scope of a token each operation needs, written down a second time: the contract alone would agree with itself.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "http/contract/contract.hpp"

TEST_CASE("what writes, decides or manages needs the scope for it, and all else the one for reading") {
  const std::map<std::string, std::set<std::string>> more{
      {"write",
       {"save_text", "save_picture", "remove_picture", "answer_promise", "send_form", "import_translations",
        "ask_extension", "withdraw_extension", "answer_roll_call", "update_task", "add_assistance", "update_assistance",
        "update_mail_settings"}},
      {"review", {"create_transition", "bulk_transition"}},
      {"calendar", {"get_linked_calendar"}},
      {"manage", {"create_agency", "update_agency",    "create_user",    "update_user",      "create_post",
                  "update_post",   "create_token",     "revoke_token",   "store_format",     "create_report",
                  "update_report", "update_section",   "prefill_report", "add_promise",      "save_glossary",
                  "save_emblem",   "remove_emblem",    "create_edition", "withdraw_edition", "create_submission",
                  "add_receipt",   "decide_extension", "add_task",       "call_meeting",     "update_meeting",
                  "add_decision",  "save_minutes",     "remind_agency",  "set_absence",      "change_absence",
                  "end_absence",   "hand_over",        "send_test_mail", "repeat_mail"}}};
  std::map<std::string, std::set<std::string>> found;
  for (const auto& operation : http::Contract::instance().operations()) {
    if (!operation.needs_token) continue;
    if (operation.scope != "read") {
      found[operation.scope].insert(operation.operation_id);
    } else if (operation.method != "GET") {
      found["read, though no GET"].insert(operation.operation_id);
    }
  }
  auto expected = more;
  expected["read, though no GET"] = {"create_export", "cancel_export", "mark_read", "mark_unread", "mark_all_read"};
  CHECK(found == expected);
}
