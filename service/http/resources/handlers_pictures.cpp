#include "http/request/etag.hpp"
#include "http/request/request_body.hpp"
#include "http/resources/handlers.hpp"
#include "http/resources/views.hpp"
#include "usecases/reports/emblem.hpp"
#include "usecases/texts/pictures.hpp"

namespace http {
namespace {

usecases::PictureKey picture_key_of(const Call& call) {
  return {call.param("report"), call.param("section"), call.param("name")};
}

usecases::ChangePicture picture_change_of(const Call& call) {
  return {picture_key_of(call), call.query_flag("minor"), call.query("reason"), call.expected()};
}

// An SVG is a document of its own where it is opened by itself: then nothing in it may run or load anything either.
Response picture_response(const std::string& media_type, const std::string& name,
                          std::shared_ptr<const std::string> content) {
  Response response;
  response.body = std::move(content);
  response.set_header("Content-Type", media_type);
  response.set_header("Cache-Control", "private, no-cache");
  response.set_header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  response.set_header("Content-Disposition", "inline; filename=\"" + name + "\"");
  return response;
}

std::string etag_of(const domain::Emblem& emblem) { return "\"" + std::to_string(emblem.version) + "\""; }

std::string etag_of(const domain::Picture& picture) { return "\"" + std::to_string(picture.version) + "\""; }

}  // namespace

Response list_pictures(const Call& call, const Read& context) {
  const Paging paging = paging_of(call);
  return page_of(
      call, paging,
      usecases::list_pictures(context, call.param("report"), call.param("section"), paging.position, paging.asked()),
      picture_json, [](const domain::Picture& picture) { return picture.name; });
}

Response get_picture(const Call& call, const Read& context) {
  const auto picture = usecases::get_picture(context, picture_key_of(call));
  Response response = picture_response(picture.media_type, picture.name, usecases::picture_content(context, picture));
  apply_etag(call.request, response, etag_of(picture));
  return response;
}

// Checking and drawing a picture takes up to a second: only storing it is a transaction.
Response save_picture(const Call& call) {
  const auto command = picture_change_of(call);
  call.service.read(call.actor(), [&](const Read& context) { usecases::require_may_change(context, command); });
  const auto checked = usecases::check_picture(said_type_of(call.request), call.request.body);
  usecases::require_fitting_name(checked, command.key.name);
  usecases::require_drawable(call.service.converters(), checked.clean);
  const auto saved = call.service.write(
      call.actor(), [&](const Write& context) { return usecases::save_picture(context, command, checked); });
  Response response = json_response(saved_picture_json(saved), saved.first ? 201 : 200);
  response.set_header("ETag", etag_of(saved.picture));
  if (saved.first) response.set_header("Location", call.request.path);
  return response;
}

Response remove_picture(const Call& call, const Write& context) {
  usecases::remove_picture(context, picture_change_of(call));
  Response response;
  response.status = 204;
  return response;
}

Response get_emblem(const Call& call, const Read& context) {
  const std::string& report = call.param("report");
  const auto emblem = usecases::get_emblem(context, report);
  Response response = picture_response(emblem.media_type, usecases::emblem_name(emblem),
                                       usecases::emblem_content(context, report, emblem));
  apply_etag(call.request, response, etag_of(emblem));
  return response;
}

Response save_emblem(const Call& call) {
  const std::string& report = call.param("report");
  const auto expected = call.expected();
  call.service.read(call.actor(),
                    [&](const Read& context) { usecases::require_may_change_emblem(context, report, expected); });
  const auto checked = usecases::check_picture(said_type_of(call.request), call.request.body, usecases::kLargestEmblem);
  usecases::require_drawable(call.service.converters(), checked.clean);
  const auto saved = call.service.write(
      call.actor(), [&](const Write& context) { return usecases::save_emblem(context, report, expected, checked); });
  Response response = json_response(saved_emblem_json(report, saved), saved.first ? 201 : 200);
  response.set_header("ETag", etag_of(saved.emblem));
  if (saved.first) response.set_header("Location", call.request.path);
  return response;
}

Response remove_emblem(const Call& call, const Write& context) {
  usecases::remove_emblem(context, call.param("report"), call.expected());
  Response response;
  response.status = 204;
  return response;
}

}  // namespace http
