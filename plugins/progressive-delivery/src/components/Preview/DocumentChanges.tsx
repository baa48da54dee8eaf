import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import {
  DocumentChange,
  ObjectReference,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useCallback } from 'react';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { DocumentChangeDetails } from './DocumentChangeDetails';
import { useFirst } from '../../hooks/useFirst';

const useStyles = makeStyles(theme => ({
  details: { display: 'block', padding: theme.spacing(0, 1, 1) },
  title: { flexGrow: 1, overflowWrap: 'anywhere' },
  count: { marginLeft: theme.spacing(2), whiteSpace: 'nowrap' },
}));

const FIRST = 20;
const STEP = 50;

const nameOf = (reference?: ObjectReference) =>
  reference ? `${reference.kind} ${reference.name}` : '';

const keyOf = ({ before, after }: DocumentChange) =>
  [before, after]
    .map(reference => `${reference?.namespace}/${nameOf(reference)}`)
    .join();

function useTitle(): (change: DocumentChange) => string {
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  return useCallback(
    ({ change, before, after }) => {
      switch (change) {
        case 'kind-changed':
          return t('preview.changed', {
            before: nameOf(before),
            after: nameOf(after),
          });
        case 'added':
          return t('preview.added', { document: nameOf(after) });
        case 'removed':
          return t('preview.removed', { document: nameOf(before) });
        case 'changed':
        case 'unknown':
          return t('preview.becomesChanged', {
            document: nameOf(after ?? before),
          });
        default:
          return change satisfies never;
      }
    },
    [t],
  );
}

/** The rendered documents that differ, each folded but those whose kind changes. */
export const DocumentChanges = ({ changes }: { changes: DocumentChange[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const titleOf = useTitle();
  const { more, showMore, shown } = useFirst(changes, {
    first: FIRST,
    step: STEP,
  });
  return (
    <div>
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
              <DocumentChangeDetails change={change} title={title} />
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
