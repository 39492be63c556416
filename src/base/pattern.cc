#include "base/pattern.h"

#include <unicode/regex.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

/// In ICU's steps, each about a millisecond: far more than an honest match of a page takes.
constexpr int32_t kMostSteps = 200;
/// Bytes of the matcher's own stack of places to go back to.
constexpr int32_t kStackBytes = 4 << 20;

}  // namespace

struct PatternText::Units {
  icu::UnicodeString text;
  std::vector<std::uint32_t> bytes;  ///< offset in UTF-8 of each UTF-16 unit, and of the end
};

PatternText::PatternText(std::string_view utf8) {
  auto units = std::make_unique<Units>();
  units->bytes.reserve(utf8.size() + 1);
  const auto length = static_cast<int32_t>(utf8.size());
  for (int32_t at = 0; at < length;) {
    const int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(utf8.data(), at, length, c);
    units->text.append(c);
    units->bytes.resize(static_cast<std::size_t>(units->text.length()),
                        static_cast<std::uint32_t>(begin));
  }
  units->bytes.push_back(static_cast<std::uint32_t>(length));
  units_ = std::move(units);
}
PatternText::~PatternText() = default;
PatternText::PatternText(PatternText&&) noexcept = default;
PatternText& PatternText::operator=(PatternText&&) noexcept = default;

struct Pattern::Compiled {
  std::unique_ptr<icu::RegexPattern> pattern;
  std::string expression;

  [[nodiscard]] std::unique_ptr<icu::RegexMatcher> matcher(const icu::UnicodeString& text) const {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::RegexMatcher> made(pattern->matcher(text, status));
    if (made) made->setTimeLimit(kMostSteps, status);
    if (made) made->setStackLimit(kStackBytes, status);
    if (!made || U_FAILURE(status) != 0) {
      throw Error(Fault::bug, say("a pattern cannot be used: {}", u_errorName(status)));
    }
    return made;
  }
};

Pattern::Pattern(std::string_view expression) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  auto compiled = std::make_unique<Compiled>();
  compiled->expression = expression;
  compiled->pattern.reset(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(icu::StringPiece(
                                     expression.data(), static_cast<int32_t>(expression.size()))),
                                 UREGEX_MULTILINE, place, status));
  if (U_FAILURE(status) != 0) {
    throw Error(Fault::usage,
                say(tr("the pattern «{}» cannot be read: {} at its character {}"), expression,
                    u_errorName(status), place.offset),
                tr("mend it; patterns are regular expressions as ICU takes them"));
  }
  compiled_ = std::move(compiled);
}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

namespace {

/// What `matcher` stands on.
PatternMatch match_of(const icu::RegexMatcher& matcher, const std::vector<std::uint32_t>& bytes) {
  PatternMatch match;
  for (int32_t group = 0; group <= matcher.groupCount(); ++group) {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t from = matcher.start(group, status);
    const int32_t to = matcher.end(group, status);
    if (U_FAILURE(status) != 0 || from < 0) {
      match.groups.emplace_back();
    } else {
      match.groups.emplace_back(
          TextSpan{bytes[static_cast<std::size_t>(from)], bytes[static_cast<std::size_t>(to)]});
    }
  }
  match.whole = *match.groups.front();
  return match;
}

}  // namespace

std::optional<PatternMatch> Pattern::find(const PatternText& text, std::size_t from) const {
  const std::vector<std::uint32_t>& bytes = text.units_->bytes;
  const auto first = std::lower_bound(bytes.begin(), bytes.end(), from);
  if (first == bytes.end()) return std::nullopt;
  const auto matcher = compiled_->matcher(text.units_->text);
  UErrorCode status = U_ZERO_ERROR;
  if (matcher->find(first - bytes.begin(), status) == 0 || U_FAILURE(status) != 0) {
    return std::nullopt;
  }
  return match_of(*matcher, bytes);
}

std::vector<PatternMatch> Pattern::find_all(const PatternText& text, std::size_t most) const {
  std::vector<PatternMatch> found;
  const auto matcher = compiled_->matcher(text.units_->text);
  UErrorCode status = U_ZERO_ERROR;
  while (found.size() < most && matcher->find(status) != 0 && U_FAILURE(status) == 0) {
    found.push_back(match_of(*matcher, text.units_->bytes));
  }
  return found;
}

bool Pattern::matches(std::string_view text) const {
  const PatternText ready(text);
  const auto matcher = compiled_->matcher(ready.units_->text);
  UErrorCode status = U_ZERO_ERROR;
  return matcher->matches(status) != 0 && U_FAILURE(status) == 0;
}

std::size_t Pattern::group(std::string_view name) const {
  UErrorCode status = U_ZERO_ERROR;
  const int32_t number =
      compiled_->pattern->groupNumberFromName(std::string(name).c_str(), -1, status);
  if (U_FAILURE(status) != 0) {
    throw Error(Fault::usage,
                say(tr("the pattern «{}» has no group named {}"), compiled_->expression, name),
                say(tr("write it as (?<{}>…)"), name));
  }
  return static_cast<std::size_t>(number);
}

}  // namespace fonds
