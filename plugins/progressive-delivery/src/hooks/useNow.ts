import { useEffect, useState } from 'react';
import { everySecond } from '../time/everySecond';

/** Milliseconds since the epoch, renewed every second. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => everySecond(() => setNow(Date.now())), []);
  return now;
}
