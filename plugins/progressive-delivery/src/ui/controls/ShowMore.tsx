import Button from '@material-ui/core/Button';
import { ReactNode, RefObject } from 'react';
import { flushSync } from 'react-dom';

export interface ShowMoreProps {
  /** What is shown of a list, as `useFirst` says. */
  of: { more: number; showMore: () => void };
  /** The element whose children are shown; of a table, its rows are. */
  list: RefObject<HTMLElement>;
  /** How many there are. */
  children: ReactNode;
}

/** Shows more of a list, and moves the focus to the first that is new: the button may go, and with it the focus. */
export const ShowMore = ({
  children,
  list,
  of: { more, showMore },
}: ShowMoreProps) => {
  if (more === 0) {
    return null;
  }
  const press = () => {
    const shown = childrenOf(list.current).length;
    flushSync(showMore);
    const next = childrenOf(list.current)[shown];
    if (next instanceof HTMLElement) {
      next.tabIndex = -1;
      next.focus({ preventScroll: true });
    }
  };
  return (
    <Button size="small" onClick={press}>
      {children}
    </Button>
  );
};

function childrenOf(list: HTMLElement | null): Element[] {
  const holder = list instanceof HTMLTableElement ? list.tBodies[0] : list;
  return Array.from(holder?.children ?? []);
}
