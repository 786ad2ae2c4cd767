#include "documents/labels/labels_reader.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace documents {

// What a member is called is what its key is called.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(DocumentLabels, forum_date, as_of, selection, latest, approved, words, limit,
                                   draft_gaps, draft_unapproved, skip, contents, numbered_annex, notes,
                                   back_to_reference, contributions, no_text, no_approved_text, state, waiting, lead,
                                   not_assigned, how_far, withheld, nothing, reason, fallback, stale, unconfirmed,
                                   carried_over, section, numbered_section, contributors, revisions, last_saved,
                                   approvals, own_text, by_deputy, numbered_figure, picture_missing, numbered_table,
                                   reference_missing, list_of_tables, list_of_figures, abbreviations, publisher, issued,
                                   document_number, isbn, contact, emblem, only_in, signatures, head_of, signed_name,
                                   signature, signed_on, page_of, watermark)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(StateLabels, empty, draft, in_review, returned, approved)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ComparisonLabels, title, older, newer, as_it_is_now, numbered_edition, final_edition,
                                   draft_edition, withdrawn, how_to_read, inserted, deleted, overview, result,
                                   words_before, words_after, in_all, same, changed, added, removed, gap, withheld,
                                   title_was, unchanged_paragraphs, numbered_revision, approved_text, newest_text,
                                   saved)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(FormLabels, title, how, rules, due, limit, words, overdue, returned, reopened,
                                   nothing_to_write, not_here, source, stale)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LetterLabels, title, to, date, report, intro, nothing, number, days, coordinator)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PaperLabels, agenda, minutes, plan, assistance, notice, subject, day, time, place,
                                   link, organisers, partners, invited, topics, overdue, returned, review, extension,
                                   task, help, stage, left_out, nothing_open, agency, partner, answers, ready,
                                   yes_ready, not_ready, silent, lacks, attends, decisions, decision, task_number,
                                   responsible, state, kind, amount, answer, outcome, one_stage, from, until, met,
                                   meets, by_organisers, with_partners, with_agencies, about, readiness, forum, mandate,
                                   next, contact)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(TaskLabels, open, under_way, done, dropped)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AssistanceLabels, drafted, requested, agreed, declined, received, withdrawn)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(HelpLabels, expertise, training, translation, data, funds, printing, other)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(PostLabels, coordinator, reviewer, translator)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ChartProblemLabels, unknown_kind, no_number, no_numbers, too_many_series,
                                   too_many_categories, too_large, mixed_percent, negative_stack, too_many_charts)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ChartLabels, title, bar, line, stacked, series, categories, unit, numbers, not_drawn,
                                   row, column, unit_words, unit_links, problems)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SpellingLabels::Ending, digits, suffix)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SpellingLabels, thousands, decimal, percent, colon, date, short_date, endings,
                                   first_day, time, months, annex_letters)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Labels, document, states, comparison, form, letter, papers, tasks, requests, help,
                                   posts, chart, spelling, countries, languages, messages)

namespace {

using Json = nlohmann::json;

// With an empty word for each that is missing: check_words then tells its place. Of a missing key the library would
// tell the name alone, which several groups have.
Json filled_up(const Json& file) {
  Json all = Labels{};
  all.update(file, true);
  return all;
}

void check_words(const Json& file) {
  const Json words = file.flatten();
  for (const auto& [place, word] : words.items()) {
    if (word.is_string() && word.get_ref<const std::string&>().empty())
      throw std::runtime_error("there is no word at " + place);
  }
}

// What is there beside that which was taken.
void check_nothing_else(const Json& file, const Json& taken) {
  const Json differences = Json::diff(taken, file);
  if (differences.empty()) return;
  throw std::runtime_error("nothing asks for what stands at " + differences.front()["path"].get<std::string>());
}

}  // namespace

Labels read_labels(std::string language, std::string_view json) {
  try {
    const Json file = filled_up(Json::parse(json));
    Labels labels = file.get<Labels>();
    check_words(file);
    check_nothing_else(file, labels);
    labels.language = std::move(language);
    return labels;
  } catch (const std::exception& error) {
    throw std::runtime_error("the words of the language '" + language + "': " + error.what());
  }
}

}  // namespace documents
