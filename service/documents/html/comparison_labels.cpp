#include "documents/html/comparison_labels.hpp"

#include "domain/language.hpp"

namespace documents {
namespace {

constexpr ComparisonLabels kEnglishComparison{.language = "en",
                                              .title = "What changed",
                                              .older = "Before",
                                              .newer = "After",
                                              .as_it_is_now = "the report as it is now",
                                              .edition = "Edition",
                                              .final_edition = "final",
                                              .draft_edition = "draft",
                                              .withdrawn = "withdrawn",
                                              .how_to_read = "How to read the texts",
                                              .inserted = "inserted words are underlined",
                                              .deleted = "deleted words are struck through",
                                              .overview = "Overview",
                                              .result = "Result",
                                              .words_before = "Words before",
                                              .words_after = "Words after",
                                              .in_all = "Counted sections in all",
                                              .same = "unchanged",
                                              .changed = "changed",
                                              .added = "new",
                                              .removed = "removed",
                                              .gap = "still without a text",
                                              .withheld = "not shared with you",
                                              .title_was = "Title before",
                                              .unchanged_paragraphs = "Unchanged paragraphs",
                                              .revision = "Saved text no.",
                                              .approved_text = "approved text",
                                              .newest_text = "newest text",
                                              .saved = "saved"};

constexpr ComparisonLabels kRussianComparison{.language = "ru",
                                              .title = "Что изменилось",
                                              .older = "Было",
                                              .newer = "Стало",
                                              .as_it_is_now = "доклад в нынешнем виде",
                                              .edition = "Редакция",
                                              .final_edition = "окончательная",
                                              .draft_edition = "проект",
                                              .withdrawn = "отозвана",
                                              .how_to_read = "Обозначения в текстах",
                                              .inserted = "вставленные слова подчёркнуты",
                                              .deleted = "удалённые слова зачёркнуты",
                                              .overview = "Обзор",
                                              .result = "Итог",
                                              .words_before = "Слов было",
                                              .words_after = "Слов стало",
                                              .in_all = "Всего в учитываемых разделах",
                                              .same = "без изменений",
                                              .changed = "изменён",
                                              .added = "новый",
                                              .removed = "удалён",
                                              .gap = "по-прежнему без текста",
                                              .withheld = "текст вам недоступен",
                                              .title_was = "Прежнее название",
                                              .unchanged_paragraphs = "Абзацев без изменений",
                                              .revision = "Сохранённый текст №",
                                              .approved_text = "утверждённый текст",
                                              .newest_text = "последний текст",
                                              .saved = "сохранён"};

constexpr ComparisonLabels kTurkmenComparison{.language = "tk",
                                              .title = "Näme üýtgedi",
                                              .older = "Öň",
                                              .newer = "Indi",
                                              .as_it_is_now = "hasabatyň häzirki görnüşi",
                                              .edition = "Neşir",
                                              .final_edition = "jemleýji",
                                              .draft_edition = "taslama",
                                              .withdrawn = "yzyna alyndy",
                                              .how_to_read = "Tekstlerdäki belgiler",
                                              .inserted = "goşulan sözleriň aşagy çyzylan",
                                              .deleted = "aýrylan sözleriň üsti çyzylan",
                                              .overview = "Gysgaça syn",
                                              .result = "Netije",
                                              .words_before = "Öňki söz sany",
                                              .words_after = "Häzirki söz sany",
                                              .in_all = "Hasaba alynýan bölümlerde jemi",
                                              .same = "üýtgemedi",
                                              .changed = "üýtgedildi",
                                              .added = "täze",
                                              .removed = "aýryldy",
                                              .gap = "teksti entek ýok",
                                              .withheld = "tekst size açyk däl",
                                              .title_was = "Öňki ady",
                                              .unchanged_paragraphs = "Üýtgemedik abzaslar",
                                              .revision = "Ýazga alnan tekst, belgisi",
                                              .approved_text = "tassyklanan tekst",
                                              .newest_text = "soňky tekst",
                                              .saved = "ýazga alnan güni"};

}  // namespace

const ComparisonLabels& comparison_labels_for(std::string_view language) {
  const auto primary = domain::primary_language(language);
  if (primary == "ru") return kRussianComparison;
  if (primary == "tk") return kTurkmenComparison;
  return kEnglishComparison;
}

std::string_view outcome_label(const ComparisonLabels& labels, Outcome outcome) {
  switch (outcome) {
    case Outcome::same:
      return labels.same;
    case Outcome::changed:
      return labels.changed;
    case Outcome::added:
      return labels.added;
    case Outcome::removed:
      return labels.removed;
    case Outcome::gap:
      return labels.gap;
    case Outcome::withheld:
      return labels.withheld;
  }
  return labels.same;
}

}  // namespace documents
