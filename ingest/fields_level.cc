#include "ingest/fields_level.h"

#include <algorithm>
#include <string>

#include "base/messages.h"
#include "base/text.h"

namespace fonds {
namespace {

/// Words that may stand between a level word and its noun: adjectives, ordinals, brackets.
constexpr const char* kBetween =
    R"((?:[\s("]{1,2}(?:\p{L}*-?\p{L}{2,}(?:ого|его|ому|ему|ий|ый|ой|ом|ем|ая|яя|ей|ую|юю|ые|ие|ых|их|ым|им|ыми|ими|ое|ее)|)"
    R"([ivxlп\d]{1,5}(?:-\p{L}{1,3})?|онлайн|и|с|[(][^)\n]{1,40}[)])[")]?){0,5})";

std::string contest_expression(const std::string& adjectives, const std::string& noun) {
  return "(?:" + adjectives + ")[)]?" + kBetween + R"([\s(-]{1,3}(?:)" + noun + ")";
}

/// "в рамках Всероссийского проекта": bytes between.
constexpr std::size_t kNearHonour = 12;

/// Several contests at once are what a jury member or a teacher boasts of.
bool is_several(std::string_view words) {
  static const Pattern kSeveral(
      R"((?:ых|их)\s(?:.*\s)?(?:\p{L}*конкурсов|\p{L}*фестивалей|олимпиад|выставок|турниров|конференций|форумов|чемпионатов)$)");
  return kSeveral.find(PatternText(words)).has_value();
}

/// Whether one of `words` stands at most `within` bytes and one line before `at`.
bool shortly_before(const PaperText& text, const std::vector<TextSpan>& words, std::size_t at,
                    std::size_t within) {
  const std::size_t line = text.line_at(at);
  return std::any_of(words.begin(), words.end(), [&](const TextSpan& span) {
    return span.begin < at && at - std::min(at, span.end) <= within &&
           line - text.line_at(span.begin) <= 1;
  });
}

/// The noun, its title in quotes, whose it is: «спартакиада учреждений … города», «слет "Тропа"
/// школ района». One institution of the area is no area.
std::string area_expression(const std::string& noun, const std::string& areas) {
  constexpr const char* kTheirs =
      R"((?:школ|учреждений|организаций|команд|коллективов|школьников|учащихся|обучающихся|воспитанников|детей|молодежи)(?!\p{L}))";
  return "(?:" + noun + R"()(?:(?:\s"[^"\n]{2,60}")?\s)" + kTheirs + R"((?:\s\p{L}+){0,3}?|)" +
         R"((?:\s(?!центр|дом|двор|школы|учрежд|студи|клуб|объединен|станци|библиот|музе|институт|университет)\p{L}+){0,3}?)\s(?:)" +
         areas + R"()(?!\p{L}))";
}

}  // namespace

LevelFinder::LevelFinder(const DataTable& table, const DataTable& event, double threshold)
    : later_(pattern_of(table, "later")),
      honour_(pattern_of(table, "honour")),
      neutral_(pattern_of(table, "neutral")),
      within_(static_cast<std::size_t>(table.number("within"))),
      threshold_(threshold),
      stems_(table.texts("stems")) {
  for (const std::string& stem : stems_) {
    if (stem.size() % 2 != 0 || stem.size() < 14) {
      table.refuse(say(tr("'{}' cannot be put right"), stem),
                   tr("write at least seven small Russian letters"));
    }
  }
  table.expect_only({"stems", "later", "within", "honour", "neutral", "unclear", "scale"});
  for (const DataTable& entry : table.tables("scale")) add_scale(entry, event);
  if (!table.has("unclear")) return;
  Scale scale;
  scale.patterns[0] = word_pattern(contest_expression(table.text("unclear"), event.text("stage")));
  scale.patterns[1] = word_pattern(contest_expression(table.text("unclear"), event.text("noun")));
  scales_.push_back(std::move(scale));
}

void LevelFinder::add_scale(const DataTable& entry, const DataTable& event) {
  entry.expect_only({"level", "adjectives", "areas", "phrases", "issuers"});
  Scale scale;
  scale.level = level_from(entry.text("level"));
  if (!scale.level) {
    entry.refuse(say(tr("there is no level '{}'"), entry.text("level")), tr("correct it"));
  }
  const std::string& adjectives = entry.text("adjectives");
  scale.patterns[0] = word_pattern(contest_expression(adjectives, event.text("stage")));
  scale.patterns[1] = word_pattern(contest_expression(adjectives, event.text("noun")));
  if (entry.has("phrases")) scale.patterns[2] = pattern_of(entry, "phrases");
  if (entry.has("areas")) {
    scale.patterns[3] = word_pattern(area_expression(event.text("noun"), entry.text("areas")));
  }
  if (entry.has("issuers")) scale.issuers = pattern_of(entry, "issuers");
  scales_.push_back(std::move(scale));
}

