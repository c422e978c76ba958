import { readFileSync } from 'node:fs';
import { AppError } from '@daricheh/shared/errors';
import type { AgencyConfig } from '../../config.ts';
import type { FetchBytes, FetchedBytes } from '../../http/fetch-bytes.ts';
import type { Finding } from './finding.ts';

const limits = { maxBytes: 1_000_000, timeoutMs: 5000 };
const text = new TextDecoder();

/** What stands at an address; null where nobody answers. */
async function get(address: string, fetchBytes: FetchBytes): Promise<FetchedBytes | null> {
  try {
    return await fetchBytes(address, { accept: '*/*', ...limits });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** That the site hands on to the server what is the server's: as a wallet comes, by the site's own name. */
export async function checkSite({ origin, formFiles }: AgencyConfig, fetchBytes: FetchBytes): Promise<readonly Finding[]> {
  const kit = `${origin}/daricheh/kit.json`;
  const answered = await get(kit, fetchBytes);
  if (answered === null) return [{ kind: 'site-silent', address: `${origin}/` }];
  if (answered.status !== 200) return [{ kind: 'not-handed-on', address: kit, status: answered.status }];
  const findings: Finding[] = [];
  for (const id of formFiles.flatMap(readFormId)) {
    const form = await get(`${origin}/daricheh/forms/${id}`, fetchBytes);
    if (form?.status !== 200) findings.push({ kind: 'other-form', id });
  }
  return findings;
}

/** That a page names a form of the agency's, and the script tag as the server gives it now. */
export async function checkPage({ origin, formFiles }: AgencyConfig, address: string, fetchBytes: FetchBytes): Promise<readonly Finding[]> {
  const [kit, page] = [await get(`${origin}/daricheh/kit.json`, fetchBytes), await get(address, fetchBytes)];
  if (kit?.status !== 200) return [];
  if (page?.status !== 200) return [{ kind: 'not-handed-on', address, status: page?.status ?? 0 }];
  const { tag, integrity } = JSON.parse(text.decode(kit.body)) as { readonly tag: string; readonly integrity: string };
  const html = text.decode(page.body);
  const ids = formFiles.flatMap(readFormId);
  const isNamed = ids.some((id) => html.includes(`data-daricheh-form="/daricheh/forms/${id}"`));
  const tagging = html.includes(integrity)
    ? []
    : [{ kind: html.includes('src="/daricheh/kit.js"') ? 'page-tag-without-digest' : 'page-without-tag', address, tag } as const];
  return [...(isNamed ? [] : [{ kind: 'page-without-form', address } as const]), ...tagging];
}

/** The id in a form's file; none where it cannot be read, which another check says. */
function readFormId(file: string): readonly string[] {
  try {
    const form: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof form === 'object' && form !== null && 'id' in form && typeof form.id === 'string' ? [form.id] : [];
  } catch {
    return [];
  }
}

/** That somebody listens where events go. Nothing is posted: an answer of any kind will do. */
export async function checkWebhook({ webhook }: AgencyConfig, fetchBytes: FetchBytes): Promise<readonly Finding[]> {
  if (webhook === undefined) return [];
  return (await get(webhook.url, fetchBytes)) === null ? [{ kind: 'webhook-silent', url: webhook.url }] : [];
}
