// What people say of a paper while they check it. Each form says which revision of the card was
// read: when somebody else changed it meanwhile, nothing is changed and the new card is shown.
#include <charconv>
#include <sstream>

#include "archive/filing.h"
#include "archive/open_words.h"
#include "archive/review.h"
#include "archive/stacks.h"
#include "archive/student_choice.h"
#include "base/error.h"
#include "base/messages.h"
#include "model/case_file.h"
#include "web/card_model.h"
#include "web/fault_words.h"
#include "web/pages/review_page.h"
#include "web/review_model.h"

namespace fonds {
namespace {

/// A whole number; nothing: it is none.
std::optional<std::int64_t> number_from(std::string_view text) {
  std::int64_t number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

/// Without it a form would overwrite what nobody has read.
ArchiveReview::Revision revision_of(const Visit& visit) {
  if (const auto revision = number_from(visit.request.value("revision"))) return revision;
  throw Error(Fault::usage, tr("the form does not say what was read"), tr("open the page again"));
}

/// Does `action`; what the person should see beside the card becomes the page again.
template <class Action>
Response say_of(Visit& visit, const std::string& field, Action action) {
  const std::string& reference = visit.captured("document");
  try {
    return action(reference);
  } catch (const Error& error) {
    if (error.fault() == Fault::busy) {
      return review_page(visit, reference,
                         {tr("Somebody else has changed this card meanwhile: nothing was changed."),
                          tr("Look at what it says now, and repeat."), "", ""},
                         entry_of(error.fault()).http_status);
    }
    if (error.fault() != Fault::usage) throw;
    return review_page(visit, reference,
                       {error.message(), without_commands(error.hint()), field,
                        std::string(visit.request.value("value"))},
                       entry_of(error.fault()).http_status);
  }
}

std::string next_path(const std::string& reference, const Visit& visit) {
  return "/review/next?" + written_form({{"after", reference},
                                         {"urgency", std::string(visit.request.value("urgency"))}});
}

/// Back to the paper, to the page of it that was in sight.
std::string back_to(const Visit& visit, const Document& document) {
  const int page = visit.number("page", 1, 1, 1'000'000);
  return review_path(document) + (page > 1 ? fmt::format("?page={}", page) : "");
}

Response accept(Visit& visit) {
  return say_of(visit, "", [&](const std::string& reference) {
    const std::vector<std::string> fields = visit.request.values("field");
    const Reviewed after =
        ArchiveReview(visit.archive()).accept(visit.actor(), reference, fields, revision_of(visit));
    const std::string& accession = after.document.accession;
    if (!fields.empty()) return done(visit, back_to(visit, after.document), tr("Accepted."));
    if (after.open.any()) {
      return done(
          visit, back_to(visit, after.document),
          say(tr("What is known is accepted; this takes your word: {}"), open_in_words(after)));
    }
    return done(visit, next_path(reference, visit), say(tr("{}: checked."), accession));
  });
}

Response set_field(Visit& visit) {
  const std::string field = visit.captured("field");
  return say_of(visit, field, [&](const std::string& reference) {
    const Reviewed after =
        ArchiveReview(visit.archive())
            .set(visit.actor(), reference, field, visit.request.value("value"), revision_of(visit));
    return done(visit, back_to(visit, after.document), tr("Written down."));
  });
}

/// The student that was chosen from the list, or who is meant by what was typed.
StudentId student_of(Visit& visit) {
  if (const auto number = number_from(visit.request.value("student"))) return {*number};
  return student_meant(visit.archive(), visit.actor(), Operation::review,
                       visit.request.value("name"));
}

Response set_student(Visit& visit) {
  return say_of(visit, "", [&](const std::string& reference) {
    const bool refused = visit.request.value("state") == name_of(LinkState::refused);
    const Reviewed after =
        ArchiveReview(visit.archive())
            .set_link(visit.actor(), reference, student_of(visit),
                      refused ? LinkState::refused : LinkState::linked, revision_of(visit));
    return done(visit, back_to(visit, after.document),
                refused ? tr("It is not this student's.") : tr("It is this student's."));
  });
}

Response correct_line(Visit& visit) {
  return say_of(visit, "", [&](const std::string& reference) {
    constexpr int kMost = 1'000'000;
    const Reviewed after =
        ArchiveReview(visit.archive())
            .correct_text(visit.actor(), reference, visit.number("page", 0, 1, kMost),
                          visit.number("line", 0, 1, kMost), visit.request.value("text"),
                          revision_of(visit));
    return done(visit, back_to(visit, after.document) + "#text", tr("The line is corrected."));
  });
}

/// "1, 3 5" → pages.
std::vector<int> pages_from(std::string_view typed) {
  std::string blanks(typed);
  for (char& c : blanks) c = c == ',' || c == ';' ? ' ' : c;
  std::vector<int> pages;
  std::istringstream stream(blanks);
  for (std::string word; stream >> word;) {
    const auto number = number_from(word);
    if (!number || *number < 1 || *number > 1'000'000) {
      throw Error(Fault::usage, tr("these are no numbers of pages"),
                  tr("name the pages on which its papers begin"));
    }
    pages.push_back(static_cast<int>(*number));
  }
  return pages;
}

Response part(Visit& visit) {
  return say_of(visit, "", [&](const std::string& reference) {
    const auto papers =
        ArchiveStacks(visit.archive())
            .part(visit.actor(), reference, pages_from(visit.request.value("pages")));
    return done(visit, next_path(reference, visit),
                say(trn("{} paper was made of it and waits for recognition.",
                        "{} papers were made of it and wait for recognition.",
                        static_cast<unsigned long>(papers.size())),
                    papers.size()));
  });
}

Response keep_whole(Visit& visit) {
  return say_of(visit, "", [&](const std::string& reference) {
    ArchiveStacks(visit.archive()).keep_whole(visit.actor(), reference);
    return done(visit, "/review/" + percent_encoded(reference), tr("It is one paper."));
  });
}

Response file_paper(Visit& visit) {
  return say_of(visit, "", [&](const std::string& reference) {
    const FiledPaper filed = ArchiveFiling(visit.archive())
                                 .file(visit.actor(), visit.request.value("volume"), reference);
    return done(visit, "/review/" + percent_encoded(reference),
                say(tr("Filed in {}."), to_text(filed.volume.key)));
  });
}

}  // namespace

std::vector<Route> review_word_routes() {
  const auto word = [](std::string_view pattern, Response (*answer)(Visit&)) {
    return Route{Method::post, pattern, Door::signed_in, Operation::review, answer};
  };
  return {
      word("/review/{document}/accept", &accept),
      word("/review/{document}/fields/{field}", &set_field),
      word("/review/{document}/students", &set_student),
      word("/review/{document}/lines", &correct_line),
      word("/review/{document}/parts", &part),
      word("/review/{document}/whole", &keep_whole),
      {Method::post, "/review/{document}/volume", Door::signed_in, Operation::keep_cases,
       &file_paper},
  };
}

}  // namespace fonds
