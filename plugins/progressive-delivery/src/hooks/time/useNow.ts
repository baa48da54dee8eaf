import { useContext, useEffect, useState } from 'react';
import { everySecond } from '../../time/everySecond';
import { ClockAhead } from './ClockAhead';

/** Milliseconds since the epoch by the backend's clock, as far as that is known; renewed every second. */
export function useNow(): number {
  const ahead = useContext(ClockAhead);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => everySecond(() => setNow(Date.now())), []);
  return now - ahead;
}
