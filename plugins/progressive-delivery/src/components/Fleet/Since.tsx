import { useClock } from '../../hooks/time/useClock';

/** How long ago a time was, renewed every second: alone, so that nothing else is drawn again. */
export const Since = ({ time }: { time: string }) => {
  const clock = useClock();
  return <time dateTime={time}>{clock.since(time)}</time>;
};
