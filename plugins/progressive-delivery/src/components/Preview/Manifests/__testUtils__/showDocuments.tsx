import {
  Comparison,
  DocumentChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { comparison } from '../../../../__testUtils__/comparison';
import { FakeProgressiveDeliveryApi } from '../../../../__testUtils__/FakeProgressiveDeliveryApi';
import { renderOnEntityPage } from '../../../../__testUtils__/renderOnEntityPage';
import { DocumentChanges } from '../DocumentChanges';

export const configMap = (name: string, fields = 1): DocumentChange => ({
  change: 'changed',
  before: { apiVersion: 'v1', kind: 'ConfigMap', name },
  after: { apiVersion: 'v1', kind: 'ConfigMap', name },
  differences: Array.from({ length: fields }, (_, index) => ({
    change: 'changed',
    path: ['data', `key-${index}`],
    before: 'a',
    after: 'b',
  })),
  patch: `@@ -1,${fields} +1,${fields} @@\n${'-a\n+b\n'.repeat(fields)}`,
  shortened: false,
});

/** A comparison's documents, as the preview shows them. */
export function showDocuments(
  changes: DocumentChange[],
  {
    api = new FakeProgressiveDeliveryApi(),
    onPreviewAgain = () => {},
    ...more
  }: Partial<Comparison> & {
    api?: FakeProgressiveDeliveryApi;
    onPreviewAgain?: () => void;
  } = {},
) {
  return renderOnEntityPage(
    <DocumentChanges
      comparison={{
        ...comparison,
        changed: changes.length,
        ...more,
        changes,
      }}
      onPreviewAgain={onPreviewAgain}
    />,
    { api },
  );
}
