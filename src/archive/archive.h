/// Archive: an opened archive folder and what stands in it. The use cases (documents, intake,
/// search, checks …) are classes beside this one; each takes an Actor and asks access::policy
/// first.
///
/// DIR/fonds.toml       settings            DIR/originals/  ObjectStore
/// DIR/roles.toml       who may do what, in place of config/roles.toml (may be absent)
/// DIR/kinds.toml       kinds of papers of its own (as config/document_kinds.toml; may be absent)
/// DIR/forms.toml       how its forms are headed (forms/form_captions.h; may be absent)
/// DIR/catalogue/       SQLite (default)    DIR/derived/    DerivedStore
/// DIR/incoming/        unnamed spool       DIR/index/      generations of the index
/// DIR/uploads/         files that are being sent in pieces
///
/// Threads: one Archive per thread: another thread opens its own with reopen().
/// Faults:  not_found (no archive there), usage (bad settings), and those of the parts.
#pragma once

#include <boost/filesystem/path.hpp>
#include <functional>
#include <memory>
#include <string>

#include "access/policy.h"
#include "base/clock.h"
#include "base/config_file.h"
#include "base/disk.h"
#include "catalogue/database.h"
#include "forms/form_captions.h"
#include "indexer/value_words.h"
#include "ingest/document_kinds.h"
#include "ingest/worker.h"
#include "store/derived_store.h"
#include "store/object_store.h"

namespace fonds {

class Archive {
 public:
  /// What an archive stands on; all outlive it.
  struct Ground {
    Disk& disk;
    const Clock& clock;
    boost::filesystem::path program;  ///< the fonds binary, for starting workers
  };

  enum class Made { anew, was_there };
  /// Makes an empty archive in `folder`, which must be absent or hold nothing but what an
  /// interrupted create() left. `catalogue_url` empty: SQLite. An archive that is there already is
  /// left as it is; only its catalogue is brought to this program's form.
  static Made create(const Ground& ground, const boost::filesystem::path& folder,
                     const std::string& catalogue_url);
  Archive(const Ground& ground, const boost::filesystem::path& folder);
  /// Another handle on the same archive, for another thread.
  [[nodiscard]] std::unique_ptr<Archive> reopen() const;

  [[nodiscard]] const boost::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] const ConfigFile& settings() const { return settings_; }
  /// Who may do what here.
  [[nodiscard]] const Policy& policy() const {
    return own_policy_ ? *own_policy_ : Policy::shipped();
  }
  /// Makes the kinds of papers: those the program knows, changed and added to by the institution's
  /// own, as the file stands now, whatever becomes of it afterwards. Has made them once, so a
  /// mistake is told here. Faults: usage (the file is wrong: says where and what to write), io.
  [[nodiscard]] std::function<DocumentKinds()> kinds_maker() const;
  /// How its forms are headed; `code`: which record the form is of.
  [[nodiscard]] FormCaption caption_of(FormKind kind, const std::string& code = "") const;
  [[nodiscard]] DocumentKinds kinds() const { return kinds_maker_unchecked()(); }
  /// The words people use for values of fields, read once.
  [[nodiscard]] const ValueWords& words();
  [[nodiscard]] const Clock& clock() const { return ground_.clock; }
  [[nodiscard]] Disk& disk() const { return ground_.disk; }
  [[nodiscard]] Database& catalogue() { return *catalogue_; }
  [[nodiscard]] ObjectStore& originals() { return originals_; }
  [[nodiscard]] DerivedStore& derived() { return derived_; }
  [[nodiscard]] boost::filesystem::path index_root() const { return folder_ / "index"; }
  [[nodiscard]] boost::filesystem::path incoming() const { return folder_ / "incoming"; }
  [[nodiscard]] boost::filesystem::path uploads() const { return folder_ / "uploads"; }
  /// How workers of this archive run.
  [[nodiscard]] WorkerOptions worker_options() const;
  /// Papers recognised at once, at least 1.
  [[nodiscard]] int worker_count() const;

 private:
  [[nodiscard]] std::function<DocumentKinds()> kinds_maker_unchecked() const;
  Ground ground_;
  boost::filesystem::path folder_;
  ConfigFile settings_;
  std::unique_ptr<const Policy> own_policy_;  ///< none: as shipped
  std::unique_ptr<const ValueWords> words_;
  std::unique_ptr<Database> catalogue_;
  ObjectStore originals_;
  DerivedStore derived_;
};

}  // namespace fonds
