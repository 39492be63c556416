#include "archive/volume_choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/volumes.h"

namespace fonds {
namespace {

Error no_volume(std::string_view typed) {
  return {Fault::not_found, say(tr("there is no volume {}"), printable(typed)),
          tr("`fonds case list` shows them, `fonds case open` begins one")};
}

Error several(std::string_view typed, const std::vector<Volume>& found) {
  constexpr std::size_t kTold = 5;
  std::string names;
  for (std::size_t i = 0; i < std::min(found.size(), kTold); ++i) {
    names += (names.empty() ? "" : ", ") + to_text(found[i].key);
  }
  if (found.size() > kTold) names += " …";
  return {Fault::usage, say(tr("several volumes are {}: {}"), printable(typed), names),
          tr("say which")};
}

}  // namespace

bool sees_volume(const Viewer& viewer, const Volume& volume) {
  return volume.student.value == 0 || viewer.sees_student(volume.student);
}

void expect_here(const Volume& volume) {
  if (volume.state == VolumeState::open || volume.state == VolumeState::closed) return;
  throw Error(Fault::usage, say(tr("volume {} is not here any more"), to_text(volume.key)),
              tr("its card says what became of it: fonds case show"));
}

std::string subject_of(VolumeId volume) { return fmt::format("volume/{}", volume.value); }

Volume volume_meant(Archive& archive, const Viewer& viewer, std::string_view typed) {
  const auto asked = volume_key_from(typed);
  if (!asked) {
    throw Error(Fault::usage, say(tr("“{}” is no volume of a case"), printable(typed)),
                tr("write index, year and number: 02-05/2026/1"));
  }
  Volumes volumes(archive.catalogue());
  std::vector<Volume> found;
  if (asked->number != 0) {
    if (auto one = volumes.find(*asked)) found.push_back(std::move(*one));
  } else {
    volumes.each({asked->year, asked->index}, [&](const Volume& each) { found.push_back(each); });
  }
  std::erase_if(found, [&](const Volume& each) { return !sees_volume(viewer, each); });
  if (found.empty()) throw no_volume(typed);
  if (found.size() == 1) return std::move(found.front());
  const auto open = [](const Volume& each) { return each.state == VolumeState::open; };
  if (std::count_if(found.begin(), found.end(), open) != 1) throw several(typed, found);
  return std::move(*std::find_if(found.begin(), found.end(), open));
}

}  // namespace fonds
