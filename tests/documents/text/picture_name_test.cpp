#include "documents/text/picture_name.hpp"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a picture's name is small letters and digits with an ending that says what it is") {
  for (const char* name : {"map.png", "a.jpg", "photo-1_b.2.jpeg", "7.svg"}) {
    CAPTURE(name);
    CHECK(documents::is_picture_name(name));
  }
  for (const char* name :
       {"", ".png", "png", "map.gif", "Map.png", "a b.png", "../a.png", "a/b.png", "a..png", "-a.png", "a-.png",
        "map.png.", "карта.png", "https://x.example/m.png", "map.png?x", "map.png#x"}) {
    CAPTURE(name);
    CHECK_FALSE(documents::is_picture_name(name));
  }
  CHECK_FALSE(documents::is_picture_name(std::string(61, 'a') + ".png"));
}
