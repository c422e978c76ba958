import { type ErrorCode, fromWire, toWire } from '@daricheh/shared/errors';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { type FamilyLine, type FamilyRelation, familyRelations, listFamilyData, nameMember } from '../../../core/family/family-member.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Choice } from '../../../ui/components/choice.tsx';
import { DatumField } from '../../../ui/components/datum-field.tsx';
import { writeAsTyped } from '../../../ui/components/datum-value.tsx';
import { Dialog } from '../../../ui/components/dialog.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Language } from '../../../ui/text/translate.ts';

const formId = 'member-form';

/** What went wrong, and at which datum where it is one's. */
type Failure = { readonly code: ErrorCode; readonly datum: unknown };

/** Describes a new member of the family, or changes one. */
export function MemberDialog({
  member,
  open,
  onClose,
}: {
  readonly member: FamilyLine | null;
  /** Relations in which somebody can still be added. */
  readonly open: readonly FamilyRelation[];
  readonly onClose: () => void;
}) {
  const { t, language } = useText();
  const [relation, setRelation] = useState<FamilyRelation | null>(member?.relation ?? null);
  const [texts, setTexts] = useState(() => typeValues(member?.values ?? {}, language));
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const form = useRef<HTMLFormElement>(null);
  // The form is longer than its window: what is wrong may stand out of sight.
  useEffect(() => {
    if (!failure) return;
    const box = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (box) box.focus();
    else form.current?.lastElementChild?.scrollIntoView();
  }, [failure]);
  const data = relation === null ? [] : listFamilyData(relation);
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // Pressed twice, it would be two children.
    if (relation === null || isSaving) return;
    setSaving(true);
    try {
      const said = Object.fromEntries(data.flatMap((datum) => (texts[datum] === undefined ? [] : [[datum, texts[datum]]])));
      await send('family/declare', { id: member?.id ?? null, relation, texts: said });
      onClose();
    } catch (error) {
      const { code, facts } = fromWire(toWire(error));
      setFailure({ code, datum: facts.datum });
      setSaving(false);
    }
  }
  // A box that is marked as wrong keeps its form from being sent: what is being changed is not wrong yet.
  const change = (datum: string, value: string) => {
    setTexts({ ...texts, [datum]: value });
    setFailure(undefined);
  };
  const isAtDatum = failure !== undefined && data.some((datum) => datum === failure.datum);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={member ? t('family.editTitle', { name: nameMember(member) }) : t('family.addTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} isDisabled={relation === null} isPending={isSaving}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} className="stack" onSubmit={(event) => void save(event)}>
        {!member && (
          <Choice
            label={t('family.relation')}
            value={relation}
            placeholder={t('facts.choose')}
            groups={[{ label: '', options: open.map((each) => ({ value: each, label: t(`family.${each}`) })) }]}
            onChange={(chosen) => setRelation(familyRelations.find((each) => each === chosen) ?? null)}
          />
        )}
        {relation !== null && <p className="soft small">{t('family.onlyName')}</p>}
        {data.map((datum) => (
          <DatumField
            key={datum}
            datum={datum}
            value={texts[datum] ?? ''}
            failure={failure?.datum === datum ? failure.code : undefined}
            notSaid={t('family.notSaid')}
            onChange={(value) => change(datum, value)}
          />
        ))}
        {failure && !isAtDatum && <ErrorNotice code={failure.code} />}
      </form>
    </Dialog>
  );
}

function typeValues(values: FamilyLine['values'], language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([datum, value]) => [datum, writeAsTyped(datum, value, language)]));
}
