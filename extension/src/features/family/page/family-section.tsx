import { getField } from '@daricheh/shared/vocabulary';
import { type ReactNode, useId, useState } from 'react';
import { type FamilyLine, familyData, familyRelations, nameMember } from '../../../core/family/family-member.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Chip } from '../../../ui/components/chip.tsx';
import { DatumValue } from '../../../ui/components/datum-value.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { MemberDialog } from './member-dialog.tsx';

/** Whom forms ask about beside the citizen, as the citizen describes them. */
export function FamilySection() {
  const { t } = useText();
  const titleId = useId();
  const loaded = useLoaded(() => send('family/list', {}), []);
  const [editing, setEditing] = useState<{ readonly member: FamilyLine | null }>();
  const members = loaded.state === 'ready' ? loaded.value : [];
  const isOpen = (relation: FamilyLine['relation']) =>
    (relation !== 'father' && relation !== 'mother') || members.every((member) => member.relation !== relation);
  const add = (
    <Button kind={members.length > 0 ? 'plain' : 'primary'} onPress={() => setEditing({ member: null })}>
      {t('family.add')}
    </Button>
  );
  return (
    <section className="stack" aria-labelledby={titleId}>
      <header className="stack-tight">
        <div className="spread">
          <h2 id={titleId}>{t('family.title')}</h2>
          {members.length > 0 && add}
        </div>
        <p className="soft">{t('family.intro')}</p>
      </header>
      {loaded.state === 'failed' && <ErrorNotice code={loaded.code} />}
      {loaded.state === 'ready' && <Members members={members} add={add} onEdit={(member) => setEditing({ member })} />}
      {editing && <MemberDialog member={editing.member} open={familyRelations.filter(isOpen)} onClose={() => setEditing(undefined)} />}
    </section>
  );
}

function Members({
  members,
  add,
  onEdit,
}: {
  readonly members: readonly FamilyLine[];
  readonly add: ReactNode;
  readonly onEdit: (member: FamilyLine) => void;
}) {
  const { t } = useText();
  const [removed, setRemoved] = useState<FamilyLine>();
  const action = useAction();
  const remove = (member: FamilyLine) =>
    action.run(async () => {
      await send('family/remove', { id: member.id });
      setRemoved(member);
    });
  const putBack = ({ relation, values }: FamilyLine) =>
    action.run(async () => {
      await send('family/declare', { id: null, relation, texts: values });
      setRemoved(undefined);
    });
  return (
    <>
      {removed && (
        <Notice
          key={removed.id}
          tone="good"
          actions={
            // The button that was pressed has gone with its row.
            <Button autoFocus onPress={() => putBack(removed)}>
              {t('family.undo')}
            </Button>
          }
        >
          {t('family.removed', { name: nameMember(removed) })}
        </Notice>
      )}
      <ErrorNotice code={action.error} />
      {members.length === 0 && (
        <EmptyState title={t('family.emptyTitle')} action={add}>
          {t('family.emptyHelp')}
        </EmptyState>
      )}
      {members.length > 0 && (
        <Card>
          <List label={t('family.title')}>
            {members.map((member) => (
              <MemberRow key={member.id} member={member} onEdit={() => onEdit(member)} onRemove={() => remove(member)} />
            ))}
          </List>
        </Card>
      )}
    </>
  );
}

function MemberRow({
  member,
  onEdit,
  onRemove,
}: {
  readonly member: FamilyLine;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useText();
  const name = nameMember(member);
  return (
    <ListRow
      title={
        <>
          {t(`family.${member.relation}`)}: <bdi>{name}</bdi>
        </>
      }
      detail={<MemberDetail member={member} />}
    >
      <Button kind="quiet" onPress={onEdit} aria-label={t('family.editOf', { name })}>
        {t('family.edit')}
      </Button>
      <Button kind="quiet" onPress={onRemove} aria-label={t('family.removeOf', { name })}>
        {t('family.remove')}
      </Button>
    </ListRow>
  );
}

const inTitle: ReadonlySet<string> = new Set(['given-name', 'family-name']);

function MemberDetail({ member }: { readonly member: FamilyLine }) {
  const { t, pick } = useText();
  const { values, declaredAtMs } = member;
  return (
    <span className="stack-tight">
      {familyData.map((datum) => {
        const value = inTitle.has(datum) ? undefined : values[datum];
        return (
          value !== undefined && (
            <span key={datum}>
              {pick(getField(datum))}: <DatumValue datum={datum} value={value} />
            </span>
          )
        );
      })}
      <span className="row">
        <Chip tone="tile">{t('family.uncertified')}</Chip>
        <span>{t('facts.declaredAt', { atMs: declaredAtMs })}</span>
      </span>
    </span>
  );
}
