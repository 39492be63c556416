#include "forms/form_block.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/messages.h"
#include "model/spoken_date.h"

namespace fonds {
namespace {

constexpr double kBetweenColumns = 10;  // mm
constexpr double kBetweenLines = 1;
constexpr double kAboveSignature = 6;  ///< room for the hand
constexpr double kBelowSignature = 2;

/// Names and titles beside a signature: a few lines say who it was.
constexpr TextStyle kSigner{11, TextWeight::ordinary, TextAlign::left, 5};
constexpr TextStyle kRole{11};
constexpr TextStyle kCaption{7, TextWeight::ordinary, TextAlign::centre, 1};

/// The four places of a line of signature: what is known, or a line to write on and what belongs
/// there. The feet of long texts and the lines are level.
class SignatureLine {
 public:
  SignatureLine(const FormFlow& flow, const FormSigner& signer) {
    constexpr double kBetween = 3;  // mm
    const double all = flow.width() - 3 * kBetween;
    double left = flow.left();
    const auto add = [&](double share, const std::string& text, const char* caption) {
      const double width = all * share;
      places_.push_back({left, width, text.empty(), flow.form().break_lines(width, text, kSigner),
                         flow.form().break_lines(width, caption, kCaption)});
      left += width + kBetween;
    };
    add(0.33, signer.position, tr("position"));
    add(0.21, "", tr("signature"));
    add(0.30, signer.name, tr("name in full"));
    add(0.16, signer.day ? spoken(*signer.day) : "", tr("date"));
    for (const Place& place : places_) {
      texts_ = std::max(texts_, place.text.height());
      captions_ = std::max(captions_, kAboveCaption + place.caption.height());
    }
  }

  [[nodiscard]] double height() const { return texts_ + captions_ + kBelowSignature; }
  void draw(FormFlow& flow) const {
    FormPdf& form = flow.form();
    const double end = flow.top() + texts_;
    for (const Place& place : places_) {
      if (place.is_blank) {
        form.line_across(place.left, end, place.width);
        form.draw(place.left, end + kAboveCaption, place.caption);
      } else {
        form.draw(place.left, end - place.text.height(), place.text);
      }
    }
    flow.skip(height());
  }

 private:
  struct Place {
    double left;
    double width;
    bool is_blank;
    TextLines text;
    TextLines caption;
  };
  static constexpr double kAboveCaption = 0.5;

  std::vector<Place> places_;
  double texts_ = kAboveSignature;
  double captions_ = 0;
};

double height_of(FormPdf& form, double width, const std::vector<FormLine>& lines) {
  double height = 0;
  for (const FormLine& line : lines) {
    height += form.break_lines(width, line.text, line.style).height() + kBetweenLines;
  }
  return height;
}

void draw_column(FormPdf& form, double left, double top, double width,
                 const std::vector<FormLine>& lines) {
  for (const FormLine& line : lines) {
    top = form.write(left, top, width, line.text, line.style) + kBetweenLines;
  }
}

}  // namespace

void FormBlock::gap(double height) {
  pieces_.push_back({height, [height](FormFlow& flow) { flow.skip(height); }, false});
}

void FormBlock::paragraph(std::string text, const TextStyle& style) {
  const double height = flow_.form().break_lines(flow_.width(), text, style).height();
  pieces_.push_back(
      {height, [text = std::move(text), style](FormFlow& flow) { flow.paragraph(text, style); },
       false});
}

void FormBlock::side_by_side(std::vector<FormLine> left, std::vector<FormLine> right) {
  const double width = (flow_.width() - kBetweenColumns) / 2;
  const double height =
      std::max(height_of(flow_.form(), width, left), height_of(flow_.form(), width, right));
  pieces_.push_back(
      {height,
       [width, height, left = std::move(left), right = std::move(right)](FormFlow& flow) {
         draw_column(flow.form(), flow.left(), flow.top(), width, left);
         const double second = flow.left() + width + kBetweenColumns;
         draw_column(flow.form(), second, flow.top(), width, right);
         flow.skip(height);
       },
       true});
}

void FormBlock::signature(const std::string& role, const FormSigner& signer) {
  if (!role.empty()) paragraph(role, kRole);
  const SignatureLine line(flow_, signer);
  pieces_.push_back(
      {line.height(), [signer](FormFlow& flow) { SignatureLine(flow, signer).draw(flow); }, true});
}

double FormBlock::height() const {
  double height = 0;
  for (const Piece& piece : pieces_) height += piece.height;
  return height;
}

void FormBlock::draw() {
  flow_.need(height());
  for (const Piece& piece : pieces_) {
    if (piece.whole) flow_.need(piece.height);
    piece.draw(flow_);
  }
  pieces_.clear();
}

}  // namespace fonds
