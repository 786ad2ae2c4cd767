// Posts given and ended, each with its event: what the admin does one by one, and a hand-over all at once.
#pragma once

#include <string>

#include "domain/people/person.hpp"
#include "usecases/frame/access.hpp"

namespace usecases {

// The day by which posts, absences and access are judged.
std::string today_of(const Read& context);

// The post as it was stored, with its number.
domain::HeldPost give_post(const Write& context, domain::HeldPost post, const domain::Author& by);
// Saves the days of a post.
void save_post_days(const Write& context, const domain::HeldPost& post, const domain::Author& by);

// Errors: conflict (`last_admin`) where some day from today on nobody with access would be admin.
void keep_an_admin(const Write& context);

}  // namespace usecases
