#include "archive/portfolio.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "access/policy.h"
#include "archive/disclosure_forms.h"
#include "archive/read_log.h"
#include "archive/settings.h"
#include "archive/spool.h"
#include "base/digest.h"
#include "base/disk.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"
#include "forms/csv_text.h"
#include "forms/portfolio_form.h"
#include "ingest/zip_writer.h"
#include "pdf/joined_pdf.h"

namespace fonds {
namespace {

constexpr std::string_view kPdfName = "portfolio.pdf";

/// An unnamed file that is being filled, with its hash.
class Filling {
 public:
  explicit Filling(const Archive& archive) : file_(spool_file(archive.incoming())) {}
  void add(std::string_view bytes) {
    write_all(file_.get(), bytes);
    hash_.add(bytes);
    size_ += bytes.size();
  }
  void give(MadePortfolio& made) {
    rewind(file_.get());
    made.file = std::move(file_);
    made.size = size_;
    made.sha256 = hash_.finish();
  }

 private:
  UniqueFd file_;
  Sha256 hash_;
  std::uint64_t size_ = 0;
};

/// Gives all bytes of an open file to `take`, which returns nothing.
template <class Take>
void copy(int fd, std::string_view name, const Take& take) {
  constexpr std::size_t kPiece = 1 << 16;
  std::array<char, kPiece> buffer{};
  while (const std::size_t got = read_some(fd, buffer.data(), buffer.size(), name)) {
    take(std::string_view(buffer.data(), got));
  }
}

/// Of what is known, what stands between is `mark`.
std::string joined(const std::string& one, std::string_view mark, const std::string& other) {
  return one.empty() || other.empty() ? one + other : fmt::format("{}{}{}", one, mark, other);
}

PortfolioRow row_of(const PortfolioPaper& paper) {
  const DisclosedPaper& said = paper.said;
  PortfolioRow row;
  row.date = said.date;
  row.event = joined(said.event, ", ", said.nomination);
  row.level = paper.level;
  row.result = said.result;
  row.collective = said.collective;
  const std::string number = said.number.empty() ? "" : say(tr("No. {}"), said.number);
  row.document = joined(joined(said.kind, " ", number), "\n", paper.document.accession);
  return row;
}

/// One portfolio on its way.
class Binding {
 public:
  Binding(Archive& archive, Student student, PortfolioPapers found, const PortfolioChoice& choice)
      : archive_(archive), student_(std::move(student)), found_(std::move(found)), choice_(choice) {
    made_.student = student_.id;
    made_.undecided = found_.undecided;
    for (const PortfolioPaper& each : found_.papers) made_.papers.push_back(each.document.id);
  }

  MadePortfolio pdf() {
    bind();
    made_.file_name = fmt::format("portfolio-{}.pdf", student_.id.value);
    return std::move(made_);
  }

  MadePortfolio zip() {
    bind();
    const UniqueFd bound = std::move(made_.file);
    const Table list = list_of(fmt::format("{}", made_.size), made_.sha256);
    const Moment now = archive_.clock().now();
    Filling filling(archive_);
    ZipWriter writer([&](std::string_view bytes) { filling.add(bytes); });
    writer.begin(std::string(kPdfName), made_.size, now);
    copy(bound.get(), kPdfName, [&](std::string_view bytes) { writer.write(bytes); });
    const std::string text = csv_text(list);
    writer.begin(tr("list.csv"), text.size(), now);
    writer.write(text);
    for (const PortfolioPaper& each : found_.papers) add_originals(writer, each);
    writer.finish();
    filling.give(made_);
    made_.file_name = fmt::format("portfolio-{}.zip", student_.id.value);
    return std::move(made_);
  }

 private:
  /// Into an unnamed file, which goes to made_.
  void bind() {
    JoinedPdf papers;
    PortfolioFacts facts = facts_of();
    for (const PortfolioPaper& each : found_.papers) {
      facts.rows.push_back(row_of(each));
      const Document& document = each.document;
      if (!has_pictures(document)) continue;  // electronic: there is no picture of its pages
      while_doing(document.accession, [&] {
        facts.rows.back().pages =
            papers.add(archive_.derived().open(document.id, document.run, kAccessCopyFile));
      });
    }
    list_ = printed_portfolio(facts);
    Filling filling(archive_);
    made_.pages = papers.finish(list_.pdf, title_of_portfolio(student_.id.value),
                                [&](std::string_view bytes) { filling.add(bytes); });
    filling.give(made_);
  }

