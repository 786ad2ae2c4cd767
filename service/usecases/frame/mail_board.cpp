#include "usecases/frame/mail_board.hpp"

namespace usecases {

void MailBoard::note(domain::Handing how) {
  const std::lock_guard lock(mutex_);
  switch (how) {
    case domain::Handing::accepted:
      ++figures_.accepted;
      return;
    case domain::Handing::refused:
      ++figures_.refused;
      return;
    case domain::Handing::later:
      ++figures_.later;
      return;
    case domain::Handing::lost:
      ++figures_.lost;
      return;
    case domain::Handing::not_reached:
      ++figures_.not_reached;
      return;
  }
}

void MailBoard::note_trouble(domain::Millis now) {
  const std::lock_guard lock(mutex_);
  if (!figures_.troubled_since) figures_.troubled_since = now;
}

void MailBoard::note_recovery() {
  const std::lock_guard lock(mutex_);
  figures_.troubled_since.reset();
}

MailFigures MailBoard::figures() const {
  const std::lock_guard lock(mutex_);
  return figures_;
}

}  // namespace usecases
