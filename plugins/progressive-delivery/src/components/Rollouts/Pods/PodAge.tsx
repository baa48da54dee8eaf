import { useClock } from '../../../hooks/time/useClock';

/** How old a pod is, renewed by itself: the table around it may have hundreds. `since` is ISO 8601. */
export const PodAge = ({ since }: { since: string }) => {
  const clock = useClock();
  return (
    <time dateTime={since} title={clock.at(since)}>
      {clock.since(since)}
    </time>
  );
};
