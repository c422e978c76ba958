import { useState } from 'react';
import type { PlanLine } from '../../../core/autofill/plan/fill-plan.ts';
import type { AllowedFrame, FillResult, FrameView, PickedRelative } from '../../../core/autofill/plan/fill-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Checkbox } from '../../../ui/components/checkbox.tsx';
import { PenIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Translate } from '../../../ui/text/translate.ts';
import { useAction } from '../../../ui/use-action.ts';
import type { FieldTarget } from './correct-field.tsx';
import type { Ended, FieldResult } from './fill-end.tsx';
import { LineRow } from './line-row.tsx';
import { nameLine, nameRow } from './name-rows.ts';
import { type SkippedField, SkippedList } from './skipped-list.tsx';

type Props = {
  readonly tabId: number;
  readonly frames: readonly FrameView[];
  readonly allowed: readonly AllowedFrame[];
  readonly picked: readonly PickedRelative[];
  /** Names of fields that were offered before the last fill; empty before the first. */
  readonly offered: ReadonlySet<string>;
  /** Lines that the citizen has unticked: they stay so when the list is made anew. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
  /** Lines that were to be taken back just now, and did not go. */
  readonly stuck: ReadonlySet<string>;
  /** What the last fill came to is no longer shown while the next one runs. */
  readonly onBegin: () => void;
  readonly onEnd: (ended: Ended) => void;
  readonly onOpenWallet: (section?: string) => void;
};

/** A line of the plan with the document that it stands in. */
type Row = { readonly id: string; readonly documentId: string; readonly line: PlanLine; readonly target: FieldTarget };

/** The plan field by field, each with its box to tick, and the one click that writes what is ticked. */
export function FillForm({ tabId, frames, allowed, picked, offered, left, onLeave, stuck, onBegin, onEnd, onOpenWallet }: Props) {
  const { t } = useText();
  const rows = listRows(frames, { tabId, allowed });
  const isAgain = offered.size > 0;
  const isNew = (row: Row) => !isAgain || (!row.line.isTaken && !offered.has(nameRow(row.documentId, row.line)));
  const [fresh, earlier] = [rows.filter(isNew), rows.filter((row) => !isNew(row))];
  const proposed = fresh.filter(({ line }) => !line.isTaken);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(proposed.filter((row) => !left.has(nameLeft(row))).map(({ id }) => id)),
  );
  const choose = (next: ReadonlySet<string>) => {
    setChosen(next);
    onLeave(new Set(rows.filter(({ id }) => !next.has(id)).map(nameLeft)));
  };
  const [sendsElsewhere, setSendsElsewhere] = useState(false);
  const action = useAction();
  const postsTo = [...new Set(frames.flatMap(({ plan }) => plan.postsTo))];
  const ticked = rows.filter(({ id }) => chosen.has(id));
  const fill = () =>
    action.run(async () => {
      onBegin();
      const said = { allowed: [...allowed], picked: [...picked] };
      const result = await send('fill/write', { tabId, sendsElsewhere, ...said, frames: groupByFrame(ticked, frames) });
      onEnd(result.kind === 'form-changed' ? result : { kind: 'filled', results: nameResults(result.outcomes, rows) });
    });
  const isDone = isAgain && fresh.length === 0 && ticked.length === 0;
  return (
    <section className="fill" aria-labelledby="fill-title">
      <header className="fill-head">
        <h1 id="fill-title" tabIndex={-1}>
          {t('fill.title')}
        </h1>
        {!isDone && <p className="soft small">{describeCount(rows.length, ticked.length, t)}</p>}
      </header>
      {isAgain && fresh.length > 0 && <Notice tone="info">{t('fill.appeared', { count: fresh.length })}</Notice>}
      {postsTo.length > 0 && <Elsewhere origins={postsTo} isAgreed={sendsElsewhere} onAgree={setSendsElsewhere} />}
      <Lines label={t('fill.title')} rows={fresh} chosen={chosen} stuck={stuck} onChoose={choose} />
      {/* What was just filled is spoken of above; the list stays at hand for whoever wants to fill it again. */}
      {earlier.length > 0 && (
        <details className="fill-fold">
          <summary>{t('fill.earlier', { count: earlier.length })}</summary>
          <Lines label={t('fill.earlier', { count: earlier.length })} rows={earlier} chosen={chosen} stuck={stuck} onChoose={choose} />
        </details>
      )}
      <SkippedList fields={listSkipped(frames, { tabId, allowed })} onOpenFacts={() => onOpenWallet('facts')} />
      <ErrorNotice code={action.error} />
      {rows.length > 0 && !isDone && (
        <footer className="fill-act">
          <Button
            kind="primary"
            wide
            icon={<PenIcon />}
            isDisabled={ticked.length === 0 || (postsTo.length > 0 && !sendsElsewhere)}
            isPending={action.isRunning}
            onPress={fill}
          >
            {action.isRunning ? t('fill.filling') : t('fill.fill', { count: ticked.length })}
          </Button>
          <p className="soft small">{t('fill.released')}</p>
        </footer>
      )}
    </section>
  );
}

