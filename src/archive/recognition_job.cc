#include "archive/recognition_job.h"

#include <chrono>
#include <nlohmann/json.hpp>

#include "archive/presets.h"
#include "archive/reading.h"
#include "archive/rescans.h"
#include "archive/stack_parts.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/documents.h"
#include "catalogue/journal.h"
#include "catalogue/sheets.h"
#include "ingest/alto.h"
#include "ingest/document_sheet.h"
#include "ingest/text_pages.h"

namespace fonds {
namespace {

std::string subject_of(DocumentId id) { return fmt::format("document/{}", id.value); }

PageRecord record_of(const RecognisedPage& page) {
  PageRecord record;
  record.number = page.number;
  record.width = page.geometry.width;
  record.height = page.geometry.height;
  record.dpi = page.geometry.dpi;
  record.rotation = page.geometry.rotation;
  record.skew = page.geometry.skew;
  record.confidence = page.confidence;
  record.words = count_words(page);
  record.source = name_of(page.source);
  record.warnings = page.warnings;
  return record;
}

std::optional<DocumentSheet> sheet_in(const std::vector<RecognisedPage>& pages) {
  static const BatchSheets known = BatchSheets::shipped();
  std::vector<SheetSigns> signs;
  signs.reserve(pages.size());
  for (const RecognisedPage& page : pages) signs.push_back(sheet_signs(page));
  return document_sheet(known, signs);
}

/// Keeps the sheet a document is, or is no more. Papers behind it that were recognised without
/// knowing of it are read again.
void record_sheet(Archive& archive, Transaction& transaction, const Document& document,
                  const std::optional<DocumentSheet>& sheet) {
  Sheets sheets(archive.catalogue());
  const auto before = sheets.find(document.id);
  const auto known =
      before ? std::optional(DocumentSheet{before->scope, before->code}) : std::nullopt;
  if (known == sheet) return;
  std::vector<DocumentId> changed = to_be_preset(archive, document.id);
  if (sheet) {
    sheets.record(transaction, {document.id, document.intake, sheet->scope, sheet->code});
    changed = to_be_preset(archive, document.id);
  } else {
    sheets.remove(transaction, document.id);
  }
  for (const DocumentId each : changed) {
    if (each != document.id) Jobs(archive.catalogue()).enqueue(transaction, "recognise", each);
  }
}

/// Writes what the worker makes into the run's draft and keeps what the record needs.
class DraftSink : public RecognitionSink {
 public:
  DraftSink(DerivedStore::Draft& draft, std::function<void()> on_page)
      : draft_(draft), on_page_(std::move(on_page)) {}

  void page(RecognisedPage&& page, std::string&& thumbnail) override {
    if (!thumbnail.empty()) {
      draft_.begin(thumbnail_file(page.number));
      draft_.write(thumbnail);
    }
    if (!pages_.empty()) text_ += '\f';
    text_ += text_of(page);
    records_.push_back(record_of(page));
    weight_ += records_.back().words;
    confidence_ += records_.back().confidence * records_.back().words;
    pages_.push_back(std::move(page));
    on_page_();
  }
  void alto(std::string_view bytes) override {
    draft_.begin(kAltoFile);
    draft_.write(bytes);
  }
  void access_copy(std::string_view bytes) override {
    if (!copy_begun_) draft_.begin(kAccessCopyFile);
    copy_begun_ = true;
    draft_.write(bytes);
  }

  void finish() {
    draft_.begin(kTextFile);
    draft_.write(text_);
    draft_.publish();
  }
  [[nodiscard]] const std::vector<RecognisedPage>& pages() const { return pages_; }
  [[nodiscard]] const std::vector<PageRecord>& records() const { return records_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] double confidence() const { return weight_ > 0 ? confidence_ / weight_ : 0; }
  [[nodiscard]] int words() const { return weight_; }

