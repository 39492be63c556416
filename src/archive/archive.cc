#include "archive/archive.h"

#include <algorithm>
#include <array>
#include <boost/filesystem/operations.hpp>
#include <thread>

#include "archive/card_words.h"
#include "archive/settings.h"
#include "base/data_file.h"
#include "base/error.h"
#include "base/messages.h"
#include "catalogue/journal.h"

namespace fonds {
namespace {

using boost::filesystem::path;

constexpr const char* kSettingsFile = "fonds.toml";

ConfigFile load_settings(const path& folder) {
  const path file = folder / kSettingsFile;
  boost::system::error_code error;
  if (!boost::filesystem::exists(file, error)) {
    throw Error(Fault::not_found, say(tr("there is no archive in {}"), folder.string()),
                tr("make one with `fonds init DIR`, or name the right one with --archive DIR"));
  }
  return {kSettings, read_file(file, 1U << 20U), file.string()};
}

std::string catalogue_url(const ConfigFile& settings, const path& folder) {
  const std::string& url = settings.text("catalogue.url");
  return url.empty() ? "sqlite:" + (folder / "catalogue" / "catalogue.sqlite").string() : url;
}

/// `text` as TOML writes it: an address may hold a password.
std::string in_quotes(std::string_view text) {
  std::string safe = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      safe += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
      continue;
    }
    if (c == '"' || c == '\\') safe += '\\';
    safe += c;
  }
  return safe + '"';
}

constexpr std::array<const char*, 5> kParts{"originals", "derived", "index", "incoming",
                                            "catalogue"};

/// An archive is never made among somebody's files.
void refuse_foreign(const path& folder) {
  if (!boost::filesystem::exists(folder)) return;
  for (const auto& entry : boost::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool ours = std::find(kParts.begin(), kParts.end(), name) != kParts.end() ||
                      name == std::string(kSettingsFile) + ".tmp";
    if (!ours) {
      throw Error(Fault::usage, say(tr("{} is not empty"), folder.string()),
                  tr("name a new or an empty folder"));
    }
  }
}

/// The institution's own rights; none where it has no file of them. A file that can not be read is
/// no reason to grant what it may deny: nothing opens then.
std::unique_ptr<const Policy> policy_in(const path& folder) {
  constexpr std::uint64_t kMost = 1U << 20U;
  const path file = folder / "roles.toml";
  if (!boost::filesystem::exists(file)) return nullptr;
  return std::make_unique<const Policy>(DataTable::parse(read_file(file, kMost), file.string()));
}

}  // namespace

Archive::Made Archive::create(const Ground& ground, const path& given,
                              const std::string& catalogue_url) {
  const path folder = boost::filesystem::absolute(given);
  if (boost::filesystem::exists(folder / kSettingsFile)) {
    Database(fonds::catalogue_url(load_settings(folder), folder), ground.clock).migrate();
    return Made::was_there;
  }
  refuse_foreign(folder);
  for (const char* part : kParts) ground.disk.make_folders(folder / part);
  std::string settings = settings_template();
  if (!catalogue_url.empty()) {
    // The template's own, commented section would be a second table of the same name.
    settings.erase(settings.find("\n[catalogue]\n"), std::string("\n[catalogue]").size());
    settings += fmt::format("\n[catalogue]\nurl = {}\n", in_quotes(catalogue_url));
  }
  const ConfigFile parsed(kSettings, settings, kSettingsFile);
  Database(fonds::catalogue_url(parsed, folder), ground.clock).migrate();
  // Written last: a folder with settings is a whole archive.
  write_atomically(ground.disk, folder / kSettingsFile, settings);
  return Made::anew;
}

Archive::Archive(const Ground& ground, const path& folder)
    : ground_(ground),
      folder_(boost::filesystem::absolute(folder)),
      settings_(load_settings(folder_)),
      own_policy_(policy_in(folder_)),
      catalogue_(std::make_unique<Database>(catalogue_url(settings_, folder_), ground.clock)),
      originals_(ground.disk, folder_ / "originals"),
      derived_(ground.disk, folder_ / "derived") {
  catalogue_->check_schema();
}

std::unique_ptr<Archive> Archive::reopen() const {
  return std::make_unique<Archive>(ground_, folder_);
}

std::function<DocumentKinds()> Archive::kinds_maker_unchecked() const {
  constexpr std::uint64_t kMost = 1U << 20U;
  const path file = folder_ / "kinds.toml";
  // Throws where it cannot be told whether the file is there: without it papers would be misfiled.
  std::string own = boost::filesystem::exists(file) ? read_file(file, kMost) : std::string();
  return [own = std::move(own), name = file.string()] {
    return DocumentKinds::shipped_with(own, name);
  };
}

FormCaption Archive::caption_of(FormKind kind, const std::string& code) const {
  constexpr std::uint64_t kMost = 1U << 20U;
  const path file = folder_ / "forms.toml";
  FormCaption caption;
  if (boost::filesystem::exists(file)) {
    caption = FormCaptions::from_toml(read_file(file, kMost), file.string()).of(kind);
  }
  caption.code = code;
  return caption;
}

std::function<DocumentKinds()> Archive::kinds_maker() const {
  auto make = kinds_maker_unchecked();
  (void)make();
  return make;
}

const ValueWords& Archive::words() {
  if (!words_) words_ = std::make_unique<const ValueWords>(card_words(kinds()));
  return *words_;
}

WorkerOptions Archive::worker_options() const {
  WorkerOptions options;
  options.program = ground_.program;
  options.reading.languages = settings_.text("recognition.languages");
  options.reading.tessdata = settings_.text("recognition.tessdata");
  options.reading.limits.pages = static_cast<int>(settings_.integer("recognition.pages"));
  options.reading.limits.pixels = settings_.integer("recognition.megapixels") * 1'000'000;
  options.memory = static_cast<std::uint64_t>(settings_.integer("recognition.memory_megabytes"))
                   << 20U;
  options.per_page = std::chrono::seconds(settings_.integer("recognition.seconds_per_page"));
  options.allow_unsandboxed = !settings_.flag("sandbox.required");
  return options;
}

int Archive::worker_count() const {
  const auto wanted = static_cast<int>(settings_.integer("recognition.jobs"));
  if (wanted > 0) return wanted;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace fonds
