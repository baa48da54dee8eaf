import {
  Comparison,
  DocumentChange,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useLocation } from 'react-router-dom';
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

/** What the URL says. */
const Query = () => <pre>{useLocation().search}</pre>;

/** A comparison's documents, as the preview shows them. */
export function showDocuments(
  changes: DocumentChange[],
  {
    api = new FakeProgressiveDeliveryApi(),
    onPreviewAgain = () => {},
    path,
    ...more
  }: Partial<Comparison> & {
    api?: FakeProgressiveDeliveryApi;
    onPreviewAgain?: () => void;
    /** Of the page, with what it says of the manifests. */
    path?: string;
  } = {},
) {
  return renderOnEntityPage(
    <>
      <DocumentChanges
        comparison={{
          ...comparison,
          changed: changes.length,
          ...more,
          changes,
        }}
        onPreviewAgain={onPreviewAgain}
      />
      <Query />
    </>,
    { api, path },
  );
}
