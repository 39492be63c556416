#include "ingest/csv.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::array kSeparators{';', ',', '\t'};
constexpr std::size_t kSampleRows = 50;
constexpr std::size_t kSampleBytes = 256U << 10;

/// Whether most letters beyond ASCII came through `repaired`, so that the file is UTF-8 with damage
/// and not a code page.
bool mostly_utf8(std::string_view repaired) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < repaired.size(); ++at) {
    if (static_cast<unsigned char>(repaired[at]) < 0xC2) continue;
    ++(repaired.substr(at, kReplacement.size()) == kReplacement ? bad : good);
  }
  return good > bad;
}

/// Parts text into records.
class CsvParser {
 public:
  /// Called with each record and its number; false ends the parsing.
  using OnRecord = std::function<bool(TableRow&&)>;

  CsvParser(std::string_view text, char separator) : text_(text), separator_(separator) {}

  /// The number of the record in which a quote was opened that never closed.
  std::optional<std::size_t> run(const OnRecord& on_record) {
    while (at_ < text_.size()) {
      ++number_;
      TableRow record;
      bool more = true;
      while (more) {
        std::string cell;
        if (!take_cell(cell)) return number_;
        record.push_back(std::move(cell));
        more = at_ < text_.size() && text_[at_] == separator_;
        if (more) ++at_;
      }
      take_line_end();
      if (!on_record(std::move(record))) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool at_cell_end() const {
    const char c = text_[at_];
    return c == separator_ || c == '\n' || c == '\r';
  }

  /// False when its quote does not close.
  bool take_cell(std::string& cell) {
    if (at_ < text_.size() && text_[at_] == '"' && !take_quoted(cell)) return false;
    while (at_ < text_.size() && !at_cell_end()) cell += text_[at_++];
    return true;
  }

  bool take_quoted(std::string& cell) {
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] != '"') {
        cell += text_[at_];
      } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
        cell += text_[++at_];
      } else {
        ++at_;
        return true;
      }
    }
    return false;
  }

  void take_line_end() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
};

/// How many cells more than one the rows of the most usual width have together.
std::size_t evenness(std::string_view sample, char separator) {
  std::map<std::size_t, std::size_t> rows_by_width;
  std::size_t rows = 0;
  CsvParser(sample, separator).run([&](TableRow&& record) {
    ++rows_by_width[record.size()];
    return ++rows < kSampleRows;
  });
  std::size_t best = 0;
  for (const auto& [width, count] : rows_by_width) best = std::max(best, count * (width - 1));
  return best;
}

char separator_of(std::string_view text) {
  const std::string_view sample = text.substr(0, kSampleBytes);
  char best = kSeparators.front();
  std::size_t most = 0;
  for (const char separator : kSeparators) {
    const std::size_t score = evenness(sample, separator);
    if (score <= most) continue;
    most = score;
    best = separator;
  }
  return best;
}

/// "sep=;" in the first line, as Excel writes it; taken off `text` but for its line end, so that
/// rows keep their numbers.
std::optional<char> take_declared_separator(std::string_view& text) {
  if (!text.starts_with("sep=") || text.size() < 6) return std::nullopt;
  if (text[5] != '\n' && text[5] != '\r') return std::nullopt;
  const char declared = text[4];
  text.remove_prefix(5);
  return declared;
}

}  // namespace

std::string decode_text_file(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return decode(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return decode(bytes.substr(2), "UTF-16BE");
  if (bytes.starts_with("\xEF\xBB\xBF")) return to_valid_utf8(bytes.substr(3));
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string repaired = to_valid_utf8(bytes);
  return mostly_utf8(repaired) ? repaired : decode_file_name(bytes);
}

void read_csv(std::string_view bytes, TableBuilder& builder) {
  const std::string decoded = decode_text_file(bytes);
  std::string_view text = decoded;
  if (text.find('\0') != std::string_view::npos) {
    throw Error(Fault::usage, tr("this is neither a spreadsheet nor a text file"),
                tr("save the table as XLSX, ODS or CSV"));
  }
  const std::optional<char> declared = take_declared_separator(text);
  CsvParser parser(text, declared ? *declared : separator_of(text));
  builder.sheet("");
  const auto open_quote = parser.run([&](TableRow&& record) {
    builder.row(std::move(record));
    return true;
  });
  if (open_quote) {
    throw Error(Fault::corrupt,
                say(tr("row {}: a quotation mark is opened and never closed"), *open_quote),
                tr("close it, or save the table anew from the program it came from"));
  }
}

}  // namespace fonds
