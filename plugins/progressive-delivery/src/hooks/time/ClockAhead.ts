import { createContext } from 'react';

/** Milliseconds by which this browser's clock is ahead of the backend's, for all that tells times of the backend. */
export const ClockAhead = createContext(0);
