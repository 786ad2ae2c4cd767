// Whether a thread is the writer of the database at this moment, for those who watch it: tests.
#pragma once

namespace store {

class WriterThread {
 public:
  // From here to the end of its life the thread carries out changes, its own or those of others who wait.
  WriterThread() { is_one() = true; }
  ~WriterThread() { is_one() = false; }
  WriterThread(const WriterThread&) = delete;
  WriterThread& operator=(const WriterThread&) = delete;

  static bool& is_one() {
    thread_local bool writes = false;
    return writes;
  }
};

}  // namespace store
