/// A small transfer package in memory, with invented people, for tests of packages.
///
/// Threads: pure.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>

#include "base/digest.h"
#include "retention/transfer_package.h"

namespace fonds {

/// An open file with these bytes, at its beginning.
inline UniqueFd file_in_memory(std::string_view bytes) {
  UniqueFd fd(::memfd_create("package", MFD_CLOEXEC));
  if (::write(fd.get(), bytes.data(), bytes.size()) < 0) return UniqueFd();
  ::lseek(fd.get(), 0, SEEK_SET);
  return fd;
}

inline PackageFile package_file(PackageFileRole role, FileKind kind, std::string bytes) {
  PackageFile file{role, kind, {}, bytes.size(), sha256(bytes), {}};
  if (role == PackageFileRole::original) file.source_name = "Скан Кравец.pdf";
  file.open = [bytes = std::move(bytes)] { return file_in_memory(bytes); };
  return file;
}

/// A recognised diploma.
inline PackageDocument sample_diploma(int place = 1) {
  PackageDocument document;
  document.id = {100 + place};
  document.accession = "2026-00000" + std::to_string(place);
  document.place = place;
  document.sheets = 1;
  document.recognised = true;
  document.kind = "diploma";
  document.kind_title = "диплом";
  document.date = DateSpan{{2024, 4, 15}, {2024, 4, 15}, DatePrecision::day, "«15» апреля 2024 г."};
  document.number = "24-0317";
  document.title = "Диплом I степени, «Шаг в науку»";
  document.students = {"Кравец Тимофей Ильич"};
  document.files = {package_file(PackageFileRole::original, FileKind::pdf, "%PDF-1.4 scan"),
                    package_file(PackageFileRole::access_copy, FileKind::pdf, "%PDF-1.4 access"),
                    package_file(PackageFileRole::alto, FileKind::other, "<alto/>"),
                    package_file(PackageFileRole::text, FileKind::other, "ДИПЛОМ")};
  const Moment at = moment_from_text("2026-03-02T10:00:00.000Z");
  document.events = {
      {7, at, "osipova", "document.accepted", R"({"sha256":"…"})", sha256("entry 7")},
      {9, at + std::chrono::minutes(1), "worker", "document.recognised", R"({"run":1})", ""}};
  return document;
}

/// A photograph of several pages that nobody could read.
inline PackageDocument sample_photographs(int place = 2) {
  PackageDocument document;
  document.id = {100 + place};
  document.accession = "2026-00000" + std::to_string(place);
  document.place = place;
  document.files = {package_file(PackageFileRole::original, FileKind::jpeg, "first page"),
                    package_file(PackageFileRole::original, FileKind::jpeg, "second page"),
                    package_file(PackageFileRole::original, FileKind::other, "")};
  return document;
}

/// Two volumes; the second is paper only.
inline TransferPackage sample_package() {
  TransferPackage package;
  package.id = "fonds-17-transfer-3";
  package.day = {2030, 2, 11};
  package.act = "4";
  package.institution = "МБОУ ДО ЦДТ";
  package.address = "ст. Луговая, ул. Школьная, 1";
  package.contact_name = "Осипова Наталья Викторовна";
  package.receiver = "Архивный отдел";
  package.fonds_number = "Р-17";
  package.fonds_title = "Центр детского творчества";
  package.program = "Fonds 0.1.0";
  package.journal_entry = 4711;
  package.journal_hash = sha256("head");
  PackageVolume first;
  first.key = {2024, "02-05", 1};
  first.title = "Протоколы аттестационной комиссии";
  first.item_title = first.title;
  first.section_code = "02";
  first.section_title = "Учебная часть";
  first.period = "10 лет ЭК";
  first.first_day = CalendarDate{2024, 4, 15};
  first.last_day = CalendarDate{2024, 5, 24};
  first.sheets = 3;
  first.carrier = Carrier::hybrid;
  first.inventory = "1";
  first.unit = 12;
  first.documents = {sample_diploma(), sample_photographs()};
  PackageVolume second;
  second.key = {2024, "01-03", 2};
  second.title = "Приказы";
  package.volumes = {first, second};
  return package;
}

}  // namespace fonds
