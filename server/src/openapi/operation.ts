import type { ErrorCode } from '@daricheh/shared/errors';
import type { LocalizedText } from '@daricheh/shared/trust';
import type * as z from 'zod/mini';

/** Where an operation stands on the page. */
export type OperationGroup = 'verify' | 'issue' | 'receive' | 'desk' | 'audit';

export type Parameter = {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly isRequired: boolean;
  readonly about: LocalizedText;
};

/** One thing that an agency's own system, or an auditor, can ask of this server: what the description and the page are made from. */
export type Operation = {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `{id}`. */
  readonly path: string;
  readonly group: OperationGroup;
  /** True where no key is asked for. */
  readonly isPublic?: true;
  readonly title: LocalizedText;
  readonly about: LocalizedText;
  readonly parameters?: readonly Parameter[];
  /** The schema that the route itself reads with, and a body that it accepts. */
  readonly body?: { readonly schema: z.ZodMiniType; readonly example: unknown };
  /** JSON in that shape; where a media type is named, text or bytes of it. */
  readonly answers: readonly {
    readonly status: number;
    readonly about: LocalizedText;
    readonly schema: z.ZodMiniType;
    readonly mediaType?: string;
  }[];
  /** What it may say no with, beside what any request may meet (`commonErrors`). */
  readonly errors: readonly ErrorCode[];
};

/** What any of them may say no with. */
export const commonErrors: readonly ErrorCode[] = [
  'malformed_request',
  'not_authorized',
  'length_required',
  'body_too_large',
  'unsupported_media_type',
  'too_many_requests',
  'unavailable',
  'storage_full',
  'internal_error',
];
