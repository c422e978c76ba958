import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkedRules, checkReasons, rulesOf, rulesOfSome } from '@daricheh/shared/checking';
import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { writeLocalProofFile } from '@daricheh/shared/local-proof';
import { hashManifest, writeSubmissionFile } from '@daricheh/shared/submission';
import {
  buildTestManifest,
  createTestFileWorld,
  createTestProofWorld,
  sha256,
  type TestFileWorld,
  testTime,
  toPem,
} from '@daricheh/shared/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { getText, languages } from '../text/text.ts';

let made: TestFileWorld;
let all: string;
let folder: string;
let file: string;
let root: string;

beforeAll(async () => {
  all = mkdtempSync(join(tmpdir(), 'daricheh-check-'));
  made = await createTestFileWorld();
  root = join(all, 'root.pem');
  writeFileSync(root, toPem(made.root).certPem);
});
afterAll(() => rmSync(all, { recursive: true, force: true }));
beforeEach(async () => {
  folder = mkdtempSync(join(all, 'case-'));
  file = join(folder, 'form.json');
  writeFileSync(file, writeSubmissionFile(await made.makeFile()));
});

async function check(...args: string[]) {
  return checkAt(new Date(testTime.getTime() + 60_000), ...args);
}

async function checkAt(now: Date, ...args: string[]) {
  const lines: string[] = [];
  const exit = await run(['check', ...args], {
    readText: (path) => readFile(path, 'utf8'),
    listFolder: async (path) => {
      if (!(await stat(path)).isDirectory()) return null;
      const names = (await readdir(path, { withFileTypes: true }))
        .filter((entry) => entry.isFile() || entry.name === 'locked.json')
        .map(({ name }) => name);
      return names.map((name) => ({
        ...{ name, size: statSync(join(path, name)).size },
        read: async () => Uint8Array.from(readFileSync(join(path, name))),
      }));
    },
    getJson: () => Promise.reject(new Error('no network')),
    now: () => now,
    write: (line) => lines.push(line),
  });
  return { exit, lines, text: lines.join('\n') };
}

/** Changes one letter of the receipt's seal. */
function tamper(): void {
  const parsed = JSON.parse(readFileSync(file, 'utf8')) as { receipt: string };
  writeFileSync(file, JSON.stringify({ ...parsed, receipt: parsed.receipt.replace(/.$/, (letter) => (letter === 'A' ? 'Q' : 'A')) }));
}

