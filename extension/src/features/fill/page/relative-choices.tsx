import type { FrameView, PickedRelative } from '../../../core/autofill/plan/fill-view.ts';
import { RadioList } from '../../../ui/components/radio-list.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

/** The citizen says whom a step is about, `instead` of any of these. */
export type PickRelative = (member: PickedRelative, instead: readonly string[]) => void;

/** Which of several children a form is about: asked for, never guessed. Nothing where no form is about one of several. */
export function RelativeChoices({ frames, onPick }: { readonly frames: readonly FrameView[]; readonly onPick: PickRelative }) {
  const { t } = useText();
  return frames.flatMap(({ documentId, plan: { stage, choices } }) =>
    choices.map(({ relation, members, picked }) => (
      <RadioList
        key={`${documentId} ${relation}`}
        label={t(relation === 'child' ? 'family.whichChild' : 'family.whichPartner')}
        value={picked ?? null}
        options={members.map(({ id, name }) => ({ value: id, content: <RelativeName name={name} /> }))}
        onChange={(id) =>
          onPick(
            { documentId, stage, id },
            members.map((member) => member.id),
          )
        }
      />
    )),
  );
}

/** A name in the other direction of writing stays beside its dot. */
function RelativeName({ name }: { readonly name: string }) {
  return (
    <span>
      <bdi>{name}</bdi>
    </span>
  );
}
