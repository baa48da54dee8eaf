import { makeStyles } from '@material-ui/core/styles';
import { MutableRefObject, useEffect, useRef } from 'react';
import { DocumentItem } from './DocumentItem';
import { ComparedDocument } from './useComparedDocuments';

/** Documents that are laid out, painted or left out together. */
const GROUP = 50;

const useStyles = makeStyles({
  root: {
    // Only the ends of the whole list are rounded.
    '& > :not(:first-child) > :first-child': {
      borderTopLeftRadius: 0,
      borderTopRightRadius: 0,
    },
    '& > :not(:last-child) > :last-child': {
      borderBottomLeftRadius: 0,
      borderBottomRightRadius: 0,
    },
  },
  group: {
    // What is not in sight is neither laid out nor painted, but can be found in the page, focused and read: so thousands
    // need no virtual list, in which they could not. Each by itself would be asked in each frame whether it is in sight.
    contentVisibility: 'auto',
  },
});

/** Documents in a row, any number of them. */
export const DocumentList = ({
  documents,
  focused,
}: {
  documents: readonly ComparedDocument[];
  /** The place in the list that the focus goes to once it is there; nothing from then on. */
  focused: MutableRefObject<number | undefined>;
}) => {
  const classes = useStyles();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const next = focused.current;
    if (next !== undefined && next < documents.length) {
      focused.current = undefined;
      list.current?.children[Math.floor(next / GROUP)].children[next % GROUP]
        .querySelector<HTMLElement>('[aria-expanded]')
        ?.focus();
    }
  }, [documents.length, focused]);
  return (
    <div ref={list} className={classes.root}>
      {inGroups(documents).map(group => (
        <div
          key={group[0].place}
          className={classes.group}
          style={{ containIntrinsicSize: `auto ${group.length * 50}px` }}
        >
          {group.map(document => (
            <DocumentItem key={document.place} document={document} />
          ))}
        </div>
      ))}
    </div>
  );
};

function inGroups(
  documents: readonly ComparedDocument[],
): (readonly ComparedDocument[])[] {
  return Array.from(
    { length: Math.ceil(documents.length / GROUP) },
    (_, index) => documents.slice(index * GROUP, (index + 1) * GROUP),
  );
}
