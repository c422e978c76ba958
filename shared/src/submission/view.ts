import type { Sha256 } from '../credential/index.ts';
import { encodeBase64Url, encodeCanonicalJson } from '../encoding/index.ts';

/** One line of a view. */
export type ViewLine = {
  readonly label: string;
  readonly value: string;
  /** `ltr` for what is read from left to right in every language: numbers, addresses of the net. */
  readonly direction: 'auto' | 'ltr';
  /** Where an answer came from, in words. */
  readonly note?: string;
};

export type ViewSection = {
  readonly id: 'agency' | 'mandate' | 'withdrawal' | 'answers' | 'attachments' | 'terms' | 'signers' | 'form';
  readonly heading: string;
  readonly lines: readonly ViewLine[];
};

/** What a person sees before signing: text alone, in one language. How it looks is for whoever shows it, what it says is not. */
export type View = {
  readonly renderer: 'daricheh.view.v1';
  readonly locale: 'fa' | 'en';
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly sections: readonly ViewSection[];
};

/** SHA-256 over the view's canonical JSON (RFC 8785, UTF-8), base64url: the `view_hash` of a signature's header. */
export async function hashView(view: View, sha256: Sha256): Promise<string> {
  return encodeBase64Url(await sha256(encodeCanonicalJson(view)));
}