 private:
  DerivedStore::Draft& draft_;
  std::function<void()> on_page_;
  std::string text_;
  std::vector<RecognisedPage> pages_;
  std::vector<PageRecord> records_;
  double confidence_ = 0;
  int weight_ = 0;
  bool copy_begun_ = false;
};

/// The pages of a file that cannot be read: what a person wrote of it.
void describe(const Document& document, RecognitionSink& sink) {
  std::vector<RecognisedPage> pages;
  TextPages text(1000, [&](RecognisedPage&& page) { pages.push_back(std::move(page)); });
  text.paragraph(document.description);
  text.finish();
  sink.alto(write_alto(pages, document.accession));
  for (RecognisedPage& page : pages) sink.page(std::move(page), {});
}

void remove_runs(Archive& archive, DocumentId document, int before) {
  for (const int run : archive.derived().runs_of(document)) {
    if (run < before) archive.derived().remove_run(document, run);
  }
}

}  // namespace

void recognise_document(Archive& archive, const Actor& actor, WorkerHandle& process, const Job& job,
                        const std::string& owner, RegisterView& understanding,
                        const std::stop_token& stop) {
  Database& database = archive.catalogue();
  Documents documents(database);
  Jobs jobs(database);
  const auto document = documents.find(job.document);
  if (!document) throw Error(Fault::bug, fmt::format("job {} has no document", job.id.value));
  // Since the job was queued: parted, its papers have jobs of their own; or an act destroys it.
  if (is_parted(*document) || document->tombstone) {
    Transaction transaction(database);
    jobs.complete(transaction, job.id, owner);
    return transaction.commit();
  }

  std::vector<UniqueFd> files;
  std::vector<WorkerInput> inputs;
  for (const Original& original : document->originals) {
    files.push_back(archive.originals().open(original.sha256));
    inputs.push_back({files.back().get(), original.kind});
  }
  const auto started = std::chrono::steady_clock::now();
  const int run = document->run + 1;
  const auto draft = archive.derived().begin_run(job.document, run);
  DraftSink sink(*draft, [&] {
    if (stop.stop_requested()) throw Error(Fault::busy, tr("recognition was stopped"));
    if (!jobs.extend(job.id, owner, kLeaseTime)) {
      throw Error(Fault::busy, tr("another worker has taken this paper over"));
    }
  });
  if (is_unread(*document)) {
    describe(*document, sink);
  } else {
    process.recognise(inputs, document->accession, WorkerHandle::Products::everything, sink);
  }
  sink.finish();
  const auto sheet = sheet_in(sink.pages());
  const auto in_front = said_in_front(archive, job.document, sheet);
  UnderstoodPaper paper = understanding.understand(database, sink.pages(), in_front);
  if (!has_pictures(*document)) paper.reading.parts = {};  // its file can not be parted
  const auto parts = parts_between_sheets(archive, process, *document, paper);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;

  // Separator sheets are all alike, and no papers.
  const bool is_paper = !sheet || sheet->scope != SheetScope::behind;
  const RescanFinding rescans =
      is_paper ? find_rescans(archive, *document, sink.text()) : RescanFinding{};

  Transaction transaction(database);
  if (!parts.empty()) {
    record_sheet(archive, transaction, *document, sheet);
    record_parts(archive, transaction, actor, *document, parts);
    jobs.complete(transaction, job.id, owner);
    transaction.commit();
    return remove_runs(archive, job.document, run + 1);
  }
  // Another worker may have come upon the sheet in front meanwhile.
  const auto now_in_front = said_in_front(archive, job.document, sheet);
  if (now_in_front != in_front) {
    auto proposed = std::move(paper.reading.parts);
    paper = understanding.understand(database, sink.pages(), now_in_front);
    paper.reading.parts = std::move(proposed);
  }
  const nlohmann::ordered_json details{
      {"run", run}, {"pages", sink.pages().size()}, {"words", sink.words()}};
  Journal(database).append(transaction, actor, "document.recognised", subject_of(job.document),
                           details.dump());
  documents.record_recognition(transaction, job.document, run, sink.records(), sink.confidence(),
                               took.count());
  store_reading(transaction, actor, job.document, run, paper.reading, paper.links);
  record_sheet(archive, transaction, *document, sheet);
  record_rescans(database, transaction, job.document, rescans);
  jobs.complete(transaction, job.id, owner);
  transaction.commit();
  remove_runs(archive, job.document, run);
}

void record_failure(Archive& archive, const Actor& actor, const Job& job, const std::string& owner,
                    const std::string& problem, Jobs::Retry retry) {
  Database& database = archive.catalogue();
  Transaction transaction(database);
  Journal journal(database);
  journal.lock(transaction);
  const JobState state = Jobs(database).fail(transaction, job.id, owner, problem, retry);
  if (state == JobState::quarantined) {
    Documents(database).set_state(transaction, job.document, DocumentState::quarantined, problem);
    journal.append(transaction, actor, "document.quarantined", subject_of(job.document),
                   nlohmann::ordered_json{{"job", job.id.value}}.dump());
  }
  transaction.commit();
}

}  // namespace fonds
