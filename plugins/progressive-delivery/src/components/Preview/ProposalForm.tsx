import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { MOST_TITLE_CHARACTERS } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useId, useRef } from 'react';
import { useTabPath } from '../../hooks/usePreviewPath';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Working } from '../../ui/Working';
import { MainButton } from '../../ui/controls/MainButton';
import { ObstacleSentence } from '../Preflight/ObstacleSentence';
import { Obstacle } from '../Preflight/useOverride';
import { SubmissionProblem, SubmissionProblemProps } from './SubmissionProblem';
import { ProposalFields } from './useProposalFields';

/** What the backend takes, `proposalRequestSchema`. */
const DESCRIPTION_MAXIMUM_CHARACTERS = 4000;

export interface ProposalFormProps
  extends Pick<
    SubmissionProblemProps,
    'conflict' | 'onPreviewAgain' | 'submission'
  > {
  fields: ProposalFields;
  /** What of the preflight checks keeps the pull request from being opened. */
  obstacle?: Obstacle;
  /** Whether another preview is on its way. */
  renewing: boolean;
  /** Default: that a pull request is opened. */
  submitLabel?: string;
  onSubmit: () => void;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
  },
  // It has the focus only where a button above that had it is gone.
  heading: { fontWeight: 'bold', outline: 'none' },
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
  },
  text: { flex: '1 1 280px' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  obstacle: { flex: '1 1 240px' },
}));

/** What a person may say about the pull request, and the button that opens it. */
export const ProposalForm = ({
  fields,
  submission,
  conflict,
  obstacle,
  renewing,
  submitLabel,
  onPreviewAgain,
  onSubmit,
}: ProposalFormProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const tab = useTabPath();
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const titleId = useId();
  const reasonId = useId();
  const obstacleId = useId();
  const { change, values } = fields;
  const busy = submission.state === 'busy';
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-labelledby={headingId}
    >
      <Typography
        id={headingId}
        ref={heading}
        tabIndex={-1}
        variant="body2"
        component="h3"
        className={classes.heading}
      >
        {t('preview.form')}
      </Typography>
      <div className={classes.fields}>
        <TextField
          id={titleId}
          label={t('preview.title')}
          placeholder={t('preview.titleHelp')}
          value={values.title}
          onChange={event => change({ title: event.target.value })}
          disabled={busy}
          inputProps={{ maxLength: MOST_TITLE_CHARACTERS }}
          variant="outlined"
          size="small"
          className={classes.text}
        />
        <TextField
          id={reasonId}
          label={t('preview.reason')}
          placeholder={t('preview.reasonHelp')}
          value={values.reason}
          onChange={event => change({ reason: event.target.value })}
          disabled={busy}
          inputProps={{ maxLength: DESCRIPTION_MAXIMUM_CHARACTERS }}
          variant="outlined"
          size="small"
          multiline
          maxRows={8}
          className={classes.text}
        />
      </div>
      {busy ? (
        <Working doing={t('preview.opening')} />
      ) : (
        <SubmissionProblem
          submission={submission}
          conflict={conflict}
          onPreviewAgain={() => {
            heading.current?.focus();
            onPreviewAgain();
          }}
          onTryAgain={
            obstacle
              ? undefined
              : () => {
                  heading.current?.focus();
                  onSubmit();
                }
          }
        />
      )}
      <div className={classes.actions}>
        <MainButton
          onClick={onSubmit}
          disabled={
            busy ||
            renewing ||
            submission.state === 'conflict' ||
            obstacle !== undefined
          }
          aria-describedby={obstacle && obstacleId}
        >
          {submitLabel ?? t('preview.open')}
        </MainButton>
        <LinkButton to={tab} disabled={busy}>
          {t('preview.cancel')}
        </LinkButton>
        <FormControlLabel
          label={<Typography variant="body2">{t('preview.draft')}</Typography>}
          control={
            <Checkbox
              color="primary"
              size="small"
              checked={values.draft}
              onChange={event => change({ draft: event.target.checked })}
              disabled={busy}
            />
          }
        />
        {obstacle && (
          <Typography
            id={obstacleId}
            variant="body2"
            role="status"
            className={classes.obstacle}
          >
            <ObstacleSentence obstacle={obstacle} />
          </Typography>
        )}
      </div>
    </Paper>
  );
};
