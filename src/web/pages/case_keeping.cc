// Cases are kept: volumes opened, corrected, closed, parted, handed out; papers of the inbox filed.
#include "archive/cases.h"
#include "archive/field_input.h"
#include "archive/filing.h"
#include "archive/loans.h"
#include "archive/paper_words.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "model/spoken_date.h"
#include "web/fault_words.h"
#include "web/pages/case_page.h"

namespace fonds {
namespace {

constexpr int kInbox = 100;

/// Does what a form asks; what the person can mend is told on the page the form is of.
template <class Action, class Again>
Response attempt(const Action& action, const Again& again) {
  try {
    return action();
  } catch (const Error& error) {
    if (error.fault() != Fault::usage && error.fault() != Fault::busy) throw;
    return again(fault_in_words(error), entry_of(error.fault()).http_status);
  }
}

template <class Action>
Response on_volume(Visit& visit, const Action& action) {
  return attempt(
      [&] {
        const std::string& volume = visit.captured("volume");
        const std::string message = action(volume);
        return done(visit, "/cases/" + percent_encoded(volume), message);
      },
      [&](const std::string& problem, int status) { return volume_page(visit, problem, status); });
}

std::string value(const Visit& visit, std::string_view field) {
  return std::string(visit.request.value(field));
}

/// Nothing for an empty field. Fault usage when it is no number.
std::optional<int> count_typed(const Visit& visit, std::string_view field) {
  constexpr int kMost = 1'000'000;
  if (visit.request.value(field).empty()) return std::nullopt;
  const int number = visit.number(field, 0, 1, kMost);
  if (number > 0) return number;
  throw Error(Fault::usage, say(tr("'{}' is no number"), printable(visit.request.value(field))),
              tr("write it in figures"));
}

Response open(Visit& visit) {
  return attempt(
      [&] {
        NewVolume words;
        words.index = value(visit, "index");
        words.year = count_typed(visit, "year").value_or(0);
        words.title = line_typed(value(visit, "title"));
        words.shelf = line_typed(value(visit, "shelf"));
        const ShownVolume opened = ArchiveCases(visit.archive()).open(visit.actor(), words);
        return done(visit, path_of(opened.volume.key), tr("The volume is open."));
      },
      [&](const std::string& problem, int status) { return cases_page(visit, problem, status); });
}

Response correct(Visit& visit) {
  return on_volume(visit, [&](const std::string& volume) {
    ArchiveCases(visit.archive())
        .correct(visit.actor(), volume, line_typed(value(visit, "title")),
                 line_typed(value(visit, "shelf")));
    return std::string(tr("The volume was changed."));
  });
}

Response close(Visit& visit) {
  return on_volume(visit, [&](const std::string& volume) {
    const ClosingWords words{day_if_typed(value(visit, "first")),
                             day_if_typed(value(visit, "last")), count_typed(visit, "sheets")};
    const ClosedVolume closed = ArchiveCases(visit.archive()).close(visit.actor(), volume, words);
    std::string message = tr("The volume is closed.");
    if (closed.undated > 0) {
      const auto count = static_cast<unsigned long>(closed.undated);
      message += ' ' + say(trn("{} paper without a date did not count for the last day.",
                               "{} papers without a date did not count for the last day.", count),
                           closed.undated);
    }
    return message;
  });
}

Response reopen(Visit& visit) {
  return on_volume(visit, [&](const std::string& volume) {
    ArchiveCases(visit.archive()).reopen(visit.actor(), volume);
    return std::string(tr("The volume is open again."));
  });
}

Response split(Visit& visit) {
  return on_volume(visit, [&](const std::string& volume) {
    const ShownVolume made =
        ArchiveCases(visit.archive())
            .split(visit.actor(), volume, count_typed(visit, "from").value_or(0),
                   visit.request.value("one_matter") == "yes");
    return say(tr("The rest is in volume {}."), to_text(made.volume.key));
  });
}

Response issue(Visit& visit) {
  return on_volume(visit, [&](const std::string& volume) {
    Loan loan;
    loan.taker = line_typed(value(visit, "taker"));
    loan.purpose = line_typed(value(visit, "purpose"));
    loan.due_on = day_typed(value(visit, "due"));
    ArchiveLoans(visit.archive()).issue(visit.actor(), volume, loan);
    return std::string(tr("The volume is handed out."));
  });
}

Response take_back(Visit& visit) {
  return on_volume(visit, [&](const std::string& volume) {
    ArchiveLoans(visit.archive()).take_back(visit.actor(), volume);
    return std::string(tr("The volume is back."));
  });
}

std::string filed_in_words(const FiledPaper& filed) {
  std::string message = say(tr("{} is document {} of {}"), filed.accession, filed.filing.place,
                            to_text(filed.volume.key));
  for (const FilingNote each : filed.notes) message += "; " + in_words(each);
  return message;
}

/// A paper is filed from the page of its volume.
Response file(Visit& visit) {
  return on_volume(visit, [&](const std::string& volume) {
    return filed_in_words(
        ArchiveFiling(visit.archive())
            .file(visit.actor(), volume, value(visit, "document"), count_typed(visit, "sheets")));
  });
}

Response unfile(Visit& visit) {
  return on_volume(visit, [&](const std::string&) {
    ArchiveFiling(visit.archive()).unfile(visit.actor(), value(visit, "document"));
    return std::string(tr("The paper is in the inbox again."));
  });
}

Response inbox_page(Visit& visit, const std::string& problem, int status) {
  Json papers = Json::array();
  std::int64_t ready = 0;
  ArchiveFiling(visit.archive()).inbox(visit.actor(), kInbox, [&](const InboxPaper& each) {
    const auto date = date_span_from(each.date);
    const bool has_volume = each.key.number > 0;
    if (each.placing == Placing::ready) ++ready;
    papers.push_back({{"accession", each.accession},
                      {"path", "/documents/" + each.accession},
                      {"kind", printable(each.kind)},
                      {"date", date ? spoken(*date) : ""},
                      {"placing", in_words(each)},
                      {"ready", each.placing == Placing::ready},
                      {"volume", has_volume ? to_text(each.key) : each.key.index}});
  });
  return page(visit, "case_inbox", tr("Papers in no volume"),
              {{"problem", problem},
               {"nothing", papers.empty()},
               {"cut", papers.size() == kInbox ? say(tr("The first {} are shown."), kInbox) : ""},
               {"ready", ready > 0 ? Json(ready) : Json(false)},
               {"papers", std::move(papers)}},
              status);
}

Response show_inbox(Visit& visit) { return inbox_page(visit, "", 200); }

Response file_from_inbox(Visit& visit) {
  return attempt(
      [&] {
        const FiledPaper filed =
            ArchiveFiling(visit.archive())
                .file(visit.actor(), value(visit, "volume"), value(visit, "document"));
        return done(visit, "/cases/inbox", filed_in_words(filed));
      },
      [&](const std::string& problem, int status) { return inbox_page(visit, problem, status); });
}

Response file_ready(Visit& visit) {
  const std::int64_t filed =
      ArchiveFiling(visit.archive()).file_ready(visit.actor(), [](const FiledPaper&) {});
  return done(
      visit, "/cases/inbox",
      say(trn("{} paper was filed.", "{} papers were filed.", static_cast<unsigned long>(filed)),
          filed));
}

}  // namespace

std::vector<std::string> folded_words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : fold(to_valid_utf8(text))) {
    if (c != ' ' && c != '\t') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::vector<Route> case_keeping_routes() {
  constexpr auto kKeep = Operation::keep_cases;
  constexpr auto kIn = Door::signed_in;
  return {
      {Method::post, "/cases", kIn, kKeep, &open},
      {Method::get, "/cases/inbox", kIn, kKeep, &show_inbox},
      {Method::post, "/cases/inbox", kIn, kKeep, &file_from_inbox},
      {Method::post, "/cases/inbox/ready", kIn, kKeep, &file_ready},
      {Method::post, "/cases/{volume}", kIn, kKeep, &correct},
      {Method::post, "/cases/{volume}/closed", kIn, kKeep, &close},
      {Method::post, "/cases/{volume}/open", kIn, kKeep, &reopen},
      {Method::post, "/cases/{volume}/parts", kIn, kKeep, &split},
      {Method::post, "/cases/{volume}/loan", kIn, kKeep, &issue},
      {Method::post, "/cases/{volume}/return", kIn, kKeep, &take_back},
      {Method::post, "/cases/{volume}/papers", kIn, kKeep, &file},
      {Method::post, "/cases/{volume}/papers/removed", kIn, kKeep, &unfile},
  };
}

}  // namespace fonds
