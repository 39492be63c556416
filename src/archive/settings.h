/// The settings of an archive (DIR/fonds.toml): one table that the reader, `fonds config check` and
/// the file written by `fonds init` share.
///
/// Threads: pure data.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/config_file.h"
#include "base/messages.h"

namespace fonds {

inline const std::array<Setting, 30> kSettings{{
    {"catalogue.url", std::string{}, 0, 0,
     tr_later("Where the catalogue lives. Empty: SQLite in the archive's folder. PostgreSQL: "
              "\"postgresql:host=… dbname=…\"")},
    {"cases.most_sheets", std::int64_t{250}, 1, 1e6,
     tr_later("Sheets of one volume above which the clerk is told to begin another")},
    {"institution.archive_source", false, 0, 0,
     tr_later("Whether a state or municipal archive takes over the permanent records of this "
              "institution (источник комплектования); else they are kept until its liquidation")},
    {"institution.fonds", std::string{}, 0, 0,
     tr_later("Number of the institution's fonds in its archive (Фонд №); inventories print it")},
    {"institution.liquidated", std::string{}, 0, 0,
     tr_later(
         "The day on which the institution was liquidated, 31.08.2030: what is kept until then "
         "may be handed over or destroyed; empty: it was not")},
    {"institution.names", std::string{}, 0, 0,
     tr_later("How papers call this institution, parted by semicolons: \"МБУ ДО ДДТ; Дом детского "
              "творчества\". People whom a paper says to be from here are sought in the register "
              "first of all")},
    {"intake.reserve_megabytes", std::int64_t{200}, 0, 1e9,
     tr_later("Nothing more is taken in when less than this is free on the disk")},
    {"index.check_days", std::int64_t{7}, 0, 3650,
     tr_later("Days between looks at the whole search index, which is rebuilt when it is damaged; "
              "0: never")},
    {"recognition.jobs", std::int64_t{0}, 0, 1024,
     tr_later("Papers recognised at once; 0: as many as the machine has processor cores")},
    {"recognition.languages", std::string{"rus"}, 0, 0,
     tr_later(
         "Tesseract languages of the first pass; others are added where a page asks for them")},
    {"recognition.tessdata", std::string{"/usr/share/tesseract-ocr/5/tessdata"}, 0, 0,
     tr_later("Folder of the Tesseract language data")},
    {"recognition.memory_megabytes", std::int64_t{1536}, 256, 1e6,
     tr_later("Memory one worker may use; a paper that needs more is quarantined")},
    {"recognition.seconds_per_page", std::int64_t{120}, 5, 86400,
     tr_later("A page that takes longer is given up")},
    {"recognition.pages", std::int64_t{2000}, 1, 1e6, tr_later("Most pages of one file")},
    {"recognition.megapixels", std::int64_t{150}, 1, 1e5, tr_later("Most megapixels of one page")},
    {"retention.backup_days", std::int64_t{90}, 0, 3650,
     tr_later("Days after which no backup holds what was destroyed; acts of destruction say so")},
    {"retention.erasure", std::string{}, 0, 0,
     tr_later("How acts of destruction call the destruction of electronic documents, after "
              "\"by\"; empty: by deletion that can not be undone")},
    {"retention.two_persons", true, 0, 0,
     tr_later("Whether acts and inventories are approved by another person than who drew them up")},
    {"retention.undo_days", std::int64_t{7}, 0, 3650,
     tr_later(
         "Days during which papers of an act that is carried out are hidden and can be brought "
         "back; then they are destroyed")},
    {"retention.waiting_days", std::int64_t{10}, 0, 3650,
     tr_later("Days between the head's approval of an act of destruction and its carrying out")},
    {"retention.withdrawal_days", std::int64_t{30}, 1, 3650,
     tr_later("Days after a withdrawal of the consent to processing within which optional data are "
              "destroyed")},
    {"sandbox.required", true, 0, 0,
     tr_later("Refuse to read files where the kernel cannot confine the worker")},
    {"web.address", std::string{"127.0.0.1"}, 0, 0,
     tr_later("Address `fonds serve` listens on, in figures: 127.0.0.1 is this machine alone, "
              "0.0.0.0 every network it is in; all but the first wants a certificate")},
    {"web.certificate", std::string{}, 0, 0,
     tr_later("Certificate for https, a PEM file with its chain; empty: http")},
    {"web.hours", std::int64_t{12}, 1, 744,
     tr_later("Hours after which whoever signed in must do so again")},
    {"web.idle_minutes", std::int64_t{30}, 1, 44640,
     tr_later("Minutes without a click after which a browser is signed out")},
    {"web.key", std::string{}, 0, 0, tr_later("The key of the certificate, a PEM file")},
    {"web.port", std::int64_t{8480}, 0, 65535, tr_later("Port `fonds serve` listens on")},
    {"web.transfer_folder", std::string{}, 0, 0,
     tr_later("Folder in which packages for other archives, and of others, stand when they are "
              "made or taken in from a browser; empty: only the command line does either")},
    {"web.upload_megabytes", std::int64_t{2048}, 1, 1e6,
     tr_later("Most megabytes sent at once from a browser")},
}};

/// The commented fonds.toml of a new archive: every setting at its standard value, as a comment.
std::string settings_template();

/// institution.names, one by one.
std::vector<std::string> own_names(const ConfigFile& settings);
/// The first of them, which forms print; empty: it is not set.
std::string own_name(const ConfigFile& settings);

}  // namespace fonds
