import type { PlanLine } from '../../../core/autofill/plan/fill-plan.ts';
import type { FrameView } from '../../../core/autofill/plan/fill-view.ts';

/** The line of one field, as long as its form stays as it is. */
export function nameLine(documentId: string, handle: number): string {
  return `${documentId} ${handle}`;
}

/** A name for a field that outlives a change of the form around it: handles are places, and move when fields appear before it. */
export function nameRow(documentId: string, { datum, label, relative }: PlanLine): string {
  return JSON.stringify([documentId, datum, label, relative]);
}

/** The names of all fields that the plans would fill. */
export function nameRows(frames: readonly FrameView[]): string[] {
  return frames.flatMap(({ documentId, plan }) => plan.lines.map((line) => nameRow(documentId, line)));
}
