import { isErrorCode } from '@daricheh/shared/errors';
import { useEffect, useRef, useState } from 'react';
import { type CaseLine, type CaseState, isClosed } from '../../../core/cases/list-cases.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Chip, type ChipTone } from '../../../ui/components/chip.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { nameActsFor } from '../../../ui/text/name-acts-for.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { CaseLinks, ChangeCase } from './change-part.tsx';
import { CoSignStep } from './co-sign-part.tsx';
import { AskErasure, ErasureState } from './erasure-part.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import './case-card.css';

const tones: Readonly<Record<CaseState, ChipTone>> = {
  unsent: 'warn',
  awaiting: 'tile',
  received: 'plain',
  'in-review': 'tile',
  'more-needed': 'warn',
  approved: 'good',
  refused: 'bad',
  amended: 'plain',
  withdrawn: 'plain',
  recorded: 'plain',
};

type CardOptions = { readonly line: CaseLine; readonly isBrief?: boolean; readonly named?: 'case' | 'receipt' | undefined };

/**
 * One case: where it stands, until when, and what to do next. `isBrief`: without its receipt, for a narrow place. `named`: the address leads to it, or to its
 * receipt, so it takes the focus, and with it the view.
 */
export function CaseCard({ line, isBrief = false, named }: CardOptions) {
  const text = useText();
  const { t, pick } = text;
  const [isOpen, setOpen] = useState(named === 'receipt');
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (named !== undefined) card.current?.focus();
  }, [named]);
  return (
    <article ref={card} tabIndex={-1} className={line.isOverdue ? 'case case-overdue' : 'case'} aria-label={pick(line.title)}>
      <div className="spread">
        <h3>{pick(line.title)}</h3>
        <span className="row">
          {line.isOverdue && <Chip tone="bad">{t('cases.overdue')}</Chip>}
          <Chip tone={tones[line.state]}>{t(`cases.${line.state}`)}</Chip>
        </span>
      </div>
      <p className="soft small">{pick(line.agency.name)}</p>
      {line.actsFor && <p className="case-acts-for small">{t('cases.actsFor', nameActsFor(line.actsFor, text))}</p>}
      <p className="case-facts soft small">
        {line.caseNumber && <ValueText>{t('cases.caseNumber', { number: line.caseNumber })}</ValueText>}
        <Deadline line={line} />
        <span>{t('cases.signedAt', { atMs: line.signedAtMs })}</span>
        <CaseLinks line={line} />
      </p>
      <NextStep line={line} />
      <ErasureState line={line} />
      {!isOpen && <ErrorNotice code={line.logProblem ?? undefined} />}
      {line.caseNumber && !isBrief && (
        <>
          <div className="row">
            <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {t(isOpen ? 'cases.hideReceipt' : 'cases.showReceipt')}
            </Button>
            {line.checkedAtMs !== null && <span className="soft small">{t('cases.checkedAt', { atMs: line.checkedAtMs })}</span>}
          </div>
          <ChangeCase line={line} />
          {isOpen && <ReceiptPanel id={line.id} />}
          {isOpen && <AskErasure line={line} />}
        </>
      )}
    </article>
  );
}

function Deadline({ line }: { readonly line: CaseLine }) {
  const { t } = useText();
  if (line.dueAtMs === null || isClosed(line.state) || line.erasure?.state === 'erased') return null;
  return <span>{t(line.isOverdue ? 'cases.wasDueAt' : 'cases.dueAt', { atMs: line.dueAtMs })}</span>;
}

function NextStep({ line }: { readonly line: CaseLine }) {
  const { t, pick, error } = useText();
  const action = useAction();
  const { nextAction, id } = line;
  switch (nextAction.kind) {
    case 'none':
      return null;
    case 'remind':
      return <Notice tone="warn">{t('cases.remind')}</Notice>;
    case 'act':
      return (
        <Notice tone="warn" title={t('cases.nextAction')}>
          <ValueText>{pick(nextAction.text)}</ValueText>
        </Notice>
      );
    case 'co-sign':
      return <CoSignStep line={line} awaited={nextAction} />;
    case 'send':
      return (
        <>
          <Notice
            tone="warn"
            actions={
              <Button
                kind="primary"
                isPending={action.isRunning}
                onPress={() => action.run(async () => void (await send('cases/send', { id })))}
              >
                {t('cases.sendAgain')}
              </Button>
            }
          >
            {t('cases.sendAgainHelp')}
          </Notice>
          <ErrorNotice code={action.error} />
        </>
      );
    case 'sign-again':
      return (
        <>
          <Notice
            tone="bad"
            // Where it was taken in and has since run out, nobody has refused it.
            title={nextAction.code !== 'co_signature_over' && t('cases.signAgain')}
            actions={
              <Button onPress={() => action.run(async () => void (await send('cases/discard', { id })))}>{t('cases.discard')}</Button>
            }
          >
            {isErrorCode(nextAction.code) && error(nextAction.code)}
          </Notice>
          <ErrorNotice code={action.error} />
        </>
      );
  }
}
