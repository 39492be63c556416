// Uploads in pieces: the protocol tus 1.0.0 (tus.io), with its extensions creation, termination and
// expiration; programs and browsers have clients for it. What became of the file is told in JSON.
#include "archive/uploads.h"

#include <fmt/format.h>

#include <charconv>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/api/api_routes.h"
#include "web/api/upload_metadata.h"

namespace fonds {
namespace {

constexpr const char* kVersion = "1.0.0";

std::int64_t most_bytes(const Visit& visit) {
  return visit.archive().settings().integer("web.upload_megabytes") << 20U;
}

Response tus_answer(int status) {
  Response response;
  response.status = status;
  response.set("Tus-Resumable", kVersion);
  response.set("Cache-Control", "no-store");
  return response;
}

void expect_version(const Visit& visit) {
  if (visit.request.header("tus-resumable") == kVersion) return;
  throw Error(Fault::usage, tr("this is no request of tus 1.0.0"),
              tr("send the header Tus-Resumable: 1.0.0"));
}

std::int64_t header_number(const Visit& visit, std::string_view name) {
  const std::string_view text = visit.request.header(name);
  std::int64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  if (text.empty() || !is_whole || number < 0) {
    throw Error(Fault::usage, say(tr("the header {} is no whole number"), name),
                tr("send it as tus 1.0.0 says"));
  }
  return number;
}

Json record_of(const Upload& upload) {
  Json papers = Json::array();
  for (const UploadedPaper& each : upload.papers) {
    papers.push_back({{"outcome", each.outcome},
                      {"name", each.name},
                      {"accession", each.accession.empty() ? Json(nullptr) : Json(each.accession)},
                      {"problem", each.problem.empty() ? Json(nullptr) : Json(each.problem)},
                      {"hint", each.hint.empty() ? Json(nullptr) : Json(each.hint)}});
  }
  return {{"upload", upload.id},
          {"name", upload.file.name},
          {"size", upload.file.size},
          {"offset", upload.offset},
          {"expires_at", to_text(upload.expires_at)},
          {"ended", upload.ended},
          {"papers", papers}};
}

void tell_state(Response& response, const Upload& upload) {
  response.set("Upload-Offset", std::to_string(upload.offset));
  response.set("Upload-Expires", http_date(upload.expires_at));
}

std::string path_of(const Upload& upload) { return "/api/v1/uploads/" + upload.id; }

Response describe(Visit& visit) {
  Response response = tus_answer(204);
  response.set("Tus-Version", kVersion);
  response.set("Tus-Extension", "creation,termination,expiration");
  response.set("Tus-Max-Size", std::to_string(most_bytes(visit)));
  return response;
}

Response begin(Visit& visit) {
  expect_version(visit);
  auto said = upload_metadata(visit.request.header("upload-metadata"));
  NewUpload file;
  file.name = said["filename"];
  file.label = said["label"];
  file.description = said["description"];
  file.size = header_number(visit, "upload-length");
  if (file.size > most_bytes(visit)) {
    throw Error(Fault::usage, tr("the file is larger than may be sent"),
                tr("whoever looks after the archive can allow more: web.upload_megabytes"));
  }
  const Upload upload = ArchiveUploads(visit.archive()).begin(visit.actor(), file);
  Response response = tus_answer(201);
  response.set("Location", path_of(upload));
  tell_state(response, upload);
  return response;
}

Admission receive(Visit& visit) {
  expect_version(visit);
  if (visit.request.header("content-type") != "application/offset+octet-stream") {
    throw Error(Fault::usage, tr("a piece of an upload has another type"),
                tr("send it as application/offset+octet-stream"));
  }
  ArchiveUploads uploads(visit.archive());
  const std::string& id = visit.captured("upload");
  const std::int64_t offset = header_number(visit, "upload-offset");
  UniqueFd fd = uploads.open(visit.actor(), id, offset);
  return {std::nullopt, std::move(fd), uploads.look(visit.actor(), id).file.size - offset};
}

Response take_piece(Visit& visit) {
  ArchiveUploads uploads(visit.archive());
  const std::string& id = visit.captured("upload");
  Upload upload;
  if (visit.request.files.empty()) {
    upload = uploads.look(visit.actor(), id);  // an empty piece is none
  } else {
    upload = uploads.written(visit.actor(), id, visit.request.files.front().fd.get());
  }
  Response response = tus_answer(204);
  tell_state(response, upload);
  return response;
}

Response tell(Visit& visit) {
  const Upload upload =
      ArchiveUploads(visit.archive()).look(visit.actor(), visit.captured("upload"));
  Response response = json_answer(record_of(upload));
  response.set("Tus-Resumable", kVersion);
  response.set("Upload-Length", std::to_string(upload.file.size));
  tell_state(response, upload);
  return response;
}

Response remove(Visit& visit) {
  ArchiveUploads(visit.archive()).remove(visit.actor(), visit.captured("upload"));
  return tus_answer(204);
}

}  // namespace

std::vector<Route> api_upload_routes() {
  constexpr auto kIn = Door::signed_in;
  constexpr auto kTake = Operation::take_in;
  return {
      {Method::options, "/api/v1/uploads", Door::open, std::nullopt, &describe},
      {Method::post, "/api/v1/uploads", kIn, kTake, &begin},
      {Method::get, "/api/v1/uploads/{upload}", kIn, kTake, &tell},
      {Method::patch, "/api/v1/uploads/{upload}", kIn, kTake, &take_piece, &receive},
      {Method::del, "/api/v1/uploads/{upload}", kIn, kTake, &remove},
  };
}

}  // namespace fonds
