/// PageWatcher reads a page's operators and tells whether all one sees is one picture.
///
/// Included by picture_page.cc only (shows qpdf). Threads: one. Faults: none.
#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "pdf/page_matrix.h"

namespace fonds {

/// The one picture of a page.
struct ShownPicture {
  QPDFObjectHandle stream;
  Matrix placement;  ///< unit square to the page's own space
};

class PageWatcher : public QPDFObjectHandle::ParserCallbacks {
 public:
  /// `visible` is the part of the page that is shown, in the page's own space.
  PageWatcher(const QPDFObjectHandle& resources, const Corners& visible);

  void handleObject(QPDFObjectHandle object, std::size_t offset, std::size_t length) override;
  void handleEOF() override {}

  /// The picture, when there was exactly one and nothing else.
  [[nodiscard]] std::optional<ShownPicture> picture() const;

 private:
  /// What q saves and Q brings back.
  struct Graphics {
    Matrix to_page;
    std::optional<Corners> clip;
    bool invisible_text = false;
    bool black = true;  ///< the fill colour
  };

  void run(const std::string& op);
  void run_state(const std::string& op);
  void run_path(const std::string& op);
  void run_colour(const std::string& op);
  void run_text(const std::string& op);
  void show(const std::string& name);
  [[nodiscard]] bool harmless_state(const std::string& name) const;
  [[nodiscard]] std::optional<std::vector<double>> numbers(std::size_t count) const;
  void give_up() { refused_ = true; }

  QPDFObjectHandle resources_;
  Corners visible_;
  std::vector<QPDFObjectHandle> operands_;
  std::vector<Graphics> saved_;
  Graphics now_;
  std::optional<Corners> path_;  ///< a lone rectangle, in the page's space
  int path_parts_ = 0;
  bool clip_pending_ = false;
  std::optional<ShownPicture> picture_;
  bool refused_ = false;
};

}  // namespace fonds
