import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Comparison,
  comparisonValuesReadPermission,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { ReactNode } from 'react';
import { useListFormat } from '../../hooks/texts/useListFormat';
import { useMessageText } from '../../hooks/texts/useMessageText';
import { shortCommit } from '../../repositories/shortCommit';
import { joinSentences } from '../../texts/joinSentences';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { Sentences } from '../../ui/Sentences';
import { DocumentChanges } from './Manifests/DocumentChanges';
import { EditedFileNotes } from './EditedFileNotes';
import { ValuesChangeLine } from './ValuesChangeLine';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(2) },
  heading: { fontWeight: 'bold' },
  more: { marginTop: theme.spacing(1) },
}));

export interface ComparisonViewProps {
  comparison: Comparison;
  /** Asks for it anew; memoized. */
  onPreviewAgain: () => void;
  /** What may go wrong with it; it stands before the details. */
  children: ReactNode;
}

/** What the switch would do: in a sentence, in the values file, in the manifests. */
export const ComparisonView = ({
  comparison,
  onPreviewAgain,
  children,
}: ComparisonViewProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const { names } = useListFormat();
  const { base, changes, masked, profile, unchanged, valuesChange } =
    comparison;
  const messageText = useMessageText();
  const [first, ...more] = comparison.sentences.map(sentence =>
    messageText('comparison', sentence),
  );
  const renderedWith = {
    tools: names([
      `helm ${profile.helm}`,
      ...(profile.kustomize ? [`kustomize ${profile.kustomize}`] : []),
    ]),
    branch: base.branch,
    commit: shortCommit(base.commit),
  };
  return (
    <div className={classes.root}>
      <div>
        <Typography variant="body1">{first}</Typography>
        {more.length > 0 && (
          <Typography variant="body2" component="div" className={classes.more}>
            <Sentences sentences={more} />
          </Typography>
        )}
      </div>
      {children}
      {valuesChange && (
        <div>
          <Typography
            variant="body2"
            component="h3"
            className={classes.heading}
            gutterBottom
          >
            {t('preview.values', { file: valuesChange.file })}
          </Typography>
          <ValuesChangeLine change={valuesChange} />
          {comparison.editedFile && (
            <EditedFileNotes file={comparison.editedFile} />
          )}
        </div>
      )}
      <div>
        <Typography
          variant="body2"
          component="h3"
          className={classes.heading}
          gutterBottom
        >
          {t('preview.manifests')}
        </Typography>
        {masked && changes.length > 0 && (
          <Typography variant="body2" color="textSecondary" gutterBottom>
            {t('preview.masked', {
              permission: comparisonValuesReadPermission.name,
            })}
          </Typography>
        )}
        <DocumentChanges
          key={`${comparison.digest} ${profile.id} ${masked}`}
          comparison={comparison}
          onPreviewAgain={onPreviewAgain}
        />
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.more}
        >
          {joinSentences([
            ...(changes.length === 0 ? [t('preview.nothingChanges')] : []),
            ...(unchanged > 0
              ? [t('preview.unchanged', { count: unchanged })]
              : []),
          ])}
        </Typography>
      </div>
      <Typography variant="caption" color="textSecondary">
        {profile.kubeVersion
          ? t('preview.profileKubernetes', {
              ...renderedWith,
              kubeVersion: profile.kubeVersion,
              apiVersions: profile.apiVersions.length,
            })
          : t('preview.profile', renderedWith)}
      </Typography>
    </div>
  );
};
