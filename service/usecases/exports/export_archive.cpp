#include "usecases/exports/export_archive.hpp"

#include <array>
#include <chrono>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "documents/file/zip_archive.hpp"
#include "documents/report/spelled.hpp"
#include "domain/basis/error.hpp"
#include "usecases/documents/annexes.hpp"
#include "usecases/documents/compile.hpp"
#include "usecases/documents/document_files.hpp"
#include "usecases/editions/edition_manifest.hpp"
#include "usecases/frame/identities.hpp"
#include "usecases/frame/time_zone.hpp"

namespace usecases {
namespace {

constexpr std::chrono::milliseconds kUntilFree{250};

std::string words_for(std::string_view format) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> words{
      {{"docx", "DOCX"}, {"odt", "ODT"}, {"pdf", "PDF"}, {"html", "HTML"}, {"md", "Markdown"}, {"json", "JSON"}}};
  for (const auto& [known, word] : words) {
    if (known == format) return std::string(word);
  }
  return std::string(format);
}

// An order from before there was a choice has the annexes that there were, and shows what is missing as a draft does.
Publication publication_of(const domain::Export& job) {
  Publication publication;
  if (job.edition.empty()) return publication;
  const auto order = nlohmann::json::parse(job.edition);
  publication.is_final = order.at("kind") == "final";
  if (const auto annexes = order.find("annexes"); annexes != order.end()) {
    publication.annexes = annexes_named(annexes->get<std::vector<std::string>>());
  }
  publication.leave_out = order.value("leave_out", publication.leave_out);
  if (const auto text = order.find("missing_text"); text != order.end() && text->is_object()) {
    publication.missing_text = text->get<domain::LocalizedText>();
  }
  return publication;
}

class Making {
 public:
  Making(Service& service, const domain::Export& job)
      : service_(service), job_(job), publication_(publication_of(job)) {}

  // False: not wanted any more.
  bool make_all() {
    const auto actor = service_.database().read(
        [&](store::ReadTx& tx) { return load_actor(tx, job_.user, day_in(service_.time_zone(), service_.now())); });
    for (const auto& language : job_.languages) {
      auto document = service_.read(actor, [&](const Read& context) {
        return compile(context, *service_.known_reports().see(context, job_.report), contents_in(language));
      });
      for (const auto& format : job_.formats) {
        if (!make_one(language, format, document)) return false;
      }
      if (!job_.edition.empty()) documents_[language] = std::move(document);
    }
    return show(job_.edition.empty() ? "Packing the archive" : "Freezing the edition");
  }

  MadeReport made() && {
    files_.merge(pictures_);
    return {std::move(files_), std::move(documents_)};
  }

 private:
  Contents contents_in(const std::string& language) const {
    Contents contents{language,
                      job_.selection == "approved" ? Select::approved : Select::latest,
                      {job_.readable.begin(), job_.readable.end()}};
    contents.moment = {job_.content_event, job_.content_at};
    contents.part = part_named(job_.part);
    contents.publication = publication_;
    return contents;
  }

  // False: not wanted any more.
  bool show(std::string step) {
    const std::size_t whole = job_.formats.size() * job_.languages.size() + 1;
    service_.export_board().show({static_cast<int>(files_.size() * 100 / whole), std::move(step)});
    return service_.export_board().pause(std::chrono::milliseconds(0));
  }

  std::string file_of(const std::string& language, const std::string& format, const documents::Document& document) {
    const auto made = make_file(service_.converters(), format_named(format),
                                "export/" + std::to_string(job_.number) + "/" + language, [&] { return document; });
    return format == "docx" ? service_.converters().with_pages(*made.bytes) : *made.bytes;
  }

  // False: not wanted any more.
  bool make_one(const std::string& language, const std::string& format, const documents::Document& document) {
    const Part part = part_named(job_.part);
    const std::string name =
        job_.report + "." + (part.is_whole() ? "" : part.section + part.agency + ".") + language + "." + format;
    const bool wanted = show(
        "Making " + words_for(format) + ", " + documents::spell_language(documents::labels_for("en"), language) + " (" +
        std::to_string(files_.size() + 1) + " of " + std::to_string(job_.formats.size() * job_.languages.size()) + ")");
    if (!wanted) return false;
    while (true) {
      try {
        files_[name] = file_of(language, format, document);
        if (format == "md") add_pictures(document, pictures_);
        return true;
      } catch (const domain::Error& error) {
        if (error.kind() != "converters_busy") throw;
      }
      if (!service_.export_board().pause(kUntilFree)) return false;
    }
  }

  Service& service_;
  const domain::Export& job_;
  Publication publication_;
  documents::NamedFiles files_;
  documents::NamedFiles pictures_;
  Documents documents_;
};

}  // namespace

std::optional<MadeReport> make_export(Service& service, const domain::Export& job) {
  Making making(service, job);
  if (!making.make_all()) return std::nullopt;
  return std::move(making).made();
}

std::string pack(documents::NamedFiles files) {
  files["SHA256SUMS"] = checksum_lines(files);
  return documents::make_archive(files);
}

}  // namespace usecases
