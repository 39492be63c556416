#include "web/disclosure_files.h"

#include "support/fault_of.h"
#include "web/disclosure_desk.h"

namespace fonds {
namespace {

using ::testing::StartsWith;

class DisclosureFiles : public DisclosureDesk {
 protected:
  DisclosureFiles() {
    (void)opened(by_mother());
    visit_.session = OpenSession{sign_in_as(Role::archivist), ""};
  }
  const Request request_{};
  Workplace place_{archive().reopen(), site()};
  Visit visit_{request_, place_};
};

TEST_F(DisclosureFiles, TheExtractIsOnRecordBeforeItIsGiven) {
  using Repeat = ArchiveDisclosures::Repeat;
  EXPECT_EQ(fault_of([&] { extract_download(visit_, 1, "", Repeat::refuse); }), Fault::usage)
      << "nobody approved it";
  const Response given = extract_download(visit_, 1, "директор, 12.03.2026", Repeat::refuse);
  EXPECT_THAT(given.body, StartsWith("%PDF"));
  EXPECT_EQ(ArchiveDisclosures(archive()).list(visit_.actor(), {}).at(0).disclosure.state,
            DisclosureState::issued);
  EXPECT_EQ(fault_of([&] { extract_download(visit_, 1, "", Repeat::refuse); }), Fault::usage);
}

TEST_F(DisclosureFiles, TheRegisterHoldsWhatTheFilterLeaves) {
  DisclosureFilter refused;
  refused.state = DisclosureState::refused;
  EXPECT_NE(register_form(visit_, {}).pdf, register_form(visit_, refused).pdf);
}

}  // namespace
}  // namespace fonds
