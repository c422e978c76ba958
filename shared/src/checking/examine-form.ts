import { AppError } from '../errors/index.ts';
import { type HashedForm, openForm } from '../submission/index.ts';
import { notChecked, type Told } from './examination.ts';
import { expectAgencySeal, type Scene } from './scene.ts';

/** Rule `form`: the definition is the agency's own, and the very one that the signed bytes name. Undefined where it is not. */
export async function examineForm(scene: Scene): Promise<HashedForm | undefined> {
  const { file, signed, ports, examination } = scene;
  let opened: HashedForm | undefined;
  await examination.look('form', ['manifest', 'root'], async (): Promise<Told> => {
    if (file.form === undefined) return notChecked('absent');
    const { form, createdAt } = signed.manifest;
    const found = await openForm(file.form, expectAgencySeal(scene, new Date(createdAt)), ports);
    const { definition, hash } = found;
    if (definition.id !== form.id || definition.version !== form.version || hash !== form.hash) {
      throw new AppError('form_version_mismatch', { what: 'hash' });
    }
    opened = found;
    return {};
  });
  return opened;
}
