import { useState } from 'react';
import { nameFile, type UploadLine } from '../../../core/attachments/attach-view.ts';
import type { DocumentView } from '../../../core/consent/document-view.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Checkbox } from '../../../ui/components/checkbox.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { RadioList } from '../../../ui/components/radio-list.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { listCopyLines, nameType } from './copy-lines.ts';
import type { CopyPicture } from './draw-copy.ts';
import { makeFile } from './make-file.ts';
import { Preview } from './preview.tsx';

/** A file that is ready, and the document that it is a copy of. */
export type MadeCopy = { readonly credentialId: string; readonly bytes: Uint8Array };

type Props = {
  readonly line: Extract<UploadLine, { kind: 'offer' }>;
  readonly isTicked: boolean;
  /** Undefined: no longer ticked. */
  readonly onTick: (copy: MadeCopy | undefined) => void;
};

/** One file for a box: which document, how its copy looks, and the box to tick, which opens once the copy has been looked at. */
export function OfferRow({ line, isTicked, onTick }: Props) {
  const { t, pick, f, language } = useText();
  const [first] = line.documents;
  const [chosenId, setChosenId] = useState(first?.id ?? '');
  const [made, setMade] = useState<MadeCopy | 'too-large'>();
  const action = useAction();
  const document = line.documents.find(({ id }) => id === chosenId) ?? first;
  if (!document) return null;
  const picture = describe(document, line.language);
  const choose = (id: string) => {
    setChosenId(id);
    setMade(undefined);
    onTick(undefined);
  };
  const draw = () =>
    action.run(async () => {
      const bytes = await makeFile(picture, line.file, line.limitBytes);
      setMade(bytes ? { credentialId: document.id, bytes } : 'too-large');
    });
  const copy = made === 'too-large' ? undefined : made;
  return (
    <>
      <Checkbox isSelected={isTicked} isDisabled={!copy} onChange={(isOn) => onTick(isOn ? copy : undefined)}>
        <span className="attach-label">
          <bdi>{line.label || t('attach.unnamed')}</bdi>
        </span>
        <span className="attach-value">
          {t('attach.copyOf', { document: nameType(document, language), issuer: pick(document.issuer.name) })}
        </span>
        {line.isOneOfSeveral && readTitle(document) !== '' && <bdi className="soft small">{readTitle(document)}</bdi>}
      </Checkbox>
      {line.documents.length > 1 && (
        <RadioList
          label={t('attach.which')}
          value={document.id}
          onChange={choose}
          options={line.documents.map((each) => ({ value: each.id, content: <bdi>{nameDocument(each)}</bdi> }))}
        />
      )}
      <p className="soft small">{describeFile(copy)}</p>
      {made === 'too-large' && <ErrorNotice code="body_too_large" />}
      <ErrorNotice code={action.error} />
      {copy ? (
        <Preview picture={picture} />
      ) : (
        <Button kind="quiet" isPending={action.isRunning} onPress={draw}>
          {t('attach.look')}
        </Button>
      )}
    </>
  );

  function describeFile(ready: MadeCopy | undefined): string {
    const name = nameFile(line);
    if (ready) return t('attach.fileOf', { name, kilobytes: Math.ceil(ready.bytes.length / 1024) });
    return line.limitBytes === null ? name : t('attach.fileUpTo', { name, kilobytes: Math.floor(line.limitBytes / 1024) });
  }

  function nameDocument(each: DocumentView): string {
    return readTitle(each) || f.date(each.receivedAtMs);
  }
}

/** What tells documents of one type apart; empty where nothing does. */
function readTitle({ title }: DocumentView): string {
  return title
    .map(({ value }) => (typeof value === 'string' ? value : ''))
    .filter((value) => value !== '')
    .join('، ');
}

function describe(document: DocumentView, language: 'fa' | 'en'): CopyPicture {
  return {
    lines: listCopyLines(document, language, Date.now()),
    isRightToLeft: language === 'fa',
    portrait: document.portrait,
    colors: document.look,
  };
}
