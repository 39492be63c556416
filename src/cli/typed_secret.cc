#include "cli/typed_secret.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

#include "base/error.h"
#include "base/messages.h"

namespace fonds {
namespace {

/// While it lives the terminal shows nothing of what is typed.
class Unseen {
 public:
  Unseen() : terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (!terminal_) return;
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  ~Unseen() {
    if (terminal_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool terminal_;
};

}  // namespace

Secret typed_secret(const std::string& question) {
  const bool asks = ::isatty(STDIN_FILENO) == 1;
  if (asks) std::cerr << question << ": " << std::flush;
  std::string line;
  {
    const Unseen unseen;
    std::getline(std::cin, line);
  }
  if (asks) std::cerr << std::endl;
  if (line.empty()) {
    throw Error(Fault::usage, tr("no password was given"),
                tr("type it, or give it as the first line of standard input"));
  }
  return Secret::taken(std::move(line));
}

}  // namespace fonds
