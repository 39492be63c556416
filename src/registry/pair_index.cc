#include "registry/pair_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace fonds {
namespace {

/// Of words that share pairs with a spelling, so many are worth comparing letter by letter.
constexpr std::size_t kScreened = 800;
/// Below this share of the weight of both words' pairs (of 256) nothing is worth it. Sums of
/// weights fit 16 bits, eight of which the processor compares at once: hence the fraction.
constexpr unsigned kLeastAlike = 48;
constexpr int kLeastOf32 = 3;
static_assert(kLeastOf32 * 2 * 256 == 32 * static_cast<int>(kLeastAlike));
/// Words looked at together.
constexpr std::size_t kBlock = 64;
/// A word's pairs weigh at most so much, and so do a spelling's: three times both fit 16 bits.
constexpr int kMostWeight = 4096;

}  // namespace

PairIndex::PairIndex(std::span<const CodedWord> keys) {
  posting_offsets_.assign(kLetterPairs + 1, 0);
  for (const CodedWord& key : keys) {
    each_pair(key, [&](LetterCode a, LetterCode b) { ++posting_offsets_[pair_of(a, b) + 1]; });
  }
  pair_weights_.assign(kLetterPairs, 0);
  for (std::size_t pair = 0; pair < kLetterPairs; ++pair) {
    const double share =
        (posting_offsets_[pair + 1] + 1.0) / (static_cast<double>(keys.size()) + 2);
    pair_weights_[pair] = static_cast<std::uint8_t>(std::clamp(8 - 8 * std::log(share), 4.0, 96.0));
  }
  std::partial_sum(posting_offsets_.begin(), posting_offsets_.end(), posting_offsets_.begin());
  postings_.resize(posting_offsets_.back());
  weights_.assign((keys.size() + kBlock - 1) / kBlock * kBlock, kMostWeight);
  std::vector<std::uint32_t> fill(posting_offsets_.begin(), posting_offsets_.end() - 1);
  for (WordNumber number = 0; number < keys.size(); ++number) {
    int weight = 0;
    each_pair(keys[number], [&](LetterCode a, LetterCode b) {
      postings_[fill[pair_of(a, b)]++] = number;
      weight += pair_weights_[pair_of(a, b)];
    });
    weights_[number] = static_cast<std::int16_t>(std::min(weight, kMostWeight));
  }
}

/// Adds to `shared` the weight of the pairs each word shares with `key`.
void PairIndex::screen(const CodedWord& key, std::vector<std::int16_t>& shared) const {
  std::array<std::size_t, CodedWord::kMost + 1> seen{};
  std::size_t count = 0;
  std::int16_t* const sums = shared.data();
  each_pair(key, [&](LetterCode a, LetterCode b) {
    const std::size_t pair = pair_of(a, b);
    if (std::find(seen.begin(), seen.begin() + count, pair) != seen.begin() + count) return;
    seen.at(count++) = pair;
    const std::int16_t weight = pair_weights_[pair];
    const std::span words(postings_.data() + posting_offsets_[pair],
                          posting_offsets_[pair + 1] - posting_offsets_[pair]);
    for (const WordNumber word : words) sums[word] = static_cast<std::int16_t>(sums[word] + weight);
  });
}

/// The words that share enough; `own`: the weight of the spelling's pairs.
std::vector<PairIndex::Alike> PairIndex::sieve(int own,
                                               const std::vector<std::int16_t>& shared) const {
  std::vector<Alike> alike;
  for (std::size_t begin = 0; begin < shared.size(); begin += kBlock) {
    const std::int16_t* const sums = shared.data() + begin;
    const std::int16_t* const weights = weights_.data() + begin;
    std::array<std::int16_t, kBlock> enough;
    std::int16_t any = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const auto least = static_cast<std::int16_t>((kLeastOf32 * (own + weights[i]) + 31) >> 5);
      enough[i] = static_cast<std::int16_t>(sums[i] >= least ? 1 : 0);
      any = static_cast<std::int16_t>(any | enough[i]);
    }
    if (any == 0) continue;
    for (std::size_t i = 0; i < kBlock; ++i) {
      if (enough[i] == 0) continue;
      const auto share = static_cast<std::uint32_t>(512 * sums[i] / (own + weights[i]));
      alike.push_back({static_cast<WordNumber>(begin + i), std::min(share, 256U)});
    }
  }
  return alike;
}

std::vector<WordNumber> PairIndex::alike(const CodedWord& key) const {
  std::vector<std::int16_t> shared(weights_.size(), 0);
  screen(key, shared);
  int own = 0;
  each_pair(key, [&](LetterCode a, LetterCode b) { own += pair_weights_[pair_of(a, b)]; });
  const std::vector<Alike> all = sieve(own, shared);
  // A count of each share tells where the best kScreened begin.
  std::array<std::size_t, 257> with{};
  for (const Alike& each : all) ++with.at(each.share);
  unsigned least = 256;
  for (std::size_t sum = with[256]; least > kLeastAlike; --least) {
    sum += with.at(least - 1);
    if (sum > kScreened) break;
  }
  std::vector<WordNumber> words;
  for (const Alike& each : all) {
    if (each.share >= least) words.push_back(each.word);
  }
  return words;
}

std::size_t PairIndex::memory_bytes() const {
  return postings_.capacity() * sizeof(postings_[0]) +
         posting_offsets_.capacity() * sizeof(posting_offsets_[0]) + pair_weights_.capacity() +
         weights_.capacity() * sizeof(weights_[0]);
}

}  // namespace fonds
