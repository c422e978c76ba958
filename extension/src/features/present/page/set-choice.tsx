import type { PlannedSet } from '../../../core/consent/disclosure-plan.ts';
import type { ShownPart } from '../../../core/consent/prompt-view.ts';
import { RadioList } from '../../../ui/components/radio-list.tsx';
import { Toggle } from '../../../ui/components/toggle.tsx';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Selection } from './selection.ts';

type Props = { readonly set: PlannedSet; readonly parts: readonly ShownPart[]; readonly selection: Selection };

/** Which of several ways to answer, and whether at all where the asker does without. Nothing where there is nothing to choose. */
export function SetChoice({ set: { isRequired, options }, parts, selection }: Props) {
  const text = useText();
  const { t } = text;
  const keys = options.map(({ key }) => key);
  const chosen = keys.find(selection.has) ?? null;
  const [first] = options;
  if (!first || (isRequired && options.length === 1)) return null;
  const find = (queryIds: readonly string[]) => parts.filter(({ queryId }) => queryIds.includes(queryId));
  const nameOption = (queryIds: readonly string[]) =>
    find(queryIds)
      .map(({ credentials: [document] }) => nameDocument(document?.vct ?? '', text))
      .join(t('present.and'));
  const listClaims = (queryIds: readonly string[]) =>
    find(queryIds)
      .flatMap(({ credentials: [document] }) => document?.claims.map(({ label }) => text.pick(label)) ?? [])
      .join(t('common.comma'));
  const listed = options.map(({ key, queryIds }) => ({
    value: key,
    content: (
      <>
        <span>{nameOption(queryIds)}</span>
        <span className="soft small">{listClaims(queryIds)}</span>
      </>
    ),
  }));
  return (
    <section className="claims set-choice">
      {!isRequired && (
        <Toggle
          isSelected={chosen !== null}
          onChange={(isOn) => selection.choose(isOn ? first.key : null, keys)}
          help={options.length === 1 ? `${listClaims(first.queryIds)} · ${t('present.optionalHelp')}` : t('present.optionalHelp')}
        >
          {t('present.optional', { documents: options.length === 1 ? nameOption(first.queryIds) : t('present.optionalOne') })}
        </Toggle>
      )}
      {options.length > 1 && chosen !== null && (
        <RadioList label={t('present.chooseOption')} value={chosen} options={listed} onChange={(key) => selection.choose(key, keys)} />
      )}
    </section>
  );
}
