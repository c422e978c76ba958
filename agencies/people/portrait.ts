import { crc32, deflateSync } from 'node:zlib';
import { createRandom, type Random } from './random.ts';

type Colour = readonly [red: number, green: number, blue: number];
/** How much of a point lies inside, 0 to 1. */
type Shape = (x: number, y: number) => number;
type Layer = { readonly shape: Shape; readonly colour: Colour };

const width = 96;
const height = 120;

/** A drawn head and shoulders that is nobody's likeness, as `data:image/png`, about 4 kB. The same seed draws the same picture. */
export function drawPortrait(seed: number, look: 'man' | 'woman' | 'woman-with-headscarf'): string {
  const random = createRandom(seed);
  const layers = look === 'man' ? manLayers(random) : womanLayers(random, look);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colourAt(layers, x + 0.5, y + 0.5), y * (width * 3 + 1) + 1 + x * 3);
  }
  return `data:image/png;base64,${encodePng(rows).toString('base64')}`;
}

const skins: readonly Colour[] = [
  [241, 204, 177],
  [224, 178, 145],
  [205, 155, 118],
  [176, 124, 88],
];
const cloths: readonly Colour[] = [
  [63, 86, 120],
  [94, 70, 110],
  [52, 104, 96],
  [132, 72, 72],
  [70, 74, 82],
];
const hairs: readonly Colour[] = [
  [38, 30, 28],
  [66, 46, 36],
  [120, 112, 108],
];
const paper: Layer = { shape: () => 1, colour: [232, 236, 239] };

function womanLayers(random: Random, look: 'woman' | 'woman-with-headscarf'): readonly Layer[] {
  const cloth = random.pick(cloths);
  const skin = random.pick(skins);
  const hair = random.pick(hairs);
  const scarf = look === 'woman' ? hair : cloth;
  return [
    paper,
    { shape: ellipse(48, 128, 44, 40), colour: shade(cloth, 0.78) },
    { shape: ellipse(48, 55, 30, 38), colour: scarf },
    {
      shape: ellipse(48, 96, look === 'woman' ? 11 : 24, look === 'woman' ? 16 : 22),
      colour: look === 'woman' ? shade(skin, 0.86) : scarf,
    },
    { shape: ellipse(48, 58, 21, 27), colour: skin },
    { shape: within(ellipse(48, 58, 21, 27), ellipse(48, 28, 22, 14)), colour: hair },
    ...face(skin),
  ];
}

function manLayers(random: Random): readonly Layer[] {
  const skin = random.pick(skins);
  const hair = random.pick(hairs);
  const shirt = random.pick(cloths);
  const bearded = random.below(2) === 0;
  return [
    paper,
    { shape: ellipse(48, 130, 46, 40), colour: shirt },
    { shape: ellipse(48, 92, 11, 16), colour: shade(skin, 0.86) },
    { shape: ellipse(48, 50, 27, 30), colour: hair },
    { shape: ellipse(48, 60, 23, 29), colour: bearded ? shade(hair, 1.1) : skin },
    { shape: ellipse(48, bearded ? 54 : 58, bearded ? 21 : 22, bearded ? 22 : 27), colour: skin },
    ...face(skin),
  ];
}

function face(skin: Colour): readonly Layer[] {
  const dark = shade(skin, 0.35);
  return [
    { shape: ellipse(40, 57, 2.4, 2.6), colour: dark },
    { shape: ellipse(56, 57, 2.4, 2.6), colour: dark },
    { shape: ellipse(40, 51, 4.6, 1.1), colour: dark },
    { shape: ellipse(56, 51, 4.6, 1.1), colour: dark },
    { shape: ellipse(48, 65, 2, 3.4), colour: shade(skin, 0.86) },
    { shape: ellipse(48, 73, 5.6, 1.5), colour: shade(skin, 0.62) },
  ];
}

function ellipse(centreX: number, centreY: number, radiusX: number, radiusY: number): Shape {
  return (x, y) => {
    const distance = Math.hypot((x - centreX) / radiusX, (y - centreY) / radiusY);
    return clamp((1 - distance) * Math.min(radiusX, radiusY) + 0.5);
  };
}

function within(outer: Shape, inner: Shape): Shape {
  return (x, y) => Math.min(outer(x, y), inner(x, y));
}

function colourAt(layers: readonly Layer[], x: number, y: number): Colour {
  return layers.reduce<Colour>((below, { shape, colour }) => mix(below, colour, shape(x, y)), [255, 255, 255]);
}

function mix(below: Colour, above: Colour, share: number): Colour {
  const channel = (index: 0 | 1 | 2) => Math.round(below[index] + (above[index] - below[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

function shade(colour: Colour, factor: number): Colour {
  const channel = (value: number) => Math.min(255, Math.round(value * factor));
  return [channel(colour[0]), channel(colour[1]), channel(colour[2])];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** @see PNG (Third Edition), sections 5 and 11 */
function encodePng(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, true colour, no interlace
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), 4 + body.length);
  return frame;
}
