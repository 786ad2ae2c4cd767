#include "documents/translation/glossary_check.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "domain/basis/heavy_work.hpp"
#include "domain/basis/message.hpp"

namespace documents {
namespace {

using domain::Fault;
using domain::Message;
using domain::say;
using domain::TermForms;
using Hit = domain::TermMatcher::Hit;

bool lies_within(const Hit& inner, const Hit& outer) {
  return outer.count > inner.count && outer.first <= inner.first &&
         inner.first + inner.count <= outer.first + outer.count;
}

bool holds(const std::vector<WantedTerm>& terms, const domain::GlossaryEntry* entry) {
  return std::ranges::find(terms, entry, &WantedTerm::entry) != terms.end();
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

Message fault_of(const PlacedForm& form) {
  constexpr std::size_t kShortestStem = 3;
  if (form.phrase.empty()) return say("'{0}' has no word in it.", form.form);
  const bool preferred = form.pointer.ends_with("/preferred");
  for (const auto& word : form.phrase) {
    if (!word.stem) continue;
    if (preferred) return say("The preferred form is shown as it is, so it cannot have a '*'; give stems in 'also'.");
    if (characters(word.text) < kShortestStem)
      return say("'{0}': there must be at least three letters before a '*'.", form.form);
  }
  return {};
}

std::string key_of(const domain::Phrase& phrase) {
  std::string key;
  for (const auto& word : phrase) key += word.text + (word.stem ? "* " : " ");
  return key;
}

Message told_double(const PlacedForm& form, const PlacedForm& other) {
  if (other.forbidden == form.forbidden)
    return say("'{0}' is already in the entry '{1}', in the same language ({2}).", form.form, other.id, other.pointer);
  if (other.forbidden) {
    return say("'{0}' is forbidden by the entry '{1}', in the same language ({2}).", form.form, other.id,
               other.pointer);
  }
  return say("'{0}' is asked for by the entry '{1}', in the same language ({2}).", form.form, other.id, other.pointer);
}

// Of all entries in one language. In the order of the glossary, so that the second place is the one to be mended.
void find_doubles(const std::vector<PlacedForm>& forms, std::vector<domain::Finding>& faults) {
  std::map<std::string, const PlacedForm*> known;
  for (const auto& form : forms) {
    if (form.phrase.empty()) continue;
    const auto [found, is_new] = known.emplace(key_of(form.phrase), &form);
    if (is_new) continue;
    faults.push_back({form.pointer, Fault::repeated, told_double(form, *found->second)});
  }
}

// Of one entry in one language: a pattern that forbids what the entry wants.
void find_contradictions(const std::vector<PlacedForm>& forms, std::vector<domain::Finding>& faults) {
  for (const auto& form : forms) {
    if (!form.forbidden) continue;
    const auto wanted = std::ranges::find_if(forms, [&](const PlacedForm& other) {
      return !other.forbidden && other.phrase != form.phrase && domain::covers(form.phrase, other.phrase);
    });
    if (wanted == forms.end()) continue;
    faults.push_back({form.pointer, Fault::does_not_fit,
                      say("'{0}' would forbid '{1}', which the entry asks for.", form.form, wanted->form)});
  }
}

// Whether a longer wanted form covers this place. They are given in the order of the text.
bool is_covered(const Hit& hit, const std::vector<Hit>& wanted) {
  constexpr std::size_t kLongestPhrase = 200;  // words; a form has as many characters
  const std::size_t from = hit.first < kLongestPhrase ? 0 : hit.first - kLongestPhrase;
  for (auto good = std::ranges::lower_bound(wanted, from, {}, &Hit::first);
       good != wanted.end() && good->first <= hit.first; ++good) {
    if (lies_within(hit, *good)) return true;
  }
  return false;
}

// Where forms overlap, the first one stands for them all; of those that begin together the longest. hits: by their
// first word.
void drop_overlaps(std::vector<Hit>& hits) {
  std::ranges::stable_sort(
      hits, [](const Hit& a, const Hit& b) { return a.first != b.first ? a.first < b.first : a.count > b.count; });
  std::size_t end = 0;
  std::erase_if(hits, [&](const Hit& hit) {
    if (hit.first < end) return true;
    end = hit.first + hit.count;
    return false;
  });
}

}  // namespace

GlossaryCheck::GlossaryCheck(domain::Glossary glossary) : glossary_(std::move(glossary)) {
  domain::note_heavy_work("a glossary");
  for (std::size_t i = 0; i < glossary_.size(); ++i) {
    note_pairs(glossary_[i]);
    for (const auto& [name, forms] : glossary_[i].terms) {
      if (!forms.forbidden.empty()) forbids_.insert(name);
      Language& language = languages_[name];
      if (!forms.preferred.empty()) add(language, i, forms.preferred, false);
      for (const auto& form : forms.also) add(language, i, form, false);
      for (const auto& form : forms.forbidden) add(language, i, form, true);
    }
  }
}

void GlossaryCheck::note_pairs(const domain::GlossaryEntry& entry) {
  for (const auto& [source, there] : entry.terms) {
    if (there.preferred.empty() && there.also.empty()) continue;
    for (const auto& [translation, here] : entry.terms) {
      if (!here.preferred.empty() && translation != source) asks_for_.emplace(source, translation);
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
  constexpr std::size_t kMostHits = 20'000;
  TextTerms terms;
  const auto known = languages_.find(language);
  if (known == languages_.end()) return terms;
  std::vector<Hit> wanted;
  std::vector<Hit> forbidden;
  std::vector<bool> seen(glossary_.size());
  for (const Hit& hit : known->second.matcher.find(text.words(), kMostHits)) {
    const Use& use = known->second.uses[hit.number];
    (use.forbidden ? forbidden : wanted).push_back(hit);
    if (use.forbidden || seen[use.entry]) continue;
    terms.wanted.push_back({&glossary_[use.entry], text.written(hit.first, hit.count)});
    seen[use.entry] = true;
  }
  std::erase_if(forbidden, [&](const Hit& hit) { return is_covered(hit, wanted); });
  drop_overlaps(forbidden);
  for (const Hit& hit : forbidden) {
    const auto& entry = glossary_[known->second.uses[hit.number].entry];
    terms.forbidden.push_back(
        {&entry, text.written(hit.first, hit.count), entry.terms.at(language).preferred, text.line_of(hit.first)});
  }
  return terms;
}

std::vector<WantedTerm> untranslated_terms(const TextTerms& source, const TextTerms& translation,
                                           const std::string& language) {
  std::vector<WantedTerm> missing;
  for (const auto& term : source.wanted) {
    const auto forms = term.entry->terms.find(language);
    if (forms == term.entry->terms.end() || forms->second.preferred.empty()) continue;
    if (!holds(translation.wanted, term.entry)) missing.push_back(term);
  }
  return missing;
}

std::vector<domain::Finding> glossary_faults(const domain::Glossary& glossary, const std::string& prefix) {
  domain::note_heavy_work("a glossary");
  std::vector<domain::Finding> faults;
  std::set<std::string> ids;
  std::map<std::string, std::vector<PlacedForm>> by_language;
  for (std::size_t i = 0; i < glossary.size(); ++i) {
    const auto& entry = glossary[i];
    const std::string pointer = prefix + "/" + std::to_string(i);
    if (!ids.insert(entry.id).second)
      faults.push_back({pointer + "/id", Fault::repeated, say("The id '{0}' is used twice.", entry.id)});
    for (const auto& [language, forms] : entry.terms) {
      std::string place = pointer;
      place.append("/terms/").append(language);
      auto list = forms_of(forms, place, entry.id);
      if (list.empty()) faults.push_back({place, Fault::too_few, say("A language needs at least one form.")});
      for (const auto& form : list) {
        const Message fault = fault_of(form);
        if (!fault.empty()) faults.push_back({form.pointer, Fault::wrong_form, fault});
      }
      find_contradictions(list, faults);
      for (auto& form : list) by_language[language].push_back(std::move(form));
    }
  }
  for (const auto& [language, forms] : by_language) find_doubles(forms, faults);
  return faults;
}

}  // namespace documents
