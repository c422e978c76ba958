import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTestLine } from '@daricheh/server/testing';
import { findProgram } from '@daricheh/shared/testing';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const pdftoppm = findProgram('pdftoppm');
const size = 22;
const dotsPerInch = 150;
/** Of 255: what is darker is ink. */
const inkBelow = 128;

type Picture = { readonly width: number; readonly height: number; readonly isInk: (x: number, y: number) => boolean };

/** Joined letters, one of each form; marks; brackets; numbers of both kinds; a half space; a Latin word between Persian ones. */
const lines = ['سازمان امور مالیاتی کشور', 'مبلغ: ۱٬۲۵۰٬۰۰۰ ریال (۱۴۰۵/۹/۲)', 'می‌شود، لاله‌زار، مُحَمَّد', 'نامه به tax office شمارهٔ 2026'];

test('Persian on a receipt looks as Chromium prints it', async ({ wallet }, testInfo) => {
  testInfo.skip(pdftoppm === undefined, 'pdftoppm is not on this machine');
  const page = await wallet.context.newPage();
  for (const line of lines) {
    const { pdf, font } = await printTestLine(line, size);
    const [ours, theirs] = [takeInk(pdf), takeInk(await printByChromium(page, line, font))];
    expect(Math.abs(ours.width - theirs.width), line).toBeLessThanOrEqual(2);
    expect(Math.abs(ours.height - theirs.height), line).toBeLessThanOrEqual(2);
    expect(Math.min(shareFound(ours, theirs), shareFound(theirs, ours)), line).toBeGreaterThan(0.99);
  }
});

async function printByChromium(page: Page, line: string, font: Uint8Array): Promise<Uint8Array> {
  const source = `data:font/ttf;base64,${Buffer.from(font).toString('base64')}`;
  await page.setContent(
    `<html lang="fa" dir="rtl"><style>@font-face { font-family: Own; src: url(${source}) } body { margin: 80pt 60pt; font: ${size}pt Own; white-space: nowrap }</style><body>${line}`,
  );
  await page.evaluate(() => document.fonts.ready);
  return page.pdf({ format: 'A4' });
}

/** What is printed on the first page, without the white around it. */
function takeInk(pdf: Uint8Array): Picture {
  const folder = mkdtempSync(join(tmpdir(), 'daricheh-print-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    spawnSync(pdftoppm ?? '', ['-gray', '-r', String(dotsPerInch), '-singlefile', 'page.pdf', 'page'], { cwd: folder });
    return crop(readPgm(readFileSync(join(folder, 'page.pgm'))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readPgm(file: Buffer): Picture {
  const [head = '', width = '0', height = '0'] = /^P5\s(\d+) (\d+)\s\d+\s/.exec(file.subarray(0, 64).toString('latin1')) ?? [];
  const pixels = file.subarray(head.length);
  const [columns, rows] = [Number(width), Number(height)];
  const isInside = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < columns && y < rows;
  return { width: columns, height: rows, isInk: (x, y) => isInside(x, y) && (pixels[y * columns + x] ?? 255) < inkBelow };
}

function crop(picture: Picture): Picture {
  const points = [...listInk(picture)];
  const [left, top] = [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
  const [right, bottom] = [Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))];
  return { width: right - left + 1, height: bottom - top + 1, isInk: (x, y) => picture.isInk(left + x, top + y) };
}

/** The share of one picture's ink that the other has too, or right beside it: the same letter may begin within another pixel. */
function shareFound(one: Picture, other: Picture): number {
  const ink = [...listInk(one)];
  const around = [-1, 0, 1];
  const found = ink.filter(([x, y]) => around.some((right) => around.some((down) => other.isInk(x + right, y + down))));
  return found.length / ink.length;
}

function* listInk({ width, height, isInk }: Picture): Generator<readonly [x: number, y: number]> {
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isInk(x, y)) yield [x, y];
}
