#include "web/pages/document_files.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "archive/documents.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/routes.h"

namespace fonds {
namespace {

constexpr int kMostOriginals = 1'000'000;

Error no_such_page() {
  return {Fault::not_found, tr("there is no such page"), tr("go to the first page")};
}

/// Kept by this person's browser for a while, by nothing between.
Response jpeg(std::string bytes, int seconds) {
  Response response;
  response.body = std::move(bytes);
  response.set("Content-Type", "image/jpeg");
  response.set("Cache-Control", fmt::format("private, max-age={}", seconds));
  return response;
}

Response show_picture(Visit& visit) {
  return picture_of_page(visit,
                         visit.number("side", kPictureSide, kLeastPictureSide, kMostPictureSide));
}

Response show_thumbnail(Visit& visit) {
  constexpr int kHour = 3600;
  return jpeg(
      visit.place.pages.thumbnail(visit.actor(), visit.captured("document"), page_in_path(visit))
          .jpeg,
      kHour);
}

struct Part {
  std::string_view name;
  ExportPart part;
  std::string_view type;  ///< empty: that of the original
  std::string_view kind;  ///< of the disposition: what a browser may show by itself is harmless
};
constexpr std::array<Part, 4> kParts{{
    {"original", ExportPart::original, "", "attachment"},
    {"access", ExportPart::access_copy, "application/pdf", "inline"},
    {"alto", ExportPart::alto, "application/xml", "attachment"},
    {"text", ExportPart::text, "text/plain; charset=utf-8", "attachment"},
}};

std::string_view type_of_original(Visit& visit, int which) {
  const Document document =
      ArchiveDocuments(visit.archive())
          .find(Viewer(visit.archive(), visit.actor()), visit.captured("document"));
  const auto at = static_cast<std::size_t>(std::max(which, 1)) - 1;
  return entry_of(document.originals.at(at).kind).media_type;
}

Response give_file(Visit& visit) {
  return file_of_document(visit, visit.number("which", 0, 0, kMostOriginals));
}

}  // namespace

int page_in_path(const Visit& visit) {
  const std::string& text = visit.captured("page");
  int page = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), page);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || page < 1) {
    throw no_such_page();
  }
  return page;
}

Response picture_of_page(Visit& visit, int longest_side) {
  constexpr int kTenMinutes = 600;
  return jpeg(
      visit.place.pages
          .picture(visit.actor(), visit.captured("document"), page_in_path(visit), longest_side)
          .jpeg,
      kTenMinutes);
}

Response file_of_document(Visit& visit, int which) {
  const auto* part = std::find_if(kParts.begin(), kParts.end(), [&](const Part& each) {
    return each.name == visit.captured("part");
  });
  if (part == kParts.end()) throw no_such_page();
  ArchiveDocuments::Exported exported =
      ArchiveDocuments(visit.archive())
          .open_part(visit.actor(), visit.captured("document"), part->part, which);
  Response response;
  response.file = std::move(exported.fd);
  response.set("Content-Type",
               std::string(part->type.empty() ? type_of_original(visit, which) : part->type));
  response.set("Content-Disposition", content_disposition(part->kind, exported.file_name));
  return response;
}

std::vector<Route> document_file_routes() {
  constexpr auto kRead = Operation::read_document;
  return {
      {Method::get, "/documents/{document}/pages/{page}", Door::signed_in, kRead, &show_picture},
      {Method::get, "/documents/{document}/thumbnails/{page}", Door::signed_in, kRead,
       &show_thumbnail},
      {Method::get, "/documents/{document}/files/{part}", Door::signed_in,
       Operation::export_document, &give_file},
  };
}

}  // namespace fonds
