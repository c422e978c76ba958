import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Bytes } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';

export type FetchLimits = {
  readonly accept: string;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** Entity tag of what is there already: the answer may then be 304. */
  readonly ifNoneMatch?: string;
  /** What is sent by POST; a GET where there is nothing. */
  readonly post?: { readonly type: string; readonly body: Bytes; readonly headers?: Readonly<Record<string, string>> };
};

export type FetchedBytes = {
  readonly status: number;
  readonly contentType: string;
  readonly body: Bytes;
  /** The header `Retry-After`, where there was one. */
  readonly retryAfter?: string;
};

/**
 * What a GET or POST of `url` answered. Redirects are not followed: their status is the answer. Which addresses may be asked at
 * all is for the caller to know.
 * @throws AppError `unavailable` when there is no whole answer within the limits.
 */
export type FetchBytes = (url: string, limits: FetchLimits) => Promise<FetchedBytes>;

/** Names under .localhost are this machine (RFC 6761, section 6.3), whether or not the system's resolver knows it. */
const lookupLocalhost: LookupFunction = (_hostname, options, callback) => {
  if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

/** `FetchBytes` over node:http and node:https. */
export const fetchBytes: FetchBytes = (url, { accept, maxBytes, timeoutMs, ifNoneMatch, post }) => {
  const { promise, resolve, reject } = Promise.withResolvers<FetchedBytes>();
  const target = new URL(url);
  const isLocal = target.hostname === 'localhost' || target.hostname.endsWith('.localhost');
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  const fail = (cause?: unknown): void => reject(new AppError('unavailable', { what: 'remote' }, { cause }));
  const request = send(
    target,
    {
      method: post === undefined ? 'GET' : 'POST',
      headers: {
        accept,
        ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
        ...(post === undefined ? {} : { ...post.headers, 'content-type': post.type, 'content-length': post.body.length }),
      },
      signal: AbortSignal.timeout(timeoutMs),
      ...(isLocal ? { lookup: lookupLocalhost } : {}),
    },
    (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length <= maxBytes) return;
        fail();
        request.destroy();
      });
      response.on('error', fail);
      response.on('end', () => {
        const body = new Uint8Array(Buffer.concat(chunks));
        const { 'content-type': contentType = '', 'retry-after': retryAfter } = response.headers;
        resolve({ status: response.statusCode ?? 0, contentType, body, ...(retryAfter === undefined ? {} : { retryAfter }) });
      });
    },
  );
  request.on('error', fail);
  request.end(post?.body);
  return promise;
};
