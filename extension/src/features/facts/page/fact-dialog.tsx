import type { ErrorCode } from '@daricheh/shared/errors';
import { type FieldGroup, fieldIds, getField, isFieldId, listDocumentTypesOf } from '@daricheh/shared/vocabulary';
import { type SubmitEvent, useState } from 'react';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Choice, type ChoiceGroup } from '../../../ui/components/choice.tsx';
import { DatumField } from '../../../ui/components/datum-field.tsx';
import { writeAsTyped } from '../../../ui/components/datum-value.tsx';
import { Dialog } from '../../../ui/components/dialog.tsx';
import { codeOf } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Text } from '../../../ui/text/translate.ts';
import type { ListedFact } from './listed-fact.ts';

const formId = 'fact-form';

/** States a new fact, or changes one. */
export function FactDialog({
  fact,
  taken,
  onClose,
}: {
  readonly fact: ListedFact | null;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}) {
  const text = useText();
  const { t, pick, language } = text;
  const [datum, setDatum] = useState<string | null>(fact?.datum ?? null);
  const [value, setValue] = useState(fact ? writeAsTyped(fact.datum, fact.value, language) : '');
  const [failure, setFailure] = useState<ErrorCode>();
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    try {
      await send('facts/declare', { datum: datum ?? '', text: value });
      onClose();
    } catch (error) {
      setFailure(codeOf(error));
    }
  }
  // A box that is marked as wrong keeps its form from being sent: what is being changed is not wrong yet.
  const change = (written: string) => {
    setValue(written);
    setFailure(undefined);
  };
  const choose = (chosen: string) => {
    setDatum(chosen);
    change('');
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={fact && isFieldId(fact.datum) ? t('facts.editTitle', { label: pick(getField(fact.datum)) }) : t('facts.addTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} isDisabled={datum === null}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className="stack" onSubmit={(event) => void save(event)}>
        {!fact && (
          <Choice
            label={t('facts.what')}
            value={datum}
            placeholder={t('facts.choose')}
            groups={listGroups(taken, text)}
            onChange={choose}
          />
        )}
        {isFieldId(datum) && <DatumField datum={datum} value={value} failure={failure} onChange={change} />}
      </form>
    </Dialog>
  );
}

const groupNames = {
  money: 'facts.groupMoney',
  work: 'facts.groupWork',
  family: 'facts.groupFamily',
  vehicle: 'facts.groupVehicle',
  household: 'facts.groupHousehold',
  company: 'facts.groupCompany',
  property: 'facts.groupProperty',
  documents: 'facts.groupDocuments',
  contact: 'facts.groupContact',
  address: 'facts.groupAddress',
  birth: 'facts.groupBirth',
  person: 'facts.groupPerson',
} as const satisfies Record<Exclude<FieldGroup, 'mandate'>, string>;

/** The order in which one is likely to look for what no agency certifies. */
const groupOrder: readonly (keyof typeof groupNames)[] = [
  'money',
  'work',
  'family',
  'household',
  'property',
  'vehicle',
  'company',
  'documents',
  'contact',
  'address',
  'birth',
  'person',
];

/** What can be stated and is not yet: by group what no agency certifies, for that is what this page is for; then the rest. */
function listGroups(taken: readonly string[], { t, pick }: Text): ChoiceGroup[] {
  const open = fieldIds.filter((id) => !taken.includes(id) && getField(id).kind !== 'image' && getField(id).from === undefined);
  const uncertified = open.filter((id) => listDocumentTypesOf(id).length === 0);
  const groups = groupOrder.map((group) => ({
    label: t(groupNames[group]),
    ids: uncertified.filter((id) => getField(id).group === group),
  }));
  const certified = { label: t('facts.groupIssued'), ids: open.filter((id) => listDocumentTypesOf(id).length > 0) };
  return [...groups, certified]
    .filter(({ ids }) => ids.length > 0)
    .map(({ label, ids }) => ({ label, options: ids.map((id) => ({ value: id, label: pick(getField(id)) })) }));
}
