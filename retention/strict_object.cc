#include "retention/strict_object.h"

#include "base/messages.h"
#include "base/text.h"

namespace fonds {

using Json = nlohmann::json;

StrictObject::StrictObject(const Json& json, std::string place, Complaint complaint)
    : json_(json), place_(std::move(place)), complaint_(complaint) {
  if (!json_.is_object()) throw complaint_(place_, tr("must be an object"));
}

const Json* StrictObject::find(const std::string& name) {
  asked_.insert(name);
  const auto found = json_.find(name);
  return found == json_.end() || found->is_null() ? nullptr : &*found;
}

const Json& StrictObject::at(const std::string& name) {
  asked_.insert(name);
  const auto found = json_.find(name);
  if (found == json_.end()) fail(name, tr("is missing"));
  return *found;
}

std::string StrictObject::text(const std::string& name) {
  const Json& value = at(name);
  if (!value.is_string()) fail(name, tr("must be a text"));
  return value.get<std::string>();
}

bool StrictObject::truth(const std::string& name) {
  const Json& value = at(name);
  if (!value.is_boolean()) fail(name, tr("must be true or false"));
  return value.get<bool>();
}

std::int64_t StrictObject::number(const std::string& name, std::int64_t least, std::int64_t most) {
  const Json& value = at(name);
  if (!value.is_number_integer() || value < least || value > most) {
    fail(name, tr("is no number that is possible here"));
  }
  return value.get<std::int64_t>();
}

void StrictObject::fail(const std::string& name, const char* what) const {
  throw complaint_(printable(place_of(name)), what);
}

void StrictObject::fail_choice(const std::string& name) const {
  fail(name, tr("is none of the values there are"));
}

void StrictObject::refuse_others() const {
  for (const auto& [name, value] : json_.items()) {
    if (asked_.count(name) == 0) fail(name, tr("is no name that is known here"));
  }
}

std::string StrictObject::place_of(const std::string& name) const {
  return place_.empty() ? name : place_ + '.' + name;
}

}  // namespace fonds
