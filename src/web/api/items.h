/// Items: a list as the API answers it: {"items": […], "next": …}. `next` is the `offset` to ask
/// for what comes behind; null: that was all. Query fields `offset` and `limit` (1 to 1000, 100
/// when not said) choose the part.
///
/// Threads: of the visit. Faults: those of Asked.
#pragma once

#include <algorithm>
#include <cstdint>

#include "web/api/asked.h"
#include "web/visit.h"

namespace fonds {

class Items {
 public:
  explicit Items(const Asked& asked)
      : offset_(asked.whole("offset", 0, 0, 1'000'000'000)),
        limit_(asked.whole("limit", 100, 1, 1000)) {}

  /// Takes the next of the list; its record is made only when it is of the part asked for.
  template <class Record>
  void add(const Record& record) {
    if (seen_ >= offset_ && seen_ < offset_ + limit_) items_.push_back(record());
    ++seen_;
  }
  /// The whole list of what a use case gave, by record_of().
  template <class Values>
  Items& all(const Values& values) {
    for (const auto& each : values) add([&] { return record_of(each); });
    return *this;
  }
  /// Of a use case that gives parts: the part from offset() of `limit()`, of `total` in all.
  [[nodiscard]] int offset() const { return offset_; }
  [[nodiscard]] int limit() const { return limit_; }
  template <class Values>
  Items& part(const Values& values, std::int64_t total) {
    for (const auto& each : values) items_.push_back(record_of(each));
    seen_ = static_cast<int>(std::min<std::int64_t>(total, offset_ + limit_ + 1));
    return *this;
  }
  /// How many must be looked at to answer this part and to know whether there is more.
  [[nodiscard]] int needed() const { return offset_ + limit_ + 1; }
  [[nodiscard]] Response answer() const {
    const bool more = seen_ > offset_ + limit_;
    return json_answer(
        {{"items", items_}, {"next", more ? Json(offset_ + limit_) : Json(nullptr)}});
  }

 private:
  int offset_;
  int limit_;
  int seen_ = 0;
  Json items_ = Json::array();
};

}  // namespace fonds
