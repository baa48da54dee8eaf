import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Unchecked } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useRef } from 'react';
import { useFirst } from '../../hooks/useFirst';
import { useUncheckedText } from '../../hooks/texts/useFindingText';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { ShowMore } from '../../ui/controls/ShowMore';

const useStyles = makeStyles(theme => ({
  title: { cursor: 'pointer', fontSize: theme.typography.body2.fontSize },
  list: { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(2.5) },
  item: {
    marginBottom: theme.spacing(1),
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  remedy: { color: theme.palette.text.secondary },
}));

/** Reasons that are read at once; the summary above says in any case how many checks could not look. */
const MOST_UNFOLDED = 2;

const FIRST = 20;
const STEP = 50;

/** The checks that could not look, and what would let them; those with the same reason together. */
export const UncheckedList = ({ unchecked }: { unchecked: Unchecked[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const textOf = useUncheckedText();
  const { names } = useListFormat();
  const title = t('preflight.unchecked', {
    amount: new Set(unchecked.map(({ id }) => id)).size,
  });
  const reasons = new Map<
    string,
    { reason: string; remedy: string; checks: string[] }
  >();
  for (const each of unchecked) {
    const reason = textOf(each, 'reason');
    const remedy = textOf(each, 'remedy');
    const key = JSON.stringify([reason, remedy]);
    const { checks = [] } = reasons.get(key) ?? {};
    reasons.set(key, { reason, remedy, checks: [...checks, each.id] });
  }
  const list = useRef<HTMLUListElement>(null);
  const first = useFirst(Array.from(reasons), {
    first: FIRST,
    step: STEP,
  });
  return (
    <details open={reasons.size <= MOST_UNFOLDED}>
      <summary className={classes.title}>{title}</summary>
      <ul ref={list} className={classes.list} aria-label={title}>
        {first.shown.map(([key, { reason, remedy, checks }]) => (
          <li key={key} className={classes.item}>
            <div>
              {t('preflight.uncheckedBecause', {
                checks: names(checks),
                reason,
              })}
            </div>
            <div className={classes.remedy}>{remedy}</div>
          </li>
        ))}
      </ul>
      <ShowMore of={first} list={list}>
        {t('preflight.moreReasons', { count: first.more })}
      </ShowMore>
    </details>
  );
};
