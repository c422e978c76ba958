import { en as check } from '../check/text/en.ts';
import type { Text } from './text-shape.ts';

/** English. */
export const en: Text = {
  usage: [
    'daricheh check FILE|FOLDER [options]: checks a saved signed form, or each in a folder, with nobody’s help.',
    '',
    'FILE                as the wallet saves it (.json); attachments are looked for beside it, by their SHA-256',
    '--root FILE         root certificates (PEM) that you believe; may be given several times. Without one nothing is called valid',
    '--trust-list FILE   a signed trust list in the place of the one in the file; wants --root',
    '--json              for machines',
    '--lang fa|en        language of the report',
    '',
    'Exit code: 0 valid, 1 invalid, 2 could not be read, 3 cannot be proven; of several files the worst.',
    '',
    'daricheh check-log SOURCE [options]: checks an agency’s log, from its first entry to its last.',
    '',
    'SOURCE              address of the agency (https://…), an SQLite database of the server’s (.db, .sqlite),',
    '                    or a file with one entry (JSON) to a line, in their order',
    '--checkpoint FILE   a checkpoint that was kept; may be given several times. Only with one can it be seen that a log was',
    '                    written anew as a whole',
    '--root FILE         root certificates (PEM) under which the agency’s seal on checkpoints must hold',
    '--agency ID         which agency, where a database holds the logs of several',
    '--lang fa|en        language of the report',
    '',
    'Exit code: 0 when everything holds, 1 when something is off, 2 when nothing could be checked.',
  ].join('\n'),
  check,
  findings: {
    unreadable: ({ line }) => `Line ${line} is not an entry of a log.`,
    altered: ({ index }) => `Entry ${index} was altered, or another stands in its place: the root beside it does not follow.`,
    missing: ({ index, last }) => (index === last ? `Entry ${index} is missing.` : `Entries ${index} to ${last} are missing.`),
    misplaced: ({ index }) => `Entry ${index} does not stand where it belongs: it was put in, or changed places.`,
    'clock-back': ({ index }) => `Entry ${index} is dated before the one that precedes it: a clock was put back.`,
    'cut-off': ({ index, last }) => `The end was cut off: entries ${index} to ${last} were there once.`,
    rewritten: ({ index, last }) =>
      `The log was written anew between entry ${index} and entry ${last}: it holds together, and is not the one of the checkpoint that was kept.`,
    'split-view': ({ size }) => `Two checkpoints of ${size} entries differ: different people were shown different logs.`,
    content: ({ index }) => `What entry ${index} stands for was altered, or is gone though it was not erased.`,
    seal: ({ name, what }) => `The checkpoint ${name} does not bear the agency’s valid seal (${what}).`,
  },
  size: (entries) => `Entries: ${entries}`,
  root: (root) => `Root: ${root}`,
  erased: ({ on, entries }) =>
    entries === 1 ? `One entry: erased on ${on}, still in the tree.` : `${entries} entries: erased on ${on}, still in the tree.`,
  checkpoint: ({ name, size, origin, issuedAt }) => `Checkpoint ${name}: ${size} entries of ${origin}, at ${issuedAt}`,
  noRoot: 'Seals on checkpoints were not checked: no root certificate was given (--root).',
  noCheckpoint: 'No kept checkpoint was given (--checkpoint): that the whole log was written anew could not be seen.',
  holds: 'Everything holds.',
  off: (findings) => (findings === 1 ? 'One thing is off.' : `${findings} things are off.`),
  chooseAgency: (agencies) => `The database holds several logs; choose one with --agency: ${agencies.join(', ')}`,
  cannotRead: (source) => `${source} could not be read.`,
};
