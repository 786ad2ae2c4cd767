// The one writer of the database, kept so long that whoever saves meanwhile waits.
#pragma once

#include <future>
#include <thread>

#include "support/api_app.hpp"

class KeptWriter {
 public:
  explicit KeptWriter(support::TestApp& app)
      : keeper_([this, &app] {
          app.app().service().database().write([this](store::WriteTx&) {
            kept_.set_value();
            go_on_.get_future().wait();
          });
        }) {
    kept_.get_future().wait();
  }

  // Once.
  void let_go() { go_on_.set_value(); }

 private:
  std::promise<void> go_on_;
  std::promise<void> kept_;
  std::jthread keeper_;
};
