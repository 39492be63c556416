/// The few functions through which this folder talks SQL. Only its sources include this header:
/// SOCI stays behind it.
///
/// Rules for statement texts, so that one text runs on both engines: a parameter name appears once
/// (SQLite binds by distinct name, PostgreSQL by occurrence), parameters are given in the order of
/// the text, no engine's own functions or types.
/// Threads: as Database. Faults: as Database.
#pragma once

#include <soci/soci.h>

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "catalogue/database.h"

namespace fonds {

/// Runs `action` with the session; whatever the library throws leaves as an Error.
template <class Action>
auto guarded(Database& database, Action&& action) -> decltype(action(database.sql())) {
  try {
    return std::forward<Action>(action)(database.sql());
  } catch (const soci::soci_error& error) {
    throw database.noted(error);
  }
}

// Values as SOCI takes them; they must outlive the statement, hence the copies.
std::string bindable(std::string_view text);
inline long long bindable(std::int64_t number) { return number; }
inline long long bindable(long long number) { return number; }
inline int bindable(int number) { return number; }
inline double bindable(double number) { return number; }

/// A statement ready to run. To parse one takes longer than to run most of ours, so those that
/// ended well are kept by the connection, the kMostPrepared last used. For one use at a time: a
/// second of the same text meanwhile is prepared anew. Inside guarded() only.
class Prepared {
 public:
  Prepared(Database& database, soci::session& session, const std::string& text);
  [[nodiscard]] soci::statement& statement() { return held_.front().second; }
  /// It ran to its end: it may be used again.
  void keep();

 private:
  Database& database_;
  std::list<std::pair<std::string, soci::statement>> held_;  ///< this one only
};
inline constexpr std::size_t kMostPrepared = 64;

/// Runs a statement that gives no rows; returns how many rows it changed.
template <class... Arguments>
long long change(Database& database, const std::string& text, const Arguments&... arguments) {
  std::tuple values{bindable(arguments)...};
  return guarded(database, [&](soci::session& session) {
    Prepared prepared(database, session, text);
    soci::statement& statement = prepared.statement();
    std::apply([&](auto&... value) { (statement.exchange(soci::use(value)), ...); }, values);
    statement.define_and_bind();
    statement.execute(true);
    const long long changed = statement.get_affected_rows();
    prepared.keep();
    return changed;
  });
}

/// Runs a query; `visit()` is called for each row, when `outputs` (std::tie) hold its columns.
/// `visit` must not start another statement.
template <class... Outputs, class Visit, class... Arguments>
void each_row(Database& database, const std::string& text, std::tuple<Outputs&...> outputs,
              const Visit& visit, const Arguments&... arguments) {
  std::tuple values{bindable(arguments)...};
  guarded(database, [&](soci::session& session) {
    Prepared prepared(database, session, text);
    soci::statement& statement = prepared.statement();
    std::apply([&](auto&... value) { (statement.exchange(soci::use(value)), ...); }, values);
    std::apply([&](auto&... output) { (statement.exchange(soci::into(output)), ...); }, outputs);
    statement.define_and_bind();
    statement.execute();
    while (statement.fetch()) visit();
    prepared.keep();
  });
}

/// The one number a query gives; `otherwise` when it gives no row.
template <class... Arguments>
long long number_from(Database& database, const std::string& text, long long otherwise,
                      const Arguments&... arguments) {
  long long found = otherwise;
  long long value = 0;
  each_row(
      database, text, std::tie(value), [&] { found = value; }, arguments...);
  return found;
}

/// "1, 2, 3", for IN (…); there must be some.
template <class IdType>
std::string numbers_of(const std::vector<IdType>& ids) {
  std::string text;
  for (const IdType id : ids) text += (text.empty() ? "" : ", ") + std::to_string(id.value);
  return text;
}

/// Every different text in a column that an index begins with (among the rows of `condition`, if
/// the index has just them), in order: a step down the index for each, not a look at all rows.
std::vector<std::string> different_texts(Database& database, const std::string& table,
                                         const std::string& column,
                                         const std::string& condition = "1 = 1");

/// Raises the counter `name` and returns its new value, from 1, without gaps.
std::int64_t next_number(Transaction& transaction, std::string_view name);

/// While it lives, several queries see one state of the catalogue. Nothing inside a transaction,
/// which sees one anyway.
class Snapshot {
 public:
  explicit Snapshot(Database& database);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Database& database_;
  bool open_ = false;
};

}  // namespace fonds
