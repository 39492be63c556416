#include "base/data_file.h"

#include <toml++/toml.h>

#include <algorithm>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {

namespace {

[[noreturn]] void refuse_at(std::string_view file, unsigned line, const std::string& what,
                            const std::string& hint) {
  throw Error(Fault::usage, fmt::format("{}:{}: {}", file, line, what), hint);
}

}  // namespace

/// Turns toml++'s nodes into ours.
struct DataReader {
  std::string file;

  DataTable read(const toml::table& from) const {
    DataTable table;
    table.file_ = file;
    table.line_ = from.source().begin.line;
    for (const auto& [key, node] : from) table.values_.emplace(key.str(), value(node));
    return table;
  }

  DataTable::Value value(const toml::node& node) const {
    if (const auto* text = node.as_string()) return text->get();
    // Not value<double>(): it has no answer for a whole number that no double can hold exactly.
    if (node.is_integer()) return static_cast<double>(**node.as_integer());
    if (node.is_floating_point()) return **node.as_floating_point();
    if (const auto* flag = node.as_boolean()) return flag->get();
    if (const auto* table = node.as_table()) return std::vector<DataTable>{read(*table)};
    if (const auto* array = node.as_array()) return array_value(*array);
    refuse_at(file, node.source().begin.line, tr("dates and times are not read here"),
              tr("write it as a text in quotes"));
  }

  DataTable::Value array_value(const toml::array& array) const {
    std::vector<std::string> texts;
    std::vector<DataTable> tables;
    for (const toml::node& each : array) {
      if (const auto* text = each.as_string()) {
        texts.push_back(text->get());
      } else if (const auto* table = each.as_table()) {
        tables.push_back(read(*table));
      } else {
        refuse_at(file, each.source().begin.line, tr("a list here holds texts or tables"),
                  tr("put each entry in quotes"));
      }
    }
    if (!tables.empty() && !texts.empty()) {
      refuse_at(file, array.source().begin.line, tr("a list holds either texts or tables"),
                tr("part it in two"));
    }
    if (!tables.empty()) return tables;
    return texts;
  }
};

DataTable DataTable::parse(std::string_view toml_text, std::string_view name) {
  try {
    return DataReader{std::string(name)}.read(toml::parse(toml_text));
  } catch (const toml::parse_error& error) {
    refuse_at(name, error.source().begin.line, std::string(error.description()),
              tr("correct this line"));
  }
}

const DataTable::Value* DataTable::find(std::string_view key) const {
  const auto at = values_.find(key);
  return at == values_.end() ? nullptr : &at->second;
}

template <class Type>
const Type& DataTable::get(std::string_view key, const char* type_name) const {
  const Value* value = find(key);
  if (value == nullptr) refuse(say(tr("'{}' is missing"), key), tr("add it"));
  const Type* typed = std::get_if<Type>(value);
  if (typed == nullptr) refuse(say(tr("'{}' must be {}"), key, type_name), tr("correct the value"));
  return *typed;
}

bool DataTable::has(std::string_view key) const { return find(key) != nullptr; }

std::vector<std::string> DataTable::keys() const {
  std::vector<std::string> keys;
  keys.reserve(values_.size());
  for (const auto& [key, value] : values_) keys.push_back(key);
  return keys;
}

const std::string& DataTable::text(std::string_view key) const {
  return get<std::string>(key, tr("a text in quotes"));
}

std::string DataTable::text_or(std::string_view key, std::string_view standard) const {
  return has(key) ? text(key) : std::string(standard);
}

double DataTable::number(std::string_view key) const { return get<double>(key, tr("a number")); }

double DataTable::number_or(std::string_view key, double standard) const {
  return has(key) ? number(key) : standard;
}

bool DataTable::flag_or(std::string_view key, bool standard) const {
  return has(key) ? get<bool>(key, tr("true or false")) : standard;
}

const std::vector<std::string>& DataTable::texts(std::string_view key) const {
  static const std::vector<std::string> kNone;
  return has(key) ? get<std::vector<std::string>>(key, tr("a list of texts in quotes")) : kNone;
}

const DataTable& DataTable::table(std::string_view key) const {
  const auto& tables = get<std::vector<DataTable>>(key, tr("a table"));
  if (tables.size() != 1) refuse(say(tr("'{}' must be one table"), key), tr("correct the value"));
  return tables.front();
}

const std::vector<DataTable>& DataTable::tables(std::string_view key) const {
  static const std::vector<DataTable> kNone;
  return has(key) ? get<std::vector<DataTable>>(key, tr("a list of tables")) : kNone;
}

void DataTable::expect_only(std::initializer_list<std::string_view> known) const {
  for (const auto& [key, value] : values_) {
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      refuse(say(tr("unknown entry '{}'"), key), tr("correct or remove it"));
    }
  }
}

void DataTable::refuse(const std::string& what, const std::string& hint) const {
  refuse_at(file_, line_, what, hint);
}

}  // namespace fonds
