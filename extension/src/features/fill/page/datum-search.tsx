import { type FieldId, getField } from '@daricheh/shared/vocabulary';
import { useState } from 'react';
import { searchData } from '../../../core/autofill/learning/search-data.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Field } from '../../../ui/components/field.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

/** As many as are read at a glance; whoever looks for another types more of its name. */
const mostShown = 6;

/** Every datum that a form can ask for, found by a part of its name; none before something is typed. */
export function DatumSearch({ isDisabled, onChoose }: { readonly isDisabled: boolean; readonly onChoose: (datum: FieldId) => void }) {
  const { t, pick } = useText();
  const [text, setText] = useState('');
  const isAsking = text.trim() !== '';
  const found = isAsking ? searchData(text, mostShown) : [];
  return (
    <>
      <Field label={t('correct.search')} help={t('correct.searchHelp')} value={text} onChange={setText} isDisabled={isDisabled} />
      <p role="status" className={isAsking && found.length === 0 ? 'soft small' : 'visually-hidden'}>
        {isAsking && (found.length === 0 ? t('correct.nothingFound') : t('correct.foundCount', { count: found.length }))}
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one */}
      <ul className="fill-data" role="list" aria-label={t('correct.found')}>
        {found.map((datum) => (
          <li key={datum}>
            <Button isDisabled={isDisabled} onPress={() => onChoose(datum)}>
              {pick(getField(datum))}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
