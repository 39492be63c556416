/// Volumes: volumes of cases, and which document is filed in which.
///
/// Threads: as Database. Faults: as Database; absent is a value.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/database.h"
#include "model/actor.h"
#include "model/case_file.h"

namespace fonds {

/// Which volumes; what is empty or 0 does not matter.
struct VolumeFilter {
  int year = 0;
  std::string index{};
  std::optional<VolumeState> state{};
  /// Personal files of this person, under any of their records; {0}: of nobody.
  std::optional<StudentId> student{};
};

class Volumes {
 public:
  explicit Volumes(Database& database) : database_(database) {}

  /// Opens the next volume of its case; of `volume` count all but id, number of the key, state and
  /// what closing says. Returns its id.
  VolumeId add(Transaction& transaction, const Actor& actor, const Volume& volume);
  /// Replaces what is said of it: state, title, matter, shelf, closed_on, its days, sheets.
  void update(Transaction& transaction, const Actor& actor, const Volume& volume);
  std::optional<Volume> find(VolumeId id);
  /// `key` is whole.
  std::optional<Volume> find(const VolumeKey& key);
  /// In order of year, index and number, from behind `after`, at most `limit`.
  std::vector<Volume> list(const VolumeFilter& filter, const VolumeKey& after, int limit);
  /// All of them in that order. `visit` may ask the catalogue.
  void each(const VolumeFilter& filter, const std::function<void(const Volume&)>& visit);
  /// How many volumes were opened under each index of a nomenclature, and how many of them were
  /// still open at the end of its year.
  struct YearCount {
    std::string index;
    std::int64_t all = 0;
    std::int64_t carried_over = 0;
    std::int64_t open = 0;  ///< now
  };
  std::vector<YearCount> counts_of(int year);
  /// Of the one matter, in order of id.
  std::vector<Volume> of_matter(VolumeId matter);

  /// As the last of the volume; the document is in none.
  void file(Transaction& transaction, const Actor& actor, VolumeId volume, DocumentId document,
            int sheets);
  /// Those behind it move up. False when it was in none.
  bool unfile(Transaction& transaction, DocumentId document);
  /// Those from `place` on go to the end of `to`, in their order. Returns how many.
  int move(Transaction& transaction, VolumeId from, int place, VolumeId to);
  std::optional<FiledDocument> filing_of(DocumentId document);
  /// In order of place, behind `after`, at most `limit`.
  std::vector<FiledDocument> documents_of(VolumeId volume, int after, int limit);
  /// Papers in no volume, in order of id, above `after`, at most `limit`: not those that were
  /// parted into others.
  std::vector<DocumentId> unfiled(DocumentId after, int limit);

 private:
  Database& database_;
};

}  // namespace fonds
