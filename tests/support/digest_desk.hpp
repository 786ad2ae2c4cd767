// A report of which something is overdue, and people who are told so by mail.
#pragma once

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "support/api_app.hpp"
#include "support/api_relay.hpp"
#include "usecases/operation/housekeeping.hpp"

namespace support {

// obj-07 is overdue: labour leads it, health contributes. The head of labour and the coordinator have addresses.
struct DigestDesk {
  DigestDesk() {
    const Json days{{"due_on", "2026-01-10"}, {"due_reason", "Agreed."}};
    REQUIRE(f.coordinator.patch(f.section("obj-07"), days).status == 200);
    for (const char* user : {"head", "coordinator"}) {
      const Json address{{"email", std::string(user) + "@ministry.example"}};
      REQUIRE(app.admin().patch("/v1/users/" + std::string(user), address).status == 200);
    }
  }

  void tick() { usecases::keep_house(app.app().service()); }
  // Newest first: "digest to head", as far as they were written.
  std::vector<std::string> mails() const {
    std::vector<std::string> found;
    for (const Json list = app.admin().get("/v1/mails").json().at("items"); const auto& mail : list) {
      found.push_back(mail.at("kind").get<std::string>() + " to " + mail.at("user").get<std::string>());
    }
    return found;
  }
  std::string newest_text() const { return relay.read(relay.mails()).at("text"); }
  Json newest() const { return relay.read(relay.mails()); }
  bool arrived(std::size_t count) const {
    return comes_true([&] { return relay.mails() == count; });
  }

  Relay relay;
  TestApp app{with_mail(relay)};
  ReportFixture f{app};
};

}  // namespace support
