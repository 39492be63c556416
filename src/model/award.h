/// Level and Place: how far a contest reaches and what was won (DOMAIN §6).
///
/// Threads: value types.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace fonds {

enum class Level { institution, municipal, zonal, regional, national, international };
inline constexpr std::array<std::string_view, 6> kLevelNames{
    "institution", "municipal", "zonal", "regional", "national", "international"};
constexpr std::string_view name_of(Level level) {
  return kLevelNames[static_cast<std::size_t>(level)];
}
constexpr std::optional<Level> level_from(std::string_view name) {
  for (std::size_t i = 0; i < kLevelNames.size(); ++i) {
    if (kLevelNames[i] == name) return static_cast<Level>(i);
  }
  return std::nullopt;
}

/// From the highest to the lowest.
enum class Rank {
  grand_prix,
  laureate,
  winner,
  first,
  second,
  third,
  prize,      ///< призёр without a number
  diplomant,  ///< дипломант
  special,    ///< специальный приз
  participant,
};
inline constexpr std::array<std::string_view, 10> kRankNames{
    "grand_prix", "laureate", "winner",    "1",       "2",
    "3",          "prize",    "diplomant", "special", "participant"};

/// "лауреат II степени" is {laureate, 2}; "диплом I степени, 1 место" is {first, 1}.
struct AwardPlace {
  Rank rank = Rank::participant;
  int degree = 0;  ///< I, II, III степень as 1, 2, 3; 0: none printed
  bool operator==(const AwardPlace&) const = default;
};
constexpr std::string_view name_of(Rank rank) { return kRankNames[static_cast<std::size_t>(rank)]; }
constexpr std::optional<Rank> rank_from(std::string_view name) {
  for (std::size_t i = 0; i < kRankNames.size(); ++i) {
    if (kRankNames[i] == name) return static_cast<Rank>(i);
  }
  return std::nullopt;
}

}  // namespace fonds
