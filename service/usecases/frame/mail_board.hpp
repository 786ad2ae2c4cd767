// How mail goes, in memory: whether there is any, what came of attempts since the start, how the relay does. Written by
// the one thread that sends, read by those who watch the service.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "domain/preparation/mail.hpp"

namespace usecases {

struct MailOptions {
  std::string from;        // address of the sender; empty: no mail is sent
  std::string public_url;  // of the service, as people outside reach it; without a slash at its end
  bool on() const { return !from.empty(); }
};

struct MailFigures {
  std::uint64_t accepted = 0;  // attempts by how they ended, since the start
  std::uint64_t refused = 0;
  std::uint64_t later = 0;
  std::uint64_t lost = 0;
  std::uint64_t not_reached = 0;
  std::optional<domain::Millis> troubled_since;  // the relay; nothing: it took the last mail, or none was tried
};

class MailBoard {
 public:
  void note(domain::Handing how);
  // The relay does not work, or does again.
  void note_trouble(domain::Millis now);
  void note_recovery();
  MailFigures figures() const;

 private:
  mutable std::mutex mutex_;
  MailFigures figures_;
};

}  // namespace usecases
