import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useFirst } from '../../../../hooks/useFirst';
import { progressiveDeliveryTranslationRef } from '../../../../translation';
import { ShowMore } from '../../../../ui/controls/ShowMore';
import { foldRows } from './foldRows';
import { codeTable } from '../../../Yaml/codeTable';
import { PatchCells } from './PatchCells';
import { PatchGap } from './PatchGap';
import { PatchRow, patchRows, UnifiedRow, unifiedRows } from './patchRows';
import { UnstableLines } from './unstableLines';

const useStyles = makeStyles(codeTable);

/** Of the columns: the numbers of lines, their signs, and the texts, which share what is left. */
const widths = {
  unified: [44, 44, 24, 'auto'],
  split: [44, 24, 'auto', 44, 24, 'auto'],
} as const;

export type PatchLayout = keyof typeof widths;

const FIRST = 300;
const STEP = 1_000;

const UnifiedCells = ({
  row,
  unstable,
}: {
  row: Exclude<UnifiedRow, { kind: 'gap' | 'note' }>;
} & Pick<PatchTableProps, 'unstable'>) => {
  switch (row.kind) {
    case 'same':
      return (
        <PatchCells
          numbers={[row.before.number, row.after.number]}
          line={row.after}
          side="same"
        />
      );
    case 'removed':
      return (
        <PatchCells
          numbers={[row.before.number, undefined]}
          line={row.before}
          side="removed"
          isUnstable={unstable?.before.has(row.before.number)}
        />
      );
    case 'added':
      return (
        <PatchCells
          numbers={[undefined, row.after.number]}
          line={row.after}
          side="added"
          isUnstable={unstable?.after.has(row.after.number)}
        />
      );
    default:
      return row satisfies never;
  }
};

const SplitCells = ({
  row,
  unstable,
}: {
  row: Extract<PatchRow, { kind: 'same' | 'change' }>;
} & Pick<PatchTableProps, 'unstable'>) => (
  <>
    <PatchCells
      numbers={[row.before?.number]}
      line={row.before}
      side={row.kind === 'same' ? 'same' : 'removed'}
      isUnstable={row.before && unstable?.before.has(row.before.number)}
    />
    <PatchCells
      numbers={[row.after?.number]}
      line={row.after}
      side={row.kind === 'same' ? 'same' : 'added'}
      isUnstable={row.after && unstable?.after.has(row.after.number)}
    />
  </>
);

export interface PatchTableProps {
  /** What it is that changes, for those who listen. */
  label: string;
  patch: string;
  /** Unchanged lines after the last one of the patch. */
  linesAfter?: number;
  layout: PatchLayout;
  /** The lines of fields that differ each time the chart is rendered. */
  unstable?: Pick<UnstableLines, 'before' | 'after'>;
  /** The same with all unchanged lines, for those who ask for some of them; absent where nobody can. */
  whole?: {
    /** As long as nobody has, and where it could not be loaded, absent. */
    patch?: string;
    busy: boolean;
    load: () => void;
    /** Why it is not there. */
    problem: ReactNode;
  };
}

/** A unified diff, with the numbers of its lines, in one column or with both documents side by side. */
export const PatchTable = ({
  label,
  layout,
  linesAfter,
  patch,
  unstable,
  whole,
}: PatchTableProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  /** The lines that the gaps begin at which somebody has opened; the last one stands last. */
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const table = useRef<HTMLTableElement>(null);
  const wholePatch = whole?.patch;
  const rows = useMemo(() => {
    const all =
      wholePatch === undefined
        ? patchRows(patch, linesAfter)
        : foldRows(patchRows(wholePatch), open);
    return layout === 'split' ? all : unifiedRows(all);
  }, [layout, linesAfter, open, patch, wholePatch]);
  const first = useFirst<PatchRow | UnifiedRow>(rows, {
    first: FIRST,
    step: STEP,
  });

  const isWhole = wholePatch !== undefined;
  useEffect(() => {
    // The button that had it is gone: the focus goes on where the lines are now.
    if (isWhole) {
      table.current
        ?.querySelector<HTMLElement>(
          `[data-opened="${Array.from(open).at(-1)}"]`,
        )
        ?.focus();
    }
  }, [open, isWhole]);

  const columns = widths[layout].length;
  const draw = (row: PatchRow | UnifiedRow, index: number) => {
    switch (row.kind) {
      case 'gap':
        return (
          <PatchGap
            key={`gap ${row.line}`}
            columns={columns}
            count={row.count}
            opening={
              whole && {
                busy: whole.busy && open.has(row.line),
                problem: open.has(row.line) && whole.problem,
                onOpen: () => {
                  setOpen(last => new Set([...last, row.line]));
                  whole.load();
                },
              }
            }
          />
        );
      case 'note':
        return (
          <tr key={`note ${index}`}>
            <td colSpan={columns}>{row.text}</td>
          </tr>
        );
      case 'removed':
        return (
          <tr key={`removed ${row.before.number}`}>
            <UnifiedCells row={row} unstable={unstable} />
          </tr>
        );
      case 'added':
        return (
          <tr key={`added ${row.after.number}`}>
            <UnifiedCells row={row} unstable={unstable} />
          </tr>
        );
      case 'change':
        return (
          <tr key={`change ${row.before?.number} ${row.after?.number}`}>
            <SplitCells row={row} unstable={unstable} />
          </tr>
        );
      case 'same': {
        const { number } = row.after;
        return (
          <tr
            key={`same ${number}`}
            {...(open.has(number) && { tabIndex: -1, 'data-opened': number })}
          >
            {layout === 'split' ? (
              <SplitCells row={row} unstable={unstable} />
            ) : (
              <UnifiedCells row={row} unstable={unstable} />
            )}
          </tr>
        );
      }
      default:
        return row satisfies never;
    }
  };
  return (
    <div>
      <table className={classes.table} aria-label={label} ref={table}>
        <colgroup>
          {widths[layout].map((width, index) => (
            // Columns have no name but their place.
            // eslint-disable-next-line react/no-array-index-key
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <tbody>{first.shown.map(draw)}</tbody>
      </table>
      <ShowMore of={first} list={table}>
        {t('preview.moreLines', { count: first.more })}
      </ShowMore>
    </div>
  );
};
