import { createContext } from 'react';

/** Where the app has the Kubernetes tab of the entity; absent where it has none. */
export const KubernetesTab = createContext<string | undefined>(undefined);
