#include "archive/volume_eraser.h"

#include <gmock/gmock.h>

#include "archive/destruction_fixture.h"
#include "archive/erasure_proof.h"
#include "base/error.h"

namespace fonds {
namespace {

using testing::IsEmpty;

/// The real disk, whose `n`-th change and, where it is lasting, all behind it fail. Catalogue and
/// index write past it; to kill them is tests/crash's.
class FailingDisk : public LocalDisk {
 public:
  enum class Trouble { once, lasting };
  FailingDisk(int n, Trouble trouble) : left_(n), trouble_(trouble) {}

  std::unique_ptr<WritableFile> create(const boost::filesystem::path& path) override {
    step();
    return LocalDisk::create(path);
  }
  void rename(const boost::filesystem::path& from, const boost::filesystem::path& to) override {
    step();
    LocalDisk::rename(from, to);
  }
  void sync_folder(const boost::filesystem::path& folder) override {
    step();
    LocalDisk::sync_folder(folder);
  }
  void remove(const boost::filesystem::path& path) override {
    step();
    LocalDisk::remove(path);
  }
  [[nodiscard]] bool has_failed() const { return failed_; }

 private:
  void step() {
    const bool strikes = --left_ == 0 || (left_ < 0 && trouble_ == Trouble::lasting);
    if (!strikes) return;
    failed_ = true;
    throw Error(Fault::io, "the disk failed", "this is a test");
  }
  int left_;
  Trouble trouble_;
  bool failed_ = false;
};

class VolumeEraserTest : public DestructionFixture,
                         public testing::WithParamInterface<FailingDisk::Trouble> {
 protected:
  /// An act whose papers are withdrawn and may be destroyed, in a new archive each time.
  struct Withdrawn : DestructionFixture {
    Withdrawn() {
      paper_ = filed("Звездоклюев");
      approve_act();
      withdraw();
    }
    void TestBody() override {}
    /// Carries the act out on a disk that fails at its `n`-th operation. False when it held.
    bool fails_at(int n, FailingDisk::Trouble trouble) {
      FailingDisk disk(n, trouble);
      const Archive::Ground shaky = ground();
      Archive archive({disk, shaky.clock, shaky.program}, folder());
      try {
        (void)ArchiveDestruction(archive).carry_out(archivist_, 1, {});
      } catch (const Error& error) {
        EXPECT_EQ(error.fault(), Fault::io) << error.what();
      }
      return disk.has_failed();
    }
    void expect_resumed() {
      if (state() != ActState::carried_out) {
        EXPECT_EQ(carry_out().act.state, ActState::carried_out);
      }
      EXPECT_THAT(proof_of_erasure(*archive_, 1).remains, IsEmpty());
      EXPECT_THAT(places_of("Звездоклюев"), IsEmpty());
      EXPECT_EQ(volume(paper_.volume).state, VolumeState::destroyed);
    }
    Filed paper_;
  };
};
INSTANTIATE_TEST_SUITE_P(OnADisk, VolumeEraserTest,
                         testing::Values(FailingDisk::Trouble::once,
                                         FailingDisk::Trouble::lasting));

TEST_P(VolumeEraserTest, AFailingDiskStopsItAndItGoesOn) {
  for (int n = 1;; ++n) {
    SCOPED_TRACE(n);
    ASSERT_LT(n, 100) << "never gets through";
    Withdrawn archive;
    if (!archive.fails_at(n, GetParam())) {
      EXPECT_GT(n, 5) << "hardly anything was tried";
      return;
    }
    archive.expect_resumed();
  }
}

TEST_F(VolumeEraserTest, ErasedAgainAVolumeStaysAsItIs) {
  const Filed paper = filed("Звездоклюев");
  approve_act();
  withdraw();
  const VolumeId id = volume(paper.volume).id;
  erase_volume(*archive_, archivist_, 1, id);
  erase_volume(*archive_, archivist_, 1, id);
  const Document card = Documents(archive_->catalogue()).find(paper.document.id).value();
  EXPECT_EQ(card.tombstone.value().date, "2024-11-20");
  EXPECT_EQ(volume(paper.volume).title, "");
}

}  // namespace
}  // namespace fonds
