/** As much of a plan as a choice is made from: the wallet's own plan, and what the window shows of it. */
type Choosable<Credential> = {
  readonly sets: readonly {
    readonly isRequired: boolean;
    readonly options: readonly { readonly key: string; readonly queryIds: readonly string[] }[];
  }[];
  readonly parts: readonly { readonly queryId: string; readonly isMultiple: boolean; readonly credentials: readonly Credential[] }[];
};

type ChoosableCredential = { readonly key: string; readonly answers: readonly (readonly string[])[] };

/** A document that is shown for a part of the query, with the keys of the rows that are shown of it. */
export type ChosenAnswer<Credential> = { readonly queryId: string; readonly credential: Credential; readonly rowKeys: readonly string[] };

/**
 * What is shown for the options, documents and rows that are on: for each document the asker's most preferred answer that
 * needs no other row, and nothing beyond it. Undefined where the choice answers nothing or a part of the query only: a set
 * without an option, an option without a document, two where one was asked, a document without a whole answer.
 */
export function chooseAnswers<Credential extends ChoosableCredential>(
  plan: Choosable<Credential>,
  selectedKeys: readonly string[],
): readonly ChosenAnswer<Credential>[] | undefined {
  const selected = new Set(selectedKeys);
  const isOn = ({ key }: { readonly key: string }) => selected.has(key);
  const options = plan.sets.map((set) => ({ ...set, chosen: set.options.filter(isOn) }));
  if (options.some(({ chosen, isRequired }) => chosen.length > 1 || (isRequired && chosen.length === 0))) return undefined;
  const queryIds = new Set(options.flatMap(({ chosen }) => chosen.flatMap((option) => option.queryIds)));
  const parts = plan.parts
    .filter(({ queryId }) => queryIds.has(queryId))
    .map((part) => ({ ...part, chosen: part.credentials.filter(isOn) }));
  if (parts.length === 0 || parts.some(({ chosen, isMultiple }) => chosen.length === 0 || (chosen.length > 1 && !isMultiple)))
    return undefined;
  const answers = parts.flatMap(({ queryId, chosen }) =>
    chosen.map((credential) => ({
      queryId,
      credential,
      rowKeys: credential.answers.find((keys) => keys.every((key) => selected.has(key))),
    })),
  );
  return answers.every(isWhole) ? answers : undefined;
}

function isWhole<Answer extends { readonly rowKeys: readonly string[] | undefined }>(
  answer: Answer,
): answer is Answer & { readonly rowKeys: readonly string[] } {
  return answer.rowKeys !== undefined;
}
