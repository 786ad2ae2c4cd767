// An SVG that a document shows as a PNG: no program that makes documents is given an SVG that somebody sent.
#pragma once

#include <map>
#include <string>

#include "documents/picture/picture.hpp"
#include "domain/basis/message.hpp"

namespace documents {

struct SvgDrawing {
  std::string svg;
  domain::Message place;  // for messages: "the picture 'map.svg' of the section 'obj-07'"; empty: drawn by the service
  PictureSize size = {};  // of the PNG, where it is to have fewer pixels than it is drawn with; else 0

  bool operator==(const SvgDrawing&) const = default;
};

// By the name of the PNG.
using Drawings = std::map<std::string, SvgDrawing>;

}  // namespace documents
