#include "usecases/operation/first_start.hpp"

#include "store/log/events.hpp"
#include "store/people/people.hpp"
#include "usecases/people/tokens.hpp"

namespace usecases {
namespace {

constexpr const char* kAdmin = "admin";

void insert_admin(store::WriteTx& tx) {
  if (store::find_user(tx, kAdmin)) return;
  store::insert_user(tx, {kAdmin, "Administrator", std::nullopt});
  store::append_event(tx, "user.created", {}, {},
                      {{"user", kAdmin}, {"name", "Administrator"}, {"email_sha256", nullptr}});
  for (const domain::Role role : {domain::Role::admin, domain::Role::coordinator}) {
    domain::HeldPost post;
    post.user = kAdmin;
    post.post.role = role;
    post.id = store::insert_post(tx, post);
    store::append_event(tx, "post.created", {}, {},
                        {{"user", kAdmin}, {"post", post.id}, {"role", domain::to_string(role)}});
  }
}

domain::Token full_token(const std::string& user, const std::string& label) {
  using enum domain::Scope;
  domain::Token token;
  token.user = user;
  token.label = label;
  token.scopes = {read, write, review, manage};
  return token;
}

}  // namespace

std::optional<std::string> issue_first_token(Service& service) {
  std::optional<std::string> secret;
  service.database().write([&](store::WriteTx& tx) {
    secret.reset();
    if (store::any_token(tx)) return;
    insert_admin(tx);
    secret = issue_token(tx, full_token(kAdmin, "first start"), {}).secret;
  });
  return secret;
}

std::string issue_token_for(Service& service, const std::string& user, const std::string& label) {
  std::string secret;
  service.database().write([&](store::WriteTx& tx) {
    if (!store::find_user(tx, user)) throw_not_found(domain::say("user"), user);
    secret = issue_token(tx, full_token(user, label), {}).secret;
  });
  return secret;
}

}  // namespace usecases
