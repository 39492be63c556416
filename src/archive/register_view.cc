#include "archive/register_view.h"

#include <mutex>

#include "catalogue/students.h"

namespace fonds {
namespace {

/// So many times as long as it took to build stays an index unchanged.
constexpr int kRest = 10;

}  // namespace

UnderstoodPaper RegisterView::understand(Database& catalogue,
                                         const std::vector<RecognisedPage>& pages,
                                         const std::optional<SheetCode>& in_front) {
  refresh(catalogue);
  const std::shared_lock lock(mutex_);
  return understanding_->understand(pages, day_here(clock_.now()), in_front);
}

bool RegisterView::rests() const { return understanding_ && clock_.now() < rests_until_; }

void RegisterView::refresh(Database& catalogue) {
  Students register_now(catalogue);
  const std::int64_t revision = register_now.revision();
  {
    const std::shared_lock lock(mutex_);
    if (revision == revision_ || rests()) return;
  }
  const std::unique_lock lock(mutex_);
  if (revision <= revision_ || rests()) return;  // another thread was first
  const Moment begun = clock_.now();
  std::vector<Student> students;
  register_now.each([&](Student&& student) { students.push_back(std::move(student)); });
  understanding_ =
      std::make_unique<const Understanding>(Extractor::of(kinds_()), students, own_names_);
  revision_ = revision;
  const Moment done = clock_.now();
  rests_until_ = done + kRest * (done - begun);
}

}  // namespace fonds
