#include "indexer/index_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <charconv>
#include <limits>

#include "base/messages.h"
#include "base/text.h"
#include "indexer/card_terms.h"
#include "indexer/fields.h"
#include "indexer/record.h"
#include "indexer/terms.h"
#include "indexer/word_pairs.h"
#include "indexer/xapian_error.h"

namespace fonds {
namespace {

// What Xapian keeps in memory for each pending posting and its positions: two map nodes, a small
// string and their share of the allocator. Measured with 100 000 texts of 150 words, see the bench.
constexpr std::uint64_t kBytesOfPosting = 176;

std::int64_t number_from(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) {
    throw unusable_index(fmt::format("'{}'", printable(text)));
  }
  return number;
}

Xapian::docid docid_of(DocumentId document) {
  if (document.value < 1 || document.value > std::numeric_limits<Xapian::docid>::max()) {
    throw Error(Fault::bug, fmt::format("document id {} cannot be indexed", document.value));
  }
  return static_cast<Xapian::docid>(document.value);
}

}  // namespace

struct IndexWriter::State {
  State(const boost::filesystem::path& generation, std::uint64_t limit)
      : database(generation.string(), Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS),
        memory_limit(limit) {}

  Xapian::WritableDatabase database;
  std::uint64_t memory_limit;
  std::uint64_t held = 0;
  Stems stems;
  CardTerms card_terms;
  std::string stem_term;

  [[nodiscard]] std::int64_t number(std::string_view key) const {
    const std::string text = database.get_metadata(std::string(key));
    return text.empty() ? 0 : number_from(text);
  }

  // Always inside a transaction: outside of one, Xapian's destructor would commit.
  void flush() {
    database.commit_transaction();
    database.begin_transaction();
    held = 0;
  }

  /// `pages` is the number of pages of the document.
  void add_page(Xapian::Document& document, std::size_t page, std::size_t pages,
                const std::string& text) {
    const std::string valid = is_valid_utf8(text) ? std::string() : to_valid_utf8(text);
    Tokeniser tokeniser(valid.empty() ? std::string_view(text) : valid);
    WordPairs pairs;
    const auto add_pair = [&](const std::string& term) { document.add_boolean_term(term); };
    while (const Token* token = tokeniser.next()) {
      if (token->text.empty()) continue;
      const std::uint32_t position = position_of(page, token->place);
      document.add_posting(token->text, position);
      pairs.add(token->text, position, add_pair);
      if (token->form != Token::Form::word) continue;
      stem_term.assign(entry_of(FieldId::stem).prefix);
      stem_term += stems.of(token->text);
      // Phrases go by exact forms; of a stem only the page matters, so it has one place a page, and
      // none in a document of one page: most papers, and half of the largest table.
      if (pages == 1) {
        document.add_term(stem_term);
      } else {
        document.add_posting(stem_term, position_of(page, 0));
      }
    }
  }
};

IndexWriter::IndexWriter(const boost::filesystem::path& generation, std::uint64_t memory_limit) {
  with_xapian([&] {
    state_ = std::make_unique<State>(generation, memory_limit);
    const std::int64_t format = state_->number(kFormatKey);
    if (format == 0 && state_->database.get_doccount() == 0) {
      state_->database.begin_transaction();
      state_->database.set_metadata(std::string(kFormatKey), std::to_string(kIndexFormat));
      return;
    }
    check_format(state_->database);
    state_->database.begin_transaction();
  });
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::put(const IndexedDocument& source) {
  with_xapian([&] {
    Xapian::Document document;
    for (std::size_t i = 0; i < source.pages.size(); ++i) {
      state_->add_page(document, i + 1, source.pages.size(), source.pages[i]);
    }
    const std::string accession = fold(to_valid_utf8(source.accession));
    document.add_boolean_term(term_of(FieldId::document, std::to_string(source.id.value)));
    if (!accession.empty()) {
      document.add_boolean_term(term_of(FieldId::accession, accession));
    }
    state_->card_terms.add(document, source);
    document.add_value(static_cast<unsigned>(Slot::accession), accession);
    document.add_value(static_cast<unsigned>(Slot::accepted_at), to_text(source.accepted_at));
    document.set_data(
        to_bytes(IndexRecord{to_valid_utf8(source.accession), static_cast<int>(source.pages.size()),
                             source.accepted_at}));
    state_->held += kBytesOfPosting * document.termlist_count();
    state_->database.replace_document(docid_of(source.id), document);
    if (state_->held >= state_->memory_limit) state_->flush();
  });
}

void IndexWriter::remove(DocumentId document) {
  with_xapian([&] {
    try {
      const Xapian::docid id = docid_of(document);
      // Removing takes every posting of the document out again.
      state_->held += kBytesOfPosting * state_->database.get_document(id).termlist_count();
      state_->database.delete_document(id);
    } catch (const Xapian::DocNotFoundError&) {
      return;  // not indexed: removed already
    }
    if (state_->held >= state_->memory_limit) state_->flush();
  });
}

void IndexWriter::commit(EntryNumber position) {
  with_xapian([&] {
    state_->database.set_metadata(std::string(kPositionKey), std::to_string(position));
    state_->database.set_metadata(std::string(kRebuiltKey), "");
    state_->database.set_metadata(std::string(kRebuildHeadKey), "");
    state_->flush();
  });
}

void IndexWriter::commit(const Checkpoint& checkpoint) {
  with_xapian([&] {
    state_->database.set_metadata(std::string(kRebuiltKey), std::to_string(checkpoint.done.value));
    state_->database.set_metadata(std::string(kRebuildHeadKey), std::to_string(checkpoint.head));
    state_->flush();
  });
}

std::optional<IndexWriter::Checkpoint> IndexWriter::checkpoint() const {
  return with_xapian([&]() -> std::optional<Checkpoint> {
    if (state_->database.get_metadata(std::string(kRebuiltKey)).empty()) return std::nullopt;
    return Checkpoint{DocumentId{state_->number(kRebuiltKey)}, state_->number(kRebuildHeadKey)};
  });
}

EntryNumber IndexWriter::position() const {
  return with_xapian([&] { return state_->number(kPositionKey); });
}

std::int64_t IndexWriter::document_count() const {
  return with_xapian([&] { return static_cast<std::int64_t>(state_->database.get_doccount()); });
}

bool IndexWriter::contains(DocumentId document) const {
  return with_xapian([&] {
    return state_->database.term_exists(term_of(FieldId::document, std::to_string(document.value)));
  });
}

std::uint64_t IndexWriter::held() const { return state_->held; }

}  // namespace fonds