std::optional<LevelFinder::Found> LevelFinder::first(const Paper& paper,
                                                     const PatternText& mended_text,
                                                     Evidence evidence,
                                                     const std::vector<TextSpan>& later,
                                                     const std::vector<TextSpan>& honour) const {
  static constexpr std::array<double, kEvidences> kConfidence{0.96, 0.93, 0.9, 0.7};
  const auto kind = static_cast<std::size_t>(evidence);
  std::optional<Found> best;
  for (const Scale& scale : scales_) {
    if (!scale.patterns[kind]) continue;
    for (const PatternMatch& match : scale.patterns[kind]->find_all(mended_text)) {
      const TextSpan span = match.whole;
      if (best && best->span.begin <= span.begin) break;
      if (is_several(paper.text.folded(span))) continue;
      if (shortly_before(paper.text, later, span.begin, 2 * within_)) continue;
      if (shortly_before(paper.text, honour, span.begin, 2 * kNearHonour)) continue;
      best = Found{scale.level, span, kConfidence[kind], {}};
      break;
    }
  }
  return best;
}

bool LevelFinder::has_unread_stage(const PaperText& text, TextSpan span) const {
  static const Pattern kStage(R"((?<word>\S+)\s(?:этап|тур)\p{L}{0,3}\s$)");
  const std::size_t line = text.line_at(span.begin);
  const std::size_t from = text.lines()[line - std::min<std::size_t>(line, 1)].span.begin;
  const PatternText before(text.folded({from, span.begin}));
  const auto stage = kStage.find(before);
  if (!stage) return false;
  const TextSpan word = *stage->groups[kStage.group("word")];
  const auto neutral = neutral_.find(before, word.begin);
  return !neutral || neutral->whole.begin != word.begin;
}

Decision<Level> LevelFinder::by_issuer(const Decision<std::string>& issuer) const {
  constexpr double kGuess = 0.62;  // a person looks at it (review.toml)
  Decision<Level> decision;
  if (!issuer.value) return decision;
  const std::string folded = fold(*issuer.value);
  const PatternText name(folded);
  const auto scale = std::find_if(scales_.begin(), scales_.end(), [&](const Scale& each) {
    return each.level && each.issuers && each.issuers->find(name);
  });
  if (scale == scales_.end()) return decision;
  decision.confidence = kGuess;
  decision.reasons.push_back(
      {tr_later("nothing says its level, but «{}» gives it"), {*issuer.value}});
  decision.source = issuer.source;
  if (decision.confidence >= threshold_) decision.value = scale->level;
  return decision;
}

Decision<Level> LevelFinder::find(const Paper& paper, const Decision<std::string>& issuer) const {
  static constexpr std::array<const char*, kEvidences> kWhy{
      tr_later("«{}» names the stage"), tr_later("«{}» names the level"),
      tr_later("«{}» says among whom"), tr_later("«{}» says how far it reaches")};
  Decision<Level> own;
  if (paper.kind != nullptr && paper.kind->own_level) {
    own.value = Level::institution;
    own.confidence = 0.9;
    own.reasons.push_back({tr_later("such papers are about the institution itself"), {}});
    return own;
  }
  const std::vector<TextSpan> later = spans_of(later_, paper.text);
  const std::vector<TextSpan> honour = spans_of(honour_, paper.text);
  const PatternText mended_text(mended(paper.text, stems_));
  for (std::size_t i = 0; i < kEvidences; ++i) {
    auto found = first(paper, mended_text, static_cast<Evidence>(i), later, honour);
    if (!found) continue;
    Finding<Level> finding{found->value.value_or(Level::institution),
                           found->span,
                           found->value ? found->confidence : 0,
                           {}};
    finding.reasons.push_back({kWhy[i], {paper.text.printed(found->span)}});
    if (static_cast<Evidence>(i) == Evidence::contest &&
        has_unread_stage(paper.text, found->span)) {
      finding.confidence = 0;
      finding.reasons.push_back({tr_later("the stage before it could not be read"), {}});
    }
    return decide(paper.text, std::move(finding), threshold_);
  }
  return paper.has_form(SheetForm::award) ? by_issuer(issuer) : Decision<Level>{};
}

}  // namespace fonds
