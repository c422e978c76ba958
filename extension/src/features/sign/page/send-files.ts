import type { Bytes } from '@daricheh/shared/credential';
import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { PasskeyAssertion } from '@daricheh/shared/submission';
import type { FileRoute, SentFile } from '../../../core/consent/prompt-view.ts';
import { type HttpAnswer, readBytes } from '../../../core/http/http.ts';
import { collectFile } from '../../../core/signing/collect-file.ts';
import { send } from '../../../messaging/send.ts';

/** Sends one file, for as long as it takes. Throws AppError `unavailable`. */
export type SendFile = (request: {
  readonly url: string;
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Bytes;
}) => Promise<HttpAnswer>;

export type Sending = {
  readonly promptId: string;
  readonly assertion: PasskeyAssertion;
  readonly sendFile: SendFile;
  /** Files that have arrived, each under its request: another try goes on behind them. */
  readonly arrived: Set<string>;
  readonly onFile: (progress: { readonly turn: number; readonly count: number }) => void;
};

/**
 * Sends the files of a form that the citizen has agreed to, one at a time, each held to the hash that was shown. From here,
 * because the browser ends a background worker whose request takes long. Nothing is signed yet.
 * @throws AppError `form_changed` when a file is no longer what was shown, and those of the agency's answer
 */
export async function sendFiles({ promptId, assertion, sendFile, arrived, onFile }: Sending): Promise<void> {
  const route = await send('sign/attach', { id: promptId, assertion });
  for (const [index, file] of route.files.entries()) {
    onFile({ turn: index + 1, count: route.files.length });
    const name = `${route.request} ${file.slot} ${file.sha256}`;
    if (arrived.has(name)) continue;
    const bytes = await collectFile(file.size, (from, length) => send('sign/piece', { id: promptId, index, from, length }));
    await requireSame(bytes, file);
    readBytes(await sendFile(describe(route, file, bytes)));
    arrived.add(name);
  }
}

async function requireSame(bytes: Bytes, { sha256 }: SentFile): Promise<void> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (encodeBase64Url(hash) !== sha256) throw new AppError('form_changed', { what: 'file' });
}

function describe({ uri, request }: FileRoute, { slot, mediaType }: SentFile, body: Bytes): Parameters<SendFile>[0] {
  const url = new URL(uri);
  url.searchParams.set('slot', slot);
  return { url: url.href, method: 'POST', headers: { 'content-type': mediaType, 'daricheh-request': request }, body };
}
