import { sentenceOf } from './sentence-of.ts';
import type { Text } from './text-shape.ts';

/** English. */
export const en: Text = {
  usage: [
    'npm run agency -- init FOLDER [options]: makes a new agency’s folder: key, certificate request, secrets, configuration.',
    '',
    '--id ID             short name for programs: a-z, 0-9 and -',
    '--origin ORIGIN     your site, exactly as a browser writes it: https://agency.example',
    '--fa NAME --en NAME your name, in Persian and in English',
    '--like FILE         configuration of another server: takes over its roots, trust list, wallets and clock. Or say them one by one:',
    '--root FILE  --trust-list URL  --wallet ORIGIN  --time-stamps URL',
    '--port N            where the server listens on this machine; the site’s port and one, or 8471',
    'What is there already stays as it is; a key is never replaced.',
    '',
    'npm run agency -- register FOLDER --contact ADDRESS: writes what you hand in for the trust list (registration.json).',
    '',
    'npm run agency -- serve FOLDER: for trying on this machine: your server, and the pages in site/ in front of it.',
    '',
    'npm run agency -- check FOLDER [--page URL]: says what is still missing, and what to do about it.',
    '',
    '--lang fa|en        language of what is said',
    'Exit code: 0 done or ready, 1 refused or something is missing, 2 wrong call or a file that cannot be read.',
  ].join('\n'),
  init: {
    made: {
      sealKey: (file) => `${file}  the key of your seal. It never leaves this folder; keep a copy in a safe`,
      sealRequest: (file) => `${file}  the request for its certificate: this is what you hand to the registrar`,
      apiKey: (file) => `${file}  what your own system shows the server`,
      enrolmentCode: (file) => `${file}  enrols the first administrator, once`,
      roots: (file) => `${file}  the roots that you believe`,
      config: (file) => `${file}  the server’s configuration`,
    },
    kept: (file) => `${file}  was there, and stays as it is`,
    next: ({ sealRequest, sealCertificate }) =>
      `Next: hand ${sealRequest} to the registrar, and put the certificate that comes back here: ${sealCertificate}`,
  },
  register: {
    made: (file) => `${file}  written. Add what else you ask for, and hand it to the office that keeps the trust list.`,
    kept: (file) => `${file}  names this certificate already, and stays as it is.`,
  },
  serve: (address) => `Open ${address} in a browser with the wallet. Ctrl-C ends it.`,
  checks: {
    folder: 'The secrets are yours alone, and the script tag is built.',
    seal: 'The seal is certified for your site, under a root that you believe.',
    list: 'The trust list names your site, your certificate and what you ask for.',
    forms: 'The forms can be published.',
    site: 'Your site hands on to the server what is the server’s.',
    page: 'The page names a form, and the script tag with its digest.',
    time: 'Signatures are time-stamped, and this machine’s clock goes with the authority’s.',
    webhook: 'Somebody listens where events go.',
  },
  findings: {
    'readable-by-others': ({ file }) => ({ what: `Others on this machine can read ${file}.`, todo: `chmod 600 ${file}` }),
    'kit-missing': ({ file }) => ({ what: `The script tag is not built: ${file}`, todo: 'npm run pack' }),
    'certificate-missing': ({ file }) => ({
      what: `Your seal has no certificate yet: ${file}`,
      todo: 'Hand seal.csr.pem to the registrar, and put what comes back there.',
    }),
    'certificate-refused': ({ code }) => ({
      what: `The seal’s certificate does not hold: ${sentenceOf(code, 'en')}`,
      todo: 'Is it the one for this key, and root.pem the root under which it was issued? Ask the registrar for another.',
    }),
    'certificate-of-other-site': ({ origin }) => ({
      what: `The seal’s certificate does not name ${origin}.`,
      todo: 'Make the folder with the right --origin, and ask for a certificate with the request that it makes.',
    }),
    'certificate-ends': ({ days }) => ({
      what: `The seal’s certificate ends in ${days} days.`,
      todo: 'Ask for the next with the same seal.csr.pem, then run register again: the list names both for a while.',
    }),
    'agency-unusable': ({ reason }) => ({ what: `The server cannot start from these files: ${reason}`, todo: 'Mend what is named there.' }),
    'list-none': () => ({
      what: 'The configuration names no trust list, so no document is believed.',
      todo: 'Write "trustListUrl" into server.json: the address at which the office publishes it.',
    }),
    'list-refused': ({ code }) => ({
      what: `The trust list cannot be had or does not hold: ${sentenceOf(code, 'en')}`,
      todo: 'Is the address right, and does this machine reach it? Is root.pem the root under which the list is signed?',
    }),
    'list-late': () => ({ what: 'The trust list is past its time.', todo: 'The office has the next edition; this machine must reach it.' }),
    'origin-not-listed': ({ origin }) => ({
      what: `The trust list does not name ${origin}: wallets sign nothing there.`,
      todo: 'Run register, hand registration.json to the office, and wait for the next edition.',
    }),
    'certificate-not-listed': () => ({
      what: 'The trust list names your site with another certificate: wallets believe no form of yours.',
      todo: 'Run register again, which adds this one, and hand registration.json in once more.',
    }),
    'use-not-listed': () => ({
      what: 'You are not registered to ask who has signed.',
      todo: 'registration.json needs the use "submission", as register writes it. Hand it in once more.',
    }),
    'address-not-listed': ({ address }) => ({
      what: `The trust list does not let answers go to ${address}`,
      todo: 'registration.json needs it under addresses.responseUris and addresses.requestUris. Hand it in once more.',
    }),
    'no-form': () => ({ what: 'There is no form yet.', todo: 'Describe one in a file, and name it in server.json under "formFiles".' }),
    'site-silent': ({ address }) => ({
      what: `Nobody answers at ${address}`,
      todo: 'Start your server and your web server; for a try on this machine: npm run agency -- serve FOLDER',
    }),
    'not-handed-on': ({ address, status }) => ({
      what: `${address} answers ${status}, not the server’s own.`,
      todo: 'Let your web server hand /daricheh/ and /.well-known/ on to the server, with the Host header as the browser sent it.',
    }),
    'other-form': ({ id }) => ({ what: `The running server does not know the form ${id}.`, todo: 'Start the server anew.' }),
    'page-without-form': ({ address }) => ({
      what: `No form on ${address} says which definition it follows.`,
      todo: 'Write data-daricheh-form="/daricheh/forms/…" into its <form>; the id is the one in form.json. Another page: --page URL',
    }),
    'page-without-tag': ({ address, tag }) => ({ what: `${address} lacks the script tag, or has another version’s.`, todo: tag }),
    'page-tag-without-digest': ({ address, tag }) => ({
      what: `${address} takes whatever script comes. With its digest the browser takes these bytes or none:`,
      todo: tag,
    }),
    'time-none': () => ({
      what: 'Signatures are not time-stamped: they prove nothing once a certificate has ended.',
      todo: 'Write "timeStampsFrom" into server.json: an authority that the trust list names.',
    }),
    'time-silent': ({ address }) => ({
      what: `No time stamp that the trust list believes can be had from ${address}`,
      todo: 'Does this machine reach it, and does the list name it? Until then submissions come without one, and get it later.',
    }),
    'clock-off': () => ({
      what: 'This machine’s clock is more than five minutes from the authority’s: time stamps are refused, and wallets’ answers will be.',
      todo: 'Switch on time synchronisation (NTP).',
    }),
    'webhook-silent': ({ url }) => ({ what: `Nobody answers at ${url}`, todo: 'Start what listens there; events wait until then.' }),
  },
  ready: 'Nothing is missing: forms can be signed.',
  missing: (count) => (count === 1 ? 'One thing is missing.' : `${count} things are missing.`),
  problems: {
    'origin-invalid': (what) =>
      `${what} is no origin as a browser writes it: https://agency.example, without a slash at the end. http is for names under .localhost.`,
    'id-invalid': (what) => `${what} is no short name: a letter first, then a-z, 0-9 and -.`,
    'contact-invalid': (what) => `${what} is no address at which somebody answers: mailto:…, tel:… or https://…`,
    'option-missing': (what) => `${what} is missing. Without arguments this command shows what it wants.`,
    'other-agency': (what) => `This folder is of ${what}. Choose another folder; nothing was changed.`,
    'config-invalid': (what) => what,
    'several-agencies': (what) => `${what} serves several agencies; this command is for one.`,
    'key-unusable': (what) => `${what} is no key on P-256 (PKCS #8, PEM). It was left as it is.`,
    'certificate-missing': (what) => `${what} is missing. Hand seal.csr.pem to the registrar, and put what comes back there.`,
    'certificate-of-other-key': (what) => `${what} is a certificate of another key than the seal’s.`,
    'registration-unreadable': (what) => `${what} is no registration any more. Mend it, or move it away and run this again.`,
    'not-this-machine': (what) =>
      `${what} is not a site of this machine, as http://agency.localhost:8480 is. Run the server with npm run server, behind your web server.`,
    'no-pages': (what) => `${what} is missing: put the page with the form there, as index.html.`,
  },
  cannotRead: (file) => `${file} cannot be read.`,
};
