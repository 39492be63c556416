/// DestructionFixture: volumes of 2024 whose term is over in 2030, papers with texts and files in
/// them, an act of them approved, and a look at every byte of the archive.
///
/// Threads: of the test that made it.
#pragma once

#include <gmock/gmock.h>

#include <boost/filesystem/operations.hpp>

#include "archive/acts.h"
#include "archive/cases_fixture.h"
#include "archive/destruction.h"
#include "archive/index.h"
#include "archive/search.h"
#include "base/disk.h"
#include "base/text.h"

namespace fonds {

class DestructionFixture : public CasesFixture {
 protected:
  /// A paper of the closed volume, with a text of its own and everything else that may tell of it.
  struct Filed {
    std::string volume;
    Document document;
    std::string secret;  ///< stands in its file, its text, its names
  };

  /// `secret` must be a word nothing else of the archive holds.
  Document secret_paper(const std::string& secret) {
    Delivery delivery{"file", "поставка " + secret, "описание " + secret, {}};
    const Document made = ArchiveDocuments(*archive_)
                              .deposit(clerk_, delivery, {file_of("скан " + secret, secret)})
                              .document;
    Transaction transaction(archive_->catalogue());
    std::vector<PageRecord> pages(1);
    Documents(archive_->catalogue()).record_recognition(transaction, made.id, 1, pages, 0.9, 1);
    PaperReading reading;
    reading.date = sure(date_span_from("2024-11-20").value());
    PersonMention mention;
    mention.printed = secret;
    mention.parts.last = secret;
    reading.persons.push_back(mention);
    store_reading(transaction, recognition_actor(), made.id, 1, reading, {});
    finish_jobs(transaction, made.id);
    transaction.commit();
    const auto draft = archive_->derived().begin_run(made.id, 1);
    for (const std::string_view name : {kTextFile, kAltoFile, kAccessCopyFile}) {
      draft->begin(name);
      draft->write("текст " + secret);
    }
    draft->publish();
    return Documents(archive_->catalogue()).find(made.id).value();
  }
  Original file_of(const std::string& bytes, const std::string& name) {
    const auto stored = archive_->originals().put(bytes);
    return {stored.sha256, static_cast<std::int64_t>(stored.size), FileKind::jpeg, name + ".jpg"};
  }
  void finish_jobs(Transaction& transaction, DocumentId document) {
    Jobs jobs(archive_->catalogue());
    jobs.quarantine(transaction, jobs.last_of("recognise", document).value().id, "");
  }
  Filed filed(const std::string& secret, Carrier carrier = Carrier::electronic) {
    NewVolume words;
    words.carrier = carrier;
    words.title = "Дело " + secret;
    const std::string name = to_text(open("02-03", 2024, words).key);
    const Document document = secret_paper(secret);
    (void)filing().file(clerk_, name, document.accession);
    (void)cases().close(clerk_, name, {});
    return {name, document, secret};
  }
  /// Of all volumes that may be destroyed, approved; the waiting time is over.
  void approve_act() {
    clock_.set("2030-02-01T09:00:00.000Z");
    ArchiveActs acts(*archive_);
    (void)acts.draw_up(archivist_, {});
    (void)acts.agree(archivist_, 1, {"№ 2 от 14.01.2030", "№ 2 от 14.01.2030", true});
    (void)acts.approve(director_, 1, {"7", CalendarDate{2030, 2, 1}, 0});
    clock_.set("2030-02-11T09:00:00.000Z");
  }
  ArchiveDestruction::Outcome carry_out(const PaperHandover& paper = {}) {
    return ArchiveDestruction(*archive_).carry_out(archivist_, 1, paper);
  }
  /// Withdraws the approved act and lets the days pass in which it can be brought back.
  void withdraw(const PaperHandover& paper = {}) {
    ASSERT_EQ(carry_out(paper).act.state, ActState::withdrawn);
    clock_.set("2030-02-18T09:00:00.000Z");
  }
  std::size_t hits(const std::string& word) {
    ArchiveIndex(*archive_).catch_up();
    SearchRequest request;
    request.query = word;
    return ArchiveSearch(*archive_).search(archivist_, request).hits.size();
  }
  /// The files of the archive's folder in which the bytes of `word` stand, as they are or folded.
  std::vector<std::string> places_of(const std::string& word) {
    std::vector<std::string> found;
    for (const auto& entry : boost::filesystem::recursive_directory_iterator(folder())) {
      if (!boost::filesystem::is_regular_file(entry.path())) continue;
      const std::string bytes = read_file(entry.path());
      const bool holds =
          bytes.find(word) != std::string::npos || bytes.find(fold(word)) != std::string::npos;
      if (holds) found.push_back(entry.path().string());
    }
    return found;
  }
  Volume volume(const std::string& name) { return cases().show(archivist_, name).volume; }
  ActState state() { return ArchiveActs(*archive_).show(archivist_, 1).act.state; }
};

}  // namespace fonds
