#include "access/policy.h"

#include <algorithm>

#include "base/data_file.h"
#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

const std::string& in_our_language(const std::string& russian, const std::string& english) {
  return language() == Language::russian ? russian : english;
}

/// "a, b, c" of the names `name_of_each` gives.
template <class Range, class Name>
std::string listed(const Range& range, Name name_of_each) {
  std::string text;
  for (const auto& each : range) {
    if (!text.empty()) text += ", ";
    text += name_of_each(each);
  }
  return text;
}

Role role_in(const DataTable& data) {
  const std::string& name = data.text("name");
  if (const auto role = role_from(name)) return *role;
  data.refuse(say(tr("unknown role '{}'"), name),
              say(tr("write one of: {}"), listed(kRoles, [](Role role) { return name_of(role); })));
}

Operation operation_in(const DataTable& data, const std::string& name) {
  if (const auto operation = operation_from(name)) return *operation;
  data.refuse(say(tr("unknown operation '{}'"), name),
              say(tr("write one of: {}"),
                  listed(kOperations, [](const OperationEntry& each) { return each.name; })));
}

Sight sight_in(const DataTable& data) {
  const std::string& name = data.text("sees");
  if (name == "all") return Sight::all;
  if (name == "own collectives") return Sight::own_collectives;
  if (name == "nothing") return Sight::nothing;
  data.refuse(say(tr("a role can not see '{}'"), name),
              say(tr("write one of: {}"), "all, own collectives, nothing"));
}

bool needs_purpose_in(const DataTable& data) {
  const std::string& name = data.text("purpose");
  if (name == "required") return true;
  if (name == "optional") return false;
  data.refuse(say(tr("a purpose can not be '{}'"), name),
              say(tr("write one of: {}"), "required, optional"));
}

bool is_code(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

const Policy& Policy::shipped() {
  constexpr std::string_view kFile = "roles.toml";
  static const Policy policy(DataTable::parse(shipped_data(kFile), kFile));
  return policy;
}

Policy::Policy(const DataTable& data) {
  data.expect_only({"purpose", "role"});
  for (const DataTable& each : data.tables("purpose")) read_purpose(each);
  for (const DataTable& each : data.tables("role")) read_role(each);
}

void Policy::read_purpose(const DataTable& data) {
  data.expect_only({"code", "ru", "en"});
  Purpose read{data.text("code"), data.text("ru"), data.text("en")};
  if (!is_code(read.code)) {
    data.refuse(say(tr("'{}' is no code of a purpose"), read.code),
                tr("write it with small Latin letters, digits and '-'"));
  }
  if (purpose(read.code) != nullptr) {
    data.refuse(say(tr("the purpose '{}' stands here twice"), read.code), tr("remove one of them"));
  }
  purposes_.push_back(std::move(read));
}

void Policy::read_role(const DataTable& data) {
  data.expect_only({"name", "ru", "en", "operations", "sees", "blocked", "purpose"});
  const Role role = role_in(data);
  Rights& rights = rights_.at(static_cast<std::size_t>(role));
  if (rights.named) {
    data.refuse(say(tr("the role '{}' stands here twice"), name_of(role)),
                tr("remove one of them"));
  }
  rights.named = true;
  rights.russian = data.text("ru");
  rights.english = data.text("en");
  rights.sight = sight_in(data);
  rights.blocked = data.flag_or("blocked", false);
  rights.purpose = needs_purpose_in(data);
  for (const std::string& name : data.texts("operations")) {
    const OperationEntry& entry = entry_of(operation_in(data, name));
    if (entry.aim == Aim::look && rights.sight == Sight::nothing) {
      data.refuse(say(tr("'{}' is granted to a role that sees nothing"), name),
                  tr("remove it, or say what the role sees"));
    }
    rights.granted.set(static_cast<std::size_t>(entry.operation));
  }
  if (rights.purpose && purposes_.empty()) {
    data.refuse(tr("a purpose is required and there is none to state"), tr("add a [[purpose]]"));
  }
}

const Policy::Rights& Policy::rights(Role role) const {
  static const Rights kNone;
  const auto row = static_cast<std::size_t>(role);
  return row < rights_.size() ? rights_[row] : kNone;
}

bool Policy::may(Role role, Operation operation) const {
  const auto column = static_cast<std::size_t>(operation);
  return column < kOperations.size() && rights(role).granted[column];
}

void Policy::require(const Actor& actor, Operation operation) const {
  if (!may(actor.role, operation)) {
    throw Error(Fault::denied,
                say(tr("'{}' ({}) has no right to {}"), actor.login, title(actor.role),
                    tr(entry_of(operation).deed)),
                tr("ask the archivist or the director"));
  }
  const std::string_view name = name_of(operation);
  if (!actor.scope.empty() &&
      std::find(actor.scope.begin(), actor.scope.end(), name) == actor.scope.end()) {
    throw Error(Fault::denied,
                say(tr("this token of '{}' gives no right to {}"), actor.login,
                    tr(entry_of(operation).deed)),
                say(tr("use a token whose scope holds '{}'"), name));
  }
  if (!actor.purpose.empty() && purpose(actor.purpose) == nullptr) {
    throw Error(Fault::usage, say(tr("there is no purpose '{}'"), actor.purpose),
                say(tr("state one of: {}"), known_purposes()));
  }
  if (actor.purpose.empty() && needs_purpose(actor.role, operation)) {
    throw Error(Fault::denied,
                say(tr("'{}' ({}) must state a purpose to {}"), actor.login, title(actor.role),
                    tr(entry_of(operation).deed)),
                say(tr("add for example `--purpose {}`; there are: {}"), purposes_.front().code,
                    known_purposes()));
  }
}

Sight Policy::sight(Role role) const { return rights(role).sight; }

bool Policy::may_see_blocked(Role role) const { return rights(role).blocked; }

bool Policy::needs_purpose(Role role, Operation operation) const {
  return rights(role).purpose && entry_of(operation).aim == Aim::look;
}

const Purpose* Policy::purpose(std::string_view code) const {
  const auto found = std::find_if(purposes_.begin(), purposes_.end(),
                                  [&](const Purpose& each) { return each.code == code; });
  return found == purposes_.end() ? nullptr : &*found;
}

std::string Policy::title(Role role) const {
  const Rights& row = rights(role);
  return row.named ? in_our_language(row.russian, row.english) : std::string(name_of(role));
}

std::string Policy::known_purposes() const {
  return listed(purposes_, [](const Purpose& each) {
    return fmt::format("{} ({})", each.code, title_of(each));
  });
}

const std::string& title_of(const Purpose& purpose) {
  return in_our_language(purpose.russian, purpose.english);
}

bool may(Role role, Operation operation) { return Policy::shipped().may(role, operation); }

void require(const Actor& actor, Operation operation) {
  Policy::shipped().require(actor, operation);
}

}  // namespace fonds
