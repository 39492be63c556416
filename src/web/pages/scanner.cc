// Scanners: looked for, set, started; a scan under way and how it ended.
#include <array>
#include <set>

#include "archive/field_input.h"
#include "archive/scan_presets.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/text.h"
#include "web/pages/scan_pages.h"
#include "web/scan_runs.h"
#include "web/site.h"
#include "web/static_files.h"

namespace fonds {
namespace {

constexpr int kUsualDpi = 300;

struct Choice {
  std::string_view name;
  const char* title;
};
constexpr std::array<Choice, 4> kSources{{{"", tr_later("as the scanner is set")},
                                          {"flatbed", tr_later("the glass")},
                                          {"adf", tr_later("the feeder, one side")},
                                          {"duplex", tr_later("the feeder, both sides")}}};
constexpr std::array<Choice, 3> kModes{{{"colour", tr_later("colour")},
                                        {"grey", tr_later("shades of grey")},
                                        {"lineart", tr_later("black and white")}}};
/// Names of sheet_names(); the first: all the scanner sees.
constexpr std::array<Choice, 8> kSheets{{{"", tr_later("All the scanner sees")},
                                         {"a4", tr_later("A4")},
                                         {"a4-across", tr_later("A4 across")},
                                         {"a5", tr_later("A5")},
                                         {"a5-across", tr_later("A5 across")},
                                         {"a6", tr_later("A6")},
                                         {"a6-across", tr_later("A6 across")},
                                         {"a3", tr_later("A3")}}};
constexpr std::array<int, 5> kResolutions{150, 200, 300, 400, 600};

template <class Choices>
Json choices_model(const Choices& choices, std::string_view chosen) {
  Json model = Json::array();
  for (const Choice& each : choices) {
    model.push_back(
        {{"name", each.name}, {"title", tr(each.title)}, {"chosen", each.name == chosen}});
  }
  return model;
}

/// What was typed when it is one of them, else the first.
template <class Choices>
std::string chosen_of(const Choices& choices, std::string_view typed) {
  for (const Choice& each : choices) {
    if (each.name == typed) return std::string(each.name);
  }
  return std::string(choices.front().name);
}

ScanWish wish_of(const Visit& visit) {
  const Request& request = visit.request;
  ScanWish wish;
  wish.device = request.value("device");
  wish.source = chosen_of(kSources, request.value("source"));
  wish.dpi = visit.number("dpi", kUsualDpi, 50, 2400);
  wish.mode = chosen_of(kModes, request.value("mode"));
  wish.sheet = chosen_of(kSheets, request.value("sheet"));
  wish.one_paper = request.value("one_paper") == "yes";
  wish.label = line_typed(request.value("label"));
  return wish;
}

std::string text_of(const Json& record, const char* name) {
  const auto found = record.find(name);
  return found != record.end() && found->is_string() ? printable(found->get<std::string>()) : "";
}

ScanRuns& runs_of(Visit& visit) { return visit.place.site.scan_runs(); }

ScanRun run_of(Visit& visit, std::string_view name) {
  if (auto run = runs_of(visit).state(visit.actor(), name)) return std::move(*run);
  throw Error(Fault::not_found, tr("there is no such scan any more"), tr("begin a new one"));
}

Json papers_of(const ScanRun& run) {
  Json papers = Json::array();
  for (const Json& record : run.records) {
    const std::string accession = text_of(record, "accession");
    if (accession.empty()) continue;
    const auto pages = record.find("page_count");
    const unsigned long count =
        pages != record.end() && pages->is_number_integer() ? pages->get<unsigned long>() : 0;
    papers.push_back(
        {{"accession", accession},
         {"path", "/documents/" + accession},
         {"words", say(trn("safe: {}, {} page", "safe: {}, {} pages", count), accession, count)}});
  }
  return papers;
}

std::string delivery_of(const ScanRun& run) {
  for (const Json& record : run.records) {
    const auto intake = record.find("intake");
    if (intake != record.end() && intake->is_number_integer()) {
      return fmt::format("/scan/deliveries/{}", intake->get<std::int64_t>());
    }
  }
  return "";
}

/// The form with the same settings.
std::string again_path(const ScanWish& wish) {
  FormFields fields{{"device", wish.device},
                    {"source", wish.source},
                    {"dpi", std::to_string(wish.dpi)},
                    {"mode", wish.mode}};
  if (!wish.sheet.empty()) fields.emplace_back("sheet", wish.sheet);
  if (wish.one_paper) fields.emplace_back("one_paper", "yes");
  if (!wish.label.empty()) fields.emplace_back("label", wish.label);
  return "/scan?" + written_form(fields);
}

/// The form with the settings of a preset. A scanner that is not there now is another time.
std::string preset_path(const ScanPreset& preset) {
  ScanWish wish;
  wish.device = preset.device;
  wish.source = preset.source;
  wish.dpi = preset.dpi;
  wish.mode = preset.mode;
  wish.sheet = preset.sheet;
  wish.one_paper = preset.one_paper;
  return again_path(wish) + '&' + written_form({{"preset", preset.title}});
}

Json run_model(Visit& visit, const std::string& name) {
  const ScanRun run = run_of(visit, name);
  Json papers = papers_of(run);
  const std::size_t count = papers.size();
  return {{"running", run.running},
          {"papers", std::move(papers)},
          {"words", say(trn("{} paper is safe", "{} papers are safe", count), count)},
          {"problem", run.problem},
          {"hint", run.hint},
          {"delivery_path", visit.may(Operation::list_documents) ? delivery_of(run) : ""},
          {"again_path", again_path(run.wish)},
          {"path", "/scan/runs/" + name},
          {"mark", fmt::format("{}/{}", count, run.running)}};
}

Response look(Visit& visit) {
  return see_other("/scan?looked=" + runs_of(visit).look(visit.actor()));
}

Response start(Visit& visit) {
  return see_other("/scan/runs/" + runs_of(visit).scan(visit.actor(), wish_of(visit)));
}

Response keep_preset(Visit& visit) {
  const ScanWish wish = wish_of(visit);
  ScanPreset preset{std::string(visit.request.value("preset")),
                    wish.device,
                    wish.source,
                    wish.dpi,
                    wish.mode,
                    wish.sheet,
                    wish.one_paper};
  const ScanPreset kept =
      ArchiveScanPresets(visit.archive()).save(visit.actor(), std::move(preset));
  return done(visit, preset_path(kept), tr("The settings are kept."));
}

Response remove_preset(Visit& visit) {
  ArchiveScanPresets(visit.archive()).remove(visit.actor(), visit.request.value("preset"));
  return done(visit, again_path(wish_of(visit)), tr("The preset is removed."));
}

Response show_run(Visit& visit) {
  Json model = run_model(visit, visit.captured("run"));
  model["script"] = static_path("scan.js");
  return page(visit, "scan_run", tr("Scanning"), model);
}

Response tell_run(Visit& visit) { return json_answer(run_model(visit, visit.captured("run"))); }

Response cancel(Visit& visit) {
  const std::string& name = visit.captured("run");
  (void)run_of(visit, name);
  runs_of(visit).cancel(visit.actor(), name);
  return done(visit, "/scan/runs/" + name,
              tr("The scan is being ended; press again when the scanner does not answer."));
}

}  // namespace

void tell_scanners(Visit& visit, Json& model) {
  const std::string_view looked = visit.request.value("looked");
  model["looking"] = false;
  if (!looked.empty()) {
    const ScanRun run = run_of(visit, looked);
    model["looking"] = run.running;
    model["look_state"] = fmt::format("/scan/runs/{}/state", looked);
    model["look_problem"] = run.problem;
    model["look_hint"] = run.hint;
  }
  const ScanWish wish = wish_of(visit);
  Json devices = Json::array();
  const std::vector<Json> found = runs_of(visit).devices();
  for (const Json& each : found) {
    const std::string device = text_of(each, "device");
    devices.push_back({{"name", device},
                       {"title", fmt::format("{} {} ({})", text_of(each, "vendor"),
                                             text_of(each, "model"), device)},
                       {"chosen", device == wish.device}});
  }
  Json presets = Json::array();
  for (const ScanPreset& each : ArchiveScanPresets(visit.archive()).list(visit.actor())) {
    presets.push_back({{"title", printable(each.title)}, {"path", preset_path(each)}});
  }
  model["has_presets"] = !presets.empty();
  model["presets"] = std::move(presets);
  model["preset"] = line_typed(visit.request.value("preset"));
  model["has_devices"] = !devices.empty();
  model["devices"] = std::move(devices);
  model["sources"] = choices_model(kSources, wish.source);
  model["modes"] = choices_model(kModes, wish.mode);
  model["sheets"] = choices_model(kSheets, wish.sheet);
  model["one_paper"] = wish.one_paper;
  model["resolutions"] = Json::array();
  for (const int dpi : kResolutions) {
    model["resolutions"].push_back({{"dpi", dpi}, {"chosen", dpi == wish.dpi}});
  }
}

std::vector<Route> scanner_routes() {
  const auto taking_in = [](Method method, std::string_view pattern, Response (*answer)(Visit&)) {
    return Route{method, pattern, Door::signed_in, Operation::take_in, answer};
  };
  return {
      taking_in(Method::post, "/scan/scanners", &look),
      taking_in(Method::post, "/scan/presets", &keep_preset),
      taking_in(Method::post, "/scan/presets/removal", &remove_preset),
      taking_in(Method::post, "/scan/runs", &start),
      taking_in(Method::get, "/scan/runs/{run}", &show_run),
      taking_in(Method::get, "/scan/runs/{run}/state", &tell_run),
      taking_in(Method::post, "/scan/runs/{run}/cancel", &cancel),
  };
}

}  // namespace fonds
