/// PictureFile finds the pages of a PDF that are one scanned picture and nothing else one sees, so
/// that an access copy can hold the scanner's own data instead of a picture of a picture.
///
/// Text of an earlier recognition (invisible) does not count; a stamp, a second picture, drawn
/// lines, visible text, transparency do: such pages are for a renderer.
/// Threads: an object is used by one thread. Memory: the compressed picture.
/// Faults:  none for hostile bytes: what cannot be understood is no picture page.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pdf/page_matrix.h"
#include "pdf/pdf_image.h"

namespace fonds {

struct PicturePage {
  PdfImage image;    ///< JPEG and G4 data unchanged, other pixels packed again without loss
  Matrix placement;  ///< the picture's unit square to the frame
  double width = 0;  ///< of the frame, points: the crop box as shown, turned by /Rotate
  double height = 0;
};

class PictureFile {
 public:
  /// `bytes` must outlive the object.
  explicit PictureFile(const std::string& bytes);
  ~PictureFile();

  /// Page `index` from 0, or nothing.
  std::optional<PicturePage> picture_page(int index);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace fonds
