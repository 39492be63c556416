#include "archive/acts.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "archive/cases_fixture.h"
#include "archive/holds.h"
#include "archive/retention.h"

namespace fonds {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

class ActsTest : public CasesFixture {
 protected:
  ActsTest() {
    for (const char* day : {"2024-11-20", "2024-12-20"}) closed("02-03", day);
    clock_.set("2030-02-01T09:00:00.000Z");
  }
  std::string closed(const std::string& index, const std::string& day) {
    const std::string name = to_text(open(index, 2024).key);
    (void)filing().file(clerk_, name, paper("", day).accession);
    (void)cases().close(clerk_, name, {});
    return name;
  }
  ShownAct draw(const std::vector<std::string>& volumes = {}) {
    return acts().draw_up(archivist_, volumes);
  }
  ShownAct agree(std::int64_t number) {
    return acts().agree(archivist_, number, {"№ 2 от 14.01.2030", "№ 2 от 14.01.2030", true});
  }
  ShownAct approve(std::int64_t number, std::int64_t revision = 0) {
    return acts().approve(director_, number, {"7", CalendarDate{2030, 2, 1}, revision});
  }
  void hold(const std::string& volume) {
    (void)ArchiveHolds(*archive_).set(director_, {HoldSubject::volume, volume, "суд", {}});
  }
  static std::vector<std::string> units_of(const ShownAct& act) {
    std::vector<std::string> found;
    for (const ShownAct::Unit& each : act.units) found.push_back(to_text(each.key));
    return found;
  }
  ArchiveActs acts() { return ArchiveActs(*archive_); }
};

TEST_F(ActsTest, IsDrawnUpAgreedAndApproved) {
  const ShownAct drawn = draw();
  EXPECT_THAT(units_of(drawn), ElementsAre("02-03/2024/1", "02-03/2024/2"));
  EXPECT_EQ(drawn.act.state, ActState::draft);
  EXPECT_EQ(last_entry().event, "act.drawn_up");
  EXPECT_TRUE(may_go_on(drawn.gates));
  EXPECT_EQ(agree(1).act.state, ActState::agreed);
  EXPECT_EQ(last_entry().event, "act.agreed");
  const ShownAct approved = approve(1);
  EXPECT_EQ(approved.act.approved_by, "director");
  EXPECT_EQ(last_entry().event, "act.approved");
  // What is put on record of its end is still to come.
  for (const Gate& each : approved.gates) {
    const bool of_its_end = each.code > GateCode::nothing_holds;
    EXPECT_EQ(each.state, of_its_end ? GateState::open : GateState::passed) << name_of(each.code);
  }
  EXPECT_THAT(acts().list(director_), SizeIs(1));
  // Nothing is destroyed by it.
  EXPECT_EQ(cases().show(clerk_, "02-03/2024/1").volume.state, VolumeState::closed);
}

TEST_F(ActsTest, OnlyWhatMayBeDestroyedIsSelected) {
  closed("02-05", "2024-11-20");  // 10 years
  open("02-06", 2024);
  hold("02-03/2024/2");
  EXPECT_EQ(fault_of([&] { (void)draw({"02-05/2024/1"}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] { (void)draw({"02-06/2024/1"}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] {
              (void)draw({"02-03/2024/1", "02-03/2024/2"});
            }),
            Fault::usage)
      << "one that is held stops the whole act";
  EXPECT_THAT(units_of(draw()), ElementsAre("02-03/2024/1"));
  EXPECT_EQ(fault_of([&] { (void)draw(); }), Fault::not_found) << "all there is is in an act";
}

TEST_F(ActsTest, AVolumeIsInOneLivingAct) {
  (void)draw({"02-03/2024/1", "02-03/2024/1"});
  EXPECT_EQ(fault_of([&] { (void)draw({"02-03/2024/1"}); }), Fault::usage);
  EXPECT_THAT(units_of(draw()), ElementsAre("02-03/2024/2"));
  EXPECT_EQ(fault_of([&] { (void)cases().reopen(clerk_, "02-03/2024/1"); }), Fault::usage)
      << "it is bound to the act";
  EXPECT_EQ(acts().cancel(archivist_, 1).act.state, ActState::cancelled);
  EXPECT_EQ(fault_of([&] { (void)acts().cancel(archivist_, 1); }), Fault::usage);
  EXPECT_THAT(units_of(draw({"02-03/2024/1"})), ElementsAre("02-03/2024/1"));
}

TEST_F(ActsTest, AHoldSetMeanwhileStopsIt) {
  (void)draw();
  hold("02-03/2024/1");
  EXPECT_EQ(fault_of([&] { (void)agree(1); }), Fault::usage);
  EXPECT_EQ(acts().show(director_, 1).act.state, ActState::draft);
  (void)ArchiveHolds(*archive_).lift(director_, 1, "окончено");
  (void)agree(1);
  hold("02-03/2024/2");
  EXPECT_EQ(fault_of([&] { (void)approve(1); }), Fault::usage);
  const ShownAct stopped = acts().show(director_, 1);
  EXPECT_EQ(stopped.act.state, ActState::agreed);
  EXPECT_THAT(stopped.gates.at(static_cast<std::size_t>(GateCode::nothing_holds)).units,
              ElementsAre(VolumeKey{2024, "02-03", 2}));
}

/// A card may be read anew after its volume was closed: the term is not over before its paper's is.
TEST_F(ActsTest, APaperThatTurnsOutToBeYoungerStopsIt) {
  (void)draw();
  PaperReading reading;
  reading.date = sure(date_span_from("2025-01-10").value());
  Transaction transaction(archive_->catalogue());
  store_reading(transaction, recognition_actor(), {1}, 2, reading, {});
  transaction.commit();
  EXPECT_EQ(fault_of([&] { (void)agree(1); }), Fault::usage);
  const ShownAct stopped = acts().show(director_, 1);
  EXPECT_THAT(stopped.gates.at(static_cast<std::size_t>(GateCode::term_over)).units,
              ElementsAre(VolumeKey{2024, "02-03", 1}));
  (void)acts().cancel(archivist_, 1);
  EXPECT_EQ(fault_of([&] { (void)draw({"02-03/2024/1"}); }), Fault::usage);
  EXPECT_EQ(ArchiveRetention(*archive_).explain(archivist_, "02-03/2024/1").at(0).verdict.state,
            VerdictState::running);
}

TEST_F(ActsTest, NoStepIsLeftOut) {
  (void)draw();
  EXPECT_EQ(fault_of([&] { (void)approve(1); }), Fault::usage) << "no commission has agreed";
  EXPECT_EQ(fault_of([&] {
              (void)acts().agree(archivist_, 1, {"№ 2", " ", true});
            }),
            Fault::usage)
      << "nobody speaks for the inventories";
  EXPECT_EQ(fault_of([&] { (void)acts().agree(archivist_, 1, {"", "№ 2", true}); }), Fault::usage);
  EXPECT_EQ(fault_of([&] {
              (void)acts().agree(archivist_, 1, {"№ 2", "№ 1", false});
            }),
            Fault::usage)
      << "nobody says that it was one meeting";
  EXPECT_EQ(agree(1).act.revision, 2);
  EXPECT_EQ(fault_of([&] { (void)agree(1); }), Fault::usage) << "again";
  EXPECT_EQ(fault_of([&] {
              (void)acts().approve(director_, 1, {"7", CalendarDate{2030, 2, 2}, 0});
            }),
            Fault::usage)
      << "a day to come";
  EXPECT_EQ(
      fault_of([&] {
        (void)acts().approve({"local", Role::director}, 1, {"7", CalendarDate{2030, 2, 1}, 0});
      }),
      Fault::denied)
      << "its author";
  EXPECT_EQ(fault_of([&] { (void)approve(1, 1); }), Fault::busy) << "it was changed meanwhile";
  (void)approve(1, 2);
  EXPECT_EQ(fault_of([&] { (void)approve(1); }), Fault::usage) << "again";
}

TEST_F(ActsTest, OfTwoWhoDecideAtOnceOneDoes) {
  (void)draw();
  (void)agree(1);
  std::atomic<int> done = 0;
  const auto attempt = [&](const std::function<void(ArchiveActs&)>& action) {
    const auto other = archive_->reopen();
    ArchiveActs there(*other);
    try {
      action(there);
      ++done;
    } catch (const Error& error) {
      EXPECT_TRUE(error.fault() == Fault::usage || error.fault() == Fault::busy);
    }
  };
  std::thread approver([&] {
    attempt([&](ArchiveActs& there) {
      (void)there.approve(director_, 1, {"7", CalendarDate{2030, 2, 1}, 2});
    });
  });
  std::thread second([&] {
    attempt([&](ArchiveActs& there) {
      (void)there.approve({"deputy", Role::director}, 1, {"8", CalendarDate{2030, 2, 1}, 2});
    });
  });
  approver.join();
  second.join();
  EXPECT_EQ(done, 1);
  EXPECT_EQ(acts().show(director_, 1).act.revision, 3);
}

TEST_F(ActsTest, AnActThatIsNotThereIsNotFound) {
  EXPECT_EQ(fault_of([&] { (void)acts().show(director_, 5); }), Fault::not_found);
  EXPECT_EQ(fault_of([&] { (void)acts().cancel(archivist_, 5); }), Fault::not_found);
}

}  // namespace
}  // namespace fonds
