/// SigningFinder: who of the people named puts their hand under the paper, and in what office.
///
/// A line of signature is an office and a name and nothing else: «Директор ЦДТ ____ И.И. Иванов»,
/// «И.И. Иванов, председатель жюри», «Члены комиссии:» with names below. It stands behind everybody
/// the paper is about; who approved it at its head («Утверждаю») signs nothing else.
/// Threads: pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/persons_names.h"
#include "ingest/persons_roles.h"
#include "model/decision.h"
#include "model/paper.h"

namespace fonds {

/// A person named outside the rows of lists.
struct NamedPerson {
  const NameRun& run;
  const RoleVerdict& verdict;
};

class SigningFinder {
 public:
  /// `persons` in reading order. All must outlive the finder.
  SigningFinder(const RoleContext& context, const std::vector<NamedPerson>& persons)
      : context_(context), persons_(persons) {}

  /// As printed: "Директор МБОУ СОШ № 5"; empty where none is said.
  [[nodiscard]] std::string office(std::size_t person) const;
  /// Whether the person stands on a line of signature; where that line is, decides the caller.
  [[nodiscard]] bool on_signature_line(std::size_t person) const;

 private:
  /// The phrase that tells the office of the person: of several in a row the first.
  [[nodiscard]] std::optional<PhraseHit> office_of(std::size_t person) const;
  [[nodiscard]] std::optional<PhraseHit> office_before(std::size_t person) const;
  [[nodiscard]] TextSpan span_of(const PhraseHit& office, std::size_t person) const;
  [[nodiscard]] const PersonCue& cue(const PhraseHit& hit) const {
    return context_.wording.cues()[hit.meaning];
  }
  [[nodiscard]] bool may_sign_as(const PhraseHit& office, std::size_t person) const;
  [[nodiscard]] bool is_approval(std::size_t line) const;
  [[nodiscard]] bool opens_line(std::size_t word, std::size_t person) const;
  [[nodiscard]] bool closes_line(std::size_t word, std::size_t person) const;

  const RoleContext& context_;
  const std::vector<NamedPerson>& persons_;
};

/// Those who sign, with their offices: "И.И. Иванов, директор ЦДТ; О.В. Дрозд". Below `threshold`
/// no value.
Decision<std::string> signatories_of(const std::vector<PersonMention>& persons, double threshold);

}  // namespace fonds
