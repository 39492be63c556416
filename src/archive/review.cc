#include "archive/review.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "access/policy.h"
#include "archive/documents.h"
#include "archive/field_input.h"
#include "archive/read_log.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/students.h"
#include "catalogue/volumes.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

using Json = nlohmann::ordered_json;

const FieldValue* machine_value(const Card& card, std::string_view field) {
  for (const FieldValue& value : card.values) {
    if (value.field == field && value.origin == Origin::machine) return &value;
  }
  return nullptr;
}

FieldValue persons(std::string_view field, std::string value, const Actor& actor) {
  FieldValue made;
  made.field = field;
  made.value = std::move(value);
  made.confidence = 1;
  made.origin = Origin::person;
  made.by = actor.login;
  return made;
}

StudentLink persons(StudentId student, LinkState state, const Actor& actor) {
  StudentLink made;
  made.student = student;
  made.state = state;
  made.probability = 1;
  made.origin = Origin::person;
  made.by = actor.login;
  return made;
}

/// The machine's value taken as right, with its place on the page.
FieldValue accepted(const FieldValue& machine, const Actor& actor) {
  FieldValue made = persons(machine.field, machine.value, actor);
  made.source = machine.source;
  return made;
}

/// A paper that is filed is of the case it is filed in; in a closed volume its date is not outside
/// the days the volume was closed with: its term is counted from the last.
void expect_filed_so(Database& database, const Document& document, std::string_view field,
                     const std::string& value) {
  Volumes volumes(database);
  const auto filing = volumes.filing_of(document.id);
  if (!filing) return;
  const Volume volume = volumes.find(filing->volume).value();
  if (field == "case" && volume.key.index != value) {
    throw Error(Fault::usage,
                say(tr("document {} is filed in {}"), document.accession, to_text(volume.key)),
                tr("take it out first: fonds case unfile"));
  }
  const auto date = field == "date" ? date_span_from(value) : std::nullopt;
  if (!date || !volume.first_day || !volume.last_day) return;
  if (*volume.first_day <= date->from && date->to <= *volume.last_day) return;
  throw Error(
      Fault::usage,
      say(tr("document {} is filed in volume {}, closed with papers of {}–{}"), document.accession,
          to_text(volume.key), spoken(*volume.first_day), spoken(*volume.last_day)),
      tr("open the volume first: fonds case reopen"));
}

}  // namespace

/// One change of a card: what it was, and the transaction the change is part of.
struct ArchiveReview::Change {
  const Document& document;
  const StoredCard& before;
  Cards& cards;
  Transaction& transaction;
};

Reviewed ArchiveReview::load(const Document& document) {
  Reviewed found{
      document, Cards(archive_.catalogue()).load(document.id), {}, {}, &archive_.words()};
  found.open = ReviewRules::shipped().open(found.stored.card);
  Students students(archive_.catalogue());
  for (const StudentLink& link : found.stored.card.links) {
    if (const auto student = students.find(link.student)) {
      found.names.emplace(link.student, full_text(student->name));
    }
  }
  return found;
}

std::int64_t ArchiveReview::list(const Actor& actor, int limit,
                                 const std::function<void(const Reviewed&)>& visit) {
  archive_.policy().require(actor, Operation::read_document);
  constexpr int kPage = 200;
  Cards cards(archive_.catalogue());
  Documents documents(archive_.catalogue());
  const Viewer viewer(archive_, actor);
  std::optional<WaitingCard> after;
  std::int64_t seen = 0;
  // Whoever sees all papers need not be shown all to know their number.
  while (seen < limit || viewer.misses_some()) {
    const std::vector<WaitingCard> page = cards.waiting(after, kPage);
    if (page.empty()) break;
    for (const WaitingCard& waiting : page) {
      const auto document = documents.find(waiting.document);
      const bool sees = document && viewer.sees(waiting.document);
      if (sees && ++seen <= limit) visit(load(*document));
    }
    after = page.back();
  }
  const std::int64_t waiting = viewer.misses_some() ? seen : cards.count_waiting();
  journal_read(archive_, actor, "review.listed", "review", std::min<std::int64_t>(seen, limit));
  return waiting;
}

