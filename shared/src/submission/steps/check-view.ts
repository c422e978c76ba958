import { renderView } from '../render-view.ts';
import { hashView } from '../view.ts';
import { invalidSignature, type SubmissionContext } from './step.ts';

/** What the person saw is what the manifest shows when it is rendered again. @throws AppError `signature_invalid` */
export async function checkView({ manifest, header, ports }: SubmissionContext): Promise<void> {
  if ((await hashView(renderView(manifest), ports.sha256)) !== header.view_hash) throw invalidSignature('view_hash');
}
