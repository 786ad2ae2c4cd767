// How much more memory something took than there was before, at its highest.
#pragma once

#include <malloc.h>

#include <fstream>
#include <string>

namespace support {

// A line of /proc/self/status in MB; -1: it has no such line.
inline long status_megabytes(const std::string& name) {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word) {
    if (word != name + ":") continue;
    long kilobytes = 0;
    status >> kilobytes;
    return kilobytes / 1024;
  }
  return -1;
}

// In MB, of resident memory. What was freed before is given back first, or the work would be done in it.
template <class Work>
long peak_megabytes(Work work) {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";  // the highest is counted from now on
  const long before = status_megabytes("VmRSS");
  work();
  return status_megabytes("VmHWM") - before;
}

}  // namespace support