std::optional<Document> ArchiveReview::next(const Actor& actor, WaitingCard place, Step step) {
  archive_.policy().require(actor, Operation::read_document);
  constexpr int kPage = 50;
  Cards cards(archive_.catalogue());
  Documents documents(archive_.catalogue());
  const Viewer viewer(archive_, actor);
  for (;;) {
    const std::vector<WaitingCard> page =
        step == Step::behind ? cards.waiting(place, kPage) : cards.waiting_before(place, kPage);
    if (page.empty()) return std::nullopt;
    for (const WaitingCard& waiting : page) {
      auto document = documents.find(waiting.document);
      if (document && viewer.sees(waiting.document)) return document;
    }
    place = page.back();
  }
}

Reviewed ArchiveReview::show(const Actor& actor, std::string_view reference) {
  return load(ArchiveDocuments(archive_).show(actor, reference));
}

Reviewed ArchiveReview::card_of(const Actor& actor, const Document& document) {
  archive_.policy().require(actor, Operation::read_document);
  Viewer(archive_, actor).require_sight(document);
  return load(document);
}

std::vector<Reviewed> ArchiveReview::facts_of(const Actor& actor,
                                              const std::vector<DocumentId>& documents) {
  archive_.policy().require(actor, Operation::read_document);
  const std::set<DocumentId> seen = Viewer(archive_, actor).seen_of(documents);
  const std::vector<DocumentId> ids(seen.begin(), seen.end());
  std::map<DocumentId, Document> found = Documents(archive_.catalogue()).find_all(ids);
  std::map<DocumentId, Card> cards = Cards(archive_.catalogue()).load_facts(ids);
  std::set<StudentId> linked;
  for (const auto& [id, card] : cards) {
    for (const StudentLink& link : card.links) linked.insert(link.student);
  }
  const std::map<StudentId, Student> students =
      Students(archive_.catalogue()).find_all({linked.begin(), linked.end()});
  std::vector<Reviewed> facts;
  for (const DocumentId id : documents) {
    const auto document = found.find(id);
    // An act may have withdrawn it since it was seen.
    if (document == found.end() || document->second.tombstone) continue;
    Reviewed paper{document->second, {}, {}, {}, &archive_.words()};
    paper.stored.card = cards[id];
    for (const StudentLink& link : paper.stored.card.links) {
      const auto student = students.find(link.student);
      if (student != students.end()) {
        paper.names.emplace(link.student, full_text(student->second.name));
      }
    }
    facts.push_back(std::move(paper));
  }
  return facts;
}

Reviewed ArchiveReview::change(const Actor& actor, std::string_view reference, Revision revision,
                               const std::function<std::string(Change&)>& action) {
  // The card is shown as it is afterwards.
  archive_.policy().require(actor, Operation::read_document);
  const Document document = ArchiveDocuments(archive_).find(Viewer(archive_, actor), reference);
  Database& database = archive_.catalogue();
  Cards cards(database);
  {
    Transaction transaction(database);
    const StoredCard before = cards.load(document.id);
    if (revision && *revision != before.revision) {
      throw Error(Fault::busy,
                  say(tr("the card of document {} was changed meanwhile (revision {}, not {})"),
                      document.accession, before.revision, *revision),
                  tr("look at it again with `fonds review show`, then repeat"));
    }
    Change change{document, before, cards, transaction};
    const std::string details = action(change);
    if (!details.empty()) {  // else all was so already
      const OpenDecisions open = ReviewRules::shipped().open(cards.load(document.id).card);
      Journal(database).append(transaction, actor, "document.corrected",
                               fmt::format("document/{}", document.id.value), details);
      cards.close_change(transaction, document.id, open.urgency());
      transaction.commit();
    }
  }
  return load(document);
}

