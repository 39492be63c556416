/// The words for papers and volumes: their states, what is wrong with a scan, where a paper of the
/// inbox belongs; in the language of all texts, for every interface.
///
/// Threads: pure.
#pragma once

#include <string>

#include "archive/filing.h"
#include "model/case_file.h"
#include "model/document.h"

namespace fonds {

std::string state_title(const Document& document);
std::string in_words(PageWarning warning);
const char* title_of(VolumeState state);
/// "→ 02-05/2024/1", or why it can not be filed by itself.
std::string in_words(const InboxPaper& paper);
std::string in_words(FilingNote note);

}  // namespace fonds
