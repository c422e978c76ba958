// Signs what the fields of your forms ask for. Serve what it prints at /.well-known/daricheh-form-map, as application/jose.
//
//   node form-map.ts
//
// In the folder where it runs: your seal (seal.cert.pem, seal.key.pem).
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { sealFormMap } from '@daricheh/shared/agency';

const read = (name: string): string => readFileSync(name, 'utf8').trim();

const map = await sealFormMap({
  origin: process.env['AGENCY_ORIGIN'] ?? 'https://agency.example',
  seal: { certificatePem: read('seal.cert.pem'), keyPem: read('seal.key.pem') },
  version: 1,
  forms: [
    {
      paths: ['/levy'],
      marks: ['row14', 'row51'],
      fields: [
        { control: 'row14', datum: 'national-id' },
        { control: 'row41', datum: 'national-id', whose: 'partner' },
        { control: 'row51', datum: null },
      ],
    },
  ],
  crypto: globalThis.crypto,
});
process.stdout.write(map);
