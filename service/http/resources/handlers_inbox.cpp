#include "http/request/idempotency.hpp"
#include "http/resources/handlers_coordination.hpp"
#include "http/resources/views.hpp"

namespace http {
namespace {

Response done() {
  Response response;
  response.status = 204;
  return response;
}

// The item is looked for outside of the change, as that may take a look at whole reports.
Response mark(const Call& call, bool read) {
  const auto item = call.service.read(
      call.actor(), [&](const Read& context) { return usecases::find_item(context, call.param("item")); });
  return call.service.write(call.actor(), [&](const Write& context) {
    usecases::mark_items(context, {item}, read);
    return done();
  });
}

}  // namespace

Response get_inbox(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  const Speech speech(call.request);
  usecases::InboxFilter filter{call.query("report").value_or(""), call.query("kind").value_or(""),
                               call.query("type").value_or("")};
  if (const auto unread = call.query("unread")) filter.read = *unread != "true";
  const auto inbox = usecases::get_inbox(context, filter, speech.language(), paging.position, paging.asked());
  Response response = page_of(
      call, paging, inbox.entries, [&](const usecases::InboxEntry& entry) { return inbox_item_json(entry, speech); },
      [](const usecases::InboxEntry& entry) { return entry.order; },
      {{"unread", inbox.unread}, {"duties", inbox.duties}});
  response.vary_by("Accept-Language");
  return response;
}

Response mark_read(const Call& call) { return mark(call, true); }

Response mark_unread(const Call& call) { return mark(call, false); }

Response mark_all_read(const Call& call) {
  const auto until = optional_integer(call.body, "until");
  std::vector<usecases::ItemSeen> items;
  if (const auto named = optional_list(call.body, "items")) {
    items = call.service.read(call.actor(), [&](const Read& context) { return usecases::find_items(context, *named); });
  }
  usecases::Groundwork none;
  return write_once(call, none, [&](const Write& context) {
    if (until) {
      usecases::mark_until(context, *until);
    } else {
      usecases::mark_items(context, items, true);
    }
    return done();
  });
}

}  // namespace http
