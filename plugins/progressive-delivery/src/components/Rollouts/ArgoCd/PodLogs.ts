import { createContext } from 'react';

/** Where people have the logs of a pod of this workload, by its name; absent where that is not known. */
export const PodLogs = createContext<((pod: string) => string) | undefined>(
  undefined,
);
