#include "http/operations.hpp"

#include "http/handlers.hpp"

namespace http {

const std::vector<OperationHandler>& operation_handlers() {
  static const std::vector<OperationHandler> handlers{
      {"get_me", get_me},
      {"list_agencies", list_agencies},
      {"create_agency", create_agency},
      {"get_agency", get_agency},
      {"update_agency", update_agency},
      {"list_users", list_users},
      {"create_user", create_user},
      {"get_user", get_user},
      {"update_user", update_user},
      {"list_posts", list_posts},
      {"create_post", create_post},
      {"get_post", get_post},
      {"update_post", update_post},
      {"list_tokens", list_tokens},
      {"create_token", create_token},
      {"get_token", get_token},
      {"revoke_token", revoke_token},
      {"list_formats", list_formats},
      {"store_format", store_format},
      {"get_format", get_format},
      {"list_reports", list_reports},
      {"create_report", create_report},
      {"get_report", get_report},
      {"update_report", update_report},
      {"list_sections", list_sections},
      {"get_section", get_section},
      {"update_section", update_section},
      {"get_text", get_text},
      {"save_text", save_text},
      {"list_revisions", list_revisions},
      {"get_revision", get_revision},
      {"diff_revisions", diff_revisions},
      {"list_translations", list_translations},
      {"list_transitions", list_transitions},
      {"create_transition", create_transition},
      {"bulk_transition", bulk_transition},
      {"get_status", get_status},
      {"get_document_md", get_document_md},
      {"get_document_html", get_document_html},
      {"get_document_json", get_document_json},
      {"get_document_docx", get_document_docx},
      {"get_document_odt", get_document_odt},
      {"get_document_pdf", get_document_pdf},
      {"create_edition", create_edition},
      {"list_editions", list_editions},
      {"get_edition", get_edition},
      {"get_edition_file", get_edition_file},
      {"withdraw_edition", withdraw_edition},
      {"create_submission", create_submission},
      {"list_submissions", list_submissions},
      {"get_submission", get_submission},
      {"add_receipt", add_receipt},
      {"get_receipt", get_receipt},
      {"list_events", list_events},
      {"list_all_events", list_all_events},
  };
  return handlers;
}

}  // namespace http
