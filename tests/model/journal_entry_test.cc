#include "model/journal_entry.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>

#include "base/digest.h"

namespace fonds {
namespace {

JournalEntry an_entry() {
  JournalEntry entry;
  entry.number = 7;
  entry.at = moment_from_text("2026-11-23T20:41:07.123Z");
  entry.actor = "clerk1";
  entry.event = "document.accepted";
  entry.subject = "document/12";
  entry.details = R"({"pages":2})";
  entry.previous_hash = std::string(64, 'a');
  return entry;
}

using Field = std::string JournalEntry::*;
constexpr std::array<Field, 5> kFields{&JournalEntry::previous_hash, &JournalEntry::actor,
                                       &JournalEntry::event, &JournalEntry::subject,
                                       &JournalEntry::details};

TEST(JournalEntry, TheHashIsOverTheTextThatTheHeaderDescribes) {
  // Written out by hand: a journal of years must be checkable by a program that is not ours.
  const std::string text = "64:" + std::string(64, 'a') +
                           "1:7"
                           "24:2026-11-23T20:41:07.123Z"
                           "6:clerk1"
                           "17:document.accepted"
                           "11:document/12"
                           "11:{\"pages\":2}";

  EXPECT_EQ(hash_of(an_entry()), sha256(text));
}

TEST(JournalEntry, TheHashItCarriesIsNotPartOfIt) {
  JournalEntry entry = an_entry();
  const std::string hash = hash_of(entry);

  entry.hash = hash;

  EXPECT_EQ(hash_of(entry), hash);
}

TEST(JournalEntry, AChangeOfAnyFieldChangesTheHash) {
  const std::string hash = hash_of(an_entry());
  for (const Field field : kFields) {
    JournalEntry entry = an_entry();
    entry.*field += "x";
    EXPECT_NE(hash_of(entry), hash);
    entry = an_entry();
    (entry.*field).clear();
    EXPECT_NE(hash_of(entry), hash);
  }
  JournalEntry entry = an_entry();
  ++entry.number;
  EXPECT_NE(hash_of(entry), hash);
  entry = an_entry();
  entry.at += std::chrono::milliseconds(1);
  EXPECT_NE(hash_of(entry), hash);
}

TEST(JournalEntry, MovingBytesFromOneFieldToAnotherChangesTheHash) {
  const JournalEntry original = an_entry();
  std::set<std::string> hashes{hash_of(original)};
  std::size_t variants = 1;
  for (const Field from : kFields) {
    for (const Field to : kFields) {
      if (from == to) continue;
      JournalEntry moved = original;
      moved.*to += moved.*from;
      (moved.*from).clear();
      hashes.insert(hash_of(moved));
      moved = original;
      moved.*to += (moved.*from).back();
      (moved.*from).pop_back();
      hashes.insert(hash_of(moved));
      variants += 2;
    }
  }
  EXPECT_EQ(hashes.size(), variants);
}

TEST(JournalEntry, AFieldThatImitatesTheLengthMarksIsNotTakenForTwo) {
  JournalEntry plain = an_entry();
  plain.actor = "a";
  plain.event = "b";
  plain.subject = "c";
  JournalEntry imitating = plain;
  imitating.actor = "a1:b";
  imitating.event = "";
  imitating.subject = "c";
  JournalEntry shifted = plain;
  shifted.actor = "";
  shifted.event = "1:a1:b";

  EXPECT_NE(hash_of(plain), hash_of(imitating));
  EXPECT_NE(hash_of(plain), hash_of(shifted));
  EXPECT_NE(hash_of(imitating), hash_of(shifted));
}

TEST(JournalEntry, LengthsAreBytesSoTextOfAnyLanguageIsSafe) {
  JournalEntry russian = an_entry();
  russian.details = "ё";
  JournalEntry apart = an_entry();
  apart.details = "\xD1";

  EXPECT_NE(hash_of(russian), hash_of(apart));
  EXPECT_TRUE(is_sha256(hash_of(russian)));
}

TEST(JournalEntry, TheFirstHashHasTheFormOfAHash) { EXPECT_TRUE(is_sha256(kFirstHash)); }

}  // namespace
}  // namespace fonds
