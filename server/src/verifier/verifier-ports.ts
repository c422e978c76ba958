import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import type { Trust } from '../trust/trust.ts';

/** What the acts of the verifier need of the world. */
export type VerifierPorts = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256' | 'verifyP256'> & { readonly trust: Trust };

/** An act on one request, or one browser, of one agency. */
export type AtAgency<T = object> = T & { readonly agency: Agency };
