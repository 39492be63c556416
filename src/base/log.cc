#include "base/log.h"

#include <spdlog/sinks/stdout_color_sinks.h>

namespace fonds {

void set_up_log(LogLevel level) {
  auto logger = std::make_shared<spdlog::logger>(
      "fonds", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
  logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
  switch (level) {
    case LogLevel::quiet:
      logger->set_level(spdlog::level::err);
      break;
    case LogLevel::normal:
      logger->set_level(spdlog::level::warn);
      break;
    case LogLevel::detailed:
      logger->set_level(spdlog::level::debug);
      break;
  }
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace fonds
