/// SyntheticRegister: an invented register of any size, with the namesakes, brothers, sisters and
/// twins a real one has, and names of people who are not in it.
///
/// The same seed gives the same register. Names are drawn as in life: few are very common, most are
/// rare. Threads: one.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "model/student.h"

namespace fonds {

/// Draws of our own: those of the standard library differ between libraries.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  [[nodiscard]] double share() { return static_cast<double>(engine_() >> 11) * 0x1.0p-53; }
  [[nodiscard]] bool chance(double likely) { return share() < likely; }
  /// 0 … count - 1.
  [[nodiscard]] std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(share() * static_cast<double>(count));
  }
  /// The same, small numbers far more often.
  [[nodiscard]] std::size_t ranked(std::size_t count);
  template <class Value>
  const Value& of(const std::vector<Value>& values) {
    return values[below(values.size())];
  }

 private:
  std::mt19937_64 engine_;
};

/// A surname as men and women bear it, a first name, a patronymic.
struct DrawnPerson {
  PersonName name;
  Gender gender = Gender::unknown;
};

class NameDrawer {
 public:
  /// `surnames`: distinct ones, beside the common ones.
  explicit NameDrawer(std::size_t surnames);
  DrawnPerson draw(Dice& dice) const;
  /// Another child of the same family.
  DrawnPerson sibling(const DrawnPerson& of, Dice& dice) const;

 private:
  struct Surname {
    std::string male;
    std::string female;
  };
  [[nodiscard]] std::string father(Dice& dice, Gender gender) const;
  std::vector<Surname> surnames_;
};

class SyntheticRegister {
 public:
  SyntheticRegister(std::size_t students, std::uint64_t seed);

  [[nodiscard]] const std::vector<Student>& students() const { return students_; }
  [[nodiscard]] const NameDrawer& names() const { return names_; }
  static constexpr int kFirstYear = 2019;
  static constexpr int kYears = 6;

 private:
  void add(const DrawnPerson& person, const CalendarDate& birth, Dice& dice);
  NameDrawer names_;
  std::vector<std::string> collectives_;
  std::vector<Student> students_;
};

}  // namespace fonds
