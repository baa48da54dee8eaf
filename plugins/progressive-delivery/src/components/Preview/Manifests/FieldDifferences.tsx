import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { alpha, makeStyles } from '@material-ui/core/styles';
import {
  FieldDifference,
  formatFieldPath,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useRef } from 'react';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { ShowMore } from '../../../ui/controls/ShowMore';
import { TextWithHiddenValues } from '../../Yaml/TextWithHiddenValues';
import { useFirst } from '../../../hooks/useFirst';
import { valueText } from './valueText';

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    '& th, & td': {
      padding: theme.spacing(0.75, 1),
      textAlign: 'left',
      verticalAlign: 'top',
    },
    '& tr': { borderBottom: `1px solid ${theme.palette.divider}` },
    '& tbody tr:last-child': { borderBottom: 'none' },
    // Three columns are too narrow to be read there: the field stands above its values.
    [theme.breakpoints.down('xs')]: {
      '& tr': { display: 'grid', gridTemplateColumns: '1fr 1fr' },
      '& th:first-child': { gridColumn: '1 / -1', width: 'auto' },
      '& th, & td': { minWidth: 0 },
    },
  },
  head: {
    ...theme.typography.caption,
    color: theme.palette.text.secondary,
  },
  fieldHead: { width: '40%' },
  field: { fontWeight: 'normal' },
  path: {
    fontFamily: 'monospace',
    fontSize: 12.5,
    overflowWrap: 'anywhere',
  },
  last: { fontWeight: 'bold' },
  note: {
    ...theme.typography.caption,
    display: 'block',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  value: {
    margin: 0,
    padding: theme.spacing(0.25, 0.75),
    maxHeight: 240,
    overflow: 'auto',
    fontFamily: 'monospace',
    fontSize: 12.5,
    lineHeight: 1.5,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    textDecoration: 'none',
    color: theme.palette.text.primary,
    display: 'block',
    borderRadius: theme.shape.borderRadius,
  },
  before: { backgroundColor: alpha(theme.palette.status.error, 0.18) },
  after: { backgroundColor: alpha(theme.palette.status.ok, 0.22) },
  same: {},
  none: { ...theme.typography.caption, color: theme.palette.text.secondary },
}));

const elements = { before: 'del', after: 'ins', same: 'span' } as const;

const FIRST = 50;
const STEP = 200;

const Value = ({
  side,
  text,
}: {
  side: 'before' | 'after' | 'same';
  text: string | undefined;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  if (text === undefined) {
    return (
      <span className={`${classes.value} ${classes.none}`}>
        {t('preview.notThere')}
      </span>
    );
  }
  const Element = elements[side];
  return (
    <Element className={`${classes.value} ${classes[side]}`}>
      <TextWithHiddenValues text={text} />
    </Element>
  );
};

const Row = ({ difference }: { difference: FieldDifference }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { change, movedFrom, onlyIn, path, unstable } = difference;
  const whole = formatFieldPath(path);
  const above = formatFieldPath(path.slice(0, -1));
  const before = change === 'added' ? undefined : valueText(difference.before);
  const after = change === 'removed' ? undefined : valueText(difference.after);
  // Of other changes, hidden values differ even where what stands for them is the same.
  const isSame = change === 'moved' && before === after;
  return (
    <tr>
      <th scope="row" className={classes.field}>
        <span className={classes.path}>
          <TextWithHiddenValues text={above} />
          <span className={classes.last}>
            <TextWithHiddenValues text={whole.slice(above.length)} />
          </span>
        </span>
        {movedFrom && (
          <span className={classes.note}>
            {t('preview.movedFrom', { path: formatFieldPath(movedFrom) })}
          </span>
        )}
        {change === 'reordered' && (
          <span className={classes.note}>{t('preview.reordered')}</span>
        )}
        {onlyIn && (
          <span className={classes.note}>
            {t('preview.onlyIn', { kind: onlyIn })}
          </span>
        )}
        {unstable && (
          <span className={classes.note}>{t('preview.unstable')}</span>
        )}
      </th>
      <td>
        <Value text={before} side={isSame ? 'same' : 'before'} />
      </td>
      <td>
        <Value text={after} side={isSame ? 'same' : 'after'} />
      </td>
    </tr>
  );
};

/** What differs of a document, a row a field. */
export const FieldDifferences = ({
  label,
  differences,
}: {
  /** What it is that differs, for those who listen. */
  label: string;
  differences: FieldDifference[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const table = useRef<HTMLTableElement>(null);
  const first = useFirst(differences, {
    first: FIRST,
    step: STEP,
  });
  return (
    <div>
      <table ref={table} className={classes.table} aria-label={label}>
        <thead className={classes.head}>
          <tr>
            <th scope="col" className={classes.fieldHead}>
              {t('preview.field')}
            </th>
            <th scope="col">{t('preview.before')}</th>
            <th scope="col">{t('preview.after')}</th>
          </tr>
        </thead>
        <tbody>
          {first.shown.map((difference, index) => (
            // Two paths may be the same without what is hidden of them.
            // eslint-disable-next-line react/no-array-index-key
            <Row key={index} difference={difference} />
          ))}
        </tbody>
      </table>
      <ShowMore of={first} list={table}>
        {t('preview.moreFields', { count: first.more })}
      </ShowMore>
    </div>
  );
};
