/// MemberName: what a name inside a ZIP or TAR says, made safe to keep and to show.
///
/// Invariant: `text` is one printable line of valid UTF-8 with '/' between folders, and, unless
///            `refusal` is set, is relative and has no "." or ".." part.
/// Threads:   pure. Faults: none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fonds {

struct MemberName {
  std::string text;
  std::optional<std::string> refusal;  ///< why it is not taken, for a clerk
  bool clutter = false;                ///< left by an operating system beside the papers
};

/// Judges the raw bytes of a name; `number` (from 1) names a member whose name says nothing.
MemberName judge_member_name(std::string_view raw, int number);

}  // namespace fonds
