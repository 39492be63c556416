#include "pdf/page_watcher.h"

#include <algorithm>
#include <set>

namespace fonds {
namespace {

constexpr std::size_t kMostOperands = 64;
constexpr std::size_t kMostSaved = 64;
constexpr double kSlack = 1;  // points a clip may cut off unseen

bool contains(const Corners& outer, const Corners& inner) {
  return outer.left <= inner.left + kSlack && outer.bottom <= inner.bottom + kSlack &&
         outer.right >= inner.right - kSlack && outer.top >= inner.top - kSlack;
}

Corners common(const Corners& a, const Corners& b) {
  return {std::max(a.left, b.left), std::max(a.bottom, b.bottom), std::min(a.right, b.right),
          std::min(a.top, b.top)};
}

bool is_one_of(const std::string& op, const std::set<std::string>& set) {
  return set.count(op) != 0;
}

const std::set<std::string> kState{"q",  "Q", "cm",  "gs",  "w",   "J",  "j",  "M",  "d",
                                   "ri", "i", "BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"};
const std::set<std::string> kPath{"re", "m", "l", "h", "W", "W*", "n"};
const std::set<std::string> kColour{"g", "rg", "k", "cs", "sc", "scn",
                                    "G", "RG", "K", "CS", "SC", "SCN"};
const std::set<std::string> kText{"BT", "ET", "Tr", "Tf", "Td", "TD", "Tm",
                                  "T*", "Tc", "Tw", "Tz", "TL", "Ts"};
const std::set<std::string> kTextShown{"Tj", "TJ", "'", "\""};

}  // namespace

PageWatcher::PageWatcher(const QPDFObjectHandle& resources, const Corners& visible)
    : resources_(resources), visible_(visible) {}

std::optional<ShownPicture> PageWatcher::picture() const {
  return refused_ ? std::nullopt : picture_;
}

void PageWatcher::handleObject(QPDFObjectHandle object, std::size_t /*offset*/,
                               std::size_t /*length*/) {
  if (refused_) {
    terminateParsing();
  } else if (object.isOperator()) {
    run(object.getOperatorValue());
    operands_.clear();
  } else if (object.isInlineImage() || operands_.size() >= kMostOperands) {
    give_up();
  } else {
    operands_.push_back(object);
  }
}

std::optional<std::vector<double>> PageWatcher::numbers(std::size_t count) const {
  if (operands_.size() < count) return std::nullopt;
  std::vector<double> values;
  for (std::size_t i = operands_.size() - count; i < operands_.size(); ++i) {
    QPDFObjectHandle operand = operands_[i];
    if (!operand.isNumber()) return std::nullopt;
    values.push_back(operand.getNumericValue());
  }
  return values;
}

void PageWatcher::run(const std::string& op) {
  if (is_one_of(op, kState)) {
    run_state(op);
  } else if (is_one_of(op, kPath)) {
    run_path(op);
  } else if (is_one_of(op, kColour)) {
    run_colour(op);
  } else if (is_one_of(op, kText)) {
    run_text(op);
  } else if (is_one_of(op, kTextShown)) {
    if (!now_.invisible_text) give_up();
  } else if (op == "Do" && !operands_.empty() && operands_.back().isName()) {
    show(operands_.back().getName());
  } else {
    give_up();
  }
}

void PageWatcher::run_state(const std::string& op) {
  if (op == "q") {
    if (saved_.size() >= kMostSaved) return give_up();
    saved_.push_back(now_);
  } else if (op == "Q") {
    if (saved_.empty()) return;  // viewers ignore one too many
    now_ = saved_.back();
    saved_.pop_back();
  } else if (op == "cm") {
    const auto m = numbers(6);
    if (!m) return give_up();
    now_.to_page = Matrix{(*m)[0], (*m)[1], (*m)[2], (*m)[3], (*m)[4], (*m)[5]} * now_.to_page;
  } else if (op == "gs") {
    if (operands_.empty() || !operands_.back().isName() ||
        !harmless_state(operands_.back().getName())) {
      give_up();
    }
  } else if (op == "BDC" && !operands_.empty() && operands_.front().isNameAndEquals("/OC")) {
    give_up();  // a layer that may be switched off
  }
}

/// No transparency: then the state changes nothing about one opaque picture.
bool PageWatcher::harmless_state(const std::string& name) const {
  QPDFObjectHandle states = QPDFObjectHandle(resources_).getKeyIfDict("/ExtGState");
  QPDFObjectHandle state = states.getKeyIfDict(name);
  if (!state.isDictionary()) return false;
  const std::set<std::string> known{"/Type", "/SA", "/OP",    "/op", "/OPM", "/AIS",
                                    "/TK",   "/LW", "/SMask", "/ca", "/CA",  "/BM"};
  for (const std::string& key : state.getKeys()) {
    if (known.count(key) == 0) return false;
  }
  QPDFObjectHandle mask = state.getKey("/SMask");
  QPDFObjectHandle blend = state.getKey("/BM");
  const auto opaque = [&](const char* key) {
    QPDFObjectHandle alpha = state.getKey(key);
    return alpha.isNull() || (alpha.isNumber() && alpha.getNumericValue() == 1);
  };
  return (mask.isNull() || mask.isNameAndEquals("/None")) &&
         (blend.isNull() || blend.isNameAndEquals("/Normal")) && opaque("/ca") && opaque("/CA");
}

void PageWatcher::run_path(const std::string& op) {
  if (op == "re") {
    const auto r = numbers(4);
    if (!r) return give_up();
    const double x = (*r)[0];
    const double y = (*r)[1];
    const double width = (*r)[2];
    const double height = (*r)[3];
    const Corners box{std::min(x, x + width), std::min(y, y + height), std::max(x, x + width),
                      std::max(y, y + height)};
    const Matrix& m = now_.to_page;
    const bool level = (m.b == 0 && m.c == 0) || (m.a == 0 && m.d == 0);
    path_.reset();
    if (level && path_parts_ == 0) path_ = map_box(m, box);
    ++path_parts_;
  } else if (op == "W" || op == "W*") {
    clip_pending_ = true;
  } else if (op == "n") {
    if (clip_pending_) {
      if (!path_) return give_up();
      now_.clip = now_.clip ? common(*now_.clip, *path_) : *path_;
    }
    clip_pending_ = false;
    path_.reset();
    path_parts_ = 0;
  } else {  // m l h: some other outline, seen only when it clips
    path_.reset();
    ++path_parts_;
  }
}

void PageWatcher::run_colour(const std::string& op) {
  if (op == "G" || op == "RG" || op == "K" || op == "CS" || op == "SC" || op == "SCN") return;
  if (op == "g" || op == "rg") {
    const auto values = numbers(op == "g" ? 1 : 3);
    now_.black =
        values && std::all_of(values->begin(), values->end(), [](double v) { return v == 0; });
  } else {
    now_.black = false;  // perhaps black, not worth knowing
  }
}

void PageWatcher::run_text(const std::string& op) {
  if (op != "Tr") return;
  const auto mode = numbers(1);
  now_.invisible_text = mode && mode->front() == 3;
}

void PageWatcher::show(const std::string& name) {
  QPDFObjectHandle object = resources_.getKeyIfDict("/XObject").getKeyIfDict(name);
  if (picture_ || !object.isStream()) return give_up();
  QPDFObjectHandle dictionary = object.getDict();
  if (!dictionary.getKey("/Subtype").isNameAndEquals("/Image")) return give_up();
  QPDFObjectHandle stencil = dictionary.getKey("/ImageMask");
  const bool is_stencil = stencil.isBool() && stencil.getBoolValue();
  const Corners place = map_box(now_.to_page, {0, 0, 1, 1});
  const bool cut = now_.clip && !contains(*now_.clip, common(place, visible_));
  if (cut || (is_stencil && !now_.black)) return give_up();
  picture_ = ShownPicture{object, now_.to_page};
}

}  // namespace fonds
