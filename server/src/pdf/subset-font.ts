import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Bytes } from '@daricheh/shared/credential';
import * as z from 'zod/mini';

/** What is called of harfbuzz's own subsetter, for which harfbuzzjs ships the module and no wrapper. @see https://harfbuzz.github.io/harfbuzz-hb-subset.html */
const subsetter = z.object({
  memory: z.custom<{ readonly buffer: ArrayBuffer }>((value) => typeof value === 'object'),
  _initialize: z.custom<() => void>(isFunction),
  malloc: z.custom<(length: number) => number>(isFunction),
  free: z.custom<(at: number) => void>(isFunction),
  hb_blob_create: z.custom<(at: number, length: number, mode: number, data: number, destroy: number) => number>(isFunction),
  hb_blob_destroy: z.custom<(blob: number) => void>(isFunction),
  hb_blob_get_length: z.custom<(blob: number) => number>(isFunction),
  hb_blob_get_data: z.custom<(blob: number, length: number) => number>(isFunction),
  hb_face_create: z.custom<(blob: number, index: number) => number>(isFunction),
  hb_face_destroy: z.custom<(face: number) => void>(isFunction),
  hb_face_reference_blob: z.custom<(face: number) => number>(isFunction),
  hb_set_add: z.custom<(set: number, value: number) => void>(isFunction),
  hb_subset_input_create_or_fail: z.custom<() => number>(isFunction),
  hb_subset_input_destroy: z.custom<(input: number) => void>(isFunction),
  hb_subset_input_glyph_set: z.custom<(input: number) => number>(isFunction),
  hb_subset_input_set: z.custom<(input: number, kind: number) => number>(isFunction),
  hb_subset_input_set_flags: z.custom<(input: number, flags: number) => void>(isFunction),
  hb_subset_or_fail: z.custom<(face: number, input: number) => number>(isFunction),
});
type Subsetter = z.infer<typeof subsetter>;

/** HB_MEMORY_MODE_WRITABLE: the bytes are ours to give away. */
const writableMemory = 2;
/** HB_SUBSET_SETS_DROP_TABLE_TAG. */
const dropTables = 3;
/** HB_SUBSET_FLAGS_NO_HINTING and HB_SUBSET_FLAGS_RETAIN_GIDS: what was shaped names glyphs by number. */
const subsetFlags = 0x1 | 0x2;

/** A PDF names glyphs itself: what maps letters to them, shapes or names them is not needed in it. @see ISO 32000-1, section 9.9 */
const unneeded = ['GSUB', 'GPOS', 'GDEF', 'STAT', 'cmap', 'name', 'post', 'prep', 'gasp'];

let loaded: Promise<Subsetter> | undefined;

/** The font (TrueType) with those glyphs alone, each under its own number still. */
export async function subsetFont(font: Bytes, glyphs: Iterable<number>): Promise<Bytes> {
  loaded ??= loadSubsetter();
  return runSubset(await loaded, font, glyphs);
}

async function loadSubsetter(): Promise<Subsetter> {
  const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file));
  const exported = subsetter.parse(instance.exports);
  exported._initialize();
  return exported;
}

function runSubset(hb: Subsetter, font: Bytes, glyphs: Iterable<number>): Bytes {
  const at = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, at);
  const blob = hb.hb_blob_create(at, font.length, writableMemory, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const dropped = hb.hb_subset_input_set(input, dropTables);
  for (const table of unneeded) hb.hb_set_add(dropped, Buffer.from(table).readUInt32BE());
  hb.hb_subset_input_set_flags(input, subsetFlags);
  const subset = hb.hb_subset_or_fail(face, input);
  if (subset === 0) throw new Error('The font could not be cut down.');
  const written = hb.hb_face_reference_blob(subset);
  const start = hb.hb_blob_get_data(written, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(written));
  hb.hb_blob_destroy(written);
  hb.hb_face_destroy(subset);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(at);
  return bytes;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}
