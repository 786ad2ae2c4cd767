#include "documents/picture/smaller_picture.hpp"

#include <mutex>

#include "documents/picture/jpeg_rows.hpp"
#include "documents/picture/png_rows.hpp"

namespace documents {

std::string smaller_picture(const std::string& bytes, PictureSize size, const std::function<void()>& each_row) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  return bytes.starts_with("\x89PNG") ? smaller_png(bytes, size, each_row) : smaller_jpeg(bytes, size, each_row);
}

}  // namespace documents
