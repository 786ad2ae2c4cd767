// The operations of the contract, named by their operationId; each turns JSON into a command and a result into JSON.
#pragma once

#include "http/request/call.hpp"

namespace http {

using usecases::Read;
using usecases::Write;

// Agencies, people, tokens (handlers_people.cpp)
Response get_me(const Call& call, const Read& context);
Response list_agencies(const Call& call, const Read& context);
Response create_agency(const Call& call, const Write& context);
Response get_agency(const Call& call, const Read& context);
Response update_agency(const Call& call, const Write& context);
Response list_users(const Call& call, const Read& context);
Response create_user(const Call& call, const Write& context);
Response get_user(const Call& call, const Read& context);
Response update_user(const Call& call, const Write& context);
Response list_posts(const Call& call, const Read& context);
Response create_post(const Call& call, const Write& context);
Response get_post(const Call& call, const Read& context);
Response update_post(const Call& call, const Write& context);
Response list_tokens(const Call& call, const Read& context);
Response create_token(const Call& call, const Write& context);
Response get_token(const Call& call, const Read& context);
Response revoke_token(const Call& call, const Write& context);

// Absences, and what a leaver leaves (handlers_absences.cpp)
Response list_absences(const Call& call, const Read& context);
Response set_absence(const Call& call, const Write& context);
Response get_absence(const Call& call, const Read& context);
Response change_absence(const Call& call, const Write& context);
Response end_absence(const Call& call, const Write& context);
Response get_handover(const Call& call, const Read& context);
Response hand_over(const Call& call, const Write& context);
// Formats, reports, sections (handlers_reports.cpp)
Response list_formats(const Call& call, const Read& context);
Response store_format(const Call& call);
Response get_format(const Call& call, const Read& context);
Response list_reports(const Call& call, const Read& context);
Response create_report(const Call& call, const Write& context);
Response get_report(const Call& call, const Read& context);
Response update_report(const Call& call, const Write& context);
Response list_sections(const Call& call, const Read& context);
Response get_section(const Call& call, const Read& context);
Response update_section(const Call& call, const Write& context);

// Texts and their revisions (handlers_texts.cpp)
Response get_text(const Call& call, const Read& context);
Response save_text(const Call& call);
Response list_revisions(const Call& call, const Read& context);
Response get_revision(const Call& call, const Read& context);
Response diff_revisions(const Call& call, const Read& context);
Response list_translations(const Call& call, const Read& context);

// Pictures of sections, and the emblem of a report (handlers_pictures.cpp)
Response get_emblem(const Call& call, const Read& context);
Response save_emblem(const Call& call);
Response remove_emblem(const Call& call, const Write& context);
Response list_pictures(const Call& call, const Read& context);
Response get_picture(const Call& call, const Read& context);
Response save_picture(const Call& call);
Response remove_picture(const Call& call, const Write& context);

// Word forms in which agencies write (handlers_forms.cpp)
Response get_form(const Call& call);
Response send_form(const Call& call);

// Translators' files (handlers_xliff.cpp)
Response export_translations(const Call& call, const Read& context);
Response import_translations(const Call& call);

// Terms (handlers_glossary.cpp)
Response get_glossary(const Call& call, const Read& context);
Response save_glossary(const Call& call);

// Review (handlers_review.cpp)
Response list_transitions(const Call& call, const Read& context);
Response get_transition(const Call& call, const Read& context);
Response create_transition(const Call& call);
Response bulk_transition(const Call& call);

// The compiled report: answered from the cache where nothing changed (handlers_documents.cpp)
Response get_document_md(const Call& call);
Response get_document_html(const Call& call);
Response get_document_json(const Call& call);
Response get_document_docx(const Call& call);
Response get_document_odt(const Call& call);
Response get_document_pdf(const Call& call);

// Made in several formats and languages by a job of its own (handlers_exports.cpp)
Response create_export(const Call& call);
Response list_exports(const Call& call, const Read& context);
Response get_export(const Call& call);
Response cancel_export(const Call& call);
Response get_export_file(const Call& call, const Read& context);

// Frozen editions (handlers_editions.cpp)
Response create_edition(const Call& call);
Response list_editions(const Call& call, const Read& context);
Response get_edition(const Call& call, const Read& context);
Response get_edition_file(const Call& call, const Read& context);
Response get_edition_picture(const Call& call, const Read& context);
Response withdraw_edition(const Call& call, const Write& context);

// What changed, and against the last cycle (handlers_comparisons.cpp)
Response compare_editions(const Call& call);
Response compare_editions_html(const Call& call);
Response compare_with_report(const Call& call, const Read& context);
Response compare_with_report_html(const Call& call, const Read& context);

// What the last report leaves to this one (handlers_carry_over.cpp)
Response prefill_report(const Call& call);
Response list_promises(const Call& call, const Read& context);
Response add_promise(const Call& call, const Write& context);
Response get_promise(const Call& call, const Read& context);
Response answer_promise(const Call& call, const Write& context);

// To whom editions were sent (handlers_submissions.cpp)
Response create_submission(const Call& call, const Write& context);
Response list_submissions(const Call& call, const Read& context);
Response get_submission(const Call& call, const Read& context);
Response add_receipt(const Call& call, const Write& context);
Response get_receipt(const Call& call, const Read& context);

// What stops or weakens a report, from the cache likewise (handlers_findings.cpp)
Response get_findings(const Call& call);
Response get_findings_csv(const Call& call);

// What is polled, from the cache likewise (handlers_polling.cpp)
Response get_status(const Call& call);
Response get_status_csv(const Call& call);
Response list_events(const Call& call);
Response list_all_events(const Call& call);

}  // namespace http