Reviewed ArchiveReview::accept(const Actor& actor, std::string_view reference,
                               const std::vector<std::string>& fields, Revision revision) {
  archive_.policy().require(actor, Operation::review);
  std::vector<std::string> wanted;
  wanted.reserve(fields.size());
  for (const std::string& field : fields) wanted.emplace_back(FieldInput::field(field).name);
  return change(actor, reference, revision, [&](Change& change) {
    const Card& card = change.before.card;
    Json names = Json::array();
    const auto take = [&](const FieldValue& machine) {
      change.cards.set_value(change.transaction, change.document.id, accepted(machine, actor));
      names.push_back(machine.field);
    };
    for (const std::string& field : wanted) {
      if (const FieldValue* now = value_of(card, field); now && now->origin == Origin::person) {
        continue;
      }
      const FieldValue* machine = machine_value(card, field);
      if (machine == nullptr || machine->value.empty()) {
        throw Error(
            Fault::usage,
            say(tr("the machine proposes no {} to accept"), tr(card_field(field)->title.data())),
            tr("say what it is with `fonds review set`, or none"));
      }
      take(*machine);
    }
    Json students = Json::array();
    if (wanted.empty()) {
      for (const FieldValue& value : card.values) {
        const bool decided = value_of(card, value.field)->origin == Origin::person;
        if (!decided && !value.value.empty()) take(value);
      }
      for (const StudentLink& link : card.links) {
        if (link.origin == Origin::person || link.state != LinkState::linked) continue;
        change.cards.set_link(change.transaction, change.document.id,
                              persons(link.student, LinkState::linked, actor));
        students.push_back(link.student.value);
      }
    }
    if (names.empty() && students.empty()) return std::string();
    return Json{{"accepted", names}, {"students", students}}.dump();
  });
}

Reviewed ArchiveReview::set(const Actor& actor, std::string_view reference, std::string_view field,
                            std::string_view typed, Revision revision) {
  archive_.policy().require(actor, Operation::review);
  const CardField& which = FieldInput::field(field);
  const std::string value =
      FieldInput(archive_.words(), ReviewRules::shipped()).canonical(which, typed);
  return change(actor, reference, revision, [&](Change& change) {
    expect_filed_so(archive_.catalogue(), change.document, which.name, value);
    FieldValue word = persons(which.name, value, actor);
    const FieldValue* machine = machine_value(change.before.card, which.name);
    if (machine != nullptr && machine->value == value) word.source = machine->source;
    change.cards.set_value(change.transaction, change.document.id, word);
    return Json{{"fields", {which.name}}}.dump();
  });
}

Reviewed ArchiveReview::set_link(const Actor& actor, std::string_view reference, StudentId student,
                                 LinkState state, Revision revision) {
  archive_.policy().require(actor, Operation::review);
  (void)Viewer(archive_, actor).require_student(student);
  return change(actor, reference, revision, [&](Change& change) {
    change.cards.set_link(change.transaction, change.document.id, persons(student, state, actor));
    return Json{{"students", {student.value}}, {"state", name_of(state)}}.dump();
  });
}

Reviewed ArchiveReview::correct_text(const Actor& actor, std::string_view reference, int page,
                                     int line, std::string_view typed, Revision revision) {
  archive_.policy().require(actor, Operation::review);
  if (!is_valid_utf8(typed) || typed.find_first_of(std::string_view("\n\f\r\0", 4)) != typed.npos) {
    throw Error(Fault::usage, tr("the corrected text is not one line"),
                tr("correct each line by itself"));
  }
  return change(actor, reference, revision, [&](Change& change) {
    const Document& document = change.document;
    const std::string machine = document.run == 0
                                    ? std::string()
                                    : archive_.derived().read(document.id, document.run, kTextFile);
    const auto found = line_of(machine, page, line);
    if (!found) {
      throw Error(Fault::not_found,
                  say(tr("document {} has no line {} on page {}"), document.accession, line, page),
                  tr("`fonds show` prints the lines as they were read"));
    }
    std::vector<TextCorrection> all = anchored(machine, change.before.corrections);
    const auto same = std::find_if(all.begin(), all.end(), [&](const TextCorrection& each) {
      return each.page == page && each.line == line;
    });
    const TextCorrection correction{page, line, std::string(*found), normalise(typed), actor.login};
    if (same != all.end()) {
      *same = correction;
    } else {
      all.push_back(correction);
    }
    change.cards.set_corrections(change.transaction, document.id, all);
    return Json{{"lines", {{{"page", page}, {"line", line}}}}}.dump();
  });
}

std::string ArchiveReview::text(const Actor& actor, const Document& document) {
  std::string machine = ArchiveDocuments(archive_).text(actor, document);
  if (document.run == 0) return machine;
  return corrected(machine, Cards(archive_.catalogue()).load(document.id).corrections);
}

}  // namespace fonds
