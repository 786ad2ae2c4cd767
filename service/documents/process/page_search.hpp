// LibreOffice asked on which pages a Word file has its bookmarks: a macro of ours runs in a profile of its own.
#pragma once

#include <string>

#include "documents/office/contents_pages.hpp"
#include "documents/process/conversion.hpp"

namespace documents {

// docx: what asking_for_pages gives.
Conversion page_search_of(const std::string& docx, const DataFiles& data);

// What such a run leaves. Error: std::runtime_error where it is something else.
BookmarkPages pages_in(const std::string& json);

}  // namespace documents
