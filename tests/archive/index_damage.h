/// Ways to spoil the index of a test's archive.
#pragma once

#include <boost/filesystem/operations.hpp>
#include <fstream>

#include "archive/archive.h"
#include "indexer/generations.h"

namespace fonds {

/// The serving index loses its largest table.
inline void spoil_index(Archive& archive) {
  const Generations generations(archive.disk(), archive.index_root());
  const auto table = generations.folder_of(generations.current().value()) / "postlist.glass";
  // Another file in its place: the old one may be open.
  boost::filesystem::remove(table);
  std::ofstream(table.string(), std::ios::binary) << "";
}

}  // namespace fonds
