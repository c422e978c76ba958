// Asks a citizen for a document and verifies what their wallet shows, in your own back end.
//
//   node verify.ts ask                 writes pending.json, prints the request for navigator.credentials.get
//   node verify.ts check answer.json   prints what was shown, or why it was refused
//
// In the folder where it runs: your seal (seal.cert.pem, seal.key.pem), the root (root.pem) and the trust list (trust-list.jwt).
// Newer trust lists are kept beside them (trust-list.json).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { createVerifier, explainRefusal, pendingRequest } from '@daricheh/shared/agency';

const read = (name: string): string => readFileSync(name, 'utf8').trim();

const verifier = await createVerifier({
  origin: process.env['AGENCY_ORIGIN'] ?? 'https://agency.example',
  seal: { certificatePem: read('seal.cert.pem'), keyPem: read('seal.key.pem') },
  anchorsPem: read('root.pem'),
  trustList: existsSync('trust-list.json') ? JSON.parse(read('trust-list.json')) : read('trust-list.jwt'),
  keepTrustList: (tokens) => writeFileSync('trust-list.json', JSON.stringify(tokens)),
  reportTrustProblem: (problem) => process.stderr.write(`No newer trust list: ${String(problem)}\n`),
  crypto: globalThis.crypto,
  fetch: globalThis.fetch,
});

const [command, answerFile = ''] = process.argv.slice(2);
if (command === 'ask') {
  const { request, pending } = await verifier.ask([
    { document: 'identity', data: ['given-name', 'national-id'], optional: ['family-name'] },
  ]);
  // Keep it with the visitor's session, where nobody else reads it, and forget it once it was answered.
  writeFileSync('pending.json', JSON.stringify(pending));
  process.stdout.write(`${JSON.stringify(request)}\n`);
} else {
  try {
    const [identity] = await verifier.check(pendingRequest.parse(JSON.parse(read('pending.json'))), JSON.parse(read(answerFile)));
    process.stdout.write(`${JSON.stringify(identity?.data)}\n`);
  } catch (error) {
    const { code, fa, en } = explainRefusal(error);
    process.stdout.write(`${code}\n${fa}\n${en}\n`);
    process.exitCode = 1;
  }
}
