import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { PatchLine, patchLines } from './patchLines';
import { TextWithHiddenValues } from './TextWithHiddenValues';
import { useFirst } from '../../hooks/useFirst';

const useStyles = makeStyles(theme => ({
  root: {
    maxHeight: 360,
    overflow: 'auto',
    padding: theme.spacing(0.5, 0),
    backgroundColor: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  // As wide as its longest line, so that every line's colour reaches to the end.
  lines: { display: 'inline-block', minWidth: '100%' },
  line: {
    display: 'block',
    padding: theme.spacing(0, 1.5),
    fontFamily: 'monospace',
    fontSize: 12.5,
    lineHeight: 1.5,
    whiteSpace: 'pre',
    textDecoration: 'none',
    color: theme.palette.text.primary,
  },
  added: { backgroundColor: alpha(theme.palette.status.ok, 0.22) },
  removed: { backgroundColor: alpha(theme.palette.status.error, 0.18) },
  context: {},
  hunk: { color: theme.palette.text.secondary },
  note: { color: theme.palette.text.secondary },
  more: { display: 'block' },
}));

const elements: Record<PatchLine['kind'], 'ins' | 'del' | 'span'> = {
  added: 'ins',
  removed: 'del',
  context: 'span',
  hunk: 'span',
  note: 'span',
};

const FIRST = 300;
const STEP = 1_000;

export interface UnifiedPatchProps {
  /** What it is that changes, for those who listen. */
  label: string;
  patch: string;
}

/** A unified diff. It takes the focus, so that the keyboard can scroll it. */
export const UnifiedPatch = ({ label, patch }: UnifiedPatchProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const lines = useMemo(() => patchLines(patch), [patch]);
  const { more, showMore, shown } = useFirst(lines, {
    first: FIRST,
    step: STEP,
  });
  return (
    // A region that scrolls has to be reachable by keyboard (WCAG 2.1.1).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.root} role="region" aria-label={label} tabIndex={0}>
      <div className={classes.lines}>
        {shown.map(({ kind, text }, index) => {
          const Element = elements[kind];
          return (
            <Element
              // Lines of a text have no name but their place.
              // eslint-disable-next-line react/no-array-index-key
              key={index}
              className={`${classes.line} ${classes[kind]}`}
            >
              <TextWithHiddenValues text={text || ' '} />
            </Element>
          );
        })}
      </div>
      {more > 0 && (
        <Button size="small" onClick={showMore} className={classes.more}>
          {t('preview.moreLines', { count: more })}
        </Button>
      )}
    </div>
  );
};
