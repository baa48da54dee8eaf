import { z } from 'zod/v4';
import { Problem, problemSchema } from '../problems/problem';
import { notProposableSchema } from '../targets/notProposable';
import { waitSchema } from '../rollouts/wait';
import { englishText, parameterText, toMessage } from './englishText';
import { messageSchema, messagesSchema } from './message';

describe('parameterText', () => {
  it('writes lists with commas, and durations as Go does', () => {
    expect(parameterText('web-0')).toBe('web-0');
    expect(parameterText(3)).toBe('3');
    expect(parameterText(['stable', 'canary'])).toBe('stable, canary');
    expect(parameterText({ seconds: 3661 })).toBe('1h1m1s');
    expect(parameterText({ seconds: 0 })).toBe('0s');
    expect(parameterText({ time: '2026-03-01T10:00:00Z' })).toBe(
      '2026-03-01T10:00:00Z',
    );
  });
});

describe('englishText', () => {
  it('knows nothing of an id of a later version, or of one that every object has', () => {
    const parameters = {};
    expect(englishText('wait', { id: 'eclipse', parameters })).toBeUndefined();
    expect(englishText('wait', { id: 'toString', parameters })).toBeUndefined();
  });

  it('groups amounts, and no numbers that name something', () => {
    expect(
      englishText('reason', {
        id: 'archiveTooFull',
        parameters: { archive: 'web.tgz', files: 10_000, bytes: 1_048_576 },
      }),
    ).toBe('web.tgz has more than 10,000 files or 1,048,576 bytes');
    expect(
      englishText('problem', {
        id: 'oppositeOpen',
        parameters: { number: 1234, switch: 's', value: 'true', url: 'u' },
      }),
    ).toMatch(/^Pull request #1234 is open/);
  });
});

describe('a text on the wire', () => {
  it('has its English beside it', () => {
    const wait = toMessage('wait', { id: 'promotion', parameters: {} });
    expect(wait.text).toBe('Waiting for promotion');
    expect(waitSchema.parse(wait)).toEqual(wait);
  });

  it('is its English where a later version has brought its id, or changed its parameters', () => {
    const text = 'Waiting for an eclipse';
    const unknown = { id: 'unknown', parameters: {}, text };
    expect(
      waitSchema.parse({ id: 'eclipse', parameters: { of: 'moon' }, text }),
    ).toEqual(unknown);
    expect(waitSchema.parse({ id: 'promotion', text })).toEqual(unknown);
  });
});

describe('a text within a text', () => {
  const because = toMessage('reason', {
    id: 'fileMissing',
    parameters: { file: 'apps/values.yaml' },
  });
  const refused: Problem = toMessage('problem', {
    id: 'cannotPreview',
    parameters: { because },
  });

  it('is a sentence of its own, with its English beside it', () => {
    expect(refused).toEqual({
      id: 'cannotPreview',
      parameters: {
        because: {
          id: 'fileMissing',
          parameters: { file: 'apps/values.yaml' },
          text: 'apps/values.yaml does not exist',
        },
      },
      text: 'Cannot preview: apps/values.yaml does not exist',
    });
    expect(problemSchema.parse(refused)).toEqual(refused);
  });

  it('shows what nobody would see of a name', () => {
    const odd = toMessage('problem', {
      id: 'cannotPreview',
      parameters: {
        because: toMessage('reason', {
          id: 'fileMissing',
          parameters: { file: 'apps/\u200bvalues.yaml' },
        }),
      },
    });
    expect(odd.text).toBe(
      'Cannot preview: apps/\\u{200b}values.yaml does not exist',
    );
  });

  it('is its English where a later version has brought its id, and the text around it is what it is', () => {
    const later = {
      ...refused,
      parameters: {
        because: {
          id: 'moonFull',
          parameters: { phase: 1 },
          text: 'The moon is full',
        },
      },
      text: 'Cannot preview: The moon is full',
    };
    expect(problemSchema.parse(later)).toEqual({
      ...later,
      parameters: {
        because: { id: 'unknown', parameters: {}, text: 'The moon is full' },
      },
    });
  });

  it('is its English where the previous minor version sent that alone', () => {
    const text = 'Cannot preview, because app/values.yaml does not exist';
    expect(
      problemSchema.parse({
        id: 'cannotPreview',
        parameters: { because: 'app/values.yaml does not exist' },
        text,
      }),
    ).toEqual({
      id: 'cannotPreview',
      parameters: {
        because: {
          id: 'unknown',
          parameters: {},
          text: 'app/values.yaml does not exist',
        },
      },
      text,
    });
    const elsewhere =
      'helm.parameters (a) of the Application sets a and wins over values files: change it there';
    expect(
      notProposableSchema.parse({
        id: 'setElsewhere',
        parameters: { by: 'helm.parameters (a) of the Application', path: 'a' },
        text: elsewhere,
      }),
    ).toEqual({ id: 'unknown', parameters: {}, text: elsewhere });
  });

  it('is not read by the previous minor version, which shows the whole in English', () => {
    // Its schema of this id.
    const previous = messagesSchema(
      messageSchema('cannotPreview', { because: z.string() }),
    );
    expect(previous.parse(refused)).toEqual({
      id: 'unknown',
      parameters: {},
      text: refused.text,
    });
  });

  it('is in the words of a tool where it is no sentence of ours', () => {
    const failed = toMessage('problem', {
      id: 'renderFailed',
      parameters: { message: 'helm: no such chart' },
    });
    expect(problemSchema.parse(failed)).toEqual(failed);
    const slow = toMessage('problem', {
      id: 'renderFailed',
      parameters: {
        message: toMessage('reason', {
          id: 'toolTimedOut',
          parameters: { tool: 'helm', seconds: 120 },
        }),
      },
    });
    expect(problemSchema.parse(slow)).toEqual(slow);
    expect(slow.text).toBe(
      'Argo CD cannot render this overlay now: helm took longer than 120 s and was ended (progressiveDelivery.rendering.limits.seconds)',
    );
  });
});
