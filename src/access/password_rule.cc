#include "access/password_rule.h"

#include <algorithm>
#include <cmath>

#include "access/password.h"
#include "access/secret.h"
#include "base/data_file.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A letter of any script; of those outside ASCII every byte counts as one.
bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Whether `text` is nothing but `part`, once or several times.
bool repeats(std::string_view text, std::string_view part) {
  if (text.empty() || part.empty() || text.size() % part.size() != 0) return false;
  for (std::size_t at = 0; at < text.size(); at += part.size()) {
    if (text.compare(at, part.size(), part) != 0) return false;
  }
  return true;
}

/// Numbers, dates, telephones.
bool is_digits_alone(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(c) || std::string_view(" .,-+/()").find(c) != std::string_view::npos;
  });
}

/// Without digits and signs before and behind.
std::string_view core_of(std::string_view text) {
  while (!text.empty() && !is_letter(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

const PasswordRule& PasswordRule::shipped() {
  constexpr std::string_view kFile = "passwords.toml";
  static const PasswordRule rule(DataTable::parse(shipped_data(kFile), kFile));
  return rule;
}

PasswordRule::PasswordRule(const DataTable& data) {
  data.expect_only({"least", "common"});
  const double least = data.number("least");
  if (!(least >= 8 && least <= 64) || least != std::floor(least)) {
    data.refuse(tr("the least length of a password must be a whole number from 8 to 64"),
                tr("write for example 10"));
  }
  least_ = static_cast<std::size_t>(least);
  for (const std::string& word : data.texts("common")) {
    if (word.empty() || fold(word) != word) {
      data.refuse(say(tr("'{}' must be in small letters, ё as е"), word), tr("correct the value"));
    }
    common_.insert(word);
  }
}

bool PasswordRule::is_common(std::string_view folded) const {
  const std::string_view core = core_of(folded);
  return std::any_of(common_.begin(), common_.end(), [&](const std::string& word) {
    return repeats(folded, word) || repeats(core, word) || repeats(core, core_of(word));
  });
}

std::string PasswordRule::problem(std::string_view password, std::string_view login) const {
  if (!is_valid_utf8(password) || has_control(password)) {
    return tr("type letters, digits and signs of a keyboard");
  }
  if (password.size() > kMostPasswordBytes) {
    return say(tr("the password is too long: choose one of at most {} letters"),
               kMostPasswordBytes / 2);
  }
  if (count_characters(password) < least_) {
    return say(tr("the password is too short: choose at least {} characters, for example four "
                  "words that have nothing to do with each other"),
               least_);
  }
  std::string folded = fold(password);
  const std::string own = fold(login);
  std::string problem;
  if (repeats(folded, first_characters(folded, 1))) {
    problem = tr("the password repeats one character: choose different ones");
  } else if (is_digits_alone(folded)) {
    problem = tr("the password is digits only: add words");
  } else if (!own.empty() && (repeats(folded, own) || repeats(core_of(folded), core_of(own)))) {
    problem = tr("the password is the login: choose something that nobody can guess from it");
  } else if (is_common(folded)) {
    problem =
        tr("everybody tries this password first: choose another one, for example four words "
           "that have nothing to do with each other");
  }
  wipe(folded);
  return problem;
}

}  // namespace fonds
