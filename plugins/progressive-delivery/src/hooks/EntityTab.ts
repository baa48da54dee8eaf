import { createContext } from 'react';

/** From the path of an entity's page to that of its tab, wherever the app has that; absent where it has none. */
export const EntityTab = createContext<
  (entityPath: string) => string | undefined
>(() => undefined);
