#include "domain/report/imprint.hpp"

#include <doctest/doctest.h>

using domain::is_isbn;

TEST_CASE("the last digit of an ISBN follows from the others") {
  for (const char* right : {"978-92-1-101234-7", "9789211012347", "978 92 1 101234 7", "0-306-40615-2", "080442957X"}) {
    CAPTURE(right);
    CHECK(is_isbn(right));
  }
  for (const char* wrong : {"978-92-1-101234-8", "97892110123", "0-306-40615-3", "978921101234X", "", "isbn",
                            "X804429570", "978-92-1-101234-7x"}) {
    CAPTURE(wrong);
    CHECK_FALSE(is_isbn(wrong));
  }
}
