#include "cli/portfolio_talk.h"

#include <boost/filesystem/path.hpp>

#include "archive/portfolio.h"
#include "archive/student_choice.h"
#include "base/messages.h"
#include "base/text.h"
#include "cli/output_file.h"
#include "cli/verb.h"

namespace fonds {
namespace {

struct PortfolioCall {
  std::string student;
  std::string output;
  PortfolioWishes wishes;
};

/// As the name of the file says.
bool is_zip(const std::string& output) {
  const std::string ending =
      fold(to_valid_utf8(boost::filesystem::path(output).extension().string()));
  if (ending == ".zip") return true;
  if (ending == ".pdf") return false;
  throw Error(Fault::usage, say(tr("{} is named neither as a PDF nor as a ZIP"), printable(output)),
              tr("let the name end with .pdf or .zip"));
}

void print_made(const Session& session, const MadePortfolio& made) {
  if (session.json) {
    Json papers = Json::array();
    for (const DocumentId each : made.papers) papers.push_back(each.value);
    return print(Json{{"student", made.student.value},
                      {"papers", std::move(papers)},
                      {"pages", made.pages},
                      {"files", made.files},
                      {"size", made.size},
                      {"sha256", made.sha256},
                      {"undecided", made.undecided}});
  }
  print(say(tr("Papers: {}, pages: {}"), made.papers.size(), made.pages));
  if (made.undecided > 0) {
    tell(session,
         say(tr("Left out until a person has decided: {} (`fonds review list`)."), made.undecided));
  }
}

int make(Session& session, const PortfolioCall& call) {
  const bool zip = is_zip(call.output);
  expect_new_file(call.output);  // before the journal says that it was taken out
  Archive archive = session.open_archive();
  const Operation operation = zip ? Operation::export_document : Operation::read_document;
  const StudentId student = student_meant(archive, session.actor, operation, call.student);
  const PortfolioChoice choice = portfolio_choice(archive.words(), call.wishes);
  ArchivePortfolio portfolio(archive);
  const MadePortfolio made = zip ? portfolio.zip(session.actor, student, choice)
                                 : portfolio.pdf(session.actor, student, choice);
  write_new_file(session, call.output,
                 [&](const ByteSink& sink) { copy_all(made.file.get(), sink); });
  print_made(session, made);
  return kExitDone;
}

}  // namespace

void define_portfolio(CLI::App& student, Session& session) {
  const auto verb = define_verb<PortfolioCall>(student, session, "portfolio", make);
  PortfolioCall& call = *verb.call;
  verb.app->add_option("STUDENT", call.student)->required();
  verb.app->add_option("-o,--out", call.output)->required();
  verb.app->add_option("--year", call.wishes.year);
  verb.app->add_option("--from", call.wishes.from);
  verb.app->add_option("--to", call.wishes.to);
  verb.app->add_option("--scope", call.wishes.scope);
  verb.app->add_option("--paper", call.wishes.papers)->allow_extra_args(false);
  verb.app->add_flag("--birth-date", call.wishes.birth_date);
}

}  // namespace fonds
