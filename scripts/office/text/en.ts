import type { OfficeText } from './text-shape.ts';

/** English. */
export const en: OfficeText = {
  usage: [
    'npm run office -- certify REQUEST CERTIFICATE [options]: certifies an agency’s seal.',
    '',
    'REQUEST        what the agency hands in (seal.csr.pem, PKCS #10)',
    'CERTIFICATE    where the certificate goes; one that is there already and still fits is left as it is',
    '--days N       for how long; 365 when left out',
    '',
    'npm run office -- register REGISTRATION [options]: signs a new edition of the trust list with the agency in it.',
    '',
    'REGISTRATION   what the agency hands in (registration.json); an earlier entry of the same agency is replaced',
    '',
    '--folder FOLDER  the office: root.pem, root.key.pem, trust-list.jwt, trust-list/signer.{key,cert}.pem; the demo’s when left out',
    '--lang fa|en     language of what is said',
    '',
    'Before you do either: is the site the agency’s, may it ask for what it names, does somebody answer at its contact?',
    'Exit code: 0 done, 1 refused, 2 wrong call or a file that cannot be read.',
  ].join('\n'),
  certified: ({ origin, endsAt, file }) => `Certified the seal of ${origin}, until ${endsAt}: ${file}`,
  certifiedBefore: (file) => `${file} is there already, is for the same key and counts for another month at least. Nothing was done.`,
  registered: {
    new: ({ id, origins, serial }) => `${id} (${origins}) stands in the trust list from edition ${serial} on.`,
    changed: ({ id, origins, serial }) => `The entry of ${id} (${origins}) is replaced from edition ${serial} on.`,
    none: ({ id, serial }) => `${id} stands in edition ${serial} exactly so. Nothing was done.`,
  },
  resembles: (origin) => `Look again: its site may be taken for ${origin}, which is another agency’s.`,
  problems: {
    'request-unreadable': (what) => `${what} is no certificate request (PKCS #10, PEM).`,
    'request-unsigned': (what) => `${what} is not signed by the key that it names: whoever made it may not have that key.`,
    'request-key': (what) => `The key of ${what} is not on P-256.`,
    'request-site': (what) => `${what} must name one site as a URI, exactly as a browser writes it: https://agency.example`,
    'other-certificate': (what) => `${what} is there already, and is for another key. Choose another file, or move that one away.`,
    'registration-unreadable': (what) => `This is no registration. What is wrong stands at: ${what}`,
    'registration-without-certificate': () => 'The registration names no certificate. The agency needs its certificate first.',
    'registration-conflict': (what) => `A site or a certificate of ${what} is another agency’s in this list.`,
    'no-office': (what) => `${what} is missing. For the demo’s office run npm start once, or name the office’s folder with --folder.`,
  },
  cannotRead: (file) => `${file} cannot be read.`,
};
