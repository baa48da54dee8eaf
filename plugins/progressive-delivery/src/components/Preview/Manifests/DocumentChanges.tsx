import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Button from '@material-ui/core/Button';
import { makeStyles, Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { DocumentChange } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useDeferredValue, useMemo, useState } from 'react';
import { useFirst } from '../../../hooks/useFirst';
import { progressiveDeliveryTranslationRef } from '../../../translation';
import { DocumentChangeDetails } from './DocumentChangeDetails';
import { documentsWith } from './documentsWith';
import { ManifestToolbar, ManifestView } from './ManifestToolbar';
import { nameOf, useDocumentTitle } from './useDocumentTitle';

const useStyles = makeStyles(theme => ({
  details: { display: 'block', padding: theme.spacing(0, 1, 1) },
  title: { flexGrow: 1, overflowWrap: 'anywhere' },
  count: { marginLeft: theme.spacing(2), whiteSpace: 'nowrap' },
}));

const FIRST = 20;
const STEP = 50;

const keyOf = ({ before, after }: DocumentChange) =>
  [before, after]
    .map(reference => `${reference?.namespace}/${nameOf(reference)}`)
    .join();

/** The rendered documents that differ, each folded but those whose kind changes. */
export const DocumentChanges = ({ changes }: { changes: DocumentChange[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const titleOf = useDocumentTitle();
  // Two documents side by side are too narrow to be read there.
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const [chosen, setChosen] = useState<ManifestView>('fields');
  const view = isNarrow && chosen === 'split' ? 'unified' : chosen;
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const found = useMemo(
    () => documentsWith(wanted, changes),
    [wanted, changes],
  );
  const diff = useMemo(() => found.map(({ patch }) => patch).join(''), [found]);
  const { more, showMore, shown } = useFirst(found, {
    first: FIRST,
    step: STEP,
  });
  if (changes.length === 0) {
    return null;
  }
  return (
    <div>
      <ManifestToolbar
        views={
          isNarrow ? ['fields', 'unified'] : ['fields', 'unified', 'split']
        }
        view={view}
        onView={setChosen}
        filter={changes.length > 1 ? { text, onChange: setText } : undefined}
        diff={diff}
      />
      {found.length < changes.length && (
        <Typography variant="body2" role="status" gutterBottom>
          {t('preview.found', {
            count: changes.length,
            found: found.length,
          })}
        </Typography>
      )}
      {shown.map(change => {
        const title = titleOf(change);
        return (
          <Accordion
            key={keyOf(change)}
            variant="outlined"
            defaultExpanded={change.change === 'kind-changed'}
            TransitionProps={{ unmountOnExit: true }}
          >
            <AccordionSummary expandIcon={<ExpandMoreIcon />}>
              <Typography variant="body2" className={classes.title}>
                {title}
              </Typography>
              {change.differences.length > 0 && (
                <Typography
                  variant="body2"
                  color="textSecondary"
                  className={classes.count}
                >
                  {t('preview.fields', { count: change.differences.length })}
                </Typography>
              )}
            </AccordionSummary>
            <AccordionDetails className={classes.details}>
              <DocumentChangeDetails
                change={change}
                title={title}
                view={view}
              />
            </AccordionDetails>
          </Accordion>
        );
      })}
      {more > 0 && (
        <Button size="small" onClick={showMore}>
          {t('preview.moreDocuments', { count: more })}
        </Button>
      )}
    </div>
  );
};
