// The operations by which a working group is coordinated, as those of handlers.hpp.
#pragma once

#include "http/request/call.hpp"

namespace http {

using usecases::Read;
using usecases::Write;

// Mail (handlers_mail.cpp)
Response list_mails(const Call& call, const Read& context);
Response get_mail(const Call& call, const Read& context);
Response repeat_mail(const Call& call, const Write& context);
Response send_test_mail(const Call& call, const Write& context);
Response get_mail_settings(const Call& call, const Read& context);
Response update_mail_settings(const Call& call, const Write& context);
Response show_unsubscribe(const Call& call);
Response unsubscribe(const Call& call);

// Deadlines (handlers_deadlines.cpp)
Response get_calendar(const Call& call);
Response get_calendar_ics(const Call& call);
Response get_linked_calendar(const Call& call);

Response list_extensions(const Call& call, const Read& context);
Response ask_extension(const Call& call, const Write& context);
Response get_extension(const Call& call, const Read& context);
Response decide_extension(const Call& call, const Write& context);
Response withdraw_extension(const Call& call, const Write& context);

// Meetings of the working group (handlers_meetings.cpp)
Response list_meetings(const Call& call, const Read& context);
Response call_meeting(const Call& call, const Write& context);
Response get_meeting(const Call& call, const Read& context);
Response update_meeting(const Call& call, const Write& context);
Response get_agenda(const Call& call, const Read& context);
Response answer_roll_call(const Call& call, const Write& context);
Response add_decision(const Call& call, const Write& context);
Response get_minutes(const Call& call, const Read& context);
Response save_minutes(const Call& call);

// What waits for the caller (handlers_inbox.cpp)
Response get_inbox(const Call& call, const Read& context);
Response mark_read(const Call& call);
Response mark_unread(const Call& call);
Response mark_all_read(const Call& call);

// Reminders to agencies (handlers_reminders.cpp)
Response list_reminders(const Call& call, const Read& context);
Response remind_agency(const Call& call, const Write& context);

// Tasks, and help asked of partners (handlers_plan.cpp)
Response list_tasks(const Call& call, const Read& context);
Response add_task(const Call& call, const Write& context);
Response get_task(const Call& call, const Read& context);
Response update_task(const Call& call, const Write& context);
Response get_tasks_csv(const Call& call, const Read& context);
Response list_assistance(const Call& call, const Read& context);
Response add_assistance(const Call& call, const Write& context);
Response get_assistance(const Call& call, const Read& context);
Response update_assistance(const Call& call, const Write& context);
Response get_assistance_csv(const Call& call, const Read& context);

// What the working group has on paper (handlers_papers.cpp)
Response get_meeting_paper(const Call& call);
Response get_plan_paper(const Call& call);
Response get_letter_html(const Call& call);
Response get_letter_docx(const Call& call);
Response get_letter_pdf(const Call& call);

}  // namespace http
