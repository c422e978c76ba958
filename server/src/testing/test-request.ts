export type TestRequest = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  json?: unknown;
  form?: Record<string, string>;
};

/** The same as it goes out: with the type and the length of its body stated, unless `headers` say otherwise. */
export type PlainRequest = {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
};

export function toPlainRequest(host: string, { method, headers, ...rest }: TestRequest = {}): PlainRequest {
  const [body, type] = readBody(rest);
  return {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      host,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      ...headers,
    },
    body,
  };
}

function readBody({ body, json, form }: TestRequest): [PlainRequest['body'], string | undefined] {
  if (json !== undefined) return [JSON.stringify(json), 'application/json'];
  if (form !== undefined) return [new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded'];
  return [body, undefined];
}
