#include "web/static_files.h"

#include <zlib.h>

#include <array>
#include <map>

#include "base/digest.h"
#include "base/error.h"
#include "base/messages.h"
#include "web/web_files.h"

namespace fonds {
namespace {

struct Kind {
  std::string_view name;
  std::string_view type;
};

constexpr std::string_view kScript = "text/javascript; charset=utf-8";
constexpr std::string_view kPageViewer = "openseadragon.min.js";

constexpr std::array kFiles{
    Kind{"desk.css", "text/css; charset=utf-8"},
    Kind{"desk.js", kScript},
    Kind{"sheet.js", kScript},
    Kind{"sheet_view.js", kScript},
    Kind{"viewer.js", kScript},
    Kind{"review.js", kScript},
    Kind{"scan.js", kScript},
#ifdef FONDS_PAGE_VIEWER
    // Wherever it goes, its terms go along.
    Kind{kPageViewer, kScript},
    Kind{"openseadragon.LICENSE.txt", "text/plain; charset=utf-8"},
#endif
};

struct StaticFile {
  std::string_view type;
  std::string_view text;
};

std::string packed(std::string_view text) {
  constexpr int kGzip = 15 + 16;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw Error(Fault::bug, "zlib does not start");
  }
  std::string bytes(deflateBound(&stream, text.size()), '\0');
  // NOLINTBEGIN(*-reinterpret-cast,*-const-cast): the library's way
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  // NOLINTEND(*-reinterpret-cast,*-const-cast)
  stream.avail_in = static_cast<uInt>(text.size());
  stream.avail_out = static_cast<uInt>(bytes.size());
  const int ended = deflate(&stream, Z_FINISH);
  bytes.resize(stream.total_out);
  deflateEnd(&stream);
  if (ended != Z_STREAM_END) throw Error(Fault::bug, "zlib does not end");
  return bytes;
}

const std::map<std::string, StaticFile, std::less<>>& files() {
  static const auto all = [] {
    std::map<std::string, StaticFile, std::less<>> made;
    for (const Kind& kind : kFiles) {
      made.emplace(kind.name, StaticFile{kind.type, web_file(kind.name)});
    }
    return made;
  }();
  return all;
}

/// gzip, each once, when the first browser asks: it takes its time for a library.
const std::string& packed_file(std::string_view name) {
  static const auto all = [] {
    std::map<std::string, std::string, std::less<>> made;
    for (const auto& [each, file] : files()) made.emplace(each, packed(file.text));
    return made;
  }();
  return all.find(name)->second;
}

const std::string& version() {
  static const std::string made = [] {
    std::string all;
    for (const auto& [name, file] : files()) all.append(name).append(file.text);
    return sha256(all).substr(0, 12);
  }();
  return made;
}

}  // namespace

std::string static_path(std::string_view name) {
  return "/static/" + version() + '/' + std::string(name);
}

std::string page_viewer_path() {
  return files().count(kPageViewer) > 0 ? static_path(kPageViewer) : std::string();
}

Response static_file(const Request& request, std::string_view name) {
  const auto found = files().find(name);
  if (found == files().end()) {
    throw Error(Fault::not_found, tr("there is no such page"), tr("go to the first page"));
  }
  Response response;
  const bool takes_packed =
      request.header("accept-encoding").find("gzip") != std::string_view::npos;
  response.body = takes_packed ? packed_file(name) : std::string(found->second.text);
  if (takes_packed) response.set("Content-Encoding", "gzip");
  response.set("Content-Type", std::string(found->second.type));
  response.set("Cache-Control", "public, max-age=31536000, immutable");
  response.set("Vary", "Accept-Encoding");
  return response;
}

}  // namespace fonds
