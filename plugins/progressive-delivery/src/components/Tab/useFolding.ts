import { useCallback, useState } from 'react';
import { z } from 'zod/v4';

const choicesSchema = z.record(z.string(), z.boolean());

function keptChoices(key: string): Record<string, boolean> {
  const text = sessionStorage.getItem(key);
  if (text === null) {
    return {};
  }
  // An earlier version of this page may have kept something else.
  const kept = choicesSchema.safeParse(JSON.parse(text));
  return kept.success ? kept.data : {};
}

export interface Folding {
  /** What a person has chosen for a target; absent where they have not. */
  choiceFor: (target: string) => boolean | undefined;
  fold: (target: string, folded: boolean) => void;
}

/**
 * Which targets a person has folded and unfolded. It survives a reload, in this tab of the browser.
 *
 * @param entityRef - whose targets they are
 */
export function useFolding(entityRef: string): Folding {
  const key = `progressive-delivery/folded/${entityRef}`;
  const [choices, setChoices] = useState(() => keptChoices(key));
  const fold = useCallback(
    (target: string, folded: boolean) =>
      setChoices(last => {
        const next = { ...last, [target]: folded };
        sessionStorage.setItem(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  return {
    choiceFor: target =>
      Object.hasOwn(choices, target) ? choices[target] : undefined,
    fold,
  };
}
