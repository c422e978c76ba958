import { encodeBase64Url } from '@daricheh/shared/encoding';
import { useEffect, useState } from 'react';
import { type AttachResult, nameFile, type UploadFrame, type UploadLine } from '../../../core/attachments/attach-view.ts';
import type { UploadOutcome } from '../../../core/attachments/upload-field.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { DocumentIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoadedOnce } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { type MadeCopy, OfferRow } from './offer-row.tsx';
import './attach-section.css';

/** What could be put into a file box of the page, with the document of the tab that it stands in. */
type Row = { readonly id: string; readonly frame: UploadFrame; readonly line: UploadLine };
type Ended =
  | { readonly kind: 'form-changed' }
  | { readonly kind: 'undone'; readonly count: number }
  | {
      readonly kind: 'done';
      readonly results: readonly { readonly id: string; readonly label: string; readonly outcome: UploadOutcome }[];
    };

/** The file boxes of this tab's page: a copy of the document that each asks for, looked at before it is ticked, and one click that attaches what is ticked. */
export function AttachSection({ tabId, onLoad }: { readonly tabId: number; readonly onLoad: (hasFiles: boolean) => void }) {
  const { t } = useText();
  // Not again while it is in use: what was looked at and ticked must not change under the hand.
  const loaded = useLoadedOnce(() => send('attach/look', { tabId }));
  const [ended, setEnded] = useState<Ended>();
  const [copies, setCopies] = useState<ReadonlyMap<string, MadeCopy>>(new Map());
  const action = useAction();
  const hasFiles = loaded.state === 'loading' ? undefined : loaded.state === 'ready' && loaded.value.length > 0;
  useEffect(() => {
    if (hasFiles !== undefined) onLoad(hasFiles);
  }, [onLoad, hasFiles]);
  // A page that cannot be read, a locked vault: the form above says so already.
  if (loaded.state !== 'ready') return null;
  const rows = loaded.value.flatMap((frame) => frame.lines.map((line) => ({ id: nameRow(frame.documentId, line), frame, line })));
  if (rows.length === 0) return null;
  const end = (how: Ended) => {
    setEnded(how);
    setCopies(new Map());
    loaded.reload();
  };
  const attach = () =>
    action.run(async () => {
      const result = await send('attach/write', { tabId, frames: groupByFrame(rows, copies) });
      end(result.kind === 'form-changed' ? result : { kind: 'done', results: nameResults(result.outcomes, rows) });
    });
  const undo = () => action.run(async () => end({ kind: 'undone', count: await send('attach/undo', { tabId }) }));
  const tick = (id: string, copy: MadeCopy | undefined) => {
    const others = [...copies].filter(([other]) => other !== id);
    setCopies(new Map(copy ? [...others, [id, copy] as const] : others));
  };
  return (
    <section className="attach" aria-labelledby="attach-title">
      <h2 id="attach-title">{t('attach.title')}</h2>
      {ended && <AttachEnd ended={ended} onUndo={undo} />}
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one */}
      <ul className="attach-lines" role="list">
        {rows.map(({ id, line }) => (
          <li key={id} className="attach-line">
            {line.kind === 'offer' ? (
              <OfferRow line={line} isTicked={copies.has(id)} onTick={(copy) => tick(id, copy)} />
            ) : (
              <SkippedRow line={line} />
            )}
          </li>
        ))}
      </ul>
      <ErrorNotice code={action.error} />
      {rows.some(({ line }) => line.kind === 'offer') && (
        <>
          <Button icon={<DocumentIcon />} wide isDisabled={copies.size === 0} isPending={action.isRunning} onPress={attach}>
            {t('attach.attach', { count: copies.size })}
          </Button>
          <p className="soft small">{t('attach.released')}</p>
        </>
      )}
    </section>
  );
}

function SkippedRow({ line }: { readonly line: Extract<UploadLine, { kind: 'skip' }> }) {
  const { t } = useText();
  const { label, why, person } = line;
  return (
    <>
      <bdi>{label || t('attach.unnamed')}</bdi>
      <p className="soft small">
        {why === 'other-person' && person !== undefined
          ? t('attach.skip-other-person', { person: t(`fill.person-${person}`) })
          : t(`attach.skip-${why === 'other-person' ? 'unknown' : why}`)}
      </p>
    </>
  );
}

function AttachEnd({ ended, onUndo }: { readonly ended: Ended; readonly onUndo: () => void }) {
  const { t } = useText();
  if (ended.kind === 'form-changed') {
    return (
      <Notice tone="bad" title={t('fill.changedTitle')}>
        {t('fill.changedHelp')}
      </Notice>
    );
  }
  if (ended.kind === 'undone') return <Notice tone="info">{t('attach.undone', { count: ended.count })}</Notice>;
  const written = ended.results.filter(({ outcome }) => outcome === 'written');
  const problems = ended.results.flatMap(({ outcome, ...result }) => (outcome === 'written' ? [] : [{ ...result, outcome }]));
  return (
    <>
      {written.length > 0 && (
        <Notice
          tone="good"
          title={t('attach.attached', { count: written.length })}
          actions={<Button onPress={onUndo}>{t('attach.undo')}</Button>}
        >
          {t('attach.attachedHelp')}
        </Notice>
      )}
      {problems.map(({ id, label, outcome }) => (
        <Notice key={id} tone="warn">
          <strong>
            <bdi>{label || t('attach.unnamed')}</bdi>
          </strong>{' '}
          {t(`attach.outcome-${outcome}`)}
        </Notice>
      ))}
    </>
  );
}

function groupByFrame(rows: readonly Row[], copies: ReadonlyMap<string, MadeCopy>) {
  const frames = [...new Set(rows.map(({ frame }) => frame))].map((frame) => ({
    documentId: frame.documentId,
    mark: frame.mark,
    files: rows.filter((row) => row.frame === frame).flatMap(({ id, line }) => writeFile(line, copies.get(id))),
  }));
  return frames.filter(({ files }) => files.length > 0);
}

function writeFile(line: UploadLine, copy: MadeCopy | undefined) {
  if (line.kind !== 'offer' || !copy) return [];
  return [
    { handle: line.handle, name: nameFile(line), type: line.file.type, data: encodeBase64Url(copy.bytes), credentialId: copy.credentialId },
  ];
}

/** A box that takes several files has a row for each. */
function nameRow(documentId: string, line: UploadLine): string {
  return `${documentId} ${line.handle} ${line.kind === 'offer' ? nameFile(line) : ''}`;
}

function nameResults(outcomes: Extract<AttachResult, { kind: 'done' }>['outcomes'], rows: readonly Row[]) {
  return outcomes.map(({ documentId, handle, name, outcome }) => {
    const id = `${documentId} ${handle} ${name}`;
    return { id, label: rows.find((row) => row.id === id)?.line.label ?? '', outcome };
  });
}
