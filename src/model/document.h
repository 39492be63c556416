/// Document: one paper or electronic record as the catalogue knows it.
///
/// Threads: value types.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "model/file_kind.h"
#include "model/ids.h"
#include "model/page.h"

namespace fonds {

/// Bytes named by their SHA-256; never changed.
struct Original {
  std::string sha256;     ///< 64 hex digits
  std::int64_t size = 0;  ///< bytes
  FileKind kind = FileKind::jpeg;
  std::string source_name;  ///< as delivered, valid UTF-8, may hold personal data
  std::string made_at{};    ///< a photograph: by its camera, "2024-05-15T18:30:05"; else empty
};

enum class DocumentState {
  accepted,     ///< original safe, waits for recognition
  recognised,   ///< text, access copy and thumbnails exist
  quarantined,  ///< recognition failed for good; the original is safe
};
std::string_view name_of(DocumentState state);
std::optional<DocumentState> document_state_from(std::string_view name);

/// One page as the catalogue keeps it (its words are in the ALTO file).
struct PageRecord {
  int number = 1;
  int width = 0;  ///< original image, pixels
  int height = 0;
  double dpi = 0;
  int rotation = 0;
  double skew = 0;
  double confidence = 0;  ///< 0 … 1
  int words = 0;
  std::string source;  ///< name_of(TextSource)
  std::vector<PageWarning> warnings;
};

/// What an act of destruction has made, or is about to make, of a document. Its card that stays.
struct Tombstone {
  std::int64_t act = 0;  ///< its number
  bool gone = false;     ///< false: all of it is still there, and nobody sees it
  std::string kind;      ///< of paper; empty: not known, or not gone
  std::string date;      ///< to_text(DateSpan); likewise
  int pages = 0;         ///< likewise
};

struct Document {
  DocumentId id;
  std::string accession;  ///< accession number "2026-000123": year of intake and running number
  IntakeId intake;
  DocumentState state = DocumentState::accepted;
  Moment accepted_at{};
  std::vector<Original> originals;  ///< in page order, at least one
  std::string description{};        ///< by the person who brought it; may be empty
  DocumentId stack{};               ///< it was parted from this one; 0: it came by itself
  int stack_page = 0;               ///< on which page of it it begins
  IntakeId parts{};                 ///< it was parted: the delivery of its papers; 0: it is whole
  // What recognition found; empty until then.
  int run = 0;  ///< number of the recognition run whose results count; 0: none
  std::vector<PageRecord> pages;
  double confidence = 0;
  double seconds = 0;   ///< processor time of recognition, wall clock
  std::string problem;  ///< why quarantined, for a clerk
  std::optional<Tombstone> tombstone{};
};

/// Whether there is a picture of its pages, and so an access copy once it is recognised.
bool has_pictures(const Document& document);
/// Whether it was several papers, which are documents of their own now: no paper any more.
inline bool is_parted(const Document& document) { return document.parts.value != 0; }
/// Whether nothing of it can be read: it is found by its description.
bool is_unread(const Document& document);

}  // namespace fonds
