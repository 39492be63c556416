#include "ingest/persons.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "base/messages.h"
#include "ingest/geometry.h"
#include "ingest/persons_facts.h"
#include "ingest/persons_names.h"
#include "ingest/persons_roles.h"
#include "ingest/persons_signing.h"
#include "ingest/persons_words.h"
#include "ingest/rows.h"

namespace fonds {
namespace {

/// What the first word of a row's name cell says for a name, in nats.
constexpr double kRowBeginsWithName = 2.6;
/// How much confidence a nat of evidence gives.
constexpr double kConfidencePerNat = 1.1;
constexpr double kRowRole = 0.97;
constexpr double kRowNeighbourRole = 0.8;
/// What is said of a person stands within so many words and lines behind the name.
constexpr std::size_t kFactReach = 45;
constexpr std::size_t kFactLines = 4;
/// Words between the heading of a list and its first row.
constexpr std::size_t kListHeadingReach = 4;
/// A number, or a mark read as a word, may stand before the name of a row.
constexpr std::size_t kBeforeRowName = 1;
// The fields of a form, folded.
constexpr std::string_view kSurnameField = "фамилия";
constexpr std::string_view kFirstNameField = "имя";
constexpr std::string_view kPatronymicField = "отчество";
constexpr double kFormEvidence = 4;

struct Found {
  NameRun run;
  RoleVerdict verdict;
  const TableRow* row = nullptr;
  bool learner_of_row = false;
};

class Finding {
 public:
  Finding(const PaperText& paper, std::string_view kind, const NameGrammar& grammar,
          const PersonWording& wording)
      : paper_(paper),
        wording_(wording),
        words_(name_words(paper)),
        cues_(wording.find_cues(words_, paper.folded())),
        tables_(find_rows(paper, words_, wording)),
        context_{paper_, words_, wording_, cues_, kind},
        names_(paper, words_, grammar, wording),
        in_row_(words_.size(), false) {}

  std::vector<PersonMention> run() {
    forbid_places(context_, names_);
    expected_ = expectation(context_, names_);
    read_forms();
    read_rows();
    read_text();
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return a.run.words.front() < b.run.words.front();
    });
    std::vector<PersonMention> mentions;
    for (std::size_t i = 0; i < found_.size(); ++i) mentions.push_back(mention(i));
    add_teachers(mentions);
    add_signing(mentions);
    return mentions;
  }

 private:
  // -------------------------------------------------------------------- rows

  void read_rows() {
    std::optional<std::size_t> table;
    bool of_officials = false;
    for (const TableRow& row : tables_.rows) {
      if (table != row.table) {
        of_officials = lists_officials(row);
        row_case_ = case_of_rows(row);
      }
      table = row.table;
      read_row(row, of_officials);
    }
  }

  /// «Присутствовали:» before the first row of a list without headings.
  [[nodiscard]] bool lists_officials(const TableRow& first) const {
    const auto& columns = tables_.columns[first.table];
    const bool headed = std::any_of(columns.begin(), columns.end(), [](const TableColumn& each) {
      return each.holds != ColumnHolds::unknown;
    });
    if (headed || first.words.empty()) return false;
    const std::size_t begin = *std::min_element(first.words.begin(), first.words.end());
    for (const PhraseHit& hit : cues_) {
      if (hit.last >= begin) break;
      const PersonCue& cue = wording_.cues()[hit.meaning];
      if (cue.after || !cue.many || begin - hit.last > kListHeadingReach) continue;
      if (cue.says == PersonCue::Says::other) return true;
    }
    return false;
  }

  /// «Зачислить:» before a list makes its names accusative; a table stands in the nominative.
  [[nodiscard]] std::optional<GrammaticalCase> case_of_rows(const TableRow& first) const {
    if (first.words.empty()) return std::nullopt;
    const std::size_t begin = *std::min_element(first.words.begin(), first.words.end());
    const auto& columns = tables_.columns[first.table];
    const bool headed = std::any_of(columns.begin(), columns.end(), [](const TableColumn& each) {
      return each.holds != ColumnHolds::unknown;
    });
    if (headed) return GrammaticalCase::nominative;
    std::optional<GrammaticalCase> found = GrammaticalCase::nominative;
    for (const PhraseHit& hit : cues_) {
      const PersonCue& cue = wording_.cues()[hit.meaning];
      if (hit.last >= begin) break;
      if (cue.after || !cue.grammatical_case || begin - hit.last > cue.reach) continue;
      if (*cue.grammatical_case != GrammaticalCase::nominative) found = std::nullopt;
    }
    return found;
  }

