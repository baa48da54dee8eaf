import {
  findingReferenceSchema,
  ProposalRequest,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useState } from 'react';
import { z } from 'zod/v4';

const valuesSchema = z.object({
  title: z.string(),
  reason: z.string(),
  draft: z.boolean(),
  /** The findings that are overridden. */
  overridden: z.array(findingReferenceSchema),
  /** Why they are. */
  overrideReason: z.string(),
});

type FieldValues = z.infer<typeof valuesSchema>;

const EMPTY: FieldValues = {
  title: '',
  reason: '',
  draft: false,
  overridden: [],
  overrideReason: '',
};

function keptValues(key: string): FieldValues {
  const text = sessionStorage.getItem(key);
  if (text === null) {
    return EMPTY;
  }
  // An earlier version of this page may have kept something else.
  const kept = valuesSchema.safeParse(JSON.parse(text));
  return kept.success ? kept.data : EMPTY;
}

export interface ProposalFields {
  values: FieldValues;
  change: (values: Partial<FieldValues>) => void;
  /** Keeps nothing any more: it has been sent. */
  forget: () => void;
  /** What of a request they make; what was not filled in is up to the installation. */
  request: Pick<ProposalRequest, 'title' | 'description' | 'draft'>;
}

/**
 * What a person says about the pull request before it is opened. It survives a reload, in this tab of the browser.
 *
 * @param key - names the person and the change
 */
export function useProposalFields(key: string): ProposalFields {
  const [values, setValues] = useState(() => keptValues(key));
  const title = values.title.trim();
  const description = values.reason.trim();
  return {
    values,
    change: changed => {
      const next = { ...values, ...changed };
      sessionStorage.setItem(key, JSON.stringify(next));
      setValues(next);
    },
    forget: () => sessionStorage.removeItem(key),
    request: {
      ...(title && { title }),
      ...(description && { description }),
      ...(values.draft && { draft: true }),
    },
  };
}
