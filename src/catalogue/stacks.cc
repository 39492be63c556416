#include "catalogue/stacks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

#include "catalogue/reason_list.h"
#include "catalogue/sql.h"

namespace fonds {
namespace {

/// "1,3,4".
std::vector<int> numbers_from(std::string_view text) {
  std::vector<int> numbers;
  while (!text.empty()) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc()) break;
    numbers.push_back(number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.empty()) text.remove_prefix(1);
  }
  return numbers;
}

}  // namespace

void Stacks::propose(Transaction&, DocumentId document, const Decision<std::vector<int>>& parts) {
  const std::vector<int> pages = parts.value.value_or(std::vector<int>{});
  const std::string first_pages = fmt::format("{}", fmt::join(pages, ","));
  const long long known =
      change(database_,
             "UPDATE stack_proposals SET first_pages = :first_pages, "
             "confidence = :confidence, reasons = :reasons "
             "WHERE document = :document",
             first_pages, parts.confidence, text_of(parts.reasons), document.value);
  if (known > 0 || pages.empty()) return;
  change(database_,
         "INSERT INTO stack_proposals (document, first_pages, confidence, reasons, kept_whole_by) "
         "VALUES (:document, :first_pages, :confidence, :reasons, '')",
         document.value, first_pages, parts.confidence, text_of(parts.reasons));
}

Decision<std::vector<int>> Stacks::proposal(DocumentId document) {
  Decision<std::vector<int>> found;
  std::string first_pages;
  std::string reasons;
  double confidence = 0;
  each_row(
      database_,
      "SELECT first_pages, confidence, reasons FROM stack_proposals "
      "WHERE document = :document AND first_pages <> '' AND kept_whole_by = ''",
      std::tie(first_pages, confidence, reasons),
      [&] {
        found.value = numbers_from(first_pages);
        found.confidence = confidence;
        found.reasons = reasons_from(reasons);
      },
      document.value);
  return found;
}

void Stacks::keep_whole(Transaction&, DocumentId document, std::string_view login) {
  change(database_,
         "INSERT INTO stack_proposals (document, first_pages, confidence, reasons, kept_whole_by) "
         "VALUES (:document, '', 0, '[]', :login) "
         "ON CONFLICT (document) DO UPDATE SET kept_whole_by = excluded.kept_whole_by",
         document.value, login);
}

void Stacks::record(Transaction&, DocumentId stack, IntakeId parts, const std::vector<Part>& papers,
                    std::string_view login) {
  change(database_,
         "INSERT INTO stacks (document, parts, parted_by, parted_at) "
         "VALUES (:document, :parts, :login, :at)",
         stack.value, parts.value, login, to_text(database_.clock().now()));
  for (const Part& part : papers) {
    change(database_,
           "INSERT INTO stack_parts (document, stack, first_page, pages) "
           "VALUES (:document, :stack, :first_page, :pages)",
           part.document.value, stack.value, part.first_page, part.pages);
  }
  // What was known of the whole is true of none of its papers.
  for (const char* table : {"stack_proposals", "page_marks", "rescans", "pages"}) {
    change(database_, fmt::format("DELETE FROM {} WHERE document = :document", table), stack.value);
  }
  change(database_,
         "UPDATE documents SET state = 'recognised', run = 0, confidence = 0, seconds = 0, "
         "problem = '' WHERE id = :id",
         stack.value);
}

std::vector<Stacks::Part> Stacks::parts_of(DocumentId stack) {
  std::vector<Part> parts;
  long long document = 0;
  Part part;
  each_row(
      database_,
      "SELECT document, first_page, pages FROM stack_parts WHERE stack = :stack ORDER BY document",
      std::tie(document, part.first_page, part.pages),
      [&] {
        part.document = {document};
        parts.push_back(part);
      },
      stack.value);
  return parts;
}

}  // namespace fonds
