/**
 * One HTTP request. Trusted to follow no redirect (`request_uri_blocked`), to send no cookie or other credential, and to
 * fail when the answer is longer than `maxBytes` (`body_too_large`) or takes longer than `timeoutMs` (`unavailable`, with
 * the fact `why: timeout`).
 */
export type FetchText = (request: {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly accept: string;
  /** Sent form-encoded in UTF-8. */
  readonly form?: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
}) => Promise<{
  readonly status: number /** Media type without parameters, lower case. */;
  readonly contentType: string;
  readonly text: string;
}>;