function describeCount(all: number, ticked: number, t: Translate): string {
  if (all === 0) return t('fill.nothingToFill');
  return ticked === 0 ? t('fill.noneTicked') : t('fill.willFill', { count: ticked });
}

type LinesProps = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly chosen: ReadonlySet<string>;
  readonly stuck: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
};

/** The fields, and one box for all of them; nothing where there are none. */
function Lines({ label, rows, chosen, stuck, onChoose }: LinesProps) {
  const { t } = useText();
  if (rows.length === 0) return null;
  const count = rows.filter(({ id }) => chosen.has(id)).length;
  const toggle = (ids: readonly string[], isOn: boolean) =>
    onChoose(new Set(isOn ? [...chosen, ...ids] : [...chosen].filter((other) => !ids.includes(other))));
  return (
    <>
      {rows.length > 1 && (
        <Checkbox
          isSelected={count === rows.length}
          isIndeterminate={count > 0 && count < rows.length}
          onChange={(isOn) =>
            toggle(
              rows.map(({ id }) => id),
              isOn,
            )
          }
        >
          {t('fill.all')}
        </Checkbox>
      )}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one */}
      <ul className="fill-lines" role="list" aria-label={label}>
        {rows.map(({ id, line, target }) => (
          <LineRow
            key={id}
            line={line}
            target={target}
            isChosen={chosen.has(id)}
            isStuck={stuck.has(id)}
            onChoose={(isOn) => toggle([id], isOn)}
          />
        ))}
      </ul>
    </>
  );
}

function Elsewhere({
  origins,
  isAgreed,
  onAgree,
}: {
  readonly origins: readonly string[];
  readonly isAgreed: boolean;
  readonly onAgree: (isAgreed: boolean) => void;
}) {
  const { t } = useText();
  return (
    <Notice tone="warn" title={t('fill.elsewhere')}>
      <p>{t('fill.elsewhereHelp')}</p>
      {origins.map((origin) => (
        <p key={origin}>
          <ValueText dir="ltr">{origin}</ValueText>
        </p>
      ))}
      <Checkbox isSelected={isAgreed} onChange={onAgree}>
        {t('fill.elsewhereAgree')}
      </Checkbox>
    </Notice>
  );
}

type Place = Pick<FieldTarget, 'tabId' | 'allowed'>;

function listRows(frames: readonly FrameView[], place: Place): Row[] {
  return frames.flatMap(({ documentId, plan: { mark, lines } }) =>
    lines.map((line) => ({
      id: nameLine(documentId, line.handle),
      documentId,
      line,
      target: { ...place, documentId, mark, handle: line.handle },
    })),
  );
}

function listSkipped(frames: readonly FrameView[], place: Place): SkippedField[] {
  return frames.flatMap(({ documentId, plan: { mark, skipped } }) =>
    skipped.map((line) => ({ line, target: { ...place, documentId, mark, handle: line.handle } })),
  );
}

/** A line of this very form: of another form nothing was unticked yet. */
function nameLeft({ id, target }: Row): string {
  return `${target.mark} ${id}`;
}

function groupByFrame(rows: readonly Row[], frames: readonly FrameView[]) {
  return frames
    .map(({ documentId, plan }) => ({
      documentId,
      mark: plan.mark,
      lines: rows
        .filter((row) => row.documentId === documentId)
        .map(({ line }) => ({ handle: line.handle, shown: line.shown, isTaken: line.isTaken })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** What became of each field, by the name that the page gives it. */
function nameResults(outcomes: Extract<FillResult, { kind: 'done' }>['outcomes'], rows: readonly Row[]): FieldResult[] {
  return outcomes.map(({ documentId, handle, outcome, note }) => {
    const id = nameLine(documentId, handle);
    return { id, label: rows.find((row) => row.id === id)?.line.label ?? '', outcome, note };
  });
}
