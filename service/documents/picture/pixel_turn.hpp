// Unpacked pixels take much memory and a processor: one picture at a time has them.
#pragma once

namespace documents {

// Error: domain::Error, unavailable "pictures_busy", where too many wait for their turn, or one waited too long.
class PixelTurn {
 public:
  PixelTurn();
  ~PixelTurn();
  PixelTurn(const PixelTurn&) = delete;
  PixelTurn& operator=(const PixelTurn&) = delete;
};

constexpr int kMostWaitingForPixels = 8;

}  // namespace documents
