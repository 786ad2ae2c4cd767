// Dates, numbers, countries and languages as the document spells them, with the words of a language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "documents/labels/labels.hpp"

namespace documents {

// "2026-05-05" -> "5 May 2026". What is no ISO date comes back as it is.
std::string spell_date(const Labels& labels, const std::string& iso_date);

// The same as tables have it: "2026-05-05" -> "05.05.2026".
std::string spell_short_date(const Labels& labels, const std::string& iso_date);

// "2026-01-15T09:00:00.000Z" -> "15 January 2026, 09:00 UTC"; "...+05:00" -> "... UTC+5".
std::string spell_time(const Labels& labels, const std::string& time);

// Of an annex or of what is in it: "B.2" -> "Б.2".
std::string spell_annex(const Labels& labels, const std::string& number);

// 10700 -> "10,700"
std::string spell_number(const Labels& labels, std::uint64_t number);

// "Words: 10,700"
std::string labelled(const Labels& labels, std::string_view label, std::string_view value);
// "Words:", where the label looks otherwise than what stands behind it.
std::string with_colon(const Labels& labels, std::string_view label);

// Points from what was before to what is now: to where the words run.
std::string arrow(const Labels& labels);

// "TKM" -> "Turkmenistan". A country that has no name in the words comes back as its code.
std::string spell_country(const Labels& labels, const std::string& alpha3);

// "ru" -> "Russian". One that has no name in the words comes back as its tag.
std::string spell_language(const Labels& labels, const std::string& tag);

}  // namespace documents
