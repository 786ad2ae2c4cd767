// The abbreviations of a report: those of its glossary that its texts use.
#pragma once

#include <string>
#include <vector>

#include "documents/report/document.hpp"
#include "domain/text/glossary.hpp"

namespace documents {

// Whether a form of a term is one: "IMRF", "GDM", not "Forum", "G20". Two to twelve letters and digits, at least two of
// them and more than half capital letters.
bool is_abbreviation(const std::string& form);

// Sorted. The meaning of a form is the preferred form of its term in that language.
std::vector<Abbreviation> abbreviations_of(const Document& document, const domain::Glossary& glossary);

}  // namespace documents
