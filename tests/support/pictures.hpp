// Small pictures for tests, whole and odd ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace support {

std::string png_signature();
// With its length and its checksum.
std::string png_chunk(const std::string& type, const std::string& data);
std::string png_header(std::uint32_t width, std::uint32_t height, int bits, int colour, int interlaced = 0);
std::string deflated(const std::string& bytes, int level = 9);

// A grey PNG; more: chunks between its header and its pixels.
std::string png(std::uint32_t width, std::uint32_t height, const std::string& more = "");
// A PNG of nearly so many bytes, never more.
std::string png_of_bytes(std::size_t bytes);

// 32 by 16 pixels.
std::string jpeg();
// With a part of this marker at its beginning.
std::string jpeg_with(int marker, const std::string& data);
// What a camera that was held so writes (marker 0xE1).
std::string exif(int orientation);

std::string svg(const std::string& inside, const std::string& attributes = R"(width="80" height="40")");

}  // namespace support
