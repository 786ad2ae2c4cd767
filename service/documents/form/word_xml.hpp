// Word's own XML, for what pandoc passes over in it.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "documents/file/zip_reader.hpp"

namespace documents {

// Puts what fields, smart tags, content controls and custom XML hold in the place of these, and a grid into tables that
// have none, in every part of a Word file. Error: domain::Error, invalid, where a part is no XML.
void unwrap_word(NamedFiles& parts);

// Its letters run by run, without those that are deleted, and with those of text boxes.
std::vector<std::string> runs_of(const pugi::xml_node& document);

// The first words of the runs that are not among the letters that were read; empty: there are none.
std::string first_lost(const std::vector<std::string>& runs, const std::string& read);

}  // namespace documents
