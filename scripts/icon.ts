/** Draws the icons of the extension and the task: two links of a chain on a rounded square. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { projectRoot } from './generated-files.ts';

type Colour = readonly [red: number, green: number, blue: number];

const background: Colour = [15, 76, 129];
const front: Colour = [255, 255, 255];
const back: Colour = [126, 200, 247];

/** Distance from a point to a stadium of half length and radius around the origin, lying along x; negative inside. */
function stadium(x: number, y: number, half: number, radius: number): number {
  return Math.hypot(Math.max(Math.abs(x) - half, 0), y) - radius;
}

/** Distance to the outline of a link whose middle is `shift` along the diagonal. All lengths are parts of the side. */
function link(x: number, y: number, shift: number): number {
  const along = (x + y) * Math.SQRT1_2 - shift;
  const across = (y - x) * Math.SQRT1_2;
  return Math.abs(stadium(along, across, 0.1, 0.12)) - 0.038;
}

/** The colour at a point of the unit square, from -0.5 to 0.5, or undefined outside the rounded square. */
function colourAt(x: number, y: number): Colour | undefined {
  const [dx, dy] = [Math.max(Math.abs(x) - 0.38, 0), Math.max(Math.abs(y) - 0.38, 0)];
  if (Math.hypot(dx, dy) > 0.12) return undefined;
  const [upper, lower] = [link(x, y, -0.13), link(x, y, 0.13)];
  // The links pass through each other: on one side of the diagonal one is on top, on the other side the other.
  const upperOnTop = y > x;
  const [top, topColour, below, belowColour] = upperOnTop
    ? ([upper, front, lower, back] as const)
    : ([lower, back, upper, front] as const);
  if (top <= 0) return topColour;
  if (top <= 0.022) return background;
  return below <= 0 ? belowColour : background;
}

/** Samples in a pixel along each side, for smooth edges. */
const samples = 8;

/** One pixel as red, green, blue and alpha. */
function pixel(column: number, row: number, size: number): readonly number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let index = 0; index < samples * samples; index++) {
    const x = (column + ((index % samples) + 0.5) / samples) / size - 0.5;
    const y = (row + (Math.floor(index / samples) + 0.5) / samples) / size - 0.5;
    const colour = colourAt(x, y);
    if (!colour) continue;
    covered++;
    for (const [channel, value] of colour.entries()) sum[channel] = (sum[channel] as number) + value;
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((value) => Math.round(value / covered)), Math.round((255 * covered) / samples ** 2)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of the mark, `size` pixels on each side. */
function icon(size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, row) => {
    return [0, ...Array.from({ length: size }, (__, column) => pixel(column, row, size)).flat()];
  });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

writeFileSync(join(projectRoot, 'task/icon.png'), icon(128));
writeFileSync(join(projectRoot, 'task/task-icon.png'), icon(32));
