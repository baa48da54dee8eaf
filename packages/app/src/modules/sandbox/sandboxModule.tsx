import {
  coreExtensionData,
  createExtension,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { SandboxNotice } from './SandboxNotice';

/** Attaches the sandbox's notice to the top of the progressive delivery tab. */
export const sandboxModule = createFrontendModule({
  pluginId: 'progressive-delivery',
  extensions: [
    createExtension({
      kind: 'notice',
      name: 'sandbox',
      attachTo: {
        id: 'entity-content:progressive-delivery',
        input: 'notices',
      },
      output: [coreExtensionData.reactElement],
      factory: () => [coreExtensionData.reactElement(<SandboxNotice />)],
    }),
  ],
});
