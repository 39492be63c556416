/// StrictObject: a JSON object whose every name must be known and asked for: no value that somebody
/// wrote is passed over.
///
/// What is wrong is told with its place ("facts.decision.until"); which fault that is, and what to
/// do, the user of the object says. Only sources of this folder include it. Threads: one object,
/// one thread. Faults: those of `Complaint`.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "base/error.h"

namespace fonds {

/// The Error of a place and what is wrong there ("must be a text").
using Complaint = Error (*)(const std::string& place, const char* what);

class StrictObject {
 public:
  /// `json` must outlive it. `place` is empty for the outermost.
  StrictObject(const nlohmann::json& json, std::string place, Complaint complaint);

  /// Null when it is absent or null.
  const nlohmann::json* find(const std::string& name);
  /// It must be there; it may be null.
  const nlohmann::json& at(const std::string& name);
  std::string text(const std::string& name);
  bool truth(const std::string& name);
  std::int64_t number(const std::string& name, std::int64_t least, std::int64_t most);
  /// What `from` makes of the text; it must make something.
  template <class From>
  auto choice(const std::string& name, From from) {
    auto value = from(text(name));
    if (!value) fail_choice(name);
    return *std::move(value);
  }
  /// The same; nothing when it is absent or null.
  template <class From>
  auto choice_if_any(const std::string& name, From from) -> decltype(from(std::string())) {
    if (find(name) == nullptr) return std::nullopt;
    return choice(name, from);
  }
  /// Throws that `name` is wrong so.
  [[noreturn]] void fail(const std::string& name, const char* what) const;
  void refuse_others() const;
  [[nodiscard]] std::string place_of(const std::string& name) const;

 private:
  [[noreturn]] void fail_choice(const std::string& name) const;
  const nlohmann::json& json_;
  std::string place_;
  Complaint complaint_;
  std::set<std::string> asked_;
};

}  // namespace fonds
