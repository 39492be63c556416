#include "archive/portfolio_papers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "archive/achievements.h"
#include "archive/card_words.h"
#include "archive/field_input.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/documents.h"

namespace fonds {
namespace {

/// The student's own record of each paper.
std::map<DocumentId, Achievement> records_of(Archive& archive, StudentId student) {
  AchievementFilter filter;
  filter.student = student;
  std::map<DocumentId, Achievement> records;
  for (Achievement& each : ArchiveAchievements(archive).bank(filter)) {
    if (each.student == student) records.emplace(each.document, std::move(each));
  }
  return records;
}

bool is_named(const Document& document, const std::string& reference) {
  return reference == document.accession || reference == std::to_string(document.id.value);
}

/// Leaves the chosen ones; each that was chosen must be among them.
void leave_chosen(std::vector<PortfolioPaper>& papers, const std::vector<std::string>& chosen) {
  if (chosen.empty()) return;
  for (const std::string& reference : chosen) {
    if (std::any_of(papers.begin(), papers.end(), [&](const PortfolioPaper& each) {
          return is_named(each.document, reference);
        })) {
      continue;
    }
    // The same of a paper that is not there, is hidden, or names others: which, nobody is told.
    throw Error(Fault::not_found,
                say(tr("{} is none of the student's own papers"), printable(reference)),
                tr("leave it out; papers that name others are never given whole"));
  }
  std::erase_if(papers, [&](const PortfolioPaper& each) {
    return std::none_of(chosen.begin(), chosen.end(), [&](const std::string& reference) {
      return is_named(each.document, reference);
    });
  });
}

void expect_some(const PortfolioPapers& found) {
  if (found.papers.empty()) {
    throw Error(Fault::not_found, tr("the student has no own papers to put together"),
                found.undecided > 0
                    ? tr("a person has to decide about papers first: `fonds review list`")
                    : tr("choose another time, or link the student's diplomas to them"));
  }
  if (found.papers.size() > kMostPortfolioPapers) {
    throw Error(Fault::usage,
                say(tr("{} papers are too many for one portfolio"), found.papers.size()),
                tr("choose a school year, or single papers"));
  }
}

/// Text as a part of a file's name: no sign that means something to a file system or a shell.
std::string in_file_name(const std::string& text, std::size_t most) {
  std::string made = first_characters(printable(text), most);
  for (char& each : made) {
    if (std::string_view("/\\:*?\"<>|$`;&'").find(each) != std::string_view::npos) each = '-';
  }
  while (!made.empty() && (made.back() == '.' || made.back() == ' ')) made.pop_back();
  return made;
}

}  // namespace

PortfolioPapers portfolio_papers(Archive& archive, const Viewer& viewer, StudentId student,
                                 const PortfolioChoice& choice) {
  if (choice.from && choice.to && *choice.to < *choice.from) {
    throw Error(Fault::usage, tr("the time chosen ends before it begins"),
                tr("change one of its days"));
  }
  DisclosureContent content = disclosure_content(archive, viewer, student, choice.from, choice.to);
  const std::map<DocumentId, Achievement> records = records_of(archive, student);
  Documents documents(archive.catalogue());
  PortfolioPapers found;
  found.undecided = content.undecided;
  for (DisclosedPaper& each : content.papers) {
    if (!each.copy) continue;
    const auto record = records.find(each.document);
    const bool is_known = record != records.end();
    if (choice.scope && (!is_known || record->second.scope != name_of(*choice.scope))) continue;
    auto document = documents.find(each.document);
    if (!document) continue;  // destroyed in this moment
    std::string level;
    if (is_known && !record->second.level.empty()) {
      level = value_in_words(archive.words(), "level", record->second.level);
    }
    found.papers.push_back({std::move(*document), std::move(each), std::move(level)});
  }
  leave_chosen(found.papers, choice.papers);
  std::sort(found.papers.begin(), found.papers.end(), [](const auto& one, const auto& other) {
    // An empty day is the least: turned round, the last.
    return std::tuple(std::string_view(other.said.day), one.document.id) <
           std::tuple(std::string_view(one.said.day), other.document.id);
  });
  expect_some(found);
  return found;
}

PortfolioChoice portfolio_choice(const ValueWords& words, const PortfolioWishes& wishes) {
  PortfolioChoice choice;
  choice.from = day_if_typed(line_typed(wishes.from));
  choice.to = day_if_typed(line_typed(wishes.to));
  choice.birth_date = wishes.birth_date;
  if (const std::string year = line_typed(wishes.year); !year.empty()) {
    if (choice.from || choice.to) {
      throw Error(Fault::usage, tr("a year and days are chosen at once"),
                  tr("choose a year, or the first and the last day"));
    }
    const auto span = date_typed(year);
    if (!span) {
      throw Error(Fault::usage, say(tr("“{}” is no year"), year),
                  tr("write a school year as 2023/2024, or a year as 2024"));
    }
    choice.from = span->from;
    choice.to = span->to;
  }
  if (const std::string scope = line_typed(wishes.scope); !scope.empty()) {
    const std::vector<std::string> meant = words.meant("scope", fold(scope));
    if (meant.size() == 1) choice.scope = scope_from(meant.front());
    if (!choice.scope) {
      throw Error(Fault::usage, say(tr("“{}” says no scope of results"), scope),
                  say(tr("it can be: {}"), words.titles("scope")));
    }
  }
  for (const std::string& each : wishes.papers) {
    if (std::string paper = line_typed(each); !paper.empty()) {
      choice.papers.push_back(std::move(paper));
    }
  }
  return choice;
}

std::string file_name_of(const PortfolioPaper& paper, int which) {
  constexpr std::size_t kKindCharacters = 40;
  constexpr std::size_t kNumberCharacters = 24;  // or a day and another one
  const std::string day = paper.said.day.empty() ? std::string(tr("undated")) : paper.said.day;
  std::string name = in_file_name(day, kNumberCharacters);
  for (const auto& part : {in_file_name(paper.said.kind, kKindCharacters),
                           in_file_name(paper.said.number, kNumberCharacters)}) {
    if (!part.empty()) name += ' ' + part;
  }
  name += ' ' + paper.document.accession;  // no other paper has it
  if (paper.document.originals.size() > 1) name += fmt::format("-{:02}", which);
  const Original& original = paper.document.originals.at(static_cast<std::size_t>(which) - 1);
  return name + std::string(entry_of(original.kind).ending);
}

}  // namespace fonds
