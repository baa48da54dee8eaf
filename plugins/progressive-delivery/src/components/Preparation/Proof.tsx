import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ChartPreparation } from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReactNode } from 'react';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { shortCommit } from '../../repositories/shortCommit';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Notice } from '../../ui/notices/Notice';
import { Sentences } from '../../ui/Sentences';
import { PreparedFiles } from './PreparedFiles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    overflowWrap: 'anywhere',
  },
  heading: { fontWeight: 'bold' },
  values: { marginTop: theme.spacing(0.5) },
  summary: { cursor: 'pointer' },
}));

export interface ProofProps {
  preparation: Extract<ChartPreparation, { state: 'prepared' }>;
}

/** What gives a chart the switch: in a sentence, what was proved of it, and the files that change. */
export const Proof = ({ preparation }: ProofProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const messageText = useMessageText();
  const { base, files, masked, notes, proof, workloads } = preparation;
  const part = (heading: string, content: ReactNode) => (
    <div>
      <Typography
        variant="body2"
        component="h3"
        className={classes.heading}
        gutterBottom
      >
        {heading}
      </Typography>
      {content}
    </div>
  );
  return (
    <div className={classes.root}>
      <Typography variant="body1">
        {t('preparation.prepared', { count: workloads.length })}
      </Typography>
      {part(
        t('preparation.proof'),
        <Typography variant="body2" component="div">
          <Sentences
            sentences={[
              t(
                workloads.some(({ replicasAdded }) => replicasAdded)
                  ? 'preparation.proofOffReplicas'
                  : 'preparation.proofOff',
              ),
              t('preparation.proofOn', {
                workloads: names(proof.workloads),
              }),
              t('preparation.proofLint'),
              ...(proof.schema ? [t('preparation.proofSchema')] : []),
            ]}
          />
          <details className={classes.values}>
            <summary className={classes.summary}>
              {t('preparation.proofValues', { count: proof.values.length })}
            </summary>
            <Sentences
              sentences={proof.values.map(each =>
                messageText('adoptionValues', each),
              )}
            />
          </details>
        </Typography>,
      )}
      {part(
        t('preparation.switches'),
        <Typography variant="body2" component="div">
          <Sentences
            sentences={workloads.map(({ line, switch: id, template }) =>
              t('preparation.switchOf', {
                switch: id,
                template,
                line: String(line),
              }),
            )}
          />
        </Typography>,
      )}
      {notes.length > 0 && (
        <Notice severity="info" title={t('preparation.notes')}>
          <Sentences
            sentences={notes.map(note => messageText('adoptionNote', note))}
          />
        </Notice>
      )}
      {part(
        t('preparation.files'),
        <PreparedFiles files={files} masked={masked} />,
      )}
      <Typography variant="caption" color="textSecondary">
        {t('preparation.base', {
          branch: base.branch,
          commit: shortCommit(base.commit),
        })}
      </Typography>
    </div>
  );
};
