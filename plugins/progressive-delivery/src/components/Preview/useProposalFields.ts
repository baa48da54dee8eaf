import { ProposalRequest } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useState } from 'react';

interface FieldValues {
  title: string;
  reason: string;
  draft: boolean;
}

export interface ProposalFields {
  values: FieldValues;
  change: (values: Partial<FieldValues>) => void;
  /** What of a request they make; what was not filled in is up to the installation. */
  request: Pick<ProposalRequest, 'title' | 'description' | 'draft'>;
}

/** What a person says about the pull request before it is opened. */
export function useProposalFields(): ProposalFields {
  const [values, setValues] = useState<FieldValues>({
    title: '',
    reason: '',
    draft: false,
  });
  const title = values.title.trim();
  const description = values.reason.trim();
  return {
    values,
    change: changed => setValues(before => ({ ...before, ...changed })),
    request: {
      ...(title && { title }),
      ...(description && { description }),
      ...(values.draft && { draft: true }),
    },
  };
}
