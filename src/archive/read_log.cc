#include "archive/read_log.h"

#include <fmt/format.h>

#include "access/policy.h"
#include "catalogue/journal.h"
#include "catalogue/users.h"

namespace fonds {

std::string person_of(Archive& archive, const std::string& login) {
  const Actor local = local_archivist();
  if (login == local.login) return archive.policy().title(local.role);
  const auto user = Users(archive.catalogue()).find(login);
  return user && !user->name.empty() ? user->name : login;
}

std::string subject_of(StudentId student) { return fmt::format("student/{}", student.value); }

void journal_read(Archive& archive, const Actor& actor, std::string_view event,
                  std::string_view subject, std::optional<std::int64_t> records) {
  Transaction transaction(archive.catalogue());
  Journal(archive.catalogue())
      .append(transaction, actor, event, subject,
              records ? fmt::format(R"({{"records":{}}})", *records) : std::string("{}"));
  transaction.commit();
}

void journal_while(Archive& archive, const Actor& actor, std::string_view event,
                   std::string_view subject, const std::function<void(std::int64_t& given)>& read) {
  std::int64_t given = 0;
  try {
    read(given);
  } catch (...) {  // whatever ended it is told; what was given stays seen
    journal_read(archive, actor, event, subject, given);
    throw;
  }
  journal_read(archive, actor, event, subject, given);
}

}  // namespace fonds
