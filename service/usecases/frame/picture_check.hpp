// A picture that somebody sent: checked, cleaned, and drawn once.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "documents/picture/picture.hpp"
#include "usecases/frame/converters.hpp"

namespace usecases {

// Cleaned, with the hash of its bytes.
struct CheckedPicture {
  documents::CleanPicture clean;
  std::string sha256;
};

// In no transaction, for it takes time. sent_as: the media type that the client gave; empty: none. largest: in bytes,
// once cleaned. Errors: invalid "invalid_picture".
CheckedPicture check_picture(const std::string& sent_as, const std::string& content,
                             std::size_t largest = documents::kLargestPicture);
// Errors: invalid "invalid_picture", where the ending of the name says another kind.
void require_fitting_name(const CheckedPicture& picture, std::string_view name);

// Draws an SVG once as documents will, and keeps that for them: what cannot be drawn is refused now, not when the
// report is due. In no transaction either. Errors: invalid "invalid_picture"; unavailable.
void require_drawable(Converters& converters, const documents::CleanPicture& picture);

}  // namespace usecases
