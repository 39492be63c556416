/// PageResources cuts what a page leads to down to what it uses.
///
/// Producers put the pictures of all pages into one dictionary that every page shares, also that of
/// a form within the page; qpdf's own removal keeps whatever it is unsure of, which here would be
/// another page's content. So every stream of operators is read, and of its resources only those it
/// names stay: where a form names what only the page has, the page's stay too (viewers look there).
/// Stream data are never touched.
///
/// Included by page_range.cc only (shows qpdf). Threads: one. Changes the file it is used on (in
/// memory). Faults: qpdf's exceptions for damaged contents, corrupt (forms within forms without
/// end).
#pragma once

#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fonds {

class PageResources {
 public:
  /// Cuts `value` and all it leads to. A page dictionary gets a /Resources of its own.
  void cut(QPDFObjectHandle value);

  /// Kind and name of a resource: "/XObject", "/Im1".
  using Name = std::pair<std::string, std::string>;
  using Names = std::set<Name>;

 private:
  Names look_into(const QPDFObjectHandle& value);
  Names settle_once(const QPDFObjectHandle& owner);
  Names settle(QPDFObjectHandle dictionary, const std::vector<QPDFObjectHandle>& contents,
               Names used);

  /// Streams and fonts that are done, and the names they expect from whoever uses them.
  std::map<QPDFObjGen, Names> settled_;
  int depth_ = 0;
};

}  // namespace fonds
