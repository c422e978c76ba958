import { notChecked, type Told } from './examination.ts';
import type { Scene } from './scene.ts';

/** Rule `attachment`, once for each file that the form names: it lies beside, and is the one that was signed. */
export async function examineAttachments({ signed: { manifest }, call: { beside }, examination }: Scene): Promise<void> {
  for (const { name, sha256 } of manifest.attachments) {
    await examination.look('attachment', ['manifest'], (): Told => {
      if (beside.some((file) => file.sha256 === sha256)) return { facts: { name } };
      // Under another name it may be anything; under this one it claims to be the one.
      if (beside.some((file) => file.name === name)) return { outcome: 'fails', reason: 'other_content', facts: { name } };
      return notChecked('absent', { name });
    });
  }
}
