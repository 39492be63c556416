#include "web/pages/portfolio.h"

#include "web/form_answers.h"
#include "web/routes.h"
#include "web/student_model.h"

namespace fonds {
namespace {

/// As the form of the student's page has it, or a link.
PortfolioWishes wishes_typed(const Visit& visit) {
  PortfolioWishes wishes;
  wishes.year = text_typed(visit, "year");
  wishes.from = text_typed(visit, "from");
  wishes.to = text_typed(visit, "to");
  wishes.scope = text_typed(visit, "scope");
  wishes.papers = visit.request.values("paper");
  wishes.birth_date = visit.request.value("birth_date") == "yes";
  return wishes;
}

Response give_pdf(Visit& visit) {
  return portfolio_download(visit, student_of(visit, "student"), PortfolioForm::pdf,
                            wishes_typed(visit));
}

Response give_zip(Visit& visit) {
  return portfolio_download(visit, student_of(visit, "student"), PortfolioForm::zip,
                            wishes_typed(visit));
}

}  // namespace

Response portfolio_download(Visit& visit, StudentId student, PortfolioForm form,
                            const PortfolioWishes& wishes) {
  ArchivePortfolio portfolio(visit.archive());
  const PortfolioChoice choice = portfolio_choice(visit.archive().words(), wishes);
  const bool zip = form == PortfolioForm::zip;
  MadePortfolio made = zip ? portfolio.zip(visit.actor(), student, choice)
                           : portfolio.pdf(visit.actor(), student, choice);
  Response response;
  response.file = std::move(made.file);
  response.set("Content-Type", zip ? "application/zip" : "application/pdf");
  response.set("Content-Disposition", content_disposition("attachment", made.file_name));
  return response;
}

std::vector<Route> portfolio_routes() {
  return {
      {Method::get, "/students/{student}/portfolio.pdf", Door::signed_in, Operation::read_document,
       &give_pdf},
      {Method::get, "/students/{student}/portfolio.zip", Door::signed_in,
       Operation::export_document, &give_zip},
  };
}

}  // namespace fonds
