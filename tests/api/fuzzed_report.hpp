// A report at which every operation of the contract is tried.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "contract_samples.hpp"

// A report with texts, and a person whom the requests may harm.
struct Fuzzed {
  Fuzzed() : fixture(app) {
    REQUIRE(fixture.save("A text with **words** in it.").status == 201);
    REQUIRE(fixture.save("A second text.").status == 200);
    transition = fixture.submit(fixture.head).json().at("id").dump();
    REQUIRE(fixture.act(fixture.head, "withdraw").status == 201);
    app.person("victim", {{{"role", "observer"}}});
    post = app.admin().get("/v1/users/victim/posts").json().at("items").at(0).at("id").dump();
    const support::Json away{{"starts_on", "2026-01-20"}, {"ends_on", "2026-01-21"}, {"deputy", "observer"}};
    absence = app.admin().post("/v1/users/victim/absences", away).json().at("id").dump();
    token = app.admin().get("/v1/users/victim/tokens").json().at("items").at(0).at("id").dump();
    const support::Json for_calendars{{"label", "Calendar"}, {"scopes", {"calendar"}}};
    link = app.admin().post("/v1/users/admin/tokens", for_calendars).json().at("secret");
  }

  ContractSamples samples() const {
    return ContractSamples({{"agency", "interior"},
                            {"user", "victim"},
                            {"post", post},
                            {"absence", absence},
                            {"token", token},
                            {"link", link},
                            {"format", "gcm-imrf"},
                            {"report", fixture.report},
                            {"section", "obj-07"},
                            {"language", "en"},
                            {"revision", "1"},
                            {"export", "1"},
                            {"edition", "1"},
                            {"submission", "1"},
                            {"promise", "1"},
                            {"extension", "1"},
                            {"item", "section_to_write.tkm-2026.obj-07.labour"},
                            {"task", "1"},
                            {"meeting", "1"},
                            {"request", "1"},
                            {"mail", "1"},
                            {"secret", std::string(64, 'a')},
                            {"transition", transition},
                            {"file", "document.md"},
                            {"name", "map.png"}});
  }

  support::TestApp app;
  support::ReportFixture fixture;
  std::string absence;
  std::string post;
  std::string transition;
  std::string token;
  std::string link;  // to calendars, of the admin
};

inline support::Answer send(const support::Caller& caller, const Probe& probe) {
  return caller.send(probe.method, probe.path, probe.body, probe.headers);
}

// Whether the token comes as Authorization.
inline bool takes_bearer(const http::Operation& operation) {
  return operation.needs_token && operation.token_in_path.empty();
}

inline const std::vector<http::Operation>& operations() {
  const auto& all = http::Contract::instance().operations();
  REQUIRE(all.size() > 80);
  return all;
}
