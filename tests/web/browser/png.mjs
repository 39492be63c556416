// What a PNG is made of: node's own deflate, and the check sums of its chunks.
import { deflateSync } from 'node:zlib';

const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

export function crc32Of(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  const four = Buffer.alloc(4);
  four.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return four;
}

export const deflated = (bytes) => deflateSync(bytes);
