// The pages in the lists at the beginning of a DOCX: contents, tables, figures. Our files come without, as only the
// word processor knows them; Word fills them in when it updates its fields.
#pragma once

#include <map>
#include <optional>
#include <string>

namespace documents {

using BookmarkPages = std::map<std::string, int>;  // the name of a bookmark -> its page, counted from 1

// The same file for a program that is to find the pages, with any page in each line: it takes as much room as the real
// one. None where the file has no lists. Error: std::runtime_error where it is no DOCX.
std::optional<std::string> asking_for_pages(const std::string& docx);

// The file with these pages in its lists, as Word writes them; lines whose bookmark is not among them have none.
// Error: std::runtime_error where it is no DOCX.
std::string with_pages(const std::string& docx, const BookmarkPages& pages);

}  // namespace documents