  PortfolioFacts facts_of() {
    PortfolioFacts facts;
    facts.institution = own_name(archive_.settings());
    facts.number = student_.id.value;
    facts.student = full_text(student_.name);
    if (choice_.birth_date) facts.birth_date = student_.birth_date;
    facts.period = period_in_words(choice_.from, choice_.to);
    facts.day = day_here(archive_.clock().now());
    return facts;
  }

  /// The table of the list, a line for each file, with what the file is called and its hash.
  Table list_of(const std::string& size, const std::string& sum) {
    const Table& printed = list_.tables.at(0);
    Table list;
    const auto complete = [&](TableRow row, std::vector<std::string> cells) {
      row.resize(printed.rows.at(0).size());
      row.insert(row.end(), cells.begin(), cells.end());
      list.rows.push_back(std::move(row));
    };
    complete(printed.rows.at(0), {tr("File"), tr("Size, bytes"), "SHA-256"});
    complete({}, {std::string(kPdfName), size, sum});
    for (std::size_t i = 0; i < found_.papers.size(); ++i) {
      const std::vector<Original>& originals = found_.papers[i].document.originals;
      for (std::size_t k = 0; k < originals.size(); ++k) {
        complete(printed.rows.at(i + 1), {place_of(found_.papers[i], static_cast<int>(k) + 1),
                                          std::to_string(originals[k].size), originals[k].sha256});
      }
    }
    return list;
  }

  static std::string place_of(const PortfolioPaper& paper, int which) {
    return "originals/" + file_name_of(paper, which);
  }

  /// As they were received; what is not so any more is never given.
  void add_originals(ZipWriter& writer, const PortfolioPaper& paper) {
    int which = 0;
    for (const Original& each : paper.document.originals) {
      const UniqueFd fd = archive_.originals().open(each.sha256);
      const auto damaged = [&] {
        return Error(Fault::corrupt, say(tr("the stored original {} is damaged"), each.sha256),
                     tr("restore it from a backup, then repeat; see `fonds check`"));
      };
      if (size_of(fd.get(), each.sha256) != static_cast<std::uint64_t>(each.size)) throw damaged();
      writer.begin(place_of(paper, ++which), static_cast<std::uint64_t>(each.size),
                   paper.document.accepted_at);
      Sha256 hash;
      copy(fd.get(), each.sha256, [&](std::string_view bytes) {
        hash.add(bytes);
        writer.write(bytes);
      });
      if (hash.finish() != each.sha256) throw damaged();
      ++made_.files;
    }
  }

  Archive& archive_;
  Student student_;
  PortfolioPapers found_;
  const PortfolioChoice& choice_;
  PrintedForm list_;
  MadePortfolio made_;
};

Binding begin(Archive& archive, const Actor& actor, StudentId student,
              const PortfolioChoice& choice) {
  const Viewer viewer(archive, actor);
  Student person = viewer.require_student(student);
  PortfolioPapers found = portfolio_papers(archive, viewer, person.id, choice);
  return {archive, std::move(person), std::move(found), choice};
}

/// Before a byte of it leaves.
MadePortfolio told(Archive& archive, const Actor& actor, std::string_view form,
                   MadePortfolio made) {
  nlohmann::ordered_json papers = nlohmann::ordered_json::array();
  for (const DocumentId each : made.papers) papers.push_back(each.value);
  nlohmann::ordered_json details{
      {"form", form}, {"papers", std::move(papers)}, {"pages", made.pages}};
  if (made.files > 0) details["files"] = made.files;
  details["sha256"] = made.sha256;
  Transaction transaction(archive.catalogue());
  Journal(archive.catalogue())
      .append(transaction, actor, "student.portfolio_taken", subject_of(made.student),
              details.dump());
  transaction.commit();
  return made;
}

}  // namespace

MadePortfolio ArchivePortfolio::pdf(const Actor& actor, StudentId student,
                                    const PortfolioChoice& choice) {
  archive_.policy().require(actor, Operation::read_document);
  archive_.policy().require(actor, Operation::read_achievements);
  return told(archive_, actor, "pdf", begin(archive_, actor, student, choice).pdf());
}

MadePortfolio ArchivePortfolio::zip(const Actor& actor, StudentId student,
                                    const PortfolioChoice& choice) {
  archive_.policy().require(actor, Operation::export_document);
  archive_.policy().require(actor, Operation::read_achievements);
  return told(archive_, actor, "zip", begin(archive_, actor, student, choice).zip());
}

}  // namespace fonds
