// How long something took on the processor. Other programs of the machine make the clock on the wall run on, not this.
#pragma once

#include <ctime>

namespace support {

// Of all threads of this process since it began, in seconds.
inline double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace support
