import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  Finding,
  FindingSeverity,
} from '@progressive-delivery/backstage-plugin-progressive-delivery-common';
import { useFindingText } from '../../hooks/texts/useFindingText';
import { documentationUrl } from '../../repositories/documentationUrl';
import { progressiveDeliveryTranslationRef } from '../../translation';
import { CopyableCode } from '../../ui/CopyableCode';
import { Facts } from '../../ui/Facts';
import { Notice, NoticeProps } from '../../ui/notices/Notice';
import { WebLink } from '../../ui/controls/WebLink';
import { OverrideChoice } from './OverrideChoice';
import { useFindingObjectName } from './useFindingObjectName';
import { Override } from './useOverride';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) },
}));

const notices: Record<FindingSeverity, NoticeProps['severity']> = {
  block: 'error',
  warn: 'warning',
  info: 'info',
  unknown: 'warning',
};

export interface FindingDetailsProps {
  finding: Finding;
  /** Whether it was not there when the preview was made. */
  isNew: boolean;
  /** Absent where nothing can be proposed. */
  override?: Override;
  /** Whether the pull request is being opened. */
  busy: boolean;
}

/** What a check has found: what was seen, of which object, why it matters, and what to do. */
export const FindingDetails = ({
  finding,
  isNew,
  override,
  busy,
}: FindingDetailsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(progressiveDeliveryTranslationRef);
  const textOf = useFindingText();
  const nameOf = useFindingObjectName();
  const { code, docs, id, object, severity } = finding;
  return (
    <Notice severity={notices[severity]} title={textOf(finding, 'seen')}>
      <div className={classes.root}>
        <Typography variant="caption" color="textSecondary">
          <Facts dotted>
            {isNew && <strong>{t('preflight.new')}</strong>}
            {nameOf(object)}
          </Facts>
        </Typography>
        <div>{textOf(finding, 'why')}</div>
        <div>{textOf(finding, 'remedy')}</div>
        {code !== undefined && (
          <CopyableCode
            label={t('preflight.code', { check: id })}
            code={textOf(finding, 'code')}
            copyLabel={t('preflight.copy')}
          />
        )}
        {docs !== undefined && (
          <div>
            <WebLink url={documentationUrl(docs)}>
              {t('preflight.docs', { check: id })}
            </WebLink>
          </div>
        )}
        {override?.offers(finding) && (
          <OverrideChoice
            finding={finding}
            override={override}
            disabled={busy}
          />
        )}
      </div>
    </Notice>
  );
};
