/// ValueWords: what people call the values of a card's fields ("муниципальный", "1 место"), in
/// searches and where they set a value.
///
/// A name is understood in any case form, by its stems. Threads: immutable after the last add();
/// use one from all threads. Faults: usage (the data file is wrong, with its line).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fonds {

class DataTable;

class ValueWords {
 public:
  struct Value {
    std::string field;  ///< a name of kCardFields, or of a field of searches
    std::string value;  ///< canonical
    std::string ru;
    std::string en;
    std::vector<std::string> words;  ///< other names
  };

  /// config/value_words.toml as compiled in.
  static ValueWords shipped();
  ValueWords() = default;
  explicit ValueWords(const DataTable& data);
  void add(Value value);

  /// The canonical values `typed` names, in the order they were added: those with just this name
  /// (or this very value); else those of whose name it is a part. Empty when it names none.
  [[nodiscard]] std::vector<std::string> meant(std::string_view field,
                                               std::string_view typed) const;
  /// The value in the chosen language; itself when it has no name.
  [[nodiscard]] std::string title(std::string_view field, std::string_view value) const;
  /// Titles of all values of a field, parted by commas, for messages.
  [[nodiscard]] std::string titles(std::string_view field) const;
  /// The same one by one, in the order they were added.
  [[nodiscard]] std::vector<std::string> list_titles(std::string_view field) const;
  /// Whether any value of the field has a name.
  [[nodiscard]] bool names(std::string_view field) const;

 private:
  struct Name {
    std::size_t value = 0;           ///< in values_
    std::vector<std::string> stems;  ///< in order
  };
  std::vector<Value> values_;
  std::vector<Name> names_;
};

}  // namespace fonds
