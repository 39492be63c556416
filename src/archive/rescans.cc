#include "archive/rescans.h"

#include <algorithm>
#include <map>
#include <string>

#include "catalogue/documents.h"
#include "ingest/rescan.h"

namespace fonds {
namespace {

/// Pages compared of a paper: a few tell.
constexpr std::size_t kPagesCompared = 4;
/// Papers of one series look alike by hundreds: the nearest are asked.
constexpr int kNearest = 200;

std::vector<std::string_view> pages_of(std::string_view text) {
  std::vector<std::string_view> pages;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\f', begin), text.size());
    pages.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return pages;
}

std::string_view page_of(std::string_view text, int number) {
  const auto pages = pages_of(text);
  const auto index = static_cast<std::size_t>(number - 1);
  return number >= 1 && index < pages.size() ? pages[index] : std::string_view{};
}

/// Texts of recognised papers, each read once.
class Texts {
 public:
  explicit Texts(Archive& archive) : archive_(archive) {}

  std::string_view of(DocumentId id) {
    const auto known = texts_.find(id);
    if (known != texts_.end()) return known->second;
    std::string text;
    const auto document = Documents(archive_.catalogue()).find(id);
    if (document && document->run > 0 &&
        archive_.derived().contains(id, document->run, kTextFile)) {
      text = archive_.derived().read(id, document->run, kTextFile);
    }
    return texts_.emplace(id, std::move(text)).first->second;
  }

 private:
  Archive& archive_;
  std::map<DocumentId, std::string> texts_;
};

struct Votes {
  std::size_t pages = 0;
  double likeness = 0;
};

using VotesByPaper = std::map<DocumentId, Votes>;

/// Counts the page for every other paper that has the same one.
void vote(Archive& archive, Texts& texts, DocumentId own, const MarkedPage& page,
          std::string_view text, VotesByPaper& votes) {
  std::map<DocumentId, double> same;
  PageMarks known(archive.catalogue());
  for (const auto& near : known.sharing(page.marks, own, kLeastSharedMarks, kNearest)) {
    const auto likeness = compare_texts(text, page_of(texts.of(near.document), near.page));
    if (likeness.same_paper) {
      same[near.document] = std::max(same[near.document], likeness.shared);
    }
  }
  for (const auto& [other, likeness] : same) {
    ++votes[other].pages;
    votes[other].likeness += likeness;
  }
}

}  // namespace

RescanFinding find_rescans(Archive& archive, const Document& document, std::string_view text) {
  RescanFinding found;
  Texts texts(archive);
  VotesByPaper all;
  std::size_t asked = 0;
  int number = 0;
  for (const std::string_view page : pages_of(text)) {
    MarkedPage marked{++number, marks_of(page)};
    if (marked.marks.empty()) continue;
    if (asked < kPagesCompared) {
      ++asked;
      vote(archive, texts, document.id, marked, page, all);
    }
    found.pages.push_back(std::move(marked));
  }
  for (const auto& [other, votes] : all) {
    if (2 * votes.pages < asked) continue;
    const double likeness = votes.likeness / static_cast<double>(votes.pages);
    if (other > document.id) {
      found.later.push_back({other, likeness});
    } else if (!found.own || likeness > found.own->likeness) {
      found.own = Rescan{other, likeness};
    }
  }
  return found;
}

void record_rescans(Database& database, Transaction& transaction, DocumentId document,
                    const RescanFinding& found) {
  PageMarks marks(database);
  marks.record(transaction, document, found.pages);
  marks.record_rescan(transaction, document, found.own);
  for (const auto& later : found.later) {
    marks.record_rescan(transaction, later.document, Rescan{document, later.likeness});
  }
}

}  // namespace fonds
