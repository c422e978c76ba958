import { canonicalizeJson, decodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { type Attachment, type AttachmentSlot, isAttachmentType } from './attachment-slot.ts';
import type { FormDefinition } from './form-definition.ts';
import { isPlainFileName } from './plain-file-name.ts';

/**
 * The attachments fit the form: each stands in a slot of it under that slot's label, is of a type and a size that the slot
 * takes and has a plain name; no slot holds the same file twice or more files than it may, and what is required is there.
 * @throws AppError `attachment_missing`, `attachment_invalid`; the facts name the slot and what is wrong
 */
export function checkAttachments(definition: FormDefinition, attachments: readonly Attachment[]): void {
  const slots = definition.attachments ?? [];
  // The name of a slot that the form does not know was chosen by the sender and is not repeated.
  const isStray = attachments.some(({ slot }) => slots.every(({ id }) => id !== slot));
  if (isStray) throw new AppError('attachment_invalid', { problem: 'unknown_slot' });
  for (const slot of slots)
    checkSlot(
      slot,
      attachments.filter((each) => each.slot === slot.id),
    );
}

function checkSlot(slot: AttachmentSlot, attached: readonly Attachment[]): void {
  const invalid = (problem: string) => new AppError('attachment_invalid', { slot: slot.id, problem });
  if (slot.required && attached.length === 0) throw new AppError('attachment_missing', { slot: slot.id });
  if (attached.length > slot.maxFiles) throw invalid('too_many');
  if (new Set(attached.map(({ sha256 }) => sha256)).size !== attached.length) throw invalid('twice');
  for (const each of attached) {
    const problem = findProblem(slot, each);
    if (problem !== undefined) throw invalid(problem);
  }
}

function findProblem(slot: AttachmentSlot, { label, name, mediaType, sha256, size }: Attachment): string | undefined {
  if (canonicalizeJson(slot.label) !== canonicalizeJson(label)) return 'label';
  if (!isAttachmentType(mediaType) || !slot.mediaTypes.includes(mediaType)) return 'type';
  if (!Number.isInteger(size) || size < 1) return 'empty';
  if (size > slot.maxBytes) return 'too_large';
  if (!isPlainFileName(name, mediaType)) return 'name';
  return isSha256(sha256) ? undefined : 'hash';
}

function isSha256(text: string): boolean {
  try {
    return decodeBase64Url(text).length === 32;
  } catch {
    // Not base64url at all: no hash either.
    return false;
  }
}
