import { messageTexts as english } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { Translation } from '../../../shape/Translation';

// Without an article: they stand in sentences in more than one case.
export const adoptionValuesTexts = {
  own: 'values.yaml des Charts',
  ownWith: 'values.yaml des Charts und {{settings}}',
  named: '{{name}}',
  namedWith: '{{name}} und {{settings}}',
} satisfies Translation<typeof english.adoptionValues>;