  /// The words of a row by what may be one name: the name columns together, every other by itself.
  [[nodiscard]] std::vector<std::vector<std::size_t>> streams_of(const TableRow& row) const {
    const auto& columns = tables_.columns[row.table];
    const bool headed = std::any_of(columns.begin(), columns.end(), [](const TableColumn& each) {
      return each.holds == ColumnHolds::name;
    });
    std::vector<std::size_t> order(row.words.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return row.columns[a] < row.columns[b]; });
    std::vector<std::vector<std::size_t>> streams;
    std::size_t last = 0;
    for (const std::size_t i : order) {
      const std::size_t column = row.columns[i];
      const bool both_names = headed && columns[column].holds == ColumnHolds::name &&
                              columns[last].holds == ColumnHolds::name;
      if (streams.empty() || (headed && column != last && !both_names)) streams.emplace_back();
      streams.back().push_back(row.words[i]);
      last = column;
    }
    return streams;
  }

  [[nodiscard]] ColumnHolds holds_at(const TableRow& row, std::size_t word) const {
    const auto at = std::find(row.words.begin(), row.words.end(), word) - row.words.begin();
    return tables_.columns[row.table][row.columns[static_cast<std::size_t>(at)]].holds;
  }

  void read_row(const TableRow& row, bool of_officials) {
    const auto streams = streams_of(row);
    if (streams.empty()) return;
    std::vector<Found> found;
    bool learner = false;
    for (const auto& stream : streams) {
      const bool names = !learner && (holds_at(row, stream.front()) == ColumnHolds::name ||
                                      &stream == &streams.front());
      if (names) {
        for (std::size_t i = 0; i <= std::min(kBeforeRowName, stream.size() - 1); ++i) {
          expected_[stream[i]] += kRowBeginsWithName;
        }
      }
      for (NameRun& run : names_.find(stream, expected_, true)) {
        const std::size_t offset = static_cast<std::size_t>(
            std::find(stream.begin(), stream.end(), run.words.front()) - stream.begin());
        const bool begins = names && offset <= kBeforeRowName;
        if (!learner && !begins) break;
        Found each;
        each.verdict = role_in_row(row, run, of_officials, begins);
        each.learner_of_row = each.verdict.role == PersonRole::listed;
        each.run = std::move(run);
        each.row = &row;
        learner = true;
        found.push_back(std::move(each));
      }
      if (!learner && names && holds_at(row, stream.front()) == ColumnHolds::name) break;
    }
    if (!learner) return;
    for (const std::size_t at : row.words) in_row_[at] = true;
    for (Found& each : found) found_.push_back(std::move(each));
  }

  [[nodiscard]] RoleVerdict role_in_row(const TableRow& row, const NameRun& run, bool of_officials,
                                        bool begins) const {
    RoleVerdict verdict;
    verdict.confidence = kRowRole;
    verdict.expected_case = row_case_;
    const ColumnHolds holds = holds_at(row, run.words.front());
    const std::string number = std::to_string(row.number);
    if (const auto office = office_behind(run); office || of_officials) {
      verdict.reasons.push_back(office
                                    ? Reason{tr_later("before the words “{}”"), {*office}}
                                    : Reason{tr_later("row {} of a list of officials"), {number}});
      return verdict;
    }
    if (begins || holds == ColumnHolds::name) {
      verdict.role = PersonRole::listed;
      verdict.reasons.push_back({tr_later("row {} of a list"), {number}});
      if (!row.number_read) {
        verdict.reasons.push_back({tr_later("its number was not read"), {}});
        verdict.confidence -= 0.05;
      }
      return verdict;
    }
    verdict.teacher = holds == ColumnHolds::teacher || holds == ColumnHolds::unknown;
    if (holds == ColumnHolds::unknown) verdict.confidence = kRowNeighbourRole;
    verdict.reasons.push_back(
        {tr_later("in row {} of a list, beside the name the row is about"), {number}});
    return verdict;
  }

  /// "1. Иванова А.А., директор": the office.
  [[nodiscard]] std::optional<std::string> office_behind(const NameRun& run) const {
    const std::size_t last = run.words.back();
    for (const PhraseHit& hit : cues_) {
      const PersonCue& cue = wording_.cues()[hit.meaning];
      if (hit.first <= last) continue;
      if (hit.first - last > 2) break;
      if (!cue.after || cue.says != PersonCue::Says::other) continue;
      if (words_[hit.first].line != words_[last].line) continue;
      const std::string_view gap =
          TextSpan{words_[last].span.end, words_[hit.first].span.begin}.of(paper_.folded());
      if (gap.find_first_of("-,") == std::string_view::npos) continue;
      // «педагог Осипова Н.В.» behind a learner's name is the teacher's own.
      if (labels_another(hit)) continue;
      return paper_.printed({words_[hit.first].span.begin, words_[hit.last].span.end});
    }
    return std::nullopt;
  }
  [[nodiscard]] bool labels_another(const PhraseHit& hit) const {
    const std::size_t next = hit.last + 1;
    return next < words_.size() && words_[next].line == words_[hit.last].line &&
           (names_.can_be_name(next) || words_[next].kind == NameWord::Kind::initial);
  }

  // -------------------------------------------------------------------- running text

  void read_text() {
    std::vector<std::size_t> stream;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!in_row_[i]) stream.push_back(i);
    }
    const std::vector<NameRun> runs = names_.find(stream, expected_, false);
    context_.has_rows = !found_.empty();
    std::vector<RoleVerdict> verdicts = assign_roles(context_, runs, names_);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (verdicts[i].nobody) continue;
      found_.push_back({runs[i], std::move(verdicts[i]), nullptr, false});
    }
  }

  /// «Фамилия: Иванов / Имя: Иван / Отчество: …»: a form filled in. The words taken are kept out of
  /// the running text.
  void read_forms() {
    for (std::size_t at = 0; at + 3 < words_.size(); ++at) {
      if (words_[at].folded != kSurnameField) continue;
      Found found;
      const std::size_t next = fill(at, found.run.parts.last, found.run.words);
      if (next == at || next >= words_.size() || words_[next].folded != kFirstNameField) continue;
      const std::size_t after = fill(next, found.run.parts.first, found.run.words);
      if (after == next) continue;
      if (after < words_.size() && words_[after].folded == kPatronymicField) {
        found.run.patronymic = fill(after, found.run.parts.middle, found.run.words) != after;
      }
      found.run.order = found.run.patronymic ? "LFM" : "LF";
      found.run.evidence = kFormEvidence;
      found.verdict.role = PersonRole::holder;
      found.verdict.confidence = kRowRole;
      found.verdict.expected_case = GrammaticalCase::nominative;
      found.verdict.reasons.push_back({tr_later("a form filled in: surname, first name"), {}});
      for (const std::size_t word : found.run.words) in_row_[word] = true;
      at = found.run.words.back();
      found_.push_back(std::move(found));
    }
  }

  /// The capitalised words behind the field `at`, in its line; the word after them, or `at` when
  /// there are none.
  std::size_t fill(std::size_t at, std::string& part, std::vector<std::size_t>& words) const {
    std::size_t next = at + 1;
    for (; next < words_.size() && words_[next].line == words_[at].line; ++next) {
      if (!names_.can_be_name(next)) break;
      part += (part.empty() ? "" : " ") + words_[next].text;
      words.push_back(next);
    }
    return next == at + 1 ? at : next;
  }

  // -------------------------------------------------------------------- mentions

  [[nodiscard]] PersonMention mention(std::size_t index) const {
    const Found& found = found_[index];
    PersonMention mention;
    mention.parts = found.run.parts;
    mention.role = found.verdict.role;
    mention.expected_case = found.verdict.expected_case;
    const double name = 1 - std::exp(-kConfidencePerNat * found.run.evidence);
    mention.confidence = name * found.verdict.confidence;
    put_place(found.run, mention);
    mention.reasons = found.verdict.reasons;
    add_name_reasons(found.run, mention);
    mention.result = found.verdict.result;
    if (found.row != nullptr) mention.row = found.row->number;
    if (mention.role != PersonRole::other) put_facts(index, mention);
    return mention;
  }

  /// Neighbouring words are printed together, with what stands between them.
  void put_place(const NameRun& run, PersonMention& mention) const {
    mention.legibility = 1;
    for (std::size_t i = 0; i < run.words.size();) {
      std::size_t last = i;
      while (last + 1 < run.words.size() && run.words[last + 1] == run.words[last] + 1) ++last;
      TextSpan span{words_[run.words[i]].span.begin, words_[run.words[last]].span.end};
      const bool initial = words_[run.words[last]].kind == NameWord::Kind::initial;
      if (initial && span.end < paper_.folded().size() && paper_.folded()[span.end] == '.') {
        ++span.end;
      }
      if (!mention.printed.empty()) mention.printed += ' ';
      mention.printed += paper_.printed(span);
      mention.legibility = std::min(mention.legibility, paper_.least_confidence(span));
      const PlaceOnPage place = paper_.place(span);
      if (i == 0) {
        mention.source = place;
      } else if (place.page == mention.source.page) {
        mention.source.box = hull(mention.source.box, place.box);
      }
      i = last + 1;
    }
  }

  void add_name_reasons(const NameRun& run, PersonMention& mention) const {
    if (run.initials) {
      mention.reasons.push_back({tr_later("initials beside a surname"), {}});
    } else if (run.misread_first_name) {
      mention.reasons.push_back(
          {tr_later("“{}” is a first name but for one letter"), {run.parts.first}});
    } else if (run.known_first_name) {
      mention.reasons.push_back({tr_later("“{}” is a first name"), {run.parts.first}});
    } else if (!run.patronymic) {
      mention.reasons.push_back({tr_later("a name is expected here"), {}});
    }
    if (run.patronymic) {
      mention.reasons.push_back({tr_later("“{}” is a patronymic"), {run.parts.middle}});
    }
  }

  void put_facts(std::size_t index, PersonMention& mention) const {
    const Found& found = found_[index];
    PersonFacts facts;
    if (found.row != nullptr) {
      facts = facts_in_row(paper_, words_, wording_, *found.row, tables_.columns[found.row->table],
                           found.run.words);
      mention.result = facts.result;
    } else {
      const std::size_t from = found.run.words.back() + 1;
      std::size_t next = index + 1;
      // Of several named together what follows the last is said of all.
      while (next < found_.size() && near(next - 1, next)) ++next;
      const std::size_t begin = next == index + 1 ? from : found_[next - 1].run.words.back() + 1;
      std::size_t end = std::min(begin + kFactReach, words_.size());
      if (next < found_.size()) end = std::min(end, found_[next].run.words.front());
      while (end > begin && words_[end - 1].line > words_[begin - 1].line + kFactLines) --end;
      facts = facts_in_text(paper_, words_, wording_, begin, end);
    }
    mention.birth_date = facts.birth_date;
    mention.age = facts.age;
    mention.school_class = facts.school_class;
    mention.organisation = facts.organisation;
  }

  /// Two names with at most «и» or a comma between.
  [[nodiscard]] bool near(std::size_t left, std::size_t right) const {
    return found_[right].row == nullptr &&
           found_[right].verdict.role == found_[left].verdict.role &&
           found_[right].run.words.front() - found_[left].run.words.back() <= 2;
  }

  /// The teacher of a row stands in it, that of an award somewhere below the name.
  void add_teachers(std::vector<PersonMention>& mentions) const {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (!found_[i].verdict.teacher) continue;
      for (std::size_t j = 0; j < i; ++j) {
        const std::size_t learner = i - 1 - j;
        if (found_[i].row != nullptr && found_[learner].row != found_[i].row) break;
        PersonMention& mention = mentions[learner];
        if (mention.role == PersonRole::other) continue;
        if (found_[i].row == nullptr && found_[learner].row != nullptr) break;
        if (mention.teacher.empty()) mention.teacher = mentions[i].printed;
      }
    }
  }

  /// Who signs stands behind everybody the paper is about.
  void add_signing(std::vector<PersonMention>& mentions) const {
    std::vector<NamedPerson> named;
    std::vector<PersonMention*> theirs;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (mentions[i].role != PersonRole::other) {
        named.clear();
        theirs.clear();
      } else if (found_[i].row == nullptr) {
        named.push_back({found_[i].run, found_[i].verdict});
        theirs.push_back(&mentions[i]);
      }
    }
    const SigningFinder finder(context_, named);
    for (std::size_t i = 0; i < named.size(); ++i) {
      theirs[i]->office = finder.office(i);
      theirs[i]->signs = finder.on_signature_line(i);
    }
  }

  const PaperText& paper_;
  const PersonWording& wording_;
  std::vector<NameWord> words_;
  std::vector<PhraseHit> cues_;
  PaperTables tables_;
  RoleContext context_;
  NameFinder names_;
  std::vector<bool> in_row_;  ///< by word
  std::vector<double> expected_;
  std::optional<GrammaticalCase> row_case_;
  std::vector<Found> found_;
};

}  // namespace

PersonFinder::PersonFinder(const NameGrammar& grammar, PersonWording wording)
    : grammar_(grammar), wording_(std::move(wording)) {}

std::vector<PersonMention> PersonFinder::find(const PaperText& paper,
                                              std::string_view kind_id) const {
  return Finding(paper, kind_id, grammar_, wording_).run();
}

std::vector<PersonMention> find_persons(const PaperText& paper, std::string_view kind_id,
                                        const NameGrammar& grammar) {
  static const PersonWording kShipped = PersonWording::shipped();
  return Finding(paper, kind_id, grammar, kShipped).run();
}

}  // namespace fonds
