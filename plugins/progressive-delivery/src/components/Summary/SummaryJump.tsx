import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import { RefObject, useContext } from 'react';
import { GoToPanel, PanelGoal } from '../../ui/GoToPanel';
import { panelId, whatToDoId } from '../../ui/panelId';
import { useAuthority } from '../Rollouts/Actions/useAuthority';
import { unusableId } from '../../ui/unusableId';
import { SummaryEntry, WorkloadEntry } from './summaryOf';

const useStyles = makeStyles({
  root: { fontWeight: 'bold', textAlign: 'left', overflowWrap: 'anywhere' },
});

export interface SummaryJumpProps {
  entry: SummaryEntry;
  /** What it is called in the summary. */
  name: string;
  link: RefObject<HTMLButtonElement>;
}

const Jump = ({
  goal,
  link,
  name,
}: Omit<SummaryJumpProps, 'entry'> & { goal: PanelGoal }) => {
  const classes = useStyles();
  const goToPanel = useContext(GoToPanel);
  return (
    <Link
      component="button"
      ref={link}
      variant="body2"
      className={classes.root}
      onClick={() => goToPanel(goal)}
    >
      {name}
    </Link>
  );
};

/** To the commands of a workload for those who may not act on it here; all others have buttons beside its name. */
const WorkloadJump = ({
  entry: { rollout, target },
  ...props
}: SummaryJumpProps & { entry: WorkloadEntry }) => {
  const authority = useAuthority(target)(rollout);
  const panel = panelId(target.id, rollout);
  const place = authority.state === 'refused' ? whatToDoId(panel) : undefined;
  return <Jump {...props} goal={{ target: target.id, panel, place }} />;
};

/** The name of what needs somebody, which leads to where it is. */
export const SummaryJump = ({ entry, ...props }: SummaryJumpProps) => {
  switch (entry.about) {
    case 'workload':
      return <WorkloadJump {...props} entry={entry} />;
    case 'target': {
      const { id } = entry.target;
      return <Jump {...props} goal={{ target: id, panel: panelId(id) }} />;
    }
    case 'unusable':
      return <Jump {...props} goal={{ panel: unusableId(entry.unusable) }} />;
    default:
      return entry satisfies never;
  }
};
