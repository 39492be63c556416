/// CasesContractFixture: a nomenclature, volumes and papers in the catalogue of each engine.
///
/// Threads: of the test.
#pragma once

#include <string>

#include "catalogue/documents.h"
#include "catalogue/nomenclatures.h"
#include "catalogue/volumes.h"
#include "catalogue_fixture.h"

namespace fonds {

class CasesContractFixture : public CatalogueFixture {
 protected:
  void SetUp() override {
    CatalogueFixture::SetUp();
    in_transaction([&](Transaction& transaction) {
      for (const int year : {2024, 2025}) {
        Nomenclature list;
        list.year = year;
        Nomenclatures(database()).put_draft(transaction, actor_, list);
      }
    });
  }
  template <class Action>
  void in_transaction(const Action& action) {
    Transaction transaction(database());
    action(transaction);
    transaction.commit();
  }
  Volumes volumes() { return Volumes(database()); }
  VolumeId volume(int year, const std::string& index, VolumeId matter = {}, StudentId of = {}) {
    Volume made;
    made.key = {year, index, 0};
    made.matter = matter;
    made.student = of;
    made.opened_on = {year, 1, 15};
    VolumeId id;
    in_transaction([&](Transaction& t) { id = volumes().add(t, actor_, made); });
    return id;
  }
  void close(VolumeId id, const CalendarDate& last_day) {
    Volume now = volumes().find(id).value();
    now.state = VolumeState::closed;
    now.closed_on = last_day;
    now.first_day = last_day;
    now.last_day = last_day;
    now.sheets = 7;
    in_transaction([&](Transaction& t) { volumes().update(t, actor_, now); });
  }
  DocumentId paper() {
    DocumentId id;
    in_transaction([&](Transaction& t) {
      Documents documents(database());
      id = documents.add(t, documents.add_intake(t, "file", ""), {original()}).id;
    });
    return id;
  }
  void file(VolumeId into, DocumentId document, int sheets = 1) {
    in_transaction([&](Transaction& t) { volumes().file(t, actor_, into, document, sheets); });
  }
};

}  // namespace fonds
