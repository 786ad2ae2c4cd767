#include "render/glossary_check.hpp"

#include <algorithm>
#include <utility>

namespace render {
namespace {

using domain::TermForms;
using Hit = domain::TermMatcher::Hit;

bool lies_within(const Hit& inner, const Hit& outer) {
  return outer.count > inner.count && outer.first <= inner.first &&
         inner.first + inner.count <= outer.first + outer.count;
}

bool holds(const std::vector<const domain::GlossaryEntry*>& entries, const domain::GlossaryEntry* entry) {
  return std::ranges::find(entries, entry) != entries.end();
}

// A form of a glossary with its place in it.
struct PlacedForm {
  std::string pointer;
  std::string form;
  std::string id;
  bool forbidden = false;
  domain::Phrase phrase;
};

std::vector<PlacedForm> forms_of(const TermForms& forms, const std::string& pointer, const std::string& id) {
  std::vector<PlacedForm> list;
  const auto add = [&](const std::string& place, const std::string& form, bool forbidden) {
    list.push_back({pointer + place, form, id, forbidden, phrase_of(form)});
  };
  if (!forms.preferred.empty()) add("/preferred", forms.preferred, false);
  for (std::size_t i = 0; i < forms.also.size(); ++i) add("/also/" + std::to_string(i), forms.also[i], false);
  for (std::size_t i = 0; i < forms.forbidden.size(); ++i) {
    add("/forbidden/" + std::to_string(i), forms.forbidden[i], true);
  }
  return list;
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string fault_of(const PlacedForm& form) {
  constexpr std::size_t kShortestStem = 3;
  if (form.phrase.empty()) return "'" + form.form + "' has no word in it.";
  const bool preferred = form.pointer.ends_with("/preferred");
  for (const auto& word : form.phrase) {
    if (!word.stem) continue;
    if (preferred) return "The preferred form is shown as it stands, so it has no '*'; give stems in 'also'.";
    if (characters(word.text) < kShortestStem) return "'" + form.form + "': three letters at least stand before a '*'.";
  }
  return "";
}

std::string key_of(const domain::Phrase& phrase) {
  std::string key;
  for (const auto& word : phrase) key += word.text + (word.stem ? "* " : " ");
  return key;
}

void find_contradictions(const std::vector<PlacedForm>& forms, std::vector<domain::Finding>& faults) {
  std::map<std::string, const PlacedForm*> wanted;
  for (const auto& form : forms) {
    if (!form.forbidden) wanted.emplace(key_of(form.phrase), &form);
  }
  for (const auto& form : forms) {
    const auto found = form.forbidden ? wanted.find(key_of(form.phrase)) : wanted.end();
    if (found == wanted.end()) continue;
    faults.push_back({form.pointer, "'" + form.form + "' is forbidden here, and wanted by the entry '" +
                                        found->second->id + "' in the same language."});
  }
}

// Whether a longer wanted form covers this place. They are given in the order of the text.
bool is_covered(const Hit& hit, const std::vector<Hit>& wanted) {
  constexpr std::size_t kLongestPhrase = 100;  // words; a form has 200 characters
  const std::size_t from = hit.first < kLongestPhrase ? 0 : hit.first - kLongestPhrase;
  for (auto good = std::ranges::lower_bound(wanted, from, {}, &Hit::first);
       good != wanted.end() && good->first <= hit.first; ++good) {
    if (lies_within(hit, *good)) return true;
  }
  return false;
}

}  // namespace

GlossaryCheck::GlossaryCheck(domain::Glossary glossary) : glossary_(std::move(glossary)) {
  for (std::size_t i = 0; i < glossary_.size(); ++i) {
    for (const auto& [name, forms] : glossary_[i].terms) {
      Language& language = languages_[name];
      if (!forms.preferred.empty()) add(language, i, forms.preferred, false);
      for (const auto& form : forms.also) add(language, i, form, false);
      for (const auto& form : forms.forbidden) add(language, i, form, true);
    }
  }
}

void GlossaryCheck::add(Language& language, std::size_t entry, const std::string& form, bool forbidden) {
  auto phrase = phrase_of(form);
  if (phrase.empty()) return;
  language.matcher.add(std::move(phrase), language.uses.size());
  language.uses.push_back({entry, forbidden});
}

TextTerms GlossaryCheck::look_at(const std::string& language, const TermWords& text) const {
  TextTerms terms;
  const auto known = languages_.find(language);
  if (known == languages_.end()) return terms;
  const auto hits = known->second.matcher.find(text.words());
  std::vector<Hit> wanted;
  std::vector<bool> seen(glossary_.size());
  for (const Hit& hit : hits) {
    const Use& use = known->second.uses[hit.number];
    if (use.forbidden) continue;
    wanted.push_back(hit);
    if (!seen[use.entry]) terms.wanted.push_back(&glossary_[use.entry]);
    seen[use.entry] = true;
  }
  for (const Hit& hit : hits) {
    const Use& use = known->second.uses[hit.number];
    if (!use.forbidden || is_covered(hit, wanted)) continue;
    const auto& entry = glossary_[use.entry];
    terms.forbidden.push_back(
        {&entry, text.written(hit.first, hit.count), entry.terms.at(language).preferred, text.line_of(hit.first)});
  }
  return terms;
}

std::vector<const domain::GlossaryEntry*> untranslated_terms(const TextTerms& source, const TextTerms& translation,
                                                             const std::string& language) {
  std::vector<const domain::GlossaryEntry*> entries;
  for (const auto* entry : source.wanted) {
    const auto forms = entry->terms.find(language);
    if (forms == entry->terms.end() || forms->second.preferred.empty()) continue;
    if (!holds(translation.wanted, entry)) entries.push_back(entry);
  }
  return entries;
}

std::vector<domain::Finding> glossary_faults(const domain::Glossary& glossary, const std::string& prefix) {
  std::vector<domain::Finding> faults;
  std::set<std::string> ids;
  std::map<std::string, std::vector<PlacedForm>> by_language;
  for (std::size_t i = 0; i < glossary.size(); ++i) {
    const auto& entry = glossary[i];
    const std::string pointer = prefix + "/" + std::to_string(i);
    if (!ids.insert(entry.id).second) faults.push_back({pointer + "/id", "The id '" + entry.id + "' is used twice."});
    for (const auto& [language, forms] : entry.terms) {
      std::string place = pointer;
      place.append("/terms/").append(language);
      auto list = forms_of(forms, place, entry.id);
      if (list.empty()) faults.push_back({place, "A language needs at least one form."});
      for (auto& form : list) {
        const std::string fault = fault_of(form);
        if (!fault.empty()) faults.push_back({form.pointer, fault});
        by_language[language].push_back(std::move(form));
      }
    }
  }
  for (const auto& [language, forms] : by_language) find_contradictions(forms, faults);
  return faults;
}

}  // namespace render
