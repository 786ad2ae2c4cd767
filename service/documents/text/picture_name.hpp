// What a picture may be called, and the kind that its name or media type stands for.
#pragma once

#include <optional>
#include <string_view>

namespace documents {

enum class PictureKind { png, jpeg, svg };

std::string_view media_type_of(PictureKind kind);  // "image/png"
std::optional<PictureKind> kind_of_media_type(std::string_view media_type);

// What a picture may be called: "map.png", in small Latin letters, digits, and . - _ between them.
bool is_picture_name(std::string_view name);
// The kind that the ending of such a name stands for.
PictureKind kind_of_name(std::string_view name);

}  // namespace documents
