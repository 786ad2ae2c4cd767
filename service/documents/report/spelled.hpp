// Dates, numbers, countries and languages as the document spells them, in the languages of labels.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "documents/report/labels.hpp"

namespace documents {

// "2026-05-05" -> "5 May 2026". What is no ISO date comes back as it is.
std::string spell_date(const Labels& labels, const std::string& iso_date);

// "2026-01-15T09:00:00.000Z" -> "15 January 2026, 09:00 UTC".
std::string spell_time(const Labels& labels, const std::string& utc);

// 10700 -> "10,700"
std::string spell_number(const Labels& labels, std::uint64_t number);

// "TKM" -> "Turkmenistan". The region's countries are known by name; others come back as their code.
std::string spell_country(const Labels& labels, const std::string& alpha3);

// "ru" -> "Russian". Known are the United Nations' languages and Turkmen; others come back as their tag.
std::string spell_language(const Labels& labels, const std::string& tag);

}  // namespace documents
