/// A request whose whole body is one file (application/octet-stream): what is said of the file
/// stands in the query.
///
/// Threads: as Request. Faults: usage (there is no file), those of Asked.
#pragma once

#include <initializer_list>
#include <string_view>

#include "base/error.h"
#include "base/messages.h"
#include "web/api/asked.h"

namespace fonds {

inline Asked asked_beside_file(const Request& request,
                               std::initializer_list<std::string_view> fields) {
  Request of_query;  // as a GET: there Asked reads the query
  of_query.query = request.query;
  return {of_query, fields};
}

inline const UploadedFile& file_sent(const Request& request) {
  if (request.files.empty()) {
    throw Error(Fault::usage, tr("the file is empty"),
                say(tr("send {}"), "application/octet-stream"));
  }
  return request.files.front();
}

}  // namespace fonds
