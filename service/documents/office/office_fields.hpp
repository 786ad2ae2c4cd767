// Fields of Word, as runs of its XML.
#pragma once

#include <string>
#include <string_view>

namespace documents {

// style: of characters; both may be empty.
std::string word_run(std::string_view language, std::string_view text, std::string_view style = {});
// shown: runs, until Word works the field out.
std::string word_field(const std::string& instruction, const std::string& shown);

// Of a field that is longer than a paragraph. Out of date: Word asks whether to update it when it opens the file.
std::string word_field_begin(const std::string& instruction, bool out_of_date);
std::string word_field_end();

// What is inside of a bookmark. numbers: unique among the bookmarks of the file; pandoc numbers its own from below.
std::string word_bookmark(int number, const std::string& name, const std::string& inside);
constexpr int kFirstOfContents = 900'000;
constexpr int kFirstOfCaptions = 910'000;

}  // namespace documents
