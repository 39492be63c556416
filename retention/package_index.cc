#include "retention/package_index.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/messages.h"
#include "base/text.h"
#include "forms/form_words.h"
#include "model/spoken_date.h"
#include "retention/markup.h"
#include "retention/package_layout.h"

namespace fonds {
namespace {

constexpr std::string_view kStyle =
    "body{font:16px/1.4 sans-serif;margin:2em auto;max-width:75em;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}"
    "th{background:#eee}dt{font-weight:bold}dd{margin:0 0 .4em}";

std::string carrier_words(Carrier carrier) {
  switch (carrier) {
    case Carrier::electronic:
      return tr("electronic carrier");
    case Carrier::hybrid:
      return tr("paper and electronic carriers");
    case Carrier::paper:
      break;
  }
  return tr("paper carrier");
}

std::string role_words(PackageFileRole role) {
  switch (role) {
    case PackageFileRole::access_copy:
      return tr("copy for use, PDF/A");
    case PackageFileRole::alto:
      return tr("text with its place on the page, ALTO");
    case PackageFileRole::text:
      return tr("text");
    case PackageFileRole::original:
      break;
  }
  return tr("original");
}

std::string number_or_nothing(int number) {
  return number == 0 ? std::string() : fmt::format("{}", number);
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : "; ") + printable(name);
  return all;
}

std::string days_of(const PackageVolume& volume) {
  return extreme_dates(volume.first_day, volume.last_day);
}

std::string date_of(const PackageDocument& document) {
  return document.date ? spoken(*document.date) : std::string();
}

/// A folder below the page, which lies in data/.
std::string link_to(const PackageVolume& volume, const PackageDocument& document) {
  return path_of(volume, document).substr(kPayloadFolder.size() + 1);
}

TableRow row_of(const PackageVolume& volume) {
  return {volume.inventory,
          number_or_nothing(volume.unit),
          volume.key.index,
          fmt::format("{}", volume.key.year),
          fmt::format("{}", volume.key.number),
          printable(volume.title),
          days_of(volume),
          printable(volume.period),
          number_or_nothing(volume.sheets),
          carrier_words(volume.carrier)};
}

/// A term and what it stands for; nothing when that is not known.
void tell(Markup& html, const char* term, const std::string& value) {
  if (value.empty()) return;
  html.element("dt", term).element("dd", printable(value));
}

void open_page(Markup& html, const TransferPackage& package) {
  const std::string title = say(tr("Documents handed over, package {}"), printable(package.id));
  html.open("html", {{"lang", language() == Language::russian ? "ru" : "en"}}).open("head");
  html.lone("meta", {{"charset", "utf-8"}});
  html.lone("meta", {{"http-equiv", "Content-Security-Policy"},
                     {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
  html.lone("meta", {{"name", "viewport"}, {"content", "width=device-width"}});
  html.element("title", title).element("style", kStyle).close();
  html.open("body").element("h1", title).open("dl");
  tell(html, tr("Hands over"), package.institution);
  tell(html, tr("Address"), package.address);
  tell(html, tr("Takes over"), package.receiver);
  tell(html, tr("Fonds"),
       package.fonds_number + (package.fonds_number.empty() ? "" : " ") + package.fonds_title);
  tell(html, tr("Act"), package.act);
  tell(html, tr("Day"), spoken(package.day));
  tell(html, tr("Made by"), package.program);
  html.close();
  html.element("p", tr("That all files are there and unchanged is shown by sha256sum -c "
                       "manifest-sha256.txt in the folder above."));
}

bool several_originals(const PackageDocument& document) {
  return std::count_if(document.files.begin(), document.files.end(), [](const PackageFile& file) {
           return file.role == PackageFileRole::original;
         }) > 1;
}

void show_files(Markup& html, const PackageVolume& volume, const PackageDocument& document) {
  const std::string folder = link_to(volume, document);
  const std::vector<std::string> names = file_names_of(document);
  html.open("td");
  int originals = 0;
  for (std::size_t i = 0; i < document.files.size(); ++i) {
    const PackageFileRole role = document.files[i].role;
    std::string words = role_words(role);
    if (role == PackageFileRole::original && several_originals(document)) {
      words += fmt::format(" {}", ++originals);
    }
    html.open("div");
    html.element("a", words, {{"href", folder + names[i]}});
    html.close();
  }
  html.close();
}

void show_document(Markup& html, const PackageVolume& volume, const PackageDocument& document) {
  html.open("tr").element("td", fmt::format("{}", document.place));
  html.element("td", document.accession).element("td", printable(document.kind_title));
  html.element("td", date_of(document)).element("td", printable(document.number));
  html.element("td", printable(document.title)).element("td", joined(document.students));
  html.element("td", number_or_nothing(document.sheets));
  show_files(html, volume, document);
  html.close();
}

void show_volume(Markup& html, const PackageVolume& volume) {
  html.element("h2", spoken(volume.key) + ". " + printable(volume.title)).open("dl");
  tell(html, tr("Section"), volume.section_title);
  tell(html, tr("Number in the inventory"), number_or_nothing(volume.unit));
  tell(html, tr("Extreme dates"), days_of(volume));
  tell(html, tr("Period of storage"), volume.period);
  tell(html, tr("Sheets"), number_or_nothing(volume.sheets));
  tell(html, tr("Carrier"), carrier_words(volume.carrier));
  html.close();
  if (volume.documents.empty()) {
    html.element("p", tr("The package holds no files of this volume."));
    return;
  }
  html.open("table").open("tr");
  for (const char* heading :
       {tr("Place"), tr("Accession number"), tr("Kind"), tr("Date"), tr("Number"), tr("Heading"),
        tr("Students"), tr("Sheets"), tr("Files")}) {
    html.element("th", heading);
  }
  html.close();
  for (const PackageDocument& document : volume.documents) show_document(html, volume, document);
  html.close();
}

}  // namespace

Table package_inventory(const TransferPackage& package) {
  Table table;
  table.rows.push_back({tr("Row"),
                        tr("Inventory"),
                        tr("Number in the inventory"),
                        tr("Case index"),
                        tr("Year"),
                        tr("Volume"),
                        tr("Heading of the case"),
                        tr("Extreme dates"),
                        tr("Period of storage"),
                        tr("Sheets in the case"),
                        tr("Carrier"),
                        tr("Place"),
                        tr("Accession number"),
                        tr("Kind"),
                        tr("Date"),
                        tr("Number"),
                        tr("Heading"),
                        tr("Sheets"),
                        tr("Students"),
                        tr("Folder")});
  const auto add = [&](const PackageVolume& volume, const TableRow& of_document) {
    TableRow row{fmt::format("{}", table.rows.size())};
    const TableRow of_volume = row_of(volume);
    row.insert(row.end(), of_volume.begin(), of_volume.end());
    row.insert(row.end(), of_document.begin(), of_document.end());
    table.rows.push_back(std::move(row));
  };
  for (const PackageVolume& volume : package.volumes) {
    if (volume.documents.empty()) add(volume, {});
    for (const PackageDocument& document : volume.documents) {
      add(volume, {fmt::format("{}", document.place), document.accession,
                   printable(document.kind_title), date_of(document), printable(document.number),
                   printable(document.title), number_or_nothing(document.sheets),
                   joined(document.students), link_to(volume, document)});
    }
  }
  return table;
}

void write_package_page(const TransferPackage& package,
                        const std::function<void(std::string_view)>& write) {
  Markup html("<!DOCTYPE html>\n");
  open_page(html, package);
  for (const PackageVolume& volume : package.volumes) {
    show_volume(html, volume);
    write(html.take());
  }
  html.close().close();
  write(html.take());
}

}  // namespace fonds
