// The files of a ZIP archive that is not doubted.
#pragma once

#include <doctest/doctest.h>
#include <zip.h>

#include <string>

#include "documents/file/zip_archive.hpp"

namespace support {

inline documents::NamedFiles unzipped(const std::string& bytes) {
  zip_t* archive =
      zip_open_from_source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr), ZIP_RDONLY, nullptr);
  REQUIRE(archive != nullptr);
  documents::NamedFiles files;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0)); ++i) {
    zip_stat_t facts;
    REQUIRE(zip_stat_index(archive, i, 0, &facts) == 0);
    std::string content(facts.size, '\0');
    zip_file_t* file = zip_fopen_index(archive, i, 0);
    REQUIRE(zip_fread(file, content.data(), facts.size) == static_cast<zip_int64_t>(facts.size));
    zip_fclose(file);
    files.emplace(facts.name, std::move(content));
  }
  zip_discard(archive);
  return files;
}

}  // namespace support
