// All a reading process may answer to one request, as a stream of frames behind one byte: 'p' when
// pages were asked for, 't' tables, 'f' a part of a file, 'j' a page's
// picture, anything else when members were. Whatever
// comes, the sinks are told only what is in order and within the limits.
#include <string>

#include "ingest/file_receiver.h"
#include "ingest/member_receiver.h"
#include "ingest/page_receiver.h"
#include "ingest/table_receiver.h"
#include "stream_of_bytes.h"

namespace fonds {
namespace {

constexpr std::uint64_t kMostBytes = 8192;
constexpr std::size_t kMostPages = 3;

class CheckedPages : public RecognitionSink {
 public:
  void page(RecognisedPage&& page, std::string&& thumbnail) override {
    require(page.number == ++pages_ && page.number <= static_cast<int>(kMostPages));
    spend(thumbnail.size());
  }
  void alto(std::string_view bytes) override { spend(bytes.size()); }
  void access_copy(std::string_view bytes) override { spend(bytes.size()); }

 private:
  void spend(std::size_t bytes) {
    bytes_ += bytes;
    require(bytes_ <= kMostBytes);
  }
  int pages_ = 0;
  std::uint64_t bytes_ = 0;
};

class CheckedMembers : public MemberSink {
 public:
  explicit CheckedMembers(const ContainerLimits& limits) : limits_(limits) {}
  void begin(const std::string& name) override {
    require(!open_ && !name.empty() && ++entries_ <= limits_.entries);
    open_ = true;
    member_ = 0;
  }
  void write(std::string_view bytes) override {
    member_ += bytes.size();
    total_ += bytes.size();
    require(open_ && member_ <= limits_.member_bytes && total_ <= limits_.total_bytes);
  }
  void end() override { close(); }
  void refuse(const std::string&, const std::string&) override {
    if (!open_) require(++entries_ <= limits_.entries);
    open_ = false;
  }

 private:
  void close() {
    require(open_);
    open_ = false;
  }
  ContainerLimits limits_;
  bool open_ = false;
  int entries_ = 0;
  std::uint64_t member_ = 0;
  std::uint64_t total_ = 0;
};

void receive_tables(std::string_view stream) {
  TableLimits limits;
  limits.sheets = 2;
  limits.rows = 5;
  limits.columns = 4;
  limits.cells = 12;
  limits.cell_bytes = 16;
  limits.total_bytes = 64;
  TableReceiver receiver(limits);
  MessageChannel channel = channel_saying(stream);
  Message message;
  runs({Fault::unavailable}, [&] {
    while (channel.receive(message) == MessageChannel::Outcome::done) receiver(message);
  });
  const std::vector<Table> tables = receiver.take();
  require(tables.size() <= limits.sheets);
  for (const Table& table : tables) require(table.rows.size() <= limits.rows);
}

template <class Receiver>
bool receive_all(std::string_view stream, Receiver& receiver) {
  MessageChannel channel = channel_saying(stream);
  Message message;
  return runs({Fault::unavailable}, [&] {
    while (channel.receive(message) == MessageChannel::Outcome::done) receiver(message);
    receiver.finish();
  });
}

void receive_file(std::string_view stream, MessageType pieces, FileKind kind) {
  constexpr std::uint64_t kMostFile = 64;
  std::string file;
  const FileReceiver::Sink sink = [&](std::string_view piece) { file += piece; };
  FileReceiver receiver(sink, {pieces, kind, kMostFile});
  const bool whole = receive_all(stream, receiver);
  require(file.size() <= kMostFile);
  require(file.empty() ? !whole : tell_kind(file) == kind);
}

}  // namespace
}  // namespace fonds

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  if (size == 0) return 0;
  const std::string_view input = input_of(data, size);
  if (input.front() == 'p') {
    CheckedPages sink;
    PageReceiver receiver(sink, kMostBytes, kMostPages);
    receive_all(input.substr(1), receiver);
  } else if (input.front() == 't') {
    receive_tables(input.substr(1));
  } else if (input.front() == 'f') {
    receive_file(input.substr(1), MessageType::part_piece, FileKind::pdf);
  } else if (input.front() == 'j') {
    receive_file(input.substr(1), MessageType::picture_piece, FileKind::jpeg);
  } else {
    ContainerLimits limits;
    limits.entries = 4;
    limits.member_bytes = 64;
    limits.total_bytes = 100;
    CheckedMembers sink(limits);
    MemberReceiver receiver(sink, limits);
    receive_all(input.substr(1), receiver);
  }
  return 0;
}
