#include "ingest/extractor.h"

#include <utility>

#include "ingest/classify.h"
#include "ingest/date_forms.h"
#include "ingest/fields.h"
#include "ingest/fields_body.h"
#include "ingest/fields_control.h"
#include "ingest/fields_date.h"
#include "ingest/fields_event.h"
#include "ingest/fields_filing.h"
#include "ingest/fields_level.h"
#include "ingest/fields_number.h"
#include "ingest/fields_place.h"
#include "ingest/number_forms.h"
#include "ingest/paper_text.h"
#include "ingest/persons.h"
#include "ingest/persons_signing.h"
#include "ingest/quotes.h"

namespace fonds {
namespace {

double threshold(const DataTable& patterns, std::string_view field) {
  const DataTable& table = patterns.table("threshold");
  const double value = table.number(field);
  if (value < 0 || value > 1) {
    table.refuse(say(tr("the threshold '{}' is {}"), field, value), tr("it must be 0 … 1"));
  }
  return value;
}

}  // namespace

struct Extractor::State {
  State(DocumentKinds known, const DataTable& patterns)
      : kinds(std::move(known)),
        kind_threshold(threshold(patterns, "kind")),
        signatories_threshold(threshold(patterns, "signatories")),
        date(patterns.table("date"), threshold(patterns, "date")),
        number_forms(patterns.table("number")),
        number(patterns.table("number"), patterns.table("order"),
               {threshold(patterns, "number"), threshold(patterns, "order")}),
        level(patterns.table("level"), patterns.table("event"), threshold(patterns, "level")),
        place(patterns.table("place"), threshold(patterns, "place")),
        event(patterns),
        body(patterns),
        filing(patterns),
        control(patterns.table("control"), threshold(patterns, "control")),
        looks(patterns),
        grammar(NameGrammar::shipped()),
        persons(grammar) {
    patterns.expect_only({"threshold", "date", "number", "order", "case", "school_year", "control",
                          "group", "event", "level", "place", "nomination", "collective", "issuer",
                          "stack"});
  }

  DocumentKinds kinds;
  double kind_threshold;
  double signatories_threshold;
  DateFinder date;
  NumberForms number_forms;
  NumberFinder number;
  LevelFinder level;
  PlaceFinder place;
  EventFinder event;
  BodyFinder body;
  FilingFinder filing;
  ControlFinder control;
  PageLooks looks;
  NameGrammar grammar;
  PersonFinder persons;

  void read_fields(const Paper& paper, PaperReading& reading) const;
};

void Extractor::State::read_fields(const Paper& paper, PaperReading& reading) const {
  const auto wanted = [&](std::string_view field) {
    return paper.kind == nullptr || paper.kind->may_hold(field);
  };
  const Quotes quotes(paper.text);
  const std::vector<PrintedDate> dates = date_forms(paper.text);
  const std::vector<PrintedNumber> numbers = number_forms.find(paper.text);
  if (wanted("date")) reading.date = date.find(paper, dates);
  if (wanted("number")) reading.number = number.find(paper, numbers, dates);
  if (wanted("order")) reading.order = number.find_order(paper, numbers);
  if (wanted("place")) reading.place = place.find(paper, quotes);
  if (wanted("event")) reading.event = event.find(paper, quotes);
  if (wanted("nomination")) reading.nomination = event.find_nomination(paper, quotes);
  if (wanted("collective")) reading.collective = body.find_collective(paper, quotes);
  if (wanted("issuer")) reading.issuer = body.find_issuer(paper);
  if (wanted("level")) reading.level = level.find(paper, reading.issuer);
  if (wanted("case")) reading.case_index = filing.find_case(paper);
  if (wanted("school_year")) reading.school_year = filing.find_school_year(paper);
  // Only of a list: elsewhere such words are said of something else.
  if (paper.kind != nullptr && wanted("control")) reading.control = control.find(paper);
  if (wanted("group")) reading.group = filing.find_group(paper);
}

Extractor::Extractor(DocumentKinds kinds, const DataTable& patterns)
    : state_(std::make_unique<State>(std::move(kinds), patterns)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extractor Extractor::of(DocumentKinds kinds) {
  return {std::move(kinds),
          DataTable::parse(shipped_data("paper_patterns.toml"), "paper_patterns.toml")};
}

Extractor Extractor::shipped() { return of(DocumentKinds::shipped()); }

PageLook Extractor::look(const RecognisedPage& page) const {
  return state_->looks.look(page, state_->kinds);
}

const DocumentKinds& Extractor::kinds() const { return state_->kinds; }

PaperReading Extractor::extract(const std::vector<RecognisedPage>& pages) const {
  const PaperText text(pages);
  PaperReading reading;
  KindReading kind = classify(text, state_->kinds, state_->kind_threshold);
  const Paper paper{text, kind.likely, kind.title};
  reading.kind = std::move(kind.kind);
  state_->read_fields(paper, reading);
  reading.persons = state_->persons.find(text, kind.likely == nullptr ? "" : kind.likely->id);
  if (kind.likely == nullptr || kind.likely->may_hold("signatories")) {
    reading.signatories = signatories_of(reading.persons, state_->signatories_threshold);
  }
  return reading;
}

}  // namespace fonds
