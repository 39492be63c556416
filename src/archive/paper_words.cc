#include "archive/paper_words.h"

#include "base/messages.h"

namespace fonds {

std::string state_title(const Document& document) {
  if (document.tombstone) {
    const bool gone = document.tombstone->gone;
    return say(gone ? tr("destroyed by act {}") : tr("withdrawn by act {}"),
               document.tombstone->act);
  }
  if (is_parted(document)) return tr("parted into its papers");
  switch (document.state) {
    case DocumentState::accepted:
      return tr("accepted, waits for recognition");
    case DocumentState::recognised:
      return tr("recognised");
    case DocumentState::quarantined:
      return tr("quarantined");
  }
  return {};
}

std::string in_words(PageWarning warning) {
  switch (warning) {
    case PageWarning::blank:
      return tr("nothing is on it");
    case PageWarning::upside_down:
      return tr("it lay head down; it is shown upright");
    case PageWarning::cut_off:
      return tr("writing goes on beyond its edge: scan it again, lying straight");
    case PageWarning::faint:
      return tr("it came out faint: scan it again, darker");
  }
  return {};
}

const char* title_of(VolumeState state) {
  switch (state) {
    case VolumeState::open:
      return tr("open");
    case VolumeState::closed:
      return tr("closed");
    case VolumeState::transferred:
      return tr("transferred");
    case VolumeState::destroyed:
      return tr("destroyed");
  }
  return "";
}

std::string in_words(const InboxPaper& paper) {
  const VolumeKey& key = paper.key;
  switch (paper.placing) {
    case Placing::ready:
      return key.number == 0 ? say(tr("→ {}, a new volume"), to_text(key)) : "→ " + to_text(key);
    case Placing::unread:
      return tr("not recognised yet");
    case Placing::no_case:
      return tr("the case is not known for sure");
    case Placing::no_date:
      return say(tr("case {}; the date is not known for sure"), key.index);
    case Placing::no_nomenclature:
      return say(tr("case {}; there is no approved nomenclature of {}"), key.index, key.year);
    case Placing::no_item:
      return say(tr("the nomenclature of {} has no index {}"), key.year, key.index);
    case Placing::several_volumes:
      return say(tr("{}: say which volume"), to_text(key));
    case Placing::volume_closed:
      return say(tr("{}: its volumes are closed"), to_text(key));
  }
  return {};
}

std::string in_words(FilingNote note) {
  switch (note) {
    case FilingNote::thick:
      return tr("the volume has more sheets than it should: `fonds case split`");
    case FilingNote::other_year:
      return tr("the paper's date is not of the volume's year");
  }
  return {};
}

}  // namespace fonds
