// What the use cases give, as the JSON of the contract. Messages are told by `speech`.
#pragma once

#include "domain/text/diff.hpp"
#include "http/contract/json.hpp"
#include "http/request/speech.hpp"
#include "usecases/calendar/calendar.hpp"
#include "usecases/calendar/extensions.hpp"
#include "usecases/documents/comparisons.hpp"
#include "usecases/editions/editions.hpp"
#include "usecases/editions/submissions.hpp"
#include "usecases/exports/exports.hpp"
#include "usecases/forms/forms.hpp"
#include "usecases/inbox/inbox.hpp"
#include "usecases/mail/mail_settings.hpp"
#include "usecases/mail/mails.hpp"
#include "usecases/meetings/agenda.hpp"
#include "usecases/meetings/meetings.hpp"
#include "usecases/operation/events.hpp"
#include "usecases/people/absences.hpp"
#include "usecases/people/agencies.hpp"
#include "usecases/people/handover.hpp"
#include "usecases/people/leaver.hpp"
#include "usecases/people/people.hpp"
#include "usecases/people/tokens.hpp"
#include "usecases/plan/assistance.hpp"
#include "usecases/plan/tasks.hpp"
#include "usecases/reminders/reminders.hpp"
#include "usecases/reports/emblem.hpp"
#include "usecases/reports/formats.hpp"
#include "usecases/reports/reports.hpp"
#include "usecases/reports/sections.hpp"
#include "usecases/reports/status.hpp"
#include "usecases/review/review.hpp"
#include "usecases/texts/carry_over.hpp"
#include "usecases/texts/pictures.hpp"
#include "usecases/texts/texts.hpp"
#include "usecases/translation/translations.hpp"
#include "usecases/translation/xliff_import.hpp"

namespace http {

Json me_json(const usecases::Identity& identity, const std::vector<usecases::PostView>& posts,
             const std::vector<usecases::Deputyship>& deputyships, const std::vector<usecases::AbsenceView>& absences);
Json absence_json(const usecases::AbsenceView& absence);
Json leaver_json(const usecases::Leaver& leaver);
Json handover_json(const usecases::Handover& made);
Json agency_json(const domain::Agency& agency);
Json user_json(const domain::User& user);
Json post_json(const usecases::PostView& post);
Json token_json(const domain::Token& token);
Json issued_token_json(const usecases::TokenWithSecret& issued);
Json mail_json(const domain::Mail& mail);
Json mail_settings_json(const usecases::MailSettingsView& view);
Json stored_format_json(const usecases::StoredFormat& format, const Speech& speech);
std::vector<Json> format_items_json(const std::vector<domain::FormatVersion>& formats);
Json format_json(const usecases::FormatView& format);
Json report_json(const usecases::ReportView& report);
Json section_json(const usecases::SectionView& section, const Speech& speech);
Json text_json(const usecases::TextKey& key, const usecases::TextView& text, bool with_markdown);
Json saved_text_json(const usecases::TextKey& key, const usecases::SavedText& saved, const Speech& speech);
Json diff_json(const usecases::TextKey& key, const usecases::TextPair& pair,
               const std::vector<domain::Change>& changes);
Json changes_json(const std::vector<domain::Change>& changes);
Json edition_comparison_json(const std::string& report, const usecases::ReportComparison& comparison);
Json section_comparison_json(const std::string& section, const usecases::SectionComparison& result);
Json prefill_json(const usecases::Prefill& wanted, bool dry_run, const usecases::PrefillResult& result);
Json promise_json(const usecases::PromiseView& view);
Json extension_json(const usecases::ExtensionView& view);
Json inbox_item_json(const usecases::InboxEntry& entry, const Speech& speech);
Json reminder_json(const domain::Reminder& reminder);
Json task_json(const usecases::TaskView& view);
Json assistance_json(const usecases::AssistanceView& view);
Json listed_meeting_json(const usecases::MeetingView& view);
Json meeting_json(const usecases::MeetingView& view);
Json agenda_json(const usecases::AgendaView& view);
Json minutes_json(const std::string& report, std::int64_t meeting, const domain::Minutes& minutes);
Json calendar_json(const usecases::Calendar& calendar);
// "/v1/reports/tkm-2026/sections/obj-07/pictures/map.png"
std::string picture_address(const std::string& report, const std::string& section, const std::string& name);
Json picture_json(const domain::Picture& picture);
Json saved_picture_json(const usecases::SavedPicture& saved);
Json saved_emblem_json(const std::string& report, const usecases::SavedEmblem& saved);
Json form_json(const usecases::ReadForm& form, bool dry_run, const Speech& speech);
Json translation_json(const usecases::TranslationView& view);
// Of a text: what a save of it says.
Json warnings_json(const usecases::SavedText& saved, const Speech& speech);
Json term_warnings_json(const std::vector<usecases::TermWarning>& terms, const Speech& speech);
Json import_report_json(const usecases::ImportReport& result, const Speech& speech);
Json transition_json(const domain::Transition& transition);
Json act_result_json(const usecases::ActResult& result);
Json limit_json(const domain::WordLimit& limit);
Json waiting_for_json(const std::optional<usecases::WaitingFor>& waiting);
Json export_json(const usecases::ExportView& view);
Json edition_json(const domain::Edition& edition);
Json submission_json(const domain::Submission& submission);
Json event_json(const usecases::EventView& event);
Json findings_json(const usecases::ReportStatus& status, const Speech& speech);
Json status_json(const usecases::ReportStatus& status, const Speech& speech);

}  // namespace http
