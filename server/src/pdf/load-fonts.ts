import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Bytes } from '@daricheh/shared/credential';
import type { Font, Buffer as ShapingBuffer } from 'harfbuzzjs';

export const fontWeights = ['regular', 'bold'] as const;
export type FontWeight = (typeof fontWeights)[number];

export type SheetFont = {
  readonly weight: FontWeight;
  readonly postScriptName: string;
  readonly bytes: Bytes;
  readonly unitsPerEm: number;
  readonly ascender: number;
  readonly descender: number;
  /** xMin, yMin, xMax, yMax in the font's units. */
  readonly box: readonly number[];
  /** A glyph that takes no room. */
  readonly roomless: number;
  readonly hb: Font;
};

/** The library, loaded with its fonts when the first sheet is made: a server that makes none is not slowed by it. */
export type ShapingTools = {
  readonly fonts: Readonly<Record<FontWeight, SheetFont>>;
  /** Glyphs of that text, which has one direction, in the order in which they are drawn. */
  readonly shape: (font: SheetFont, text: string, isRightToLeft: boolean) => readonly ShapedGlyph[];
};

/** As harfbuzz gives it, in the font's units. `cluster`: where in the text what it stands for begins. */
export type ShapedGlyph = {
  readonly id: number;
  readonly cluster: number;
  readonly advance: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

/** Vazirmatn as static TrueType, Arabic and Latin in one file (OFL-1.1): the web font of the pages is cut in two and packed. */
const files: Readonly<Record<FontWeight, { readonly file: string; readonly postScriptName: string }>> = {
  regular: { file: '400Regular/Vazirmatn_400Regular.ttf', postScriptName: 'Vazirmatn-Regular' },
  bold: { file: '700Bold/Vazirmatn_700Bold.ttf', postScriptName: 'Vazirmatn-Bold' },
};

/** Beh with fatha. */
const letterWithMark = '\u0628\u064E';

const findPackageFile = createRequire(import.meta.url).resolve;
let loaded: Promise<ShapingTools> | undefined;

/** Where the font of that weight lies. */
export function findFontFile(weight: FontWeight): string {
  return findPackageFile(`@expo-google-fonts/vazirmatn/${files[weight].file}`);
}

/** Loads once. */
export function loadShapingTools(): Promise<ShapingTools> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<ShapingTools> {
  const hb = await import('harfbuzzjs');
  const buffer: ShapingBuffer = new hb.Buffer();
  const shapeWith = (font: Font, text: string, isRightToLeft: boolean): readonly ShapedGlyph[] => {
    buffer.reset();
    // Each mark keeps the place of its own letter in the text, so that both can be read out again.
    buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS);
    buffer.addText(text);
    buffer.setDirection(isRightToLeft ? hb.Direction.RTL : hb.Direction.LTR);
    buffer.setLanguage('fa');
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    return buffer.getGlyphInfosAndPositions().map(({ codepoint, cluster, xAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
      ...{ id: codepoint, cluster, advance: xAdvance, xOffset, yOffset },
    }));
  };
  const open = async (weight: FontWeight): Promise<SheetFont> => {
    const bytes = new Uint8Array(await readFile(findFontFile(weight)));
    const face = new hb.Face(new hb.Blob(bytes));
    const font = new hb.Font(face);
    const { ascender, descender } = font.hExtents();
    const roomless = shapeWith(font, letterWithMark, true).find(({ advance }) => advance === 0);
    if (roomless === undefined) throw new Error('The font has no mark that stands over its letter.');
    const common = { weight, postScriptName: files[weight].postScriptName, bytes, unitsPerEm: face.upem, hb: font };
    return { ...common, ascender, descender, roomless: roomless.id, box: readBox(face.referenceTable('head')) };
  };
  const [regular, bold] = await Promise.all([open('regular'), open('bold')]);
  return { fonts: { regular, bold }, shape: (font, text, isRightToLeft) => shapeWith(font.hb, text, isRightToLeft) };
}

/** @see OpenType, table `head` */
function readBox(head: Uint8Array | undefined): readonly number[] {
  if (head === undefined) throw new Error('The font has no table `head`.');
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return [36, 38, 40, 42].map((at) => view.getInt16(at));
}