describe('one file', () => {
  it('that is sound is valid, as of its time stamp and by whose clock, in both languages', async () => {
    const english = await check(file, '--root', root, '--lang', 'en');
    expect(english.exit).toBe(0);
    expect(english.lines).toContainEqual(
      expect.stringMatching(/✔ Valid \(as of .*1 June 2026.*, by the clock of an authority that is not the agency\)/),
    );
    const persian = await check(file, '--root', root);
    expect(persian.exit).toBe(0);
    expect(persian.lines).toContainEqual(expect.stringMatching(/✔ معتبر \(در .*۱۱ خرداد ۱۴۰۵.*، به ساعت مرجعی جز خود نهاد\)/));
  });

  it('E13: that was changed is invalid, and the rule says so', async () => {
    tamper();
    const { exit, lines } = await check(file, '--root', root, '--lang', 'en');
    expect(exit).toBe(1);
    expect(lines).toContainEqual(expect.stringContaining('✘ Receipt: does not hold'));
    expect(lines).toContainEqual(expect.stringContaining('✘ Invalid'));
  });

  it('cannot be proven in ten years, when nobody has renewed its time stamp', async () => {
    const { exit, lines } = await checkAt(new Date('2036-06-01T12:00:00Z'), file, '--root', root, '--lang', 'en');
    expect(exit).toBe(3);
    expect(lines).toContainEqual(expect.stringContaining('? Cannot be proven'));
    expect(lines).not.toContainEqual(expect.stringContaining('✔ Valid'));
  });

  it('is not called valid without a root, whose fingerprint is shown as openssl shows it', async () => {
    const { exit, text } = await check(file, '--lang', 'en');
    expect(exit).toBe(3);
    expect(text).toMatch(/Whose root this is was not checked.*([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  });

  it('is told to machines as one JSON document', async () => {
    const { exit, text } = await check(file, '--root', root, '--json');
    expect(exit).toBe(0);
    const { files } = JSON.parse(text) as { files: { name: string; verdict: string; findings: { rule: string }[] }[] };
    expect(files).toMatchObject([{ name: 'form.json', verdict: 'valid' }]);
    expect(files[0]?.findings.map(({ rule }) => rule)).toEqual(rulesOf.submission.filter((rule) => !rulesOfSome.has(rule)));
  });

  it.each([
    ['is none', ['./nowhere.json'], /could not be read/],
    ['is something else', ['ROOT'], /no saved signed form, no receipt as PDF and no record/],
  ])('that %s is said', async (_what, args, expected) => {
    const { exit, text } = await check(...args.map((arg) => (arg === 'ROOT' ? root : arg)), '--lang', 'en');
    expect(exit).toBe(2);
    expect(text).toMatch(expected);
  });

  it.each([
    ['a trust list without a root', ['--trust-list', 'list']],
    ['an option that there is not', ['--at', '2030-01-01']],
    ['an option of another command', ['--checkpoint', 'x']],
    ['a language that there is not', ['--lang', 'xx']],
  ])('with %s is not understood', async (_what, args) => {
    const { exit, lines } = await check(file, ...args);
    expect(exit).toBe(2);
    expect(lines).toEqual(languages.map((language) => getText(language).usage));
  });
});

describe('B23: a record of what was sent', () => {
  it('is valid as that alone: in both languages the report says that nobody confirmed it', async () => {
    writeFileSync(file, writeLocalProofFile(await (await createTestProofWorld(made.root)).makeFile()));
    const english = await check(file, '--root', root, '--lang', 'en');
    expect(english.exit).toBe(0);
    expect(english.text).toMatch(/\? Arrival: cannot be proven\n.*The agency never confirmed this/);
    expect(english.lines).toContainEqual(expect.stringMatching(/✔ Valid as the sender’s own record; the agency has confirmed nothing/));
    const persian = await check(file, '--root', root);
    expect(persian.text).toMatch(/\? رسیدن به نهاد: اثبات‌ناپذیر\n.*نهاد هرگز این را تأیید نکرده است/);
    expect(persian.lines).toContainEqual(expect.stringContaining('معتبر، تنها به‌عنوان سند خود فرستنده'));
  });

  it('with another picture is invalid; under no root it cannot be proven; a part of it cannot be read', async () => {
    const { makeFile } = await createTestProofWorld(made.root);
    const text = writeLocalProofFile(await makeFile());
    writeFileSync(file, text);
    expect((await check(file)).exit).toBe(3);
    writeFileSync(file, writeLocalProofFile({ ...(await makeFile()), picture: 'b3RoZXI' }));
    const { exit, lines } = await check(file, '--root', root, '--lang', 'en');
    expect(exit).toBe(1);
    expect(lines).toContainEqual(expect.stringContaining('✘ Picture: does not hold'));
    writeFileSync(file, text.slice(0, 400));
    expect((await check(folder, '--root', root)).exit).toBe(2);
  });
});

/** Without the signs around values that keep their direction. */
const clean = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

describe('E14: what a file says is told in its own place', () => {
  const lie = 'Return\u001b[2J\n  ✔ Valid (as of today)\u202e';

  it.each(['title', 'agency', 'signer', 'name'] as const)('its %s ends no line and turns none', async (where) => {
    const sound = buildTestManifest(made.form, { at: testTime });
    const words = { fa: lie, en: lie };
    const attachment = { slot: 'proof', label: words, name: lie, mediaType: 'application/pdf', sha256: 'A'.repeat(43), size: 1 };
    const manifest = {
      ...sound,
      ...(where === 'title' && { title: words }),
      ...(where === 'agency' && { agency: { ...sound.agency, name: words } }),
      ...(where === 'signer' && { signers: ['a', 'b'].map((id) => ({ id, label: words })) }),
      ...(where === 'name' && { attachments: [attachment] }),
    };
    const envelopes = where === 'signer' ? await made.makeCoFile({ manifest, signers: asRoles() }) : await made.makeFile({ manifest });
    writeFileSync(file, writeSubmissionFile(envelopes));
    for (const language of languages) {
      const { lines } = await check(file, '--lang', language);
      expect(lines.some((line) => line.includes('✔ Valid (as of today)'))).toBe(true);
      expect(lines.filter((line) => /[\n\u001b\u202e]/.test(line) || line.startsWith('  ✔ Valid'))).toEqual([]);
    }
  });

  const asRoles = () => [
    { role: 'a', citizen: made.citizen },
    { role: 'b', citizen: made.spouse },
  ];

  it('and no sign of it commands a terminal where machines read', async () => {
    const csi = '\u009b2J\u202e';
    const manifest = { ...buildTestManifest(made.form, { at: testTime }), title: { fa: csi, en: csi } };
    writeFileSync(file, writeSubmissionFile(await made.makeFile({ manifest })));
    const { text } = await check(file, '--json');
    expect(text).not.toMatch(/[\u007f-\u009f\u202a-\u202e]/);
    expect(JSON.parse(text)).toMatchObject({ files: [{ about: { title: { en: csi } } }] });
  });

  it('and so is its own name', async () => {
    const named = 'form\n  ✔ Valid.json';
    writeFileSync(join(folder, named), readFileSync(file));
    const { lines } = await check(folder, '--lang', 'en');
    expect(lines.filter((line) => line.includes('\n') || line.startsWith('  ✔ Valid'))).toEqual([]);
    expect(lines).toContain('form ✔ Valid.json');
  });
});

describe('a folder', () => {
  const attachment = new TextEncoder().encode('%PDF-1.7');

  it('has each saved form in it checked, and the worst counts', async () => {
    writeFileSync(join(folder, 'notes.json'), '{}');
    mkdirSync(join(folder, 'deeper'));
    writeFileSync(join(folder, 'second.json'), writeSubmissionFile(await made.makeFile({ clock: null })));
    const sound = await check(folder, '--root', root, '--lang', 'en');
    expect(sound.exit).toBe(0);
    expect(sound.lines.at(-1)).toBe('Valid: 2; invalid: 0; cannot be proven: 0; cannot be read: 0.');
    writeFileSync(join(folder, 'torn.json'), readFileSync(file, 'utf8').slice(0, 500));
    expect((await check(folder, '--root', root)).exit).toBe(2);
    tamper();
    const worst = await check(folder, '--root', root, '--lang', 'en');
    expect(worst.exit).toBe(1);
    expect(worst.lines.at(-1)).toBe('Valid: 1; invalid: 1; cannot be proven: 0; cannot be read: 1.');
  });

  it('is searched for attachments by their content, whatever their name', async () => {
    const named = {
      slot: 'proof',
      label: { fa: 'گواه', en: 'Proof' },
      name: 'proof.pdf',
      mediaType: 'application/pdf',
      sha256: encodeBase64Url(await sha256(attachment)),
      size: attachment.length,
    };
    const manifest = { ...buildTestManifest(made.form, { at: testTime }), attachments: [named] };
    writeFileSync(file, writeSubmissionFile(await made.makeFile({ manifest })));
    const tell = async () => (await check(file, '--root', root, '--lang', 'en')).text.match(/. Attachment: [a-z ]+/)?.[0];
    expect(await tell()).toBe('– Attachment: not checked');
    writeFileSync(join(folder, 'renamed.bin'), attachment);
    expect(await tell()).toBe('✔ Attachment: holds');
    rmSync(join(folder, 'renamed.bin'));
    writeFileSync(join(folder, 'proof.pdf'), attachment.with(3, 0));
    expect(await tell()).toBe('✘ Attachment: does not hold');
  });

  it('of which one cannot be read has the others checked', async () => {
    mkdirSync(join(folder, 'locked.json'));
    const { exit, lines } = await check(folder, '--root', root, '--lang', 'en');
    expect([exit, lines.at(-1)]).toEqual([2, 'Valid: 1; invalid: 0; cannot be proven: 0; cannot be read: 1.']);
  });

  it('links what amends a case to what was sent first, each in its own words', async () => {
    const first = await made.makeFile();
    const caseNumber = 'T-1405-0001';
    const manifestHash = await hashManifest(decodeBase64Url(first.envelope.jws.payload), sha256);
    const manifest = buildTestManifest(made.form, { at: testTime, amends: { caseNumber, manifestHash } });
    const second = await made.makeFile({ manifest, receipt: { caseNumber: 'T-1405-0002' } });
    writeFileSync(file, writeSubmissionFile(first));
    writeFileSync(join(folder, 'second.json'), writeSubmissionFile(second));
    const { exit, text } = await check(folder, '--root', root, '--lang', 'en');
    expect(exit).toBe(0);
    expect(clean(text)).toContain(`Amends case ${caseNumber}; what was signed then has the SHA-256 (base64url) ${manifestHash}.`);
    expect(clean(text)).toContain('Another was sent in its place, says the file second.json beside it.');
    expect(clean(text)).toMatch(/✔ Earlier case: holds\n.*acknowledged that this amends case T-1405-0001/);
    expect(clean(text)).toMatch(/✔ Earlier submission: holds\n.*form\.json lies beside/);
    const persian = clean((await check(folder, '--root', root)).text);
    expect(persian).toContain(`پروندهٔ ${caseNumber} را اصلاح می‌کند`);
    expect(persian).toContain('فایل second.json که در کنار است می‌گوید که به جای این، فرم دیگری فرستاده شده است.');
    // Given alone it finds its neighbour, too; the one without the other is as good as before.
    expect(clean((await check(join(folder, 'second.json'), '--root', root, '--lang', 'en')).text)).toContain('✔ Earlier submission: holds');
    writeFileSync(file, writeSubmissionFile(await made.makeFile()));
    const other = await check(join(folder, 'second.json'), '--root', root, '--lang', 'en');
    expect(other.exit).toBe(1);
    expect(clean(other.text)).toMatch(
      /✘ Earlier submission: does not hold\n.*form\.json lies beside as what was sent in case T-1405-0001, and is not/,
    );
    rmSync(file);
    expect((await check(join(folder, 'second.json'), '--root', root)).exit).toBe(0);
  });

  it('without any is said', async () => {
    rmSync(file);
    const { exit, text } = await check(folder, '--lang', 'en');
    expect(exit).toBe(2);
    expect(text).toMatch(/No saved signed form, receipt or record/);
  });
});

it.each(languages)('every rule and every reason has its words (%s)', (language) => {
  const { check: text } = getText(language);
  const facts = { name: 'n', needs: 'form' };
  const sentences = [
    ...checkedRules.flatMap((rule) => [text.rules[rule].name, text.rules[rule].holds(facts), text.rules[rule].fails]),
    ...checkReasons.map((reason) => text.reasons[reason](facts)),
  ];
  expect(sentences.filter((sentence) => sentence.trim() === '' || sentence.includes('undefined'))).toEqual([]);
});
