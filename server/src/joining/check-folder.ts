import { readFolder } from './agency-folder.ts';
import { checkFolderFiles, checkForms, checkSeal } from './checks/check-files.ts';
import { checkList, openList } from './checks/check-list.ts';
import { checkPage, checkSite, checkWebhook } from './checks/check-site.ts';
import { checkTime } from './checks/check-time.ts';
import { type CheckName, type Finding, warnings } from './checks/finding.ts';
import type { ExitCode, JoiningWorld } from './joining-world.ts';
import { type Text, tellFinding } from './text/text.ts';

type Checked = { readonly name: CheckName; readonly findings: readonly Finding[] };

/** Says of each part whether it is ready, and of each thing that is missing what to do about it. Changes nothing, sends nothing of anybody's. */
export async function checkFolder(folder: string, pages: readonly string[], text: Text, world: JoiningWorld): Promise<ExitCode> {
  const checked = await runChecks(folder, pages, world);
  for (const { name, findings } of checked) {
    if (findings.length === 0) world.write(`✓ ${text.checks[name]}`);
    for (const finding of findings) {
      const { what, todo } = tellFinding(text, finding);
      world.write(`${warnings.has(finding.kind) ? '!' : '✗'} ${what}`);
      world.write(`  ${todo}`);
    }
  }
  const missing = checked.flatMap(({ findings }) => findings).filter(({ kind }) => !warnings.has(kind)).length;
  world.write(missing === 0 ? text.ready : text.missing(missing));
  return missing === 0 ? 0 : 1;
}

async function runChecks(folder: string, pages: readonly string[], world: JoiningWorld): Promise<readonly Checked[]> {
  const place = await readFolder(folder);
  const { config, agency } = place;
  const edition = await openList(config, world);
  const isOpen = 'list' in edition;
  const site = await checkSite(agency, world.fetchBytes);
  const addresses = pages.length > 0 ? pages : [`${agency.origin}/`];
  const shown = site.length > 0 ? [] : await Promise.all(addresses.map((address) => checkPage(agency, address, world.fetchBytes)));
  return [
    { name: 'folder', findings: checkFolderFiles(place) },
    { name: 'seal', findings: await checkSeal(place, world.now()) },
    { name: 'list', findings: isOpen ? checkList(place, edition.list, world.now()) : edition },
    { name: 'forms', findings: await checkForms(agency) },
    { name: 'site', findings: site },
    // Of a site that does not answer there is nothing more to say.
    ...(site.length > 0 ? [] : [{ name: 'page', findings: shown.flat() } as const]),
    ...(isOpen ? [{ name: 'time', findings: await checkTime(agency, edition, world) } as const] : []),
    ...(agency.webhook === undefined ? [] : [{ name: 'webhook', findings: await checkWebhook(agency, world.fetchBytes) } as const]),
  ];
}
