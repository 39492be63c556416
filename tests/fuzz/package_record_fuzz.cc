// The records of a transfer package from elsewhere: refused, or understood so wholly that they can
// be written again and mean the same.
#include "fuzz_input.h"
#include "retention/package_layout.h"
#include "retention/package_record.h"
#include "retention/package_record_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fonds;
  const std::string_view record = input_of(data, size);
  const VolumeKey key{2024, "02-05", 1};
  PackageDocument named;
  named.place = 1;
  named.accession = "2026-000001";
  runs({Fault::corrupt}, [&] {
    const TransferPackage read = package_from(record);
    require(package_record(package_from(package_record(read))) == package_record(read));
  });
  runs({Fault::corrupt}, [&] {
    const PackageVolume read = volume_from(record, key);
    require(volume_record(volume_from(volume_record(read), key)) == volume_record(read));
  });
  runs({Fault::corrupt}, [&] {
    PackageVolume volume;
    volume.key = key;
    const PackageDocument read = document_from(record, key, named);
    const std::string written = document_record(volume, read);
    require(document_record(volume, document_from(written, key, named)) == written);
  });
  return 0;
}
